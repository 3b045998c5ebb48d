"""The spelling table of ``mots.yml`` and the tolerance for one wrong letter in long words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_MIN_LENGTH = 6  # shorter words have too many real neighbours
_LETTERS = re.compile(rf"(?<![@a-z])[a-z]{{{_MIN_LENGTH},}}(?![a-z*])")


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
    """The one long word of the tables that differs by one letter, else the word itself."""
    known, deletions = _proches()
    proches = mots()["proches"]
    if len(word) < _MIN_LENGTH - 1 or word in known or not word.isalpha():
        return word
    for variant in _deletions(word):
        for candidate in deletions.get(variant, ()):
            if _one_edit(word, candidate) and (len(word) >= _MIN_LENGTH or candidate in proches):
                return candidate
    return word


@lru_cache(maxsize=1)
def _proches() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    words = frozenset(_vocabulary())
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted(words | set(mots()["proches"])):
        for variant in _deletions(word):
            table[variant] = (*table.get(variant, ()), word)
    regular = frozenset(str(word) for word in mots()["reguliers"])
    return words | regular | frozenset(mots()["proches"]), table


def _vocabulary() -> Iterable[str]:
    for path in sorted(FOLDER.rglob("*.yml")):
        if path.name != "orthographe.yml" and path.name != "mots.yml":
            yield from _LETTERS.findall(path.read_text(encoding="utf-8").split("# fin", 1)[0])


def _deletions(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _one_edit(left: str, right: str) -> bool:
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
