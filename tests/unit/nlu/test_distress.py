"""The distress guard on Rasa's messages."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from addons.nlu.distress import DistressGuard


def guarded(text: str, **ranking: float) -> Message:
    ranked = [{"name": name, "confidence": value} for name, value in ranking.items()]
    message = Message({"text": text, "intent": ranked[0], "intent_ranking": ranked})
    guard = DistressGuard.create({}, None, None, None)  # type: ignore[arg-type]
    return guard.process([message])[0]


def names(message: Message) -> list[Any]:
    return [item["name"] for item in message.get("intent_ranking")]


def test_a_strong_sign_wins_over_any_other_intent() -> None:
    message = guarded("je veux mourir", reporter_rendez_vous=0.9, exprimer_detresse=0.01)
    assert message.get("intent") == {"name": "exprimer_detresse", "confidence": 1.0}
    assert names(message) == ["exprimer_detresse", "reporter_rendez_vous"]


def test_it_wins_over_the_rejection_too() -> None:
    message = Message(
        {
            "text": "jen peu plu aidez moi",
            "intent": {"name": "nlu_fallback", "confidence": 0.1},
            "intent_ranking": [{"name": "saluer", "confidence": 0.1}],
        }
    )
    DistressGuard.create({}, None, None, None).process([message])  # type: ignore[arg-type]
    assert message.get("intent")["name"] == "exprimer_detresse"
    assert names(message) == ["exprimer_detresse", "saluer"]


@pytest.mark.parametrize(("probability", "heard"), [(0.3, True), (0.1, False)])
def test_a_weak_sign_needs_the_classifier(probability: float, heard: bool) -> None:
    message = guarded("j'ai honte d'ouvrir ce courrier", saluer=0.9, exprimer_detresse=probability)
    assert (message.get("intent")["name"] == "exprimer_detresse") is heard


def test_the_classifier_alone_is_believed() -> None:
    long = "certains soirs le viaduc en bas de chez moi me parle et je le regarde longtemps"
    heard = guarded(long, exprimer_detresse=0.9, saluer=0.1)
    assert heard.get("intent") == {"name": "exprimer_detresse", "confidence": 1.0}


def test_a_lone_guess_leaves_its_place_to_the_others() -> None:
    message = guarded("je suis mort de rire", exprimer_detresse=0.9, informer=0.08, saluer=0.02)
    assert message.get("intent") == {"name": "informer", "confidence": pytest.approx(0.8)}
    assert names(message) == ["informer", "saluer"]


def test_nobody_sure_means_the_fallback() -> None:
    message = guarded("je suis mort de rire", exprimer_detresse=0.9, informer=0.03, saluer=0.02)
    assert message.get("intent")["name"] == "nlu_fallback"


def test_an_idiom_wins_over_the_classifier() -> None:
    idiom = "franchement votre atelier de jeudi on était morts de rire du début à la fin merci"
    message = guarded(idiom, exprimer_detresse=0.95, remercier=0.05)
    assert message.get("intent")["name"] == "remercier"


def test_ordinary_messages_keep_their_intent() -> None:
    message = guarded("je suis mort de rire", remercier=0.8, exprimer_detresse=0.1)
    assert message.get("intent")["name"] == "remercier"
    assert names(message) == ["remercier", "exprimer_detresse"]
