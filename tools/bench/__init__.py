"""The benchmark: our servers beside the stock Rasa configuration, on the same data, in the same run."""
