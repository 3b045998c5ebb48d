"""The distress guard on Rasa's messages, with a model trained on data/detresse.yml alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.nlu.training_data.message import Message

from addons.nlu.distress import EXAMPLES, DistressGuard
from addons.nlu.distress_model import DistressModel, Weights

Own = dict[str, list[str]]


@pytest.fixture(scope="module")
def own() -> Own:
    return yaml.safe_load(EXAMPLES.read_text("utf-8"))


@pytest.fixture(scope="module")
def model(own: Own) -> DistressModel:
    sentences = [*own["detresse"], *own["ordinaire"]]
    distress = [index < len(own["detresse"]) for index in range(len(sentences))]
    return DistressModel.fit(sentences, distress, len(sentences) // 2, Weights())


@pytest.fixture(scope="module")
def guard(model: DistressModel) -> DistressGuard:
    return DistressGuard(DistressGuard.get_default_config(), None, None, model)


def guarded(guard: DistressGuard, text: str, **ranking: float) -> Message:
    ranked = [{"name": name, "confidence": value} for name, value in ranking.items()]
    message = Message({"text": text, "intent": ranked[0], "intent_ranking": ranked})
    return guard.process([message])[0]


def intent(message: Message) -> str:
    return message.get("intent")["name"]


def names(message: Message) -> list[Any]:
    return [item["name"] for item in message.get("intent_ranking")]


@pytest.mark.parametrize(
    "text", ["je veux mourir", "je vais me pendre ce soir", "j'ai des pensées suicidaires"]
)
def test_a_certain_sign_wins_over_any_other_intent(guard: DistressGuard, text: str) -> None:
    message = guarded(guard, text, reporter_rendez_vous=0.9, exprimer_detresse=0.01)
    assert message.get("intent") == {"name": "exprimer_detresse", "confidence": 1.0}
    assert names(message) == ["exprimer_detresse", "reporter_rendez_vous"]


def test_it_wins_over_the_rejection_too(guard: DistressGuard) -> None:
    rejected = {"name": "nlu_fallback", "confidence": 0.1}
    ranking = [{"name": "saluer", "confidence": 0.1}]
    message = Message(
        {"text": "jen peu plu aidez moi", "intent": rejected, "intent_ranking": ranking}
    )
    guard.process([message])
    assert intent(message) == "exprimer_detresse"
    assert names(message) == ["exprimer_detresse", "saluer"]


@pytest.mark.parametrize(
    "text",
    [
        "plus rien ne me retient",
        "je me réveille et je regrette de m'être réveillée",
        "j'attends la fin, je ne mange plus, je ne sors plus",
    ],
)
def test_the_whole_message_is_heard_without_the_classifier(guard: DistressGuard, text: str) -> None:
    assert intent(guarded(guard, text, saluer=0.9, exprimer_detresse=0.01)) == "exprimer_detresse"


@pytest.mark.parametrize(
    "text",
    [
        "je suis étudiante",
        "je suis plombier",
        "j'ai plus d'imprimante",
        "je me suis cassé le poignet",
        "c'est la vie",
        "c'est à s'arracher les yeux ce formulaire",
        "je suis mort de rire",
    ],
)
def test_the_classifier_alone_is_not_believed(guard: DistressGuard, text: str) -> None:
    message = guarded(guard, text, exprimer_detresse=0.9, informer=0.08, saluer=0.02)
    assert message.get("intent") == {"name": "informer", "confidence": pytest.approx(0.8)}
    assert names(message) == ["informer", "saluer"]


def test_nobody_sure_means_the_fallback(guard: DistressGuard) -> None:
    message = guarded(
        guard, "je suis mort de rire", exprimer_detresse=0.9, informer=0.03, saluer=0.02
    )
    assert intent(message) == "nlu_fallback"


def test_an_ordinary_message_that_holds_a_strong_sign_is_doubted(guard: DistressGuard) -> None:
    text = "c'est à se flinguer cette procédure, où envoyer le justificatif de mon absence ?"
    assert intent(guarded(guard, text, fournir_justificatif=0.9)) == "fournir_justificatif"


def test_ordinary_messages_keep_their_intent(guard: DistressGuard) -> None:
    message = guarded(guard, "je suis mort de rire", remercier=0.8, exprimer_detresse=0.1)
    assert intent(message) == "remercier"
    assert names(message) == ["remercier", "exprimer_detresse"]


def test_the_model_says_the_same_once_stored(model: DistressModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    stored = DistressModel.load(tmp_path)
    for text in ("je ne vois plus d'issue", "je serai absent jeudi", "", "42"):
        assert stored.margin(text) == pytest.approx(model.margin(text), abs=0.01)


def test_its_own_examples_are_apart_from_the_lists_that_judge_it(own: Own) -> None:
    folder = EXAMPLES.parents[1] / "tests" / "nlu"
    trained = {text.lower() for texts in own.values() for text in texts}
    assert len(trained) == sum(map(len, own.values()))
    for name in ("detresse.yml", "detresse_voilee.yml"):
        lists: Own = yaml.safe_load((folder / name).read_text("utf-8"))
        assert [t for texts in lists.values() for t in texts if t.lower() in trained] == []
