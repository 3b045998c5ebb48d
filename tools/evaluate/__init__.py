"""The report on understanding: ``make evaluate``."""
