"""Documents to take away: a letter as text or PDF, an event as a calendar file. Pure functions: text in, bytes out."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

PRODUCT = "-//Boussole//Assistant//FR"
_ENCODING = "cp1252"  # the core fonts of PDF: all of French, its quotation marks and œ included
# Letters of European names, and signs, that no decomposition brings into the encoding.
_ACROSS = str.maketrans("\u202f\u2011\u2010\u2212ŁłĐđĦħıĿŀ", "\u00a0---LlDdHhiLl")


@dataclass(frozen=True)
class Evenement:
    """What goes into a calendar: an appointment (``debut``, ``fin``: aware) or a whole day (``jour``)."""

    uid: str
    titre: str
    description: str
    debut: datetime | None = None
    fin: datetime | None = None
    jour: date | None = None
    lieu: str | None = None


def texte_en_pdf(texte: str, titre: str) -> bytes:
    """A letter on A4 pages, paragraphs at blank lines; the title is in the properties only."""
    from fpdf import FPDF  # slow to import, and needed nowhere else

    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = _ENCODING
    pdf.set_title(_printable(titre))
    pdf.set_lang("fr-FR")
    pdf.set_creator("Boussole")
    pdf.set_margins(22, 22)
    pdf.set_auto_page_break(True, margin=22)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in texte.split("\n"):
        pdf.multi_cell(0, 5.5, _printable(line), align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _printable(texte: str) -> str:
    """The text in the letters of the font: « Ștefan » loses its cedilla, what has no letter becomes « ? »."""
    return "".join(map(_letter, texte.translate(_ACROSS)))


def _letter(character: str) -> str:
    for form in (character, unicodedata.normalize("NFKD", character)):
        kept = form.encode(_ENCODING, "ignore").decode(_ENCODING)
        if kept:
            return kept
    return "?"


def evenement_en_ics(evenement: Evenement, now: datetime | None = None) -> bytes:
    """A calendar file with an alarm the day before."""
    from icalendar import Alarm, Calendar, Event

    event = Event()
    event.add("uid", evenement.uid)
    event.add("dtstamp", now or datetime.now(timezone.utc))
    event.add("summary", evenement.titre)
    event.add("description", evenement.description)
    for name, value in _when(evenement).items():
        event.add(name, value)
    if evenement.lieu:
        event.add("location", evenement.lieu)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", evenement.titre)
    # An all-day event begins at midnight: its alarm rings at nine, the day before.
    alarm.add("trigger", -timedelta(hours=15) if evenement.jour else -timedelta(days=1))
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()


def _when(evenement: Evenement) -> dict[str, Any]:
    if evenement.jour:
        return {"dtstart": evenement.jour, "dtend": evenement.jour + timedelta(days=1)}
    if evenement.debut is None:
        raise ValueError("an event needs a time or a day")
    end = evenement.fin or evenement.debut + timedelta(hours=1)
    return {
        "dtstart": evenement.debut.astimezone(timezone.utc),
        "dtend": end.astimezone(timezone.utc),
    }
