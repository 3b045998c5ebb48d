"""Dates said in a French message, resolved against a day."""

from __future__ import annotations

from datetime import date

from actions.langue.dates_modele import DateTrouvee, Lecture


def lire_dates(text: str, today: date) -> Lecture:
    """Dates of a message, and those that the calendar does not hold (« 31 février »)."""
    return Lecture((), ())


def find_dates(text: str, today: date) -> list[DateTrouvee]:
    """Dates of a message, from left to right; ranges, durations and hours are left out."""
    return list(lire_dates(text, today).trouvees)
