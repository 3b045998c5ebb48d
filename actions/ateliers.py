"""Workshops and appointments: must one go, which letter is it, may one refuse."""

from __future__ import annotations

import re

from actions import ateliers_changer, ateliers_offre, ateliers_suivi  # noqa: F401  (they register their handlers)
from actions.absence_lecture import MISSED, tense
from actions.ateliers_cible import (
    OBLIGATION,
    Cible,
    by_letter,
    cibler,
    coming,
    next_question,
    own_file,
    personal,
)
from actions.dossier_rendez_vous import named
from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom

_LETTERS = ("convocation", "invitation", "recommandation")
_BINDING = re.compile(
    r"\b(oblig\w*|(dois|faut)( que)?( j'| je)?( y)? (aille|aller|venir|y aller|vienne))\b"
)
_ASKED = re.compile(r"\?|\b(est-ce|etait|oblige\w*|doi[st]|fallait|faut)\b")
_BY_VOICE = ("telephone", "vocal", "oral", "verbalement", "appel", "appele", "appelee")


@answers("atelier_obligatoire", facts=OBLIGATION)
def atelier_obligatoire(request: Request) -> Answer:
    """Must the person come? From the appointment that they mean, or the letter that they describe."""
    words = normalise(request.text)
    told = registry.entry("signaler_absence")
    if told is not None and MISSED.search(words) and not _ASKED.search(words):
        return told.handler(request.with_intent("signaler_absence"))
    cible = cibler(request)
    if not cible.facts and "facultatif" in words and tense(words) == "passe":
        return compose(request, "atelier_obligatoire.dit_facultatif")
    if not cible.facts:
        return ask(request, compose(request, "atelier_obligatoire.inconnu"), "document")
    return _judge(request, cible, "atelier_obligatoire")


def _judge(request: Request, cible: Cible, intent: str) -> Answer:
    """The text for the decision; the next missing fact is asked while the answer is not firm."""
    result = cible.obligation
    answer = compose(request, f"{intent}.{result.conclusion}", result, **cible.variables)
    fact = next_question(request, result)
    return (
        ask(request, answer, fact, intent) if fact and result.conclusion == "a_verifier" else answer
    )


@answers("refuser_atelier", facts=OBLIGATION)
def refuser_atelier(request: Request) -> Answer:
    """May one refuse, and how, before the date."""
    cible = cibler(request)
    if not cible.facts:
        return ask(request, compose(request, "refuser_atelier.inconnu"), "document")
    return _judge(request, cible, "refuser_atelier")


@answers("distinguer_convocation_invitation", facts=("document",))
def distinguer(request: Request) -> Answer:
    """What each word of a letter means; the one that was named, or that of the person's next appointment."""
    if _spoken(request):
        return compose(request, "distinguer_convocation_invitation.orale")
    document = request.facts.get("document")
    own = _own_letter(request)
    if own is not None and own.document in _LETTERS:
        meant = cibler(request.with_intent(request.intent, mon_cas=True))
        if _BINDING.search(normalise(request.text)) or _bound_otherwise(meant):
            return _judge(request, meant, "atelier_obligatoire")
        return compose(
            request,
            f"distinguer_convocation_invitation.{own.document}",
            **meant.variables,
            document=nom("document", own.document),
        )
    known = document in (*_LETTERS, "aucun")
    key = document if known and not _both(request) else "general"
    answer = compose(request, f"distinguer_convocation_invitation.{key}", nom_rdv="", document="")
    return ask(request, answer, "document") if key == "general" and document is None else answer


def _own_letter(request: Request) -> RendezVous | None:
    """The appointment of the file whose letter is meant: named by its title or day, or « mon courrier »."""
    dossier = own_file(request)
    if dossier is None:
        return None
    planned = vues.rendez_vous_a_venir(dossier, request.now)
    kind = request.said.get("document")
    meant = named(planned, request) or by_letter(planned, request)
    if meant is not None and kind in (None, meant.document):
        return meant
    return coming(request) if personal(request) and not kind else None


def _bound_otherwise(meant: Cible) -> bool:
    """Whether one must come although the letter alone would not oblige (the contract does)."""
    free = meant.rdv is not None and meant.rdv.document in ("invitation", "recommandation")
    return free and meant.obligation.conclusion == "obligatoire"


def _both(request: Request) -> bool:
    """Whether the message compares two kinds of letter."""
    words = normalise(request.text)
    kinds = ("convo", "invit", "recommand")
    return sum(kind in words for kind in kinds) > 1


def _spoken(request: Request) -> bool:
    """Whether the letter was no letter, but words on the phone."""
    words = set(normalise(request.text).split())
    return bool(words & set(_BY_VOICE)) and request.said.get("document") != "invitation"
