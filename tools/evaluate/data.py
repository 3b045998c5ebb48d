"""Sentences to evaluate on: the held-out set, and folds of the training data without near-copies on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from actions.langue.normaliser import normalise
from actions.settings import ROOT
from tools.training_data import Sentence

HELD_OUT = ROOT / "tests" / "nlu" / "phrases.yml"
HELD_OUT_2 = ROOT / "tests" / "nlu" / "phrases_2.yml"  # other writers, other voices
FOLDS = 4
ALIKE = 0.6  # cosine of character n-grams above which two sentences must stay on the same side


@dataclass(frozen=True)
class Labelled:
    """A held-out sentence: its right intent and the voice that it is written in."""

    text: str
    intent: str
    voice: str


def held_out(path: Path = HELD_OUT) -> list[Labelled]:
    """The held-out sentences."""
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Labelled(text, intent, voice) for intent, lines in content.items() for voice, text in lines
    ]


def folds(sentences: Sequence[Sentence]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """(training indices, test indices); sentences that are alike are always on the same side."""
    from sklearn.model_selection import GroupKFold

    groups = _groups([sentence.text for sentence in sentences])
    yield from GroupKFold(FOLDS).split(groups, groups=groups)


def _groups(texts: Sequence[str]) -> np.ndarray:
    """A group number for each text: connected components of the likeness."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), lowercase=False)
    vectors = vectorizer.fit_transform([normalise(text) for text in texts]).astype(np.float32)
    rows, columns = [], []
    for start in range(0, len(texts), 1000):
        likeness = (vectors[start : start + 1000] @ vectors.T).tocoo()
        alike = likeness.data >= ALIKE
        rows.append(likeness.row[alike] + start)
        columns.append(likeness.col[alike])
    links = (np.concatenate(rows), np.concatenate(columns))
    graph = csr_matrix((np.ones(len(links[0])), links), shape=(len(texts), len(texts)))
    return connected_components(graph, directed=False)[1]
