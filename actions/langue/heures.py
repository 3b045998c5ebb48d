"""The hour said next to a date: « mardi à 14h30 », « à 9 heures le 12 »."""

from __future__ import annotations

import re

_HOUR = r"(?:(?P<h>\d{1,2})h(?P<m>\d{2})?|(?P<h2>\d{1,2}) (?:h|heures?|:)(?: (?P<m2>\d{2}))?|(?P<midi>midi))"
_AFTER = re.compile(rf"(?: ,)?(?: (?:a|de|pour|des|vers|-|et))? {_HOUR}(?!\S)")
_BEFORE = re.compile(rf"(?<!\S){_HOUR}(?: ,)?(?: (?:le|du|pour|ce|de))* ?$")


def heure_apres(suite: str) -> str | None:
    """The hour that the following words begin with, as ``HH:MM``."""
    return _lire(_AFTER.match(suite))


def heure_avant(debut: str) -> str | None:
    """The hour that the words before end with, as ``HH:MM``."""
    return _lire(_BEFORE.search(debut[-24:]))


def _lire(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    if found["midi"]:
        return "12:00"
    heure, minute = int(found["h"] or found["h2"]), int(found["m"] or found["m2"] or 0)
    return f"{heure:02d}:{minute:02d}" if heure < 24 and minute < 60 else None
