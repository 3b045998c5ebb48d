"""Puts the texts that hold an answer before those that only frame it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from actions.framework.answer import Answer
from actions.framework.request import Request


def citer_d_abord(
    request: Request, answer: Answer, rules: Sequence[str], on: date | None = None
) -> Answer:
    """The answer with these rules, and their sources, before all the others. ``on``: the date of the facts."""
    first = request.services.droit.sources(list(rules), on or request.today)
    return answer.with_(
        rules=tuple(dict.fromkeys((*rules, *answer.rules))),
        sources=tuple(dict.fromkeys((*first, *answer.sources))),
    )
