"""Writes a conversation as a YAML case for ``tests/conversations/``."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml


def case(person: str | None, day: date, exchanges: list[tuple[str, list[dict[str, Any]]]]) -> str:
    """The YAML of a case: what was said, and the first sentence, rules and buttons of each answer as expected."""
    content = {
        "nom": exchanges[0][0],
        "jour": day.isoformat(),
        "dossier": person,
        "echanges": [_exchange(text, messages) for text, messages in exchanges],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def _exchange(text: str, messages: list[dict[str, Any]]) -> dict[str, Any]:
    expected: dict[str, Any] = {
        "contient": [message["text"].split("\n")[0] for message in messages]
    }
    rules = [rule for message in messages for rule in message.get("rules", [])]
    buttons = [button["title"] for message in messages for button in message.get("buttons", [])]
    if rules:
        expected["regles"] = rules
    if buttons:
        expected["boutons"] = buttons
    return {"dit": text, "repond": expected}
