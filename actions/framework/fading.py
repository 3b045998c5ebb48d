"""How long an act under way stays: a question in between interrupts it, silence or other subjects end it.

Its state carries ``touche`` (local time of the last step, ISO) and ``ailleurs`` (turns in a row about something else).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from actions.framework.answer import Answer
from actions.framework.request import Request

LIFE = timedelta(minutes=30)
REMINDERS = 2  # in a row
_GOODBYE, _DISTRESS = "au_revoir", "exprimer_detresse"
_TOUCHED, _ELSEWHERE = "touche", "ailleurs"


def awake(request: Request) -> Request:
    """The request, without an act that was left for too long: a « oui » of the next day confirms nothing."""
    if not _left(request.memory.demarche, request.now):
        return request
    return replace(request, memory=replace(request.memory, demarche={}))


def reminds(request: Request) -> bool:
    """Whether the act may still be recalled after an answer about something else."""
    turns = request.memory.demarche.get(_ELSEWHERE, 0)
    return request.intent != _GOODBYE and turns < REMINDERS


def after(request: Request, answer: Answer) -> dict[str, Any]:
    """The act's state to remember: as the answer leaves it, or one turn further away, or none."""
    if answer.act:
        return {**answer.act, _TOUCHED: request.now.isoformat(), _ELSEWHERE: 0}
    state = request.memory.demarche
    if answer.act is not None or answer.forget or not state or not reminds(request):
        return {}
    if request.intent == _DISTRESS:
        return state
    return {**state, _ELSEWHERE: state.get(_ELSEWHERE, 0) + 1}


def _left(state: dict[str, Any], now: datetime) -> bool:
    """Whether nothing has touched the act for longer than its life (the clock may change with the agency)."""
    try:
        return abs(now - datetime.fromisoformat(state[_TOUCHED])) > LIFE
    except (KeyError, TypeError, ValueError):
        return False
