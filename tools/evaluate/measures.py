"""Scores of an intent model on labelled sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

OUT_OF_SCOPE = frozenset({"hors_sujet", "nlu_fallback"})
BINS = 10


@dataclass(frozen=True)
class Guess:
    """One prediction. ``best``: the likeliest intent before the rejection; ``intent``: after it."""

    text: str
    expected: str
    voice: str
    best: str
    intent: str
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the answer is the right one; refusing something out of scope is right too."""
        return self.intent == self.expected or {self.intent, self.expected} <= OUT_OF_SCOPE


@dataclass(frozen=True)
class Scores:
    """``accuracy`` after the rejection; ``caught``: out-of-scope sentences refused or recognised as such; ``refused``:
    in-scope sentences wrongly refused; ``calibration_error``: expected calibration error of the confidence."""

    count: int
    accuracy: float
    caught: float
    refused: float
    calibration_error: float
    by_intent: dict[str, float]
    by_voice: dict[str, float]


def score(guesses: Sequence[Guess]) -> Scores:
    """All the scores of a set of predictions."""
    inside = [guess for guess in guesses if guess.expected not in OUT_OF_SCOPE]
    outside = [guess for guess in guesses if guess.expected in OUT_OF_SCOPE]
    return Scores(
        count=len(guesses),
        accuracy=_share(guess.right for guess in guesses),
        caught=_share(guess.intent in OUT_OF_SCOPE for guess in outside),
        refused=_share(guess.intent in OUT_OF_SCOPE for guess in inside),
        calibration_error=calibration_error(guesses),
        by_intent=_by(guesses, "expected"),
        by_voice=_by(guesses, "voice"),
    )


def calibration(guesses: Sequence[Guess]) -> list[tuple[float, float, int]]:
    """(mean confidence, accuracy before rejection, count) of each bin of confidence that is not empty."""
    bins: dict[int, list[Guess]] = defaultdict(list)
    for guess in guesses:
        bins[min(BINS - 1, int(guess.confidence * BINS))].append(guess)
    return [
        (
            float(np.mean([guess.confidence for guess in group])),
            _share(guess.best == guess.expected for guess in group),
            len(group),
        )
        for _, group in sorted(bins.items())
    ]


def calibration_error(guesses: Sequence[Guess]) -> float:
    """Mean distance between confidence and accuracy, weighted by the size of the bins."""
    bins = calibration(guesses)
    total = sum(count for _, _, count in bins)
    return sum(abs(confidence - accuracy) * count for confidence, accuracy, count in bins) / max(
        1, total
    )


def rejection_curve(guesses: Sequence[Guess]) -> list[tuple[float, float, float]]:
    """(threshold, out-of-scope caught, in-scope refused) for thresholds from 0 to 0.95."""
    return [
        (
            threshold,
            _share(_refused(g, threshold) for g in guesses if g.expected in OUT_OF_SCOPE),
            _share(_refused(g, threshold) for g in guesses if g.expected not in OUT_OF_SCOPE),
        )
        for threshold in np.arange(0, 1, 0.05).round(2).tolist()
    ]


def confusions(guesses: Sequence[Guess]) -> Counter[tuple[str, str]]:
    """How often one intent was taken for another."""
    return Counter((guess.expected, guess.intent) for guess in guesses if not guess.right)


def worst(guesses: Sequence[Guess], count: int = 40) -> list[Guess]:
    """The wrong answers that were surest of themselves."""
    return sorted((g for g in guesses if not g.right), key=lambda g: -g.confidence)[:count]


def _refused(guess: Guess, threshold: float) -> bool:
    return guess.best in OUT_OF_SCOPE or guess.confidence < threshold


def _share(values: Iterable[bool]) -> float:
    items = list(values)
    return float(np.mean(items)) if items else 0.0


def _by(guesses: Sequence[Guess], name: str) -> dict[str, float]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for guess in guesses:
        groups[getattr(guess, name)].append(guess.right)
    return {
        key: _share(values) for key, values in sorted(groups.items(), key=lambda kv: _share(kv[1]))
    }
