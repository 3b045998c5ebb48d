"""The likeliest day when the thing told has already happened (a letter received, a decision)."""

from __future__ import annotations

import re
from datetime import date

from actions.langue.dates_modele import DateTrouvee

_YEAR = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}")


def jour_passe(trouvee: DateTrouvee, text: str, today: date) -> date:
    """The latest reading that is not after ``today``; a day without its year may be last year's.

    A day that can only be to come is given as it is: the caller says that it cannot be.
    """
    options = [trouvee.jour, *trouvee.autres]
    if not _YEAR.search(text[trouvee.start : trouvee.end]) and trouvee.sens != "futur":
        options += [a_year_ago for day in options if (a_year_ago := _a_year_before(day))]
    past = [day for day in options if day <= today]
    return max(past) if past else trouvee.jour


def _a_year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None
