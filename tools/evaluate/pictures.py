"""The pictures of the report, as SVG text to put into the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from tools.evaluate.measures import Guess, calibration, rejection_curve

_BLUE, _ORANGE = "#0b5a63", "#b4540a"


def confusion(guesses: Sequence[Guess]) -> str:
    """Who is taken for whom: a square for each pair of intents, darker when more frequent."""
    names = sorted({g.expected for g in guesses} | {g.intent for g in guesses})
    index = {name: i for i, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)))
    for guess in guesses:
        counts[index[guess.expected], index[guess.intent]] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, axes = _figure(11, 11)
    axes.imshow(shares, cmap="GnBu", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=5)
    axes.set_yticks(range(len(names)), names, fontsize=5)
    axes.set(xlabel="understood as", ylabel="meant")
    return _svg(figure)


def calibration_curve(guesses: Sequence[Guess]) -> str:
    """Confidence against accuracy; the diagonal is perfect."""
    figure, axes = _figure(4.5, 4)
    bins = calibration(guesses)
    axes.plot([0, 1], [0, 1], color="#999", linestyle=":")
    axes.plot([b[0] for b in bins], [b[1] for b in bins], color=_BLUE, marker="o")
    axes.set(xlabel="confidence", ylabel="right", xlim=(0, 1), ylim=(0, 1))
    return _svg(figure)


def rejection(guesses: Sequence[Guess], least: float) -> str:
    """What a threshold catches out of scope, and what it wrongly refuses."""
    figure, axes = _figure(4.5, 4)
    curve = rejection_curve(guesses)
    axes.plot(
        [c[0] for c in curve], [c[1] for c in curve], color=_BLUE, label="out of scope, caught"
    )
    axes.plot(
        [c[0] for c in curve], [c[2] for c in curve], color=_ORANGE, label="in scope, refused"
    )
    axes.axvline(least, color="#999", linestyle=":")
    axes.set(xlabel="threshold", ylim=(0, 1))
    axes.legend(frameon=False, fontsize=8)
    return _svg(figure)


def learning(curve: Sequence[tuple[int, float]]) -> str:
    """Accuracy against the number of training sentences."""
    figure, axes = _figure(4.5, 4)
    axes.plot([c[0] for c in curve], [c[1] for c in curve], color=_BLUE, marker="o")
    axes.set(xlabel="training sentences", ylabel="accuracy on held-out sentences", ylim=(0.5, 1))
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Any, Any]:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    return pyplot.subplots(figsize=(width, height), layout="constrained")


def _svg(figure: Any) -> str:
    from matplotlib import pyplot

    output = io.StringIO()
    figure.savefig(output, format="svg")
    pyplot.close(figure)
    return (
        output.getvalue().split("?>", 1)[-1].split(">", 1)[-1]
        if "<!DOCTYPE" in output.getvalue()
        else output.getvalue()
    )
