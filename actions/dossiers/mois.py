"""Months on the calendar: same day, else the last of the month (rule delai.mois)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def ajouter_mois(day: date, months: int) -> date:
    """``months`` may be negative. Raises ``ValueError`` outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError("year out of range")
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
