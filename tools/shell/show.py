"""How the shell shows what an answer rests on."""

from __future__ import annotations

from typing import Any


def details(message: dict[str, Any]) -> str:
    """Buttons, rules and sources, under each answer."""
    lines = []
    if message.get("buttons"):
        lines.append("  [" + "] [".join(button["title"] for button in message["buttons"]) + "]")
    if message.get("rules"):
        lines.append("  règles  : " + ", ".join(message["rules"]))
        lines += [f"  source  : {_source(source)}" for source in message.get("sources", [])]
    lines += [
        f"  document: {item['title']} {item['url']}" for item in message.get("attachments", [])
    ]
    if message.get("facts"):
        lines.append("  faits   : " + _facts(message["facts"]))
    if message.get("missing"):
        lines.append("  manque  : " + ", ".join(message["missing"]))
    return "\n".join(lines)


def explanation(message: dict[str, Any]) -> str:
    """Everything behind an answer: ``/pourquoi``."""
    reasons = [f"  raison  : {reason}" for reason in message.get("reasons", [])]
    return (
        "\n".join(filter(None, [*reasons, details(message)]))
        or "  Cette réponse n’énonce aucune règle."
    )


def _source(source: dict[str, Any]) -> str:
    since = f", depuis le {source['since']}" if source.get("since") else ""
    return f"{source['ref']}{since} {source.get('url') or ''}".rstrip()


def _facts(facts: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in sorted(facts.items()))
