"""Hides what could name a person in a text kept for review: numbers, addresses, identifiers."""

from __future__ import annotations

import re

_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), "[adresse]"),
    (re.compile(r"\bFR\d{2}(?:[ ]?[0-9A-Z]{4}){5}[ ]?[0-9A-Z]{3}\b", re.IGNORECASE), "[iban]"),
    (re.compile(r"\b\d{7}[ -]?[A-Za-z]\b"), "[identifiant]"),
    (re.compile(r"(?<!\d)(?:\d[ .-]?){8,19}(?!\d)"), "[numero]"),
)


def mask(text: str) -> str:
    """The text with e-mail addresses, bank accounts, file identifiers and long numbers replaced."""
    for pattern, name in _PATTERNS:
        text = pattern.sub(f"{name} ", text) if name == "[numero]" else pattern.sub(name, text)
    return text.strip()
