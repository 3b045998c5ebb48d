"""Answering a letter that announces a sanction, before anything is decided."""

from __future__ import annotations

import re

from actions.framework.answer import Answer
from actions.framework.compose import ask
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import affaire
from actions.recours.ailleurs import defaut_de_procedure
from actions.recours.parler import FAITS, dire, refuser_date
from actions.recours.situation import Situation, decision, lettre

_ALONG = re.compile(
    r"\b(accompagn\w*|assist\w*|avocat\w*|entendue?s?|audition\w*|recue?s? avant|etre recue?|reçue?|venir avec"
    r"|vienne\w*|interprete|convoque\w* devant|de vive voix|au telephone|parler)\b"
)


@answers("presenter_observations", facts=FAITS)
def presenter_observations(request: Request) -> Answer:
    """Until when to answer, in writing or in person, with what."""
    cas = affaire.trouver(request)
    if cas.etape != "lettre":
        defect = defaut_de_procedure(request, decision(request, cas))
        if defect is not None:
            return defect
    if cas.etape == "decision" and (cas.propre or request.said.get("lettre") == "decision"):
        return dire(request, "presenter_observations.deja_decide", decision(request, cas))
    return repondre(request, lettre(request, cas))


def repondre(request: Request, situation: Situation) -> Answer:
    """The answer to « how, and until when, do I reply ? »."""
    cas, state = situation.cas, situation.variables["etat"]
    refused = refuser_date(request, situation)
    if refused is not None and not request.said.get("observations"):
        return refused
    answered = cas.procedure.observations_le if cas.procedure else None
    told = request.facts.get("observations")
    if answered or told:
        return dire(
            request,
            "presenter_observations.deja_repondu",
            situation,
            observations_le=answered,
            audition_le=cas.procedure.audition_le if cas.procedure else None,
            dit_le=affaire.readable({"date_notification": told}).get("date_notification"),
        )
    along = bool(_ALONG.search(normalise(request.text)))
    if along and state in ("dans_les_temps", "sans_date"):
        return _demander(request, dire(request, "presenter_observations.accompagnement", situation))
    key = "general" if state == "sans_date" else state
    return _demander(request, dire(request, f"presenter_observations.{key}", situation))


def _demander(request: Request, answer: Answer) -> Answer:
    """Ask when the letter was received, if the delay hangs on it."""
    if (
        answer.missing[:1] != ("date_reception",)
        or request.facts.get("date_reception") == "inconnu"
    ):
        return answer
    return ask(request, answer, "date_reception")
