"""Dates of the exchange format: absolute, or relative to the day of the import."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from actions.dossiers.mois import ajouter_mois

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ABSOLUTE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_RELATIVE = re.compile(r"J(?:([+-][0-9]{1,6}))?|M([+-][0-9]{1,5})")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")


def lire_jour(text: str, today: date) -> date:
    """``2026-11-25``, ``J``, ``J-12``, ``J+3``, ``M-2`` (months, rule delai.mois).

    Raises ``ValueError`` with the reason in French.
    """
    if "T" in text:
        raise ValueError("une date sans heure est attendue")
    found = _day(text, today)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"la date doit être entre {FIRST_YEAR} et {LAST_YEAR}")
    return found


def lire_instant(text: str, today: date) -> datetime:
    """A day, ``T``, a local time: ``2026-11-25T09:00``, ``J+2T09:00``. Naive."""
    day, separator, hour = text.partition("T")
    if not separator:
        raise ValueError("l’heure manque (par exemple J+2T09:00 ou 2026-11-25T09:00)")
    return datetime.combine(lire_jour(day, today), _time(hour))


def _day(text: str, today: date) -> date:
    absolute = _ABSOLUTE.fullmatch(text)
    if absolute:
        return _calendar(*map(int, absolute.groups()))
    relative = _RELATIVE.fullmatch(text)
    if relative is None:
        raise ValueError("date illisible (attendu : AAAA-MM-JJ, J, J-12, J+3 ou M-2)")
    days, months = relative.groups()
    try:
        if months:
            return ajouter_mois(today, int(months))
        return today + timedelta(days=int(days or 0))
    except (ValueError, OverflowError):
        raise ValueError("cette date n’existe pas") from None


def _calendar(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("cette date n’existe pas") from None


def _time(text: str) -> time:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError("heure illisible (attendu : HH:MM, heure locale, sans fuseau)")
    try:
        return time(*(int(part or 0) for part in found.groups()))
    except ValueError:
        raise ValueError("cette heure n’existe pas") from None
