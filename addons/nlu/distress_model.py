"""Does a message sound like distress? A linear model of its own, beside the intent classifier.

The classifier chooses among 63 intents and must choose one: « je suis étudiant » resembles « je suis à bout » more than
any question about workshops. This model answers one question only, on words, pieces of the text as it sounds, and
meaning; besides data/nlu it learns from data/detresse.yml, where everyday words stand beside despair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from actions.langue.normaliser import normalise
from actions.langue.phonetique import sounds
from addons.nlu.embeddings import embed, embed_many

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import HashingVectorizer

_FILE = "distress.npz"
_BUCKETS = 2**16  # of each hashed view: next to no collisions, half a megabyte stored


@dataclass(frozen=True)
class Weights:
    """Training weights: one message of distress counts as ``distress`` others; one of data/detresse.yml as ``own``
    of data/nlu. ``strength``: inverse of the regularisation."""

    distress: float = 2.0
    own: float = 2.0
    strength: float = 1.0


@dataclass(frozen=True)
class DistressModel:
    """``weights`` (2 * _BUCKETS + 512,) over words, pieces of sounds, meaning; ``bias``: added to every margin."""

    weights: np.ndarray
    bias: float

    @classmethod
    def fit(
        cls, sentences: Sequence[str], distress: Sequence[bool], own: int, options: Weights
    ) -> DistressModel:
        """Train on raw sentences, the last ``own`` of which come from data/detresse.yml."""
        from scipy.sparse import vstack
        from sklearn.svm import LinearSVC

        common = len(sentences) - own
        shared, its_own = sentences[:common], sentences[common:]
        # The classifier has just embedded the shared sentences.
        features = vstack([_features(shared, embed_many), _features(its_own)])
        importance = np.where(np.arange(len(sentences)) < common, 1.0, options.own)
        machine = LinearSVC(
            C=options.strength,
            class_weight={True: options.distress, False: 1.0},
            tol=1e-2,
            max_iter=300,
            random_state=42,
        )
        machine.fit(features, np.asarray(distress, dtype=bool), sample_weight=importance)
        return cls(machine.coef_[0].astype(np.float32), float(machine.intercept_[0]))

    def margin(self, sentence: str) -> float:
        """Above zero: distress rather than not; the further from zero, the surer."""
        return float((_features([sentence]) @ self.weights)[0] + self.bias)

    def save(self, folder: Path) -> None:
        """Write the weights, two bytes each."""
        np.savez_compressed(
            folder / _FILE, weights=self.weights.astype(np.float16), bias=np.float64(self.bias)
        )

    @classmethod
    def load(cls, folder: Path) -> DistressModel:
        """Read what ``save`` wrote."""
        with np.load(folder / _FILE) as stored:
            return cls(stored["weights"].astype(np.float32), float(stored["bias"]))


def _features(
    sentences: Sequence[str], meaning: Callable[[Sequence[str]], np.ndarray] = embed
) -> csr_matrix:
    """The three views side by side, one row a sentence."""
    from scipy.sparse import csr_matrix, hstack

    words, pieces = _vectorizers()
    normalised = [normalise(sentence) for sentence in sentences]
    return hstack(
        [
            words.transform(normalised),
            pieces.transform([sounds(text) for text in normalised]),
            csr_matrix(meaning(normalised)),
        ]
    ).tocsr()


@lru_cache(maxsize=1)
def _vectorizers() -> tuple[HashingVectorizer, HashingVectorizer]:
    """Words 1-3 and pieces 2-5; hashed, so nothing but the weights is kept."""
    from sklearn.feature_extraction.text import HashingVectorizer

    def view(**settings: object) -> HashingVectorizer:
        return HashingVectorizer(
            lowercase=False, n_features=_BUCKETS, alternate_sign=False, **settings
        )

    words = view(analyzer="word", ngram_range=(1, 3), token_pattern=r"\S+")
    return words, view(analyzer="char_wb", ngram_range=(2, 5))
