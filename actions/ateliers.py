"""Workshops and appointments: must one go, which letter is it, how to join, move, refuse."""

from __future__ import annotations

from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.droit.obligation import decider_obligation
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request

_FACTS = ("document", "mention_obligatoire", "dans_contrat", "prestataire", "dispense")


@answers("atelier_obligatoire", facts=_FACTS)
def atelier_obligatoire(request: Request) -> Answer:
    """Must the person come? From their next appointment when they are proven and describe no other letter."""
    rdv = next_appointment(request)
    described = request.facts_named(*_FACTS)
    facts = described if described or rdv is None else {name: getattr(rdv, name) for name in _FACTS}
    result = decider_obligation(facts, request.today, request.services.droit)
    if not facts:
        return ask(request, compose(request, "atelier_obligatoire.inconnu"), "document")
    answer = compose(request, f"atelier_obligatoire.{result.conclusion}", result, rdv=rdv)
    return (
        ask(request, answer, result.faits_manquants[0])
        if result.conclusion == "a_verifier" and result.faits_manquants
        else answer
    )


def next_appointment(request: Request) -> RendezVous | None:
    """The person's next appointment, for somebody proven."""
    return vues.prochain_rendez_vous(request.dossier, request.now) if request.dossier else None
