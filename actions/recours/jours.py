"""The day of something that has happened: « la lettre du 18 » is the last 18th, whatever is still to be done about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from actions.langue.dates_modele import DateTrouvee
from actions.langue.jours import jour_passe

_ONLY_A_NUMBER = re.compile(r"(?:le |du |au )?(\d{1,2})(er)?", re.IGNORECASE)
_MONTHS_BACK = 12


def jour_arrive(found: DateTrouvee, text: str, today: date, to_come: bool = False) -> date:
    """The latest reading that is not to come; as it is when the words say that it is (``to_come``)."""
    if to_come:
        return jour_passe(found, text, today)
    number = _ONLY_A_NUMBER.fullmatch(text[found.start : found.end])
    last = _last(int(number.group(1)), today) if number else None
    return last or jour_passe(replace(found, sens=None), text, today)


def _last(number: int, today: date) -> date | None:
    """The last day of that number in its month."""
    year, month = today.year, today.month
    for _ in range(_MONTHS_BACK):
        try:
            day = date(year, month, number)
        except ValueError:  # no 31st in that month
            day = None
        if day and day <= today:
            return day
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None
