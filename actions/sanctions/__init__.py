"""Sanctions: what the words mean, how long, how to stop one, how to register again, checks on the search."""

from actions.sanctions import comprendre, controle, duree, fin  # noqa: F401  (they register their handlers)
