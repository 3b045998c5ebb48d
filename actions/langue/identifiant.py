"""File identifiers in a message: seven digits and a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.langue.mots import plier

# Glued, or apart with the letter at the end of a clause: « 1234567 a été » holds no identifier.
_PATTERN = re.compile(
    r"(?<![\w/])(\d(?:[ .-]?\d){6})(?:[-.]?([a-z])(?![\w'])|[ -]{1,2}([a-z])(?=\s*(?:$|[^\w\s'])))"
)
_SPACED = re.compile(r"(?<![\w/])(\d{7}) ([a-z])(?![\w'])")


def identifiants(text: str) -> Iterator[tuple[str, int, int]]:
    """Each identifier in capitals without spaces, with its offsets in the message."""
    view = plier(text)
    for found in _PATTERN.finditer(view):
        yield _valeur(found.group()), found.start(), found.end()
    for found in _SPACED.finditer(view):
        lettre = text[found.end() - 1]
        if lettre.isupper() and not _PATTERN.match(view, found.start()):
            yield _valeur(found.group()), found.start(), found.end()


def _valeur(brut: str) -> str:
    return re.sub(r"[^0-9a-z]", "", brut).upper()
