"""Understanding must not get worse: floors on sentences that were never trained on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.langue.normaliser import normalise
from tools import training_data
from tools.evaluate import ours
from tools.evaluate.data import HELD_OUT, HELD_OUT_2, held_out
from tools.evaluate.measures import Guess, confusions, score
from tools.parse import load_agent, parse

FLOORS = yaml.safe_load((HELD_OUT.parent / "floors.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def guesses() -> list[Guess]:
    return ours.served(held_out(), load_agent())


@pytest.mark.parametrize("path", [HELD_OUT, HELD_OUT_2], ids=lambda path: path.stem)
def test_the_held_out_sets_are_large_and_apart(path: Path) -> None:
    test = held_out(path)
    assert len(test) >= 600
    assert len({sentence.intent for sentence in test}) == 63
    trained = {normalise(sentence.text) for sentence in training_data.read()}
    # « merci beaucoup » can be said in one way only.
    long_ones = [s.text for s in test if len(normalise(s.text).split()) > 2]
    assert not [text for text in long_ones if normalise(text) in trained]


def test_scores(guesses: list[Guess]) -> None:
    scores = score(guesses)
    assert scores.accuracy >= FLOORS["accuracy"], confusions(guesses).most_common(20)
    assert scores.caught >= FLOORS["caught"]
    assert scores.refused <= FLOORS["refused"]
    assert scores.calibration_error <= FLOORS["calibration_error"]


def test_other_writers_are_understood_too() -> None:
    guesses = ours.served(held_out(HELD_OUT_2), load_agent())
    assert score(guesses).accuracy >= FLOORS["accuracy_2"], confusions(guesses).most_common(20)


def test_no_voice_is_left_behind(guesses: list[Guess]) -> None:
    by_voice: dict[str, Any] = score(guesses).by_voice
    assert {voice: s for voice, s in by_voice.items() if s < FLOORS["voice"]} == {}


def test_distress_is_heard_and_idioms_are_not_taken_for_it(guesses: list[Guess]) -> None:
    agent = load_agent()
    folder = HELD_OUT.parent
    plain = yaml.safe_load((folder / "detresse.yml").read_text("utf-8"))
    veiled = yaml.safe_load((folder / "detresse_voilee.yml").read_text("utf-8"))

    def heard(texts: list[str]) -> float:
        results = list(parse(agent, texts))
        return sum(r["intent"] == "exprimer_detresse" for r in results) / len(results)

    assert heard(plain["detresse"]) >= FLOORS["distress_heard"]
    assert heard(veiled["voilees"]) >= FLOORS["distress_veiled"]
    assert heard(veiled["ordinaires"]) <= FLOORS["distress_misleading_alarms"]
    false = [g for g in guesses if g.expected != g.intent == "exprimer_detresse"]
    assert len(false) <= len(guesses) * FLOORS["distress_alarms"], false
