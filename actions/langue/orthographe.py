"""SMS spelling, frequent misspellings and old names, read once from ``orthographe.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_suffix(".yml")


@dataclass(frozen=True)
class Corrections:
    """``words``: written form -> standard form. ``phrases``: the same for several words (folded text)."""

    words: dict[str, str]
    phrases: dict[str, str]
    pattern: re.Pattern[str]

    def replace_phrases(self, text: str) -> str:
        """The text with every known phrase rewritten."""
        return self.pattern.sub(lambda match: self.phrases[match.group(0)], text)


@lru_cache(maxsize=1)
def load(path: Path = _FILE) -> Corrections:
    """Read the table: standard form -> the forms that people type."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    pairs = [(str(typed), standard) for standard, forms in table.items() for typed in forms]
    words = {typed: standard for typed, standard in pairs if " " not in typed}
    phrases = {typed: standard for typed, standard in pairs if " " in typed}
    longest_first = sorted(phrases, key=len, reverse=True)
    return Corrections(
        words, phrases, re.compile(r"\b(?:{})\b".format("|".join(map(re.escape, longest_first))))
    )
