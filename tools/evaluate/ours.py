"""Predictions of our understanding: the trained model as it is served, and models of folds of the training data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import yaml

from actions.settings import ROOT
from tools.evaluate.data import Labelled, folds
from tools.evaluate.measures import Guess
from tools.training_data import Sentence

LEARNING_SIZES = (600, 1200, 2400, 4800, 9600)


def threshold() -> float:
    """The least confidence that is believed, as configured."""
    from addons.nlu.rejection import Rejection

    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    own = next(item for item in config["pipeline"] if item["name"].endswith("Rejection"))
    return float({**Rejection.get_default_config(), **own}["threshold"])


def served(sentences: Sequence[Labelled], agent: Any) -> list[Guess]:
    """The whole pipeline (guards, classifier, rejection) on held-out sentences."""
    from tools.parse import parse

    results = parse(agent, (sentence.text for sentence in sentences))
    return [
        Guess(
            s.text,
            s.intent,
            s.voice,
            r["ranking"][0]["intent"],
            r["intent"],
            r["ranking"][0]["confidence"],
        )
        for s, r in zip(sentences, results, strict=False)
    ]


def cross_validated(sentences: Sequence[Sentence]) -> list[Guess]:
    """Each training sentence judged by a model that has seen nothing like it."""
    from addons.nlu.intent_model import IntentModel

    guesses = []
    for training, test in folds(sentences):
        model = IntentModel.fit(*_columns(sentences, training))
        guesses += list(_guesses(model, [sentences[i] for i in test]))
    return guesses


def learning_curve(
    sentences: Sequence[Sentence], test: Sequence[Labelled]
) -> list[tuple[int, float]]:
    """(number of training sentences, accuracy on the held-out set without rejection)."""
    from addons.nlu.intent_model import IntentModel

    order = np.random.RandomState(0).permutation(len(sentences))
    sizes = [size for size in LEARNING_SIZES if size < len(sentences)] + [len(sentences)]
    curve = []
    for size in sizes:
        model = IntentModel.fit(*_columns(sentences, order[:size]))
        best = np.array(model.labels)[model.scores([s.text for s in test]).argmax(axis=1)]
        curve.append((size, float(np.mean(best == np.array([s.intent for s in test])))))
    return curve


def _columns(sentences: Sequence[Sentence], indices: np.ndarray) -> tuple[list[str], list[str]]:
    chosen = [sentences[i] for i in indices]
    return [s.text for s in chosen], [s.intent for s in chosen]


def _guesses(model: Any, sentences: Sequence[Sentence]) -> Iterator[Guess]:
    probabilities = model.probabilities([s.text for s in sentences])
    least = threshold()
    for sentence, row in zip(sentences, probabilities, strict=False):
        best, confidence = model.labels[int(row.argmax())], float(row.max())
        intent = best if confidence >= least else "nlu_fallback"
        yield Guess(sentence.text, sentence.intent, "entrainement", best, intent, confidence)
