"""What the person tells of their own case and their file does not show yet: steps taken, answers received, days.

The file stays what it is; the answer says both, and counts from what was told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.lus import readable

# Name of the text block (``recours.dit.<name>``), its variables.
Note = tuple[str, Mapping[str, Any]]
_STEPS = ("tribunal", "recours_prealable", "defenseur_droits", "aide_juridictionnelle")
TOLD = frozenset(
    (
        *_STEPS,
        "mediation",
        "mediation_finie",
        "date_fin_mediation",
        "departement_repondu",
        "date_reponse_departement",
        "mention_mediation",
        "date_reception",
        "date_notification",
        "date_lettre",
    )
)
_RECEIVED = ("date_reception", "date_notification", "date_lettre")
_RECU = re.compile(r"\b(recue?s?|arrivee?s?|eue?|recupere\w*|retiree?|ouverte?)\b")
# A letter said to be received that long after the day of the file is another one.
_NEAR = timedelta(days=31)


def completer(
    request: Request, facts: Mapping[str, Any], open_: bool, of_this_one: bool = True
) -> tuple[dict[str, Any], tuple[Note, ...]]:
    """The facts of the file with those told, and what to say of the difference.

    ``open_``: whether the letter still waits for a decision (no step can have been taken). ``of_this_one``: whether the
    steps told are those taken against this decision.
    """
    known, notes = dict(facts), []
    if open_:
        _received(request, known, notes, "date_reception")
        return known, tuple(notes)
    _received(request, known, notes, "date_notification")
    if not of_this_one:
        return known, tuple(notes)
    told = readable({name: request.facts.get(name) for name in ("mediation", *_STEPS)})
    _mediation(request, known, notes, told.get("mediation"))
    _department(request, known, notes)
    for name in _STEPS:
        if name in told and name not in known and _not_to_come(request, told[name]):
            known[name] = told[name]
            notes.append(("etape", {"etape": name, "le": _day(told[name])}))
    if request.facts.get("mention_mediation") == "non" and facts.get("mention_mediation") != "non":
        known["mention_mediation"] = "non"
        notes.append(("mention", {"contraire": facts.get("mention_mediation") == "oui"}))
    return known, tuple(notes)


def etape_dite(request: Request) -> bool:
    """Whether the person tells a step of an appeal, or has told in this talk that the answer came."""
    over = ("mediation_finie", "date_fin_mediation", "departement_repondu")
    now = ("mediation", "mention_mediation", *_STEPS)
    told = [request.facts.get(name) for name in over] + [request.said.get(name) for name in now]
    return any(value not in (None, "non", "inconnu") for value in told) or (
        request.said.get("mention_mediation") == "non"
    )


def fin_dite(request: Request) -> bool:
    """Whether the person tells that the mediator has answered."""
    told = (request.facts.get(name) for name in ("mediation_finie", "date_fin_mediation"))
    return any(value not in (None, "non", "inconnu") for value in told)


def _mediation(request: Request, known: dict[str, Any], notes: list[Note], started: Any) -> None:
    step = known.get("mediation")
    if isinstance(step, Mapping) and step.get("fin"):
        return
    if known.get("auteur") == "conseil_departemental":
        # no mediator stands before the court there, and none stops the delay (rule recours.rsa)
        if started or fin_dite(request):
            notes.append(("mediateur_rsa", {}))
        return
    if step is None and started and _not_to_come(request, started):
        known["mediation"] = step = started
        notes.append(("etape", {"etape": "mediation", "le": _day(started)}))
    ended = readable({"date_fin_mediation": request.facts.get("date_fin_mediation")})
    if ended:
        _ended(request, known, notes, ended["date_fin_mediation"])
    elif request.facts.get("mediation_finie") in ("oui", "accord"):
        notes.append(("fin_sans_date", {"qui": "mediateur"}))


def _ended(request: Request, known: dict[str, Any], notes: list[Note], day: date) -> None:
    step = known.get("mediation")
    seized = step.get("saisie") if isinstance(step, Mapping) else _day(step)
    if day > request.today or (seized and day < seized):
        notes.append(("fin_impossible", {"le": day, "saisie": seized}))
        return
    if seized:
        known["mediation"] = {"saisie": seized, "fin": day}
    else:
        known["date_fin_mediation"] = day
    notes.append(("fin", {"le": day}))


def _department(request: Request, known: dict[str, Any], notes: list[Note]) -> None:
    step = known.get("recours_prealable")
    if known.get("auteur") != "conseil_departemental":
        return
    told = readable({"date_notification": request.facts.get("date_reponse_departement")})
    day = told.get("date_notification")
    seized = step.get("saisie") if isinstance(step, Mapping) else None
    if day and day <= request.today and (seized is None or seized <= day):
        known["recours_prealable"] = {"saisie": seized or day, "fin": day}
        notes.append(("fin_departement", {"le": day}))
    elif request.facts.get("departement_repondu") == "oui":
        notes.append(("fin_sans_date", {"qui": "departement"}))


def _received(request: Request, known: dict[str, Any], notes: list[Note], fact: str) -> None:
    """A day of reception told that is a little later than that of the file."""
    ours = known.get(fact)
    if not ours or not _RECU.search(normalise(request.text)):
        return
    said = readable({name: request.said.get(name) for name in _RECEIVED})
    later = [day for day in said.values() if ours < day <= min(ours + _NEAR, request.today)]
    if later:
        known[fact] = later[0]
        notes.append(("reception", {"le": later[0], "dossier_dit": ours}))


def _day(step: Any) -> date | None:
    """The day of a step; None for one told without its day."""
    return readable({"date_notification": step}).get("date_notification")


def _not_to_come(request: Request, step: Any) -> bool:
    day = _day(step)
    return day is None or day <= request.today
