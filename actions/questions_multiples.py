"""Several questions in one message: the main one is answered, the other is offered as a button.

When the message is so long that even the main one is not sure, ask which counts most rather than answer beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from actions.fallback import LONG, NEVER_PROPOSED, plain_question, proposing
from actions.framework import hooks, registry
from actions.framework.answer import MAX_BUTTONS, Answer, Button
from actions.framework.compose import plain
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_SPLIT = re.compile(
    r"[?!.;]+\s+|\n+|,?\s+(?:et aussi|et sinon|sinon|et puis|par ailleurs|au passage|autre question|et combien"
    r"|et est[- ]ce que|et (?:je|on) peu[xt]|et puis[- ]je|et faut[- ]il"
    r"|et comment|et quand|et où|et ou|et pourquoi|et quel\w*|et si je|et (?:je|on) dois?)\b\s*",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(quand|comment|combien|quel\w*|pourquoi|est-ce|puis-je|peut-on|(je|on) (peux|peut|veux|voudrais|dois)|faut|c' est quoi|qui|ou)\b"
)
_FAIR = 0.02  # share of the ranking under which another intent is only noise
_SURE = 0.7  # confidence from which a long message is answered like another
_WORDS = 3  # a clause with fewer words asks nothing


@hooks.finishes
def offer_other_question(request: Request, answer: Answer) -> Answer:
    """Add the other question of the message to the answer of the main one; ask which counts when that is not sure."""
    if is_lost(request):
        return _which_counts(request)
    if answer.question or answer.missed or answer.act or request.intent in NEVER_PROPOSED:
        return answer
    other = other_intent(request)
    if other is None:
        return answer
    wording = request.services.wording
    title = wording.block(f"intention.{other}")["titre"]
    line = wording.render(
        wording.block("suivi.autre_question")["conclusion"],
        {"today": request.today, "question": plain_question(request, other)},
    )
    kept = [button for button in answer.buttons if button.meaning != f"intent:{other}"]
    return answer.with_(
        offered=(other,),
        buttons=(Button(title, f"intent:{other}"), *kept)[:MAX_BUTTONS],
        question_text=f"{answer.question_text} {line}" if answer.question_text else line,
    )


def is_lost(request: Request) -> bool:
    """Whether a long message was read with little confidence, outside of an act or an open question."""
    memory, ranking = request.memory, request.ranking
    return (
        len(request.text.split()) > LONG
        and bool(ranking)
        and ranking[0] == (request.intent, ranking[0][1])
        and ranking[0][1] < _SURE
        and request.intent not in NEVER_PROPOSED
        and not (memory.demarche or memory.question)
    )


def _which_counts(request: Request) -> Answer:
    """The questions whose words stand in the message, the likeliest first."""
    confidence = dict(request.ranking)
    words = normalise(request.text)
    heard = [
        name for name in registry.intents() if name in confidence or _places(request, name, [words])
    ]
    heard = [
        name for name in heard if name not in NEVER_PROPOSED and name not in request.memory.proposes
    ]
    told = sorted(
        heard, key=lambda name: (-bool(_places(request, name, [words])), -confidence.get(name, 0.0))
    )
    guesses = told[:MAX_BUTTONS]
    if not guesses:
        return plain(request, "fallback.autrement").with_(missed=True)
    answer = plain(request, "fallback.long", nombre=len(guesses))
    return proposing(request, answer, guesses).with_(missed=True)


def other_intent(request: Request) -> str | None:
    """The second question of a message: a likely intent whose words stand in another clause than the main one's."""
    clauses = [normalise(clause) for clause in split(request.text)]
    if len(clauses) < 2:
        return None
    main = _places(request, request.intent, clauses)
    for name, confidence in request.ranking:
        if confidence < _FAIR or not _may_be_other(request, name):
            continue
        places = _places(request, name, clauses)
        if places and places - main and (main or len(places) == 1):
            return name
    return _asked_elsewhere(request, clauses, main) if main else None


def _may_be_other(request: Request, name: str) -> bool:
    return (
        name != request.intent and name not in NEVER_PROPOSED and registry.entry(name) is not None
    )


def _asked_elsewhere(request: Request, clauses: list[str], main: set[int]) -> str | None:
    """The only question that the words of another clause point to, though the model did not hear it."""
    asking = [
        clause for rank, clause in enumerate(clauses) if rank not in main and _ASKS.search(clause)
    ]
    found = {
        name
        for name in registry.intents()
        if _may_be_other(request, name) and _places(request, name, asking)
    }
    return found.pop() if len(found) == 1 else None


def split(text: str) -> list[str]:
    """The parts of a message that may each ask something."""
    return [part for part in _SPLIT.split(text) if part and len(part.split()) >= _WORDS]


def _places(request: Request, intent: str, clauses: list[str]) -> set[int]:
    key = f"intention.{intent}"
    if key not in request.services.wording:
        return set()
    cues = _cues(tuple(request.services.wording.block(key).get("indices", ())))
    return {rank for rank, clause in enumerate(clauses) if cues and cues.search(clause)}


@lru_cache(maxsize=128)
def _cues(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b") if patterns else None
