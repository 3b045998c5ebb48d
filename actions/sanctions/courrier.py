"""« J’ai rien compris à la lettre »: the person's own letter, else how letters are told apart and read."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.framework import acts, registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import reperes
from actions.recours.situation import phrase

_LONGUEUR = 14  # words
_LETTRE = re.compile(r"\b(lettres?|courriers?|papiers?|mails?|convocations?|invitations?)\b")
_CONVOCATION = re.compile(r"\b(convocations?|invitations?)\b")
_PAS_COMPRIS = re.compile(
    r"\b((pas|rien|jamais) (tout |trop |bien |vraiment )?(compri\w*|pige|capte|clair)"
    r"|compren\w+ (vraiment |toujours |trop |strictement )?(pas|rien|plus|que dalle)|incomprehensible\w*"
    r"|explique\w*(-moi)?|(veut|veulent|voulait) dire( quoi)?|(signifie|raconte|dit) quoi|comment (lire|comprendre)|(aide\w*|aider) a (lire|comprendre))\b"
)
_AUTRE = re.compile(r"\b(pourquoi|jamais recue?|pas recue?|repondre|contester|perdue?|mots? )\b")
# Intents that the words of somebody who understands nothing are heard as.
_VAGUES = frozenset(
    (
        "demander_precision",
        "demander_source",
        "demander_aide",
        "comprendre_sanction",
        "distinguer_convocation_invitation",
        "nlu_fallback",
        "informer",
        "nier",
        "hors_sujet",
        "exprimer_mecontentement",
    )
)


@acts.starts
def lettre_pas_comprise(request: Request) -> Answer | None:
    """The letter that somebody does not understand, explained; None for any other message."""
    words = normalise(request.text)
    if request.intent not in _VAGUES or len(words.split()) > _LONGUEUR or _AUTRE.search(words):
        return None
    if not (_LETTRE.search(words) and _PAS_COMPRIS.search(words)):
        return None
    named = "distinguer_convocation_invitation" if _CONVOCATION.search(words) else None
    return _reponse(request, named or "comprendre_sanction")


def _reponse(request: Request, intent: str) -> Answer | None:
    found = registry.entry(intent)
    if found is None:
        return None
    mine = {"mon_cas": True} if request.dossier is not None else {}
    meant = _sans_lettre_supposee(request).with_intent(intent, **mine)
    answer = found.handler(meant).with_(about=intent)
    return _lire(request) if answer.key == "comprendre_sanction.general" else answer


def _sans_lettre_supposee(request: Request) -> Request:
    """« Expliquez-moi ma lettre »: nobody says that they have to explain themselves."""
    if reperes.INTENTION.search(normalise(request.text)):
        return request
    said = {name: value for name, value in request.said.items() if name != "lettre"}
    return replace(request, said=said)


def _lire(request: Request) -> Answer:
    """How letters are told apart; said first to a proven person: the file holds none."""
    answer = compose(request, "courrier.lire").with_(about="comprendre_sanction")
    if request.dossier is None or request.dossier.procedures:
        return answer
    return answer.with_(
        conclusion=f"{phrase(request, 'recours.rien_au_dossier')} {answer.conclusion}"
    )
