"""The same words are never said twice in a row: said shorter, then a person is offered."""

from __future__ import annotations

import hashlib

from actions.framework.answer import Answer, Button
from actions.framework.compose import plain
from actions.framework.render import text
from actions.framework.request import Request

# Numbers that help are repeated whole, in their own other words.
_CARE = "exprimer_detresse"


def digest(answer: Answer) -> str:
    """What the memory keeps of an answer's text, to know it again."""
    return hashlib.sha256(text(answer).encode()).hexdigest()[:16]


def vary(request: Request, answer: Answer) -> tuple[Answer, int]:
    """The answer, in other words when it is the last one again, and how many times in a row that has happened."""
    if digest(answer) != request.memory.empreinte or answer.key.startswith(_CARE):
        return answer, 0
    count = request.memory.redites + 1
    odd = count % 2 == 1
    if answer.act:  # what is to be confirmed stays whole
        return (_again(request, answer) if odd else answer), count
    if answer.question:
        return _asking(request, answer, odd), count
    return (_again(request, answer) if odd else _person(request, answer)), count


def _again(request: Request, answer: Answer) -> Answer:
    """The heart of the answer, said to be the same."""
    first = plain(request, "suivi.redit", conclusion=answer.conclusion)
    return answer.with_(conclusion=first.conclusion, pourquoi=(), reserve=None)


def _asking(request: Request, answer: Answer, odd: bool) -> Answer:
    """Only the question that the answer needs."""
    first = plain(request, "suivi.redit_question" if odd else "suivi.redit_question_encore")
    return answer.with_(
        conclusion=first.conclusion,
        pourquoi=(),
        reserve=None,
        suite=first.suite,
        rules=(),
        sources=(),
        reasons=(),
    )


def _person(request: Request, answer: Answer) -> Answer:
    """All is said: somebody else may do better."""
    last = plain(request, "suivi.redit_personne", conclusion=answer.conclusion)
    kept = tuple(b for b in answer.buttons if b.title not in {o.title for o in last.buttons})
    buttons: tuple[Button, ...] = (*last.buttons, *kept)[:3]
    return answer.with_(
        conclusion=last.conclusion,
        pourquoi=(),
        reserve=None,
        suite=last.suite,
        question_text=None,
        buttons=buttons,
    )
