"""Sanctions: what the words mean, how long, how to stop one, how to register again, checks on the search."""

from actions.sanctions import (  # noqa: F401  (they register their handlers)
    comprendre,
    controle,
    courrier,
    duree,
    fin,
)
