"""Which function answers which intent. A handler takes a ``Request`` and returns an ``Answer``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from actions.framework.answer import Answer
from actions.framework.request import Request

Handler = Callable[[Request], Answer]


@dataclass(frozen=True)
class Entry:
    """A handler and the facts that change its answer (a follow-up that brings one is about this answer)."""

    handler: Handler
    facts: frozenset[str]


_HANDLERS: dict[str, Entry] = {}


def answers(*intents: str, facts: tuple[str, ...] = ()) -> Callable[[Handler], Handler]:
    """Decorator: the function answers these intents; ``facts`` are those that it reads."""

    def register(handler: Handler) -> Handler:
        for intent in intents:
            if intent in _HANDLERS:
                raise ValueError(f"two handlers for {intent}")
            _HANDLERS[intent] = Entry(handler, frozenset(facts))
        return handler

    return register


def entry(intent: str) -> Entry | None:
    """The handler of an intent, or None."""
    return _HANDLERS.get(intent)


def intents() -> list[str]:
    """Every intent that has a handler."""
    return sorted(_HANDLERS)
