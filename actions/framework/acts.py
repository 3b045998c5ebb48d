"""Acts (declare an absence, move an appointment, ...): conversations of several steps that end in a write.

An act keeps its state in ``memory.demarche`` = ``{"nature": ..., "etape": ..., ...}``; an answer carries the new state in
``Answer.act`` (None: unchanged, ``{}``: the act is over). Nothing is written before the person has confirmed in words.
"""

from __future__ import annotations

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


_ACTS: dict[str, Act] = {}


def register(act: Act) -> Act:
    """Make an act known by its nature."""
    if act.nature in _ACTS:
        raise ValueError(f"two acts for {act.nature}")
    _ACTS[act.nature] = act
    return act


def go_on(request: Request) -> Answer | None:
    """The next step of the act under way, its end when the person leaves, or None."""
    act = _current(request)
    if act is None:
        return None
    if request.intent == LEAVE:
        return plain(request, "demarche.abandonnee").with_(act={})
    return act.go_on(request)


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
