"""The same words are never said twice in a row: said shorter, then a person is offered."""

from __future__ import annotations

import hashlib

from actions.framework.answer import MAX_BUTTONS, Answer, Button
from actions.framework.compose import plain
from actions.framework.render import text
from actions.framework.request import Request

# Numbers that help are repeated whole, in their own other words.
_CARE = "exprimer_detresse"
# Answers that know nothing to say again: not understood, sorry, asking what is meant.
_EMPTY = (
    "fallback.",
    "exprimer_mecontentement.",
    "hors_sujet.",
    "suivi.rien_avant",
    "suivi.de_quoi",
    "informer.",
    "affirmer.",
    "nier.",
)


def digest(answer: Answer) -> str:
    """What the memory keeps of an answer's text, to know it again."""
    return hashlib.sha256(text(answer).encode()).hexdigest()[:16]


def vary(request: Request, answer: Answer) -> tuple[Answer, int]:
    """The answer, in other words when it is the last one again, and how many times in a row that has happened."""
    if answer.key.startswith(_CARE):
        return answer, 0
    if digest(answer) != request.memory.empreinte:
        return _only_the_next_question(request, answer), 0
    count = request.memory.redites + 1
    odd = count % 2 == 1
    if answer.act:
        return (_step(request, answer) if odd else answer), count
    if answer.question:
        return _asking(request, answer, odd), count
    if answer.key.startswith(_EMPTY):
        return _no_way_on(request, answer, odd), count
    return (_again if odd else _person)(request, answer), count


def _only_the_next_question(request: Request, answer: Answer) -> Answer:
    """A fact that changed nothing: the same conclusion is not said again before the next question."""
    memory = request.memory
    same = answer.conclusion == memory.sujet.get("conclusion") and answer.key == memory.derniere
    if not (same and memory.question and answer.question):
        return answer
    first = plain(request, "suivi.rien_de_change")
    return answer.with_(conclusion=first.conclusion, pourquoi=(), reserve=None, suite=None)


def _again(request: Request, answer: Answer) -> Answer:
    """The answer, said to be the same."""
    before_a_step = bool(answer.question_text) or answer.key.startswith("demarche.")
    key = "suivi.redit_autrement" if before_a_step else "suivi.redit"
    first = plain(request, key, conclusion=answer.conclusion)
    return answer.with_(conclusion=first.conclusion)


def _no_way_on(request: Request, answer: Answer, odd: bool) -> Answer:
    """Other words, and somebody else, in place of an apology said again."""
    last = plain(request, f"suivi.sans_issue.{'une' if odd else 'deux'}")
    return answer.with_(
        conclusion=last.conclusion,
        pourquoi=(),
        reserve=None,
        suite=last.suite,
        buttons=_with_person(answer, last),
    )


def _with_person(answer: Answer, last: Answer) -> tuple[Button, ...]:
    kept = tuple(b for b in answer.buttons if b.title not in {o.title for o in last.buttons})
    return (*last.buttons, *kept)[:MAX_BUTTONS]


def _step(request: Request, answer: Answer) -> Answer:
    """What is to be confirmed stays whole."""
    kept = "" if answer.missed else answer.conclusion
    first = plain(request, "suivi.redit_demarche", conclusion=kept)
    return answer.with_(conclusion=first.conclusion)


def _asking(request: Request, answer: Answer, odd: bool) -> Answer:
    """Only the question that the answer needs."""
    first = plain(request, "suivi.redit_question" if odd else "suivi.redit_question_encore")
    return answer.with_(
        conclusion=first.conclusion, pourquoi=(), reserve=None, suite=None, rules=(), sources=()
    )


def _person(request: Request, answer: Answer) -> Answer:
    """All is said: somebody else may do better."""
    last = plain(request, "suivi.redit_personne")
    text_now = " ".join(filter(None, (last.conclusion, _step_asked(request, answer))))
    return answer.with_(question_text=text_now, buttons=_with_person(answer, last))


def _step_asked(request: Request, answer: Answer) -> str | None:
    """The question of the act under way, which still waits."""
    return answer.question_text if request.memory.demarche and not answer.question else None
