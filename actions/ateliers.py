"""Workshops and appointments: must one go, which letter is it, may one refuse."""

from __future__ import annotations

from actions import ateliers_changer, ateliers_offre, ateliers_suivi  # noqa: F401  (they register their handlers)
from actions.absence_lecture import tense
from actions.ateliers_cible import OBLIGATION, Cible, cibler, coming, next_question, personal
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom

_BY_VOICE = ("telephone", "vocal", "oral", "verbalement", "appel", "appele", "appelee")


@answers("atelier_obligatoire", facts=OBLIGATION)
def atelier_obligatoire(request: Request) -> Answer:
    """Must the person come? From the appointment that they mean, or the letter that they describe."""
    cible = cibler(request)
    words = normalise(request.text)
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
    own = coming(request) if personal(request) and not request.said.get("document") else None
    if own is not None and own.document in ("convocation", "invitation", "recommandation"):
        return compose(
            request,
            f"distinguer_convocation_invitation.{own.document}",
            **cibler(request.with_intent(request.intent, mon_cas=True)).variables,
            document=nom("document", own.document),
        )
    known = document in ("convocation", "invitation", "recommandation", "aucun")
    key = document if known and not _both(request) else "general"
    answer = compose(request, f"distinguer_convocation_invitation.{key}", nom_rdv="", document="")
    return ask(request, answer, "document") if key == "general" and document is None else answer


def _both(request: Request) -> bool:
    """Whether the message compares two kinds of letter."""
    words = normalise(request.text)
    kinds = ("convo", "invit", "recommand")
    return sum(kind in words for kind in kinds) > 1


def _spoken(request: Request) -> bool:
    """Whether the letter was no letter, but words on the phone."""
    words = set(normalise(request.text).split())
    return bool(words & set(_BY_VOICE)) and request.said.get("document") != "invitation"
