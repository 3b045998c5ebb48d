"""One turn of the conversation: what the message means here and now, and who answers it.

Order: distress; a button or the question just asked; an act begun by its button; leaving; the act under way; an act
asked for; a follow-up on the last answer; the intent's own handler; else the fallback. All in plain functions, so that
a conversation can be tested without Rasa.
"""

from __future__ import annotations

from dataclasses import replace

from actions.framework import (
    acts,
    elliptical,
    fading,
    followups,
    hooks,
    pending,
    registry,
    repetition,
)
from actions.framework.answer import Answer
from actions.framework.memory import Memory
from actions.framework.render import source_json
from actions.framework.request import PERSONAL_FACTS, Request

DISTRESS = "exprimer_detresse"
# What follow-ups must not bring back: who the person is, what their file says, whose case was meant.
_MOMENTARY = frozenset(("rang_rendez_vous",))  # true of one answer, not of the person
_NOT_KEPT = PERSONAL_FACTS | {"historique", "mon_cas"}
_NEUTRAL = ("saluer", "remercier", "au_revoir", DISTRESS)


def respond(request: Request) -> tuple[Answer, Memory]:
    """The answer of a turn and the memory after it."""
    request = fading.awake(hooks.read(request))
    if request.intent == DISTRESS and elliptical.asks_plainly(request):
        request = replace(request, intent="nlu_fallback")  # « et si je fais rien ? »
    meant = request if request.intent == DISTRESS else pending.reinterpret(request)
    answer = hooks.finish(meant, _answer(meant))
    said, redites = repetition.vary(meant, answer)
    memory = remember(meant, answer)
    memory.boutons = _buttons(said)
    memory.empreinte, memory.redites = repetition.digest(answer), redites
    return said, memory


def _answer(request: Request) -> Answer:
    if request.intent == DISTRESS:
        return _handle(request)
    answer = acts.advance(request) or followups.answer(request) or _handle(request)
    return _with_reminder(request, answer)


def _handle(request: Request) -> Answer:
    found = registry.entry(request.intent) or registry.entry("nlu_fallback")
    if found is None:
        raise LookupError(f"no handler for {request.intent}")
    return found.handler(request)


def _with_reminder(request: Request, answer: Answer) -> Answer:
    """A question in the middle of an act is answered, then the act is offered again; not for ever."""
    silent = answer.question or answer.forget or request.intent in _NEUTRAL
    if answer.act is not None or silent or not fading.reminds(request):
        return answer
    reminder = acts.reminder(request)
    return (
        answer.with_(question_text=reminder.question_text, buttons=reminder.buttons)
        if reminder
        else answer
    )


def remember(request: Request, answer: Answer) -> Memory:
    """The memory after an answer: facts said, subject for follow-ups, question asked, buttons offered."""
    old = Memory() if answer.forget else request.memory
    facts = {
        **old.faits,
        **{
            name: request.facts[name]
            for name in request.facts
            if name in {**old.faits, **request.said}
        },
    }
    facts |= {name: value for name, value in answer.facts.items() if name in request.said}
    return Memory(
        faits=_json({k: v for k, v in facts.items() if k not in _MOMENTARY}),
        sujet=_subject(request, answer) if answer.sticky and answer.rules else old.sujet,
        question=_question(answer),
        demarche=fading.after(request, answer),
        boutons=_buttons(answer),
        proposes=[*old.proposes, *answer.offered],
        echecs=old.echecs + 1 if answer.missed else 0,
        derniere=answer.key,
        personne=request.identifiant,
    )


def _buttons(answer: Answer) -> dict[str, str]:
    return {pending.fold_title(b.title): b.meaning for b in answer.buttons}


def _question(answer: Answer) -> dict[str, object]:
    question = answer.question
    if question is None:
        return {}
    return {
        "fait": question.fait,
        "intent": question.intent,
        "choix": [list(c) for c in question.choices],
    }


def _subject(request: Request, answer: Answer) -> dict[str, object]:
    """What follow-ups need of an answer, as JSON."""
    return {
        "intent": answer.about or request.intent,
        "key": answer.key,
        "faits": _json(
            {k: v for k, v in (answer.facts or request.facts).items() if k not in _NOT_KEPT}
        ),
        "conclusion": answer.conclusion,
        "suite": answer.suite,
        "jour": answer.on.isoformat() if answer.on else "",
        "rules": list(answer.rules),
        "sources": [source_json(source) for source in answer.sources],
        "reasons": list(answer.reasons or answer.pourquoi),
    }


def _json(facts: dict[str, object]) -> dict[str, object]:
    """Dates as ISO text; what is not plain stays out (it can be read again from the file)."""
    plain = {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in facts.items()}
    return {k: v for k, v in plain.items() if isinstance(v, (str, int, float, bool))}
