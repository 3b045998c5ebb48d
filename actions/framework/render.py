"""From an ``Answer`` to what a channel sends: one bubble of plain text, buttons, sources."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions.droit.modele import Source
from actions.droit.typographie import jour
from actions.framework.answer import MAX_BUTTONS, Answer
from actions.framework.wording import polish

_SOURCES_IN_TEXT = 3
# How the names of texts and rulings begin; the others are pages and practice.
_OFFICIAL = ("Code ", "Décret", "Loi", "Ordonnance", "Conseil", "Cour ")
# « (rédaction du 1er janvier 2019 au 31 mai 2025) »
_VERSION = re.compile(r"\(rédaction du [^)]*\)")


def message(answer: Answer, adviser: bool = False) -> dict[str, Any]:
    """The keyword arguments of the SDK's ``utter_message``.

    Extra keys travel with the message: our web channel shows them, the others ignore them. A blank line would
    split the bubble, so lines are joined by single newlines.
    """
    content: dict[str, Any] = {"text": text(answer)}
    if answer.buttons:
        content["buttons"] = [
            {"title": b.title, "payload": b.title} for b in answer.buttons[:MAX_BUTTONS]
        ]
    if answer.rules:
        content |= {
            "sources": [source_json(source) for source in answer.sources],
            "rules": list(answer.rules),
            "reasons": list(answer.reasons),
        }
    if answer.attachments:
        content["attachments"] = list(answer.attachments)
    if adviser:
        # Dates and lists as text: the facts travel as JSON.
        facts = {
            name: value if isinstance(value, (str, int)) else str(value)
            for name, value in answer.facts.items()
        }
        content |= {"facts": facts, "missing": list(answer.missing)}
    return content


def text(answer: Answer) -> str:
    """Conclusion, why, sources, caveat, next act, question: one line each."""
    lines = [answer.conclusion]
    if answer.pourquoi:
        lines.append("Pourquoi : " + " ".join(answer.pourquoi))
    if answer.reserve:
        lines.append("À savoir : " + answer.reserve)
    if answer.suite:
        lines.append("À faire : " + answer.suite)
    if answer.sources:
        lines.append("Source : " + sources_line(answer.sources))
    if answer.question_text:
        lines.append(answer.question_text)
    return polish("\n".join(line.strip() for line in lines if line.strip()))


def sources_line(sources: tuple[Source, ...]) -> str:
    """The first sources, texts and rulings before pages and practice, each with the day since when it applies."""
    ordered = sorted(sources, key=lambda source: not source.ref.startswith(_OFFICIAL))
    return " ; ".join(_short(source) for source in ordered[:_SOURCES_IN_TEXT]) + "."


def source_json(source: Source) -> dict[str, Any]:
    """A source as in the contract of the web channel."""
    return {
        "ref": source.ref,
        "id": source.id,
        "url": source.url,
        "since": source.since.isoformat() if source.since else None,
    }


def source_from_json(value: dict[str, Any]) -> Source:
    """The inverse of ``source_json``."""
    since = value.get("since")
    return Source(
        value["ref"],
        value.get("id"),
        value.get("url"),
        date.fromisoformat(since) if since else None,
    )


def _short(source: Source) -> str:
    """One bracket, whether or not the name ends with one of its own; a closed version tells its first day already."""
    if source.since is None or _VERSION.search(source.ref):
        return source.ref
    since = f"depuis le {jour(source.since)}"
    return f"{source.ref[:-1]}, {since})" if source.ref.endswith(")") else f"{source.ref} ({since})"
