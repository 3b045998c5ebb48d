"""Acts (declare an absence, move an appointment, ...): conversations of several steps that end in a write.

An act keeps its state in ``memory.demarche`` = ``{"nature": ..., "etape": ..., ...}``; an answer carries the new state in
``Answer.act`` (None: unchanged, ``{}``: the act is over). Nothing is written before the person has confirmed in words.
An act that is left fades: see ``fading``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from actions.framework import pending
from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.request import Request

LEAVE = "annuler"


class Act(Protocol):
    """One kind of act. Register an instance with ``register``."""

    nature: str

    def go_on(self, request: Request) -> Answer | None:
        """The next step, when the message answers the current one; None when it is about something else."""

    def reminder(self, request: Request) -> Answer:
        """The current step's question again (``question_text``, ``buttons``)."""


_FORGET_IT = re.compile(r"^\W*(oublie\b|oubliez|laisse|annul|arr[eê]t|stop)", re.IGNORECASE)

Start = Callable[[Request], Answer | None]

_ACTS: dict[str, Act] = {}
_STARTS: list[Start] = []
_TITLES: dict[str, Start] = {}


def register(act: Act) -> Act:
    """Make an act known by its nature."""
    if act.nature in _ACTS:
        raise ValueError(f"two acts for {act.nature}")
    _ACTS[act.nature] = act
    return act


def starts(start: Start) -> Start:
    """Decorator: the function may begin an act, when the message plainly asks for it (else it returns None)."""
    _STARTS.append(start)
    return start


def on_title(*titles: str) -> Callable[[Start], Start]:
    """Decorator: a button with one of these titles, pressed or typed, begins the act, even in the middle of another."""

    def register_titles(start: Start) -> Start:
        _TITLES.update({pending.fold_title(title): start for title in titles})
        return start

    return register_titles


def begin(request: Request, title: str) -> Answer | None:
    """The first step of the act that a button of this (folded) title begins, or None."""
    start = _TITLES.get(title)
    return start(request) if start else None


def advance(request: Request) -> Answer | None:
    """What acts make of a message: a new one begun by its button, the current one carried on, one asked for; or None."""
    begun = begin(request, pending.fold_title(request.text))
    return begun or go_on(request) or asked_for(request)


def asked_for(request: Request) -> Answer | None:
    """The first step of the act that the message plainly asks for, or None."""
    answers = (start(request) for start in _STARTS)
    return next((answer for answer in answers if answer is not None), None)


def go_on(request: Request) -> Answer | None:
    """The next step of the act under way, its end when the person leaves, or None.

    A fact that another answer has asked for in between is left to that answer.
    """
    act = _current(request)
    asked = request.memory.question.get("intent")
    if act is None or (asked and asked == request.intent):
        return None
    if request.intent == LEAVE and not _names_reason(request):
        return plain(request, "demarche.abandonnee").with_(act={})
    return act.go_on(request)


def _names_reason(request: Request) -> bool:
    """« Oubli », when a reason is asked for: no wish to leave (« oublie » is one)."""
    asked = request.memory.demarche.get("etape") == "motif"
    return asked and bool(request.said.get("motif")) and not _FORGET_IT.search(request.text)


def reminder(request: Request) -> Answer | None:
    """« Nous en étions à... » for an act interrupted by a question."""
    act = _current(request)
    return act.reminder(request) if act else None


def confirmed(request: Request) -> bool | None:
    """True, False, or None when the message neither confirms nor refuses."""
    if pending.is_yes(request):
        return True
    return False if pending.is_no(request) else None


def _current(request: Request) -> Act | None:
    return _ACTS.get(request.memory.demarche.get("nature", ""))
