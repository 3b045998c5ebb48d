"""What is found of a date in a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DateTrouvee:
    """A day said in a message.

    ``start``, ``end``: offsets in the message. ``jour``: the likelier day; ``autres``: the other
    readings, when ``ambigu``. ``heure``: ``HH:MM`` if said with it. ``sens``: ``passe`` or ``futur``
    when the sentence says so. ``approximatif``: « fin novembre » stands for its last day.
    """

    start: int
    end: int
    jour: date
    heure: str | None = None
    ambigu: bool = False
    autres: tuple[date, ...] = ()
    sens: str | None = None
    approximatif: bool = False

    @property
    def value(self) -> str:
        """The day as ``YYYY-MM-DD``."""
        return self.jour.isoformat()


@dataclass(frozen=True)
class DateImpossible:
    """Words that look like a date which the calendar does not hold; offsets in the message."""

    start: int
    end: int
    texte: str


@dataclass(frozen=True)
class Lecture:
    """All that a message says of dates."""

    trouvees: tuple[DateTrouvee, ...]
    impossibles: tuple[DateImpossible, ...]
