"""What the conversation remembers between two messages; kept as plain JSON in the slot ``contexte``."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

SLOT = "contexte"


@dataclass
class Memory:
    """The dialogue's memory. Everything in it is JSON; a foreign or broken value gives an empty memory.

    ``faits``: what the person has said, by fact name of the rules base. ``sujet``: the last answer that
    stated a rule (intent, facts, rules, sources, reasons), for « pourquoi ? », « quelle loi ? ».
    ``question``: the fact being asked. ``demarche``: the act under way. ``boutons``: title -> what it means.
    ``proposes``: the intents that were already offered. ``echecs``: misunderstandings in a row. ``derniere``: the text
    key of the last answer; ``empreinte``: a digest of its text, and ``redites``: how many times in a row that text was
    about to be said again, so that the same words are not said twice.
    """

    faits: dict[str, Any] = field(default_factory=dict)
    sujet: dict[str, Any] = field(default_factory=dict)
    question: dict[str, Any] = field(default_factory=dict)
    demarche: dict[str, Any] = field(default_factory=dict)
    boutons: dict[str, str] = field(default_factory=dict)
    proposes: list[str] = field(default_factory=list)
    echecs: int = 0
    derniere: str = ""
    empreinte: str = ""
    redites: int = 0
    personne: str | None = None

    @classmethod
    def from_slot(cls, value: Any) -> Memory:
        """Read the slot, passing over what does not fit."""
        memory = cls()
        if isinstance(value, dict):
            for item in fields(cls):
                kept = value.get(item.name)
                if isinstance(kept, type(getattr(memory, item.name))) or item.name == "personne":
                    setattr(memory, item.name, kept)
        return memory

    def to_slot(self) -> dict[str, Any]:
        """The JSON to store."""
        return asdict(self)
