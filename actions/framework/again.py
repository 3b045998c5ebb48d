"""The last question again, on other facts."""

from __future__ import annotations

from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.request import Request


def again(request: Request, intent: str, **changes: object) -> Answer | None:
    """A question answered with the facts of the last one and ``changes``; it becomes the subject."""
    found = registry.entry(intent)
    if found is None:
        return None
    remembered = {**request.memory.sujet.get("faits", {}), **request.said, **changes}
    given = found.handler(request.with_intent(intent, **remembered))
    return given.with_(about=given.about or intent)
