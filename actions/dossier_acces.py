"""Who may read a file, and how to be recognised. What is typed in the chat never opens anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from actions.absence_lecture import lire
from actions.dossiers.personne import DossierPersonne
from actions.droit.resultat import Resultat
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose, plain
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom

_FORGET = re.compile(
    r"\b(oubli\w*( |-)mois?|m' oubli\w*|deconnect\w*|plus (me )?reconn\w*|plus identifi\w*)\b"
)
# On the text as typed: the normaliser closes up repeated figures.
_NUMBER = re.compile(r"(?<!\d)\d{7}[ -]?[A-Za-z]\b")


def on_file(
    request: Request, general: str, answer: Callable[[Request, DossierPersonne], Answer]
) -> Answer:
    """The answer on the person's own file; for anybody unproven the block ``general``, which says how to be recognised."""
    if request.dossier is not None:
        return answer(request, request.dossier)
    if request.identifiant is not None:
        return plain(request, "dossier.introuvable")
    return compose(request, general, numero=types_number(request))


def types_number(request: Request) -> bool:
    """Whether the message holds what looks like a file number."""
    return bool(_NUMBER.search(request.text))


def asks_to_be_forgotten(request: Request) -> bool:
    """« Oubliez-moi », « déconnectez-moi »."""
    return bool(_FORGET.search(normalise(request.text)))


def word(request: Request, key: str, *results: Resultat | None, **variables: Any) -> Answer:
    """Word a block about the file, with ``nom(genre, valeur)`` at hand.

    The first decision gives the reasons; the rules and sources of the others are added.
    """
    known = [result for result in results if result is not None]
    more = tuple(rule for result in known[1:] for rule in result.rule_ids)
    main = known[0] if known else None
    rules = (*variables.pop("rules", ()), *more)
    return compose(request, key, main, rules=rules, nom=nom, **variables)


def sentence(request: Request, key: str, **variables: Any) -> str:
    """The conclusion of a block, to be put into another answer."""
    return compose(request, key, nom=nom, **variables).conclusion


def past_of_the_law(request: Request) -> Answer | None:
    """What an absence of a day gone by could lead to, for somebody whose file cannot be seen; None otherwise."""
    intent = "consequences_absence"
    said = lire(request.with_intent(intent)) if request.dossier is None else {}
    found = registry.entry(intent)
    if found is None or said.get("date_absence", request.today) >= request.today:
        return None
    return found.handler(request.with_intent(intent, **said)).with_(about=intent)


@answers("s_identifier")
def s_identifier(request: Request) -> Answer:
    """How to be recognised, what a typed number is worth (nothing), how to be forgotten."""
    if asks_to_be_forgotten(request):
        return plain(request, "s_identifier.oublier", reconnu=request.identifiant is not None)
    number = types_number(request)
    if request.dossier is not None:
        return plain(request, "s_identifier.reconnu", prenom=request.dossier.prenom, numero=number)
    if request.identifiant is not None:
        return plain(request, "dossier.introuvable")
    return plain(request, "s_identifier.numero_tape" if number else "s_identifier.comment")
