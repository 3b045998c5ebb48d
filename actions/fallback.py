"""What was not understood: at most three questions in plain French, then a person; never twice the same."""

from __future__ import annotations

from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.registry import answers
from actions.framework.request import Request


@answers("nlu_fallback")
def not_understood(request: Request) -> Answer:
    """Ask to say it otherwise."""
    return plain(request, "fallback.autrement")
