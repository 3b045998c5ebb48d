"""Keys hit at random are no sentence; badly misspelt sentences are."""

from __future__ import annotations

import tarfile
import time
from pathlib import Path

import pytest

from addons.nlu.intent_model import IntentModel
from tools.evaluate.data import held_out
from tools.train import MODEL


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> IntentModel:
    """The intent model inside the trained archive."""
    if not MODEL.is_file():
        pytest.skip("no trained model")
    folder: Path = tmp_path_factory.mktemp("model")
    with tarfile.open(MODEL) as archive:
        archive.extractall(folder)
    return IntentModel.load(next(folder.rglob("weights.npz")).parent)


@pytest.mark.parametrize(
    "said",
    ["zblorg fnitzou krapoutchik", "pfouit zblorg", "hjkfdsq hgfjd kjhg", "dsqdsq d sqd", "vbnvbn"]
    + ["jjjj", "zzz", "bzzt", "uiuiuiu", "mdlskf sdlkf a", "sdfsdf le sdfsdf", "wxc"],
)
def test_random_keys_are_believed_to_be_nothing(model, said):
    assert model.probabilities([said]).max() < 0.03


@pytest.mark.parametrize(
    "said",
    [
        "ouiiii",
        "o",
        "nn",
        "ok",
        "dac",
        "slt",
        "pk",
        "Bonrour !",
        "convocassion",
        "ateliet",
        "radiassion",
    ]
    + [
        "justifikatif",
        "kes ke jrisk",
        "jvien pa merkredi",
        "1234567A",
        "13/11",
        "15h30",
        "clao",
        "mdr",
    ],
)
def test_misspelt_words_are_words(model, said):
    assert model._familiarity.readable(said)


def test_no_real_sentence_is_unreadable(model):
    inside = [s.text for s in held_out() if s.intent not in ("hors_sujet", "nlu_fallback")]
    assert [text for text in inside if not model._familiarity.readable(text)] == []


def test_a_long_run_of_keys_is_quickly_refused(model):
    noise = "xkvbq hjdfk wpzzr " * 220
    started = time.perf_counter()
    assert not model._familiarity.readable(noise)
    assert time.perf_counter() - started < 0.2
