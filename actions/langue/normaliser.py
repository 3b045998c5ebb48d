"""One normaliser, the same in training and in talk: spelling as people type it, brought closer together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from actions.langue import orthographe

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_ELONGATION = re.compile(r"([^\W\d_])\1{2,}")  # letters only: 1000 is a number
_REPEATED_SIGN = re.compile(r"([^\w\s])\1+")
_CONTROL = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]"
)
_COMBINING_RUN = re.compile(r"([\u0300-\u036f])[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_EMOJI = re.compile(r"([\U0001f000-\U0001faff\u2600-\u27bf])")
_TOKEN = re.compile(r"\w+(?:-\w+)*'?|[^\w\s]")
_ELISION = re.compile(r"\b(qu|jusqu|lorsqu|puisqu|[cdjlmnst])'(?=\w)")


def clean(text: str) -> str:
    """The text without what nobody reads: control and invisible characters, stacked accents, doubled spaces.

    Meaning, case and spelling are kept; the result is composed Unicode (NFKC), apostrophes are ASCII.
    """
    text = _COMBINING_RUN.sub(r"\1", unicodedata.normalize("NFKD", text))
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return _SPACES.sub(" ", _CONTROL.sub("", text)).strip()


def fold(text: str) -> str:
    """Lower case without accents, **of the same length**, so that offsets in it are offsets in ``text``."""
    return "".join(_fold_character(character) for character in text)


def normalise(text: str) -> str:
    """Lower case, no accents, no elongations, SMS and frequent misspellings rewritten; emoji stay as signs.

    >>> normalise("Jréssi pas a vennnnir à ma CONVOK chez Paul emploi")
    'jressi pas a venir a ma convocation chez france travail'
    """
    text = fold(clean(text).lower())
    text = _ELONGATION.sub(r"\1", text)
    text = _EMOJI.sub(r" \1 ", _REPEATED_SIGN.sub(r"\1", text))
    text = _ELISION.sub(r"\1' ", text)
    corrections = orthographe.load()
    words = " ".join(corrections.words.get(word, word) for word in _TOKEN.findall(text))
    return corrections.replace_phrases(words)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character.lower())
    return base[0] if base else character
