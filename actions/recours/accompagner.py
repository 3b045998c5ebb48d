"""What is said around an answer on a file: which letter was taken, what was told, which other letter waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from actions.dossiers import vues
from actions.dossiers.enums import SANCTIONS
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.framework.wording import long_date, polish
from actions.recours import affaire
from actions.recours.designation import jour_de, nature
from actions.recours.dit import TOLD
from actions.recours.fichier import faits_de
from actions.recours.situation import Situation, decision, lettre, phrase


def accompagner(request: Request, answer: Answer, situation: Situation) -> Answer:
    """The answer with those sentences; as it is for a case that is not in the file."""
    if not situation.cas.propre:
        return answer
    first = (*_missing(request, situation), *_told(request, answer, situation))
    last = _taken(request, answer, situation)
    waiting = autre_lettre(request, situation)
    return answer.with_(
        conclusion=" ".join(filter(None, (*first, answer.conclusion, last))),
        suite=" ".join(filter(None, (answer.suite, waiting))) or None,
    )


def _missing(request: Request, situation: Situation) -> tuple[str, ...]:
    missing = situation.cas.absente
    if missing is None:
        return ()
    kind = "absente_nature" if missing in SANCTIONS else "absente"
    return (phrase(request, f"recours.choix.{kind}", dit=missing),)


def _taken(request: Request, answer: Answer, situation: Situation) -> str:
    """Which letter or measure of the file was taken, when the person named one and it is not said."""
    cas = situation.cas
    day = jour_de(cas.procedure)
    if not (cas.choisie or cas.absente) or _says(request, answer, day):
        return ""
    kind = nature(cas.procedure)
    return phrase(request, f"recours.choix.{cas.etape}", nature=kind, le=day)


def _told(request: Request, answer: Answer, situation: Situation) -> Iterator[str]:
    """What the person told and the file does not show: when they tell it, then when the date counts from it."""
    now = bool(request.said.keys() & TOLD)
    if not now and not _says(request, answer, situation.variables.get("date")):
        return
    for name, variables in situation.cas.notes:
        earlier = _of_the_file(request, situation) if name == "reception" else None
        yield phrase(request, f"recours.dit.{name}", **variables, prudente=earlier)


def _of_the_file(request: Request, situation: Situation) -> date | None:
    """Until when to act by the day of reception that the file gives, while it is not past."""
    cas = situation.cas
    as_written = replace(cas, faits=faits_de(request.dossier, cas.procedure))
    case = lettre if cas.etape == "lettre" else decision
    day = case(request, as_written).variables["date"]
    return day if day and day >= request.today else None


def _says(request: Request, answer: Answer, day: date | None) -> bool:
    """Whether the answer's first words already give this day."""
    return day is not None and polish(long_date(day, request.today)) in answer.conclusion


def autre_lettre(request: Request, situation: Situation) -> str:
    """The letter that waits for a reply while another case is spoken of: until when to answer it; maybe empty."""
    letter = vues.lettre_en_cours(request.dossier) if request.dossier else None
    if letter is None or letter is situation.cas.procedure or letter.observations_le:
        return ""
    other = lettre(request, affaire.depuis(request, letter))
    if other.variables["conseil"] is None:
        return ""
    return phrase(
        request,
        "recours.choix.autre_lettre",
        le=letter.lettre_recue_le,
        date=other.variables["conseil"],
    )
