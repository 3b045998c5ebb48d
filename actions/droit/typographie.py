"""Dates, ranges and spaces as they are written to people."""

from __future__ import annotations

import re
from datetime import date

MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def jour(d: date) -> str:
    """« 1er juin 2025 »."""
    return f"{'1er' if d.day == 1 else d.day} {MOIS[d.month - 1]} {d.year}"


def fourchette(minimum: int, maximum: int, unite: str) -> str:
    """« 1 à 2 mois », « 4 mois »."""
    return f"{minimum} {unite}" if minimum == maximum else f"{minimum} à {maximum} {unite}"


def soigner(texte: str) -> str:
    """Put no-break spaces before « : ; ? ! % » and inside the quotation marks."""
    texte = re.sub(r" ([:;?!%»])", "\u00a0\\1", texte)
    return texte.replace("« ", "«\u00a0")
