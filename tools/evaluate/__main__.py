"""``make evaluate``: held-out scores, cross-validation, learning curve, pictures; ``ARGS=--stock`` adds stock Rasa."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import warnings
from collections.abc import Sequence

from actions.settings import ROOT
from tools import train, training_data
from tools.evaluate import ours, pictures
from tools.evaluate.data import HELD_OUT_2, held_out
from tools.evaluate.entities import ANNOTATION_DAY, entity_scores
from tools.evaluate.measures import Guess, Scores, confusions, score, worst
from tools.evaluate.page import page

REPORT = ROOT / "reports" / "understanding.html"


def show(title: str, scores: Scores) -> None:
    """One set's scores in the terminal."""
    print(
        f"\n{title}: {scores.count} sentences, accuracy {scores.accuracy:.3f}, out of scope caught {scores.caught:.3f}, "
        f"in scope refused {scores.refused:.3f}, calibration error {scores.calibration_error:.3f}"
    )
    for name, shares in (("voices", scores.by_voice), ("intents", scores.by_intent)):
        lowest = ", ".join(f"{key} {share:.2f}" for key, share in list(shares.items())[:10])
        print(f"  weakest {name}: {lowest}")


def show_confusions(guesses: Sequence[Guess]) -> None:
    """What is taken for what, most frequent first."""
    pairs = ", ".join(f"{a} -> {b} ({n})" for (a, b), n in confusions(guesses).most_common(12))
    print(f"  confusions: {pairs or 'none'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make evaluate")
    parser.add_argument(
        "--stock", action="store_true", help="train and compare the stock configuration (long)"
    )
    parser.add_argument(
        "--epochs",
        type=int,
        default=10,
        help="epochs of the stock configuration, about two minutes each on two cores (as it comes: 100)",
    )
    parser.add_argument("--quick", action="store_true", help="the held-out set only")
    return parser.parse_args()


def main() -> int:
    """Entry point of ``make evaluate``."""
    arguments = _arguments()
    # Matplotlib's dependencies complain of each other at every start.
    warnings.showwarning = lambda *_args, **_options: None
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    train.train()
    os.environ["TODAY"] = ANNOTATION_DAY
    from tools.parse import load_agent

    test, second = held_out(), held_out(HELD_OUT_2)
    sentences, agent = training_data.read(), load_agent()
    guesses, curves = ours.served(test, agent), {}
    sets = {
        "held-out sentences": score(guesses),
        "second held-out set": score(ours.served(second, agent)),
    }
    entities = entity_scores(agent)
    if not arguments.quick:
        curve = ours.learning_curve(sentences, test)
        curves["learning curve"] = pictures.learning(curve)
        steps = ", ".join(f"{share:.3f} with {count:,}" for count, share in curve)
        print(f"\nlearning curve (held-out, before the rejection): {steps}")
        sets["training sentences, cross-validated by groups"] = score(
            ours.cross_validated(sentences)
        )
    if arguments.stock:
        from tools.evaluate import stock

        theirs = stock.guesses([*test, *second], arguments.epochs)
        name = f"stock Rasa ({arguments.epochs} epochs)"
        sets[f"{name}, held-out"] = score(theirs[: len(test)])
        sets[f"{name}, second set"] = score(theirs[len(test) :])
    for title, scores in sets.items():
        show(title, scores)
    show_confusions(guesses)
    for name, value in entities.items():
        print(f"  entity {name}: F1 {value:.3f}")
    drawn = {
        "calibration": pictures.calibration_curve(guesses),
        "rejection": pictures.rejection(guesses, ours.threshold()),
        **curves,
        "confusion": pictures.confusion(guesses),
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(page(sets, drawn, worst(guesses), entities), encoding="utf-8")
    print(f"\nThe report with its pictures: {REPORT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
