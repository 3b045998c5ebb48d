"""A message cut into words in standard spelling, each knowing where it stands in the message.

Every French helper reads words rather than text, so that spelling is dealt with in this one place:
case, accents, elongations, SMS and frequent misspellings (``orthographe.yml``, ``mots.yml``), then
one wrong, missing or swapped letter in the long words that the tables of this folder use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from actions.langue import orthographe, vocabulaire
from actions.langue.normaliser import fold

MAX_CHARACTERS = 4000  # of a message; what lies beyond is not read
_MAX_WORD = 40  # characters; longer "words" are noise
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´′＇", "'"),
        **dict.fromkeys("‐‑–—−", "-"),
        **dict.fromkeys('«»“”"*', " "),
    }
)
_TOKEN = re.compile(r"[^\W_]+'?|[^\w\s]")
_LETTER_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W_])|(?<=\w)-(?=[^\W\d_])")
_ELONGATION = re.compile(r"([^\W\d_])\1{2,}")
_NUMBER_GLUED = re.compile(r"(\d{1,3})(j|jrs?|ans?|sem|[a-z]{3,})|(le|du|au|les)(\d{1,2})")
_ORDINALS = frozenset(("eme", "ere", "iem", "ier", "iere", "ieme", "nde", "emes", "main"))


@dataclass(frozen=True)
class Mot:
    """One word in standard spelling; ``start`` and ``end`` are offsets in the message.

    Words that share one written form (« jai » for « j’ » and « ai ») share its offsets.
    """

    texte: str
    start: int
    end: int


@lru_cache(maxsize=32)
def decouper(text: str) -> tuple[Mot, ...]:
    """The words and the punctuation of a message, in order."""
    view = _LETTER_HYPHEN.sub(" ", plier(text))
    return tuple(
        mot
        for match in _TOKEN.finditer(view)
        for part, start, end in _split_numbers(match)
        for mot in _standard(part, start, end)
    )


def plier(text: str) -> str:
    """The message folded (same length), with plain apostrophes and hyphens and without quotation marks."""
    return fold(text[:MAX_CHARACTERS]).translate(_SAME_LENGTH)


@lru_cache(maxsize=4096)
def canoniser(word: str) -> tuple[str, ...]:
    """Standard spelling of one folded word: usually one word, several for a contraction."""
    word = _ELONGATION.sub(r"\1", word[:_MAX_WORD])
    bare = word.rstrip("'")
    tables = vocabulaire.formes()
    known = tables.get(word) or tables.get(bare) if word == bare else tables.get(word)
    if known is None:
        standard = _orthographe(word)
        return standard if standard else (vocabulaire.rapprocher(bare),)
    return known


def _orthographe(word: str) -> tuple[str, ...]:
    standard = orthographe.load().words.get(word, "")
    return tuple(part for part in re.split(r"[\s'-]+", standard) if part)


def _standard(word: str, start: int, end: int) -> tuple[Mot, ...]:
    return tuple(Mot(texte, start, end) for texte in canoniser(word) if texte)


def _split_numbers(match: re.Match[str]) -> tuple[tuple[str, int, int], ...]:
    """« 12mars » and « le12 » are two words; « 2eme » and « 2main » are one."""
    word, start, end = match.group(), match.start(), match.end()
    glued = _NUMBER_GLUED.fullmatch(word)
    if glued is None or glued.group(2) in _ORDINALS:
        return ((word, start, end),)
    first, second = (part for part in glued.groups() if part)
    middle = start + len(first)
    return ((first, start, middle), (second, middle, end))
