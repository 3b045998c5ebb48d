"""The frame of every action: the only code that knows the Rasa SDK."""
