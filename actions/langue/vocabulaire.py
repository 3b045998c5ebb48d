"""The spelling table of ``mots.yml`` and the tolerance for one wrong letter in the words it names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_MIN_LENGTH = 5  # shorter words have too many real neighbours


def lire(name: str) -> Any:
    """The content of one table of this folder."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def mots() -> Mapping[str, Any]:
    """``mots.yml``: ``formes``, ``classes``, ``reguliers`` (near words never rewritten), ``proches``."""
    return lire("mots.yml")


@lru_cache(maxsize=1)
def formes() -> Mapping[str, tuple[str, ...]]:
    """Written form -> words in standard spelling (a standard word stands for itself)."""
    table = mots()["formes"]
    eux_memes = {standard: (standard,) for standard in table if " " not in standard}
    ecrits = {
        str(form): tuple(standard.split()) for standard, forms in table.items() for form in forms
    }
    return {**eux_memes, **ecrits}


def rapprocher(word: str) -> str:
    """The word of ``proches`` that differs by one letter, else the word itself."""
    known, deletions = _proches()
    if len(word) < _MIN_LENGTH or word in known or not word.isalpha():
        return word
    for variant in _deletions(word):
        for candidate in deletions.get(variant, ()):
            if one_edit(word, candidate):
                return candidate
    return word


@lru_cache(maxsize=1)
def _proches() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Words left as they are, and beginnings of the search: a form without one letter -> words."""
    table: dict[str, tuple[str, ...]] = {}
    for word in mots()["proches"]:
        for variant in _deletions(word):
            table[variant] = (*table.get(variant, ()), word)
    return frozenset((*mots()["reguliers"], *mots()["proches"])), table


def _deletions(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def one_edit(left: str, right: str) -> bool:
    """Whether one letter is added, missing, wrong or swapped with its neighbour; the first one agrees."""
    if left[0] != right[0] or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if start is None:
        return True
    rest_left, rest_right = left[start:], right[start:]
    return (
        rest_left[1:] == rest_right
        or rest_left == rest_right[1:]
        or rest_left[1:] == rest_right[1:]
        or (rest_left[2:] == rest_right[2:] and rest_left[:2] == rest_right[1::-1])
    )
