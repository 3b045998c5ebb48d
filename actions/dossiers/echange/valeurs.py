"""Readers of one value: from the text typed to its type, or ``ValueError`` in French."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from actions.dossiers.dates import lire_instant, lire_jour
from actions.dossiers.enums import REGIONS

Lecteur = Callable[[str, date], Any]
"""``(text, day of import) -> value``."""

_IDENTIFIANT = re.compile(r"[0-9]{7}[A-Z]")
_COURRIEL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def texte(maximum: int) -> Lecteur:
    """Text of at most ``maximum`` characters, without control characters."""

    def lire(text: str, _today: date) -> str:
        if len(text) > maximum:
            raise ValueError(f"texte trop long ({len(text)} caractères, {maximum} au plus)")
        if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in text):
            raise ValueError("caractère de contrôle interdit")
        return text

    return lire


def mot(values: Sequence[str]) -> Lecteur:
    """One of ``values``."""

    def lire(text: str, _today: date) -> str:
        if text not in values:
            raise ValueError(
                f"« {_court(text)} » n’est pas une valeur connue (attendu : {', '.join(values)})"
            )
        return text

    return lire


def entier(minimum: int, maximum: int) -> Lecteur:
    """A whole number between two bounds, both included."""

    def lire(text: str, _today: date) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not minimum <= int(text) <= maximum:
            raise ValueError(f"un nombre entier de {minimum} à {maximum} est attendu")
        return int(text)

    return lire


def jour(text: str, today: date) -> date:
    """A day (see ``lire_jour``)."""
    return lire_jour(text, today)


def jour_passe(text: str, today: date) -> date:
    """The day of something that has happened."""
    found = lire_jour(text, today)
    if found > today:
        raise ValueError(f"cette date ({found}) est dans le futur")
    return found


def instant(text: str, today: date) -> datetime:
    """A day and time (see ``lire_instant``)."""
    return lire_instant(text, today)


def identifiant(text: str, _today: date) -> str:
    """Seven digits and a letter, in capitals."""
    if not _IDENTIFIANT.fullmatch(text.upper()):
        raise ValueError(f"« {_court(text)} » : 7 chiffres et une lettre sont attendus")
    return text.upper()


def courriel(text: str, today: date) -> str:
    """An e-mail address, in small letters."""
    if not _COURRIEL.fullmatch(texte(254)(text, today)):
        raise ValueError(f"« {_court(text)} » n’est pas une adresse de courriel")
    return text.lower()


def region(text: str, today: date) -> str:
    """Accents, capitals and apostrophes are forgiven."""
    plain = unicodedata.normalize("NFD", text.lower())
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    return mot(REGIONS)(re.sub(r"[^a-z]+", "-", ascii_only).strip("-"), today)


def _court(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
