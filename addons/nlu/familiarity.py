"""Does a message hold words at all? Keys hit at random look like any intent to a classifier that must choose one.

A word is familiar when the training sentences have it, when most of its pieces of four letters (as written or as
heard) are theirs, or when one letter separates it from one of theirs. A message is unreadable when almost none of its
letters belong to familiar words. Real sentences, even badly misspelt, keep some of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from actions.langue.normaliser import normalise
from actions.langue.phonetique import sounds
from actions.langue.vocabulaire import one_edit

_WORD = re.compile(r"[^\W\d_]+'?|\d+")
_PIECE = 4  # letters
_KNOWN_PIECES = 0.45  # share of a word's pieces
_READABLE = 0.34  # share of a message's letters
_READ = 60  # words of a message; a message with so many need not be read further
_TRIED = 6  # unknown words that are tried as misspellings
_MIN_LENGTH = 4  # of a word that one letter may separate from another


class Familiarity:
    """``words``, ``pieces`` and ``sounds``: what the three views of the intent model have seen."""

    def __init__(self, words: Iterable[str], pieces: Container[str], heard: Container[str]) -> None:
        self._words = frozenset(word for word in words if " " not in word)
        self._pieces = pieces
        self._heard = heard

    def readable(self, text: str) -> bool:
        """Whether enough of the message's letters are in familiar words; numbers always are."""
        found = _WORD.findall(normalise(text))[:_READ]
        words = [word for word in found if len(word) > 1 or word.isdigit()]
        if not words:
            return (
                len(found) != 1 or len(text.strip()) <= 2
            )  # « o », « n » answer; « jjjj » does not
        known = sum(len(word) for word in words if self._seen(word))
        total = sum(map(len, words))
        if known < _READABLE * total:
            unknown = [word for word in words if not self._seen(word)][:_TRIED]
            known += sum(len(word) for word in unknown if self._misspelt(word))
        return known >= _READABLE * total

    def _seen(self, word: str) -> bool:
        if word.isdigit() or word in self._words:
            return True
        shares = (_share(word, self._pieces), _share(sounds(word), self._heard))
        return max(shares) >= _KNOWN_PIECES

    def _misspelt(self, word: str) -> bool:
        """Slow (every word is tried), so only for what nothing else explains."""
        return len(word) >= _MIN_LENGTH and any(
            len(known) >= _MIN_LENGTH and one_edit(word, known) for known in self._words
        )


def _share(word: str, pieces: Container[str]) -> float:
    """How many of a word's pieces are known, its edges marked by a space as the views do."""
    padded = f" {word} "
    cut = [padded[start : start + _PIECE] for start in range(len(padded) - _PIECE + 1)]
    return sum(piece in pieces for piece in cut) / max(1, len(cut))
