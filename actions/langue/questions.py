"""Several requests in one message: cut where a new one clearly begins, nowhere else."""

from __future__ import annotations

import re

MIN_WORDS = 3  # of a part that stands alone
_SENTENCES = re.compile(r"(?<=[?!.;…])\s+|\s*\n+\s*")
# « et », « aussi », « sinon »… before a word that opens a question or a request.
_OPENINGS = (
    r"comment|combien|quand|pourquoi|ou est|où|quel(?:le)?s?|qui|est[- ]ce|c['’]est quoi|c koi|esk[e]?|"
    r"je (?:veux|voudrais|peux|dois|risque)|j['’]aimerais|faut[- ]il|puis[- ]je|dois[- ]je|peut[- ]on|a qui|à qui"
)
_JOINTS = re.compile(
    rf"[,;]?\s+(?:et aussi|et sinon|et puis|sinon|par ailleurs|autre question|et|aussi)\s*[,:]?\s+(?=(?:{_OPENINGS})\b)",
    re.IGNORECASE,
)
_MAX_CHARACTERS = 4000


def decouper(text: str) -> list[str]:
    """The parts of a message that could each carry a request, in order; one part when in doubt.

    A part too short to stand alone (a greeting, « merci ») goes with its neighbour.
    """
    sentences = [part.strip() for part in _SENTENCES.split(text[:_MAX_CHARACTERS]) if part.strip()]
    parts: list[str] = []
    for sentence in sentences:
        parts.extend(_clauses(sentence))
    return _joined(parts)


def _clauses(sentence: str) -> list[str]:
    pieces = [piece.strip() for piece in _JOINTS.split(sentence)]
    if any(len(piece.split()) < MIN_WORDS for piece in pieces):
        return [sentence]
    return pieces


def _joined(parts: list[str]) -> list[str]:
    kept: list[str] = []
    waiting = ""
    for part in parts:
        part = f"{waiting} {part}".strip()
        waiting = ""
        if len(part.split()) >= MIN_WORDS:
            kept.append(part)
        elif kept:
            kept[-1] = f"{kept[-1]} {part}"
        else:
            waiting = part
    return kept or ([waiting] if waiting else [])
