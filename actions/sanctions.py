"""Placeholder until the handlers of this group land."""
