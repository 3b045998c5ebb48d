"""An answer before it becomes text: conclusion, why, sources, caveat, next act, at most three buttons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from actions.droit.modele import Source

MAX_BUTTONS = 3


@dataclass(frozen=True)
class Button:
    """A quick reply. ``meaning`` is ``intent:<name>``, ``fait:<name>=<value>`` or ``texte`` (as if typed)."""

    title: str
    meaning: str = "texte"


@dataclass(frozen=True)
class Question:
    """A fact that is asked for: its name in the rules base, the intent that needs it, the choices offered."""

    fait: str
    intent: str
    choices: tuple[tuple[str, str], ...] = ()  # (title, value)


@dataclass(frozen=True)
class Answer:
    """What one turn says. Every part is plain French, already worded.

    ``rules``/``sources``/``reasons`` go with every answer that states a rule; ``facts`` are those that were used and
    ``missing`` those that were not known (shown to advisers).
    """

    conclusion: str
    pourquoi: tuple[str, ...] = ()
    reserve: str | None = None
    suite: str | None = None
    question: Question | None = None
    question_text: str | None = None
    buttons: tuple[Button, ...] = ()
    rules: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    reasons: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    key: str = ""
    on: date | None = None  # the date of the facts, by whose law the answer is given
    attachments: tuple[dict[str, str], ...] = ()  # links to letters and calendar files: title, url
    act: dict[str, Any] | None = None  # state of the act under way: None keeps it, {} ends it
    about: str | None = None  # the intent that follow-ups run again, if not the message's
    missed: bool = False  # the message was not understood: counted until one is
    offered: tuple[str, ...] = ()  # intents proposed as questions: never proposed again
    forget: bool = False  # start over: everything said so far is dropped
    sticky: bool = True  # whether follow-ups (« pourquoi ? ») are about this answer

    def with_(self, **changes: Any) -> Answer:
        """A copy with some parts changed."""
        return replace(self, **changes)
