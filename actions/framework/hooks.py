"""What is done to every message before it is answered, and to every answer before it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from actions.framework.answer import Answer
from actions.framework.request import Request

Reader = Callable[[Request], Mapping[str, Any]]
Finisher = Callable[[Request, Answer], Answer]

_READERS: list[Reader] = []
_FINISHERS: list[Finisher] = []


def reads(reader: Reader) -> Reader:
    """Decorator: the function finds more facts in a message (what is already said wins)."""
    _READERS.append(reader)
    return reader


def finishes(finisher: Finisher) -> Finisher:
    """Decorator: the function has the last word on an answer."""
    _FINISHERS.append(finisher)
    return finisher


def read(request: Request) -> Request:
    """The request with all that the readers find."""
    found: dict[str, Any] = {}
    for reader in _READERS:
        found |= reader(request)
    said = {**found, **request.said}
    return replace(request, said=said, facts={**request.facts, **said}) if found else request


def finish(request: Request, answer: Answer) -> Answer:
    """The answer as it is sent."""
    for finisher in _FINISHERS:
        answer = finisher(request, answer)
    return answer
