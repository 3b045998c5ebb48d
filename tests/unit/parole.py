"""Talks to the frame as a conversation would, without Rasa: intent and words in, text out, memory kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actions import groups  # noqa: F401  (registers every handler)
from actions.framework.answer import Answer
from actions.framework.memory import Memory
from actions.framework.render import text
from actions.framework.request import Request
from actions.framework.turn import respond


class Parole:
    """One conversation; ``dossier`` and ``today`` as in ``make_request``."""

    def __init__(self, make_request: Callable[..., Request], **settings: Any) -> None:
        self._make, self._settings = make_request, settings
        self.memory = Memory()

    def dire(self, intent: str, words: str = "", **changes: Any) -> Answer:
        """The answer to a message of that intent."""
        request = self._make(intent, words, memory=self.memory, **{**self._settings, **changes})
        answer, self.memory = respond(request)
        return answer

    def lire(self, intent: str, words: str = "", **changes: Any) -> str:
        """The text of the answer, with plain spaces."""
        return plain(self.dire(intent, words, **changes))


def plain(answer: Answer) -> str:
    """The text as sent, with plain spaces."""
    return text(answer).replace("\u00a0", " ").replace("\u202f", " ")
