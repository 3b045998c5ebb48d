"""Distress: the list of ``tests/nlu/detresse.yml``."""

from __future__ import annotations

import pytest
import yaml

from actions.langue.detresse import est_detresse, faible_signe
from actions.settings import ROOT

MESSAGES: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests/nlu/detresse.yml").read_text("utf-8")
)


def test_almost_all_distress_is_heard_by_its_words() -> None:
    assert len(MESSAGES["detresse"]) >= 150
    missed = [text for text in MESSAGES["detresse"] if not est_detresse(text)]
    assert len(missed) <= 0.02 * len(MESSAGES["detresse"]), missed


def test_ordinary_messages_are_left_alone() -> None:
    assert len(MESSAGES["ordinaire"]) >= 290
    assert [text for text in MESSAGES["ordinaire"] if est_detresse(text)] == []


@pytest.mark.parametrize("text", ["je dors mal", "j'ai honte", "fatiguée ce matin"])
def test_a_weak_sign_is_too_little_by_itself(text: str) -> None:
    assert faible_signe(text)
    assert not est_detresse(text)
