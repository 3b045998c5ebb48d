"""Puts care first: a message that hints at self-harm or despair is answered as such, whatever else it asks.

A strong sign in the words (``actions.langue.detresse``) is enough; a weak one is when the classifier seconds
it; the classifier alone is believed only when it is sure: it takes many a strange sentence for distress,
and such a guess is handed to the fallback, which offers other readings.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.langue.detresse import est_detresse, faible_signe

INTENT_DISTRESS = "exprimer_detresse"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DistressGuard(GraphComponent):
    """Sets the intent to ``exprimer_detresse``, confidence 1, at the head of the ranking."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._alone = float(config["alone"])
        self._seconded = float(config["seconded"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Least probabilities believed: ``alone``, and ``seconded`` by a weak sign in the words.

        Measured on sentences of writers who were not trained on: see ``tests/nlu/detresse.yml``
        for the words, ``make evaluate`` for the whole.
        """
        return {"alone": 0.6, "seconded": 0.2}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DistressGuard:
        """See the parent class."""
        return cls({**cls.get_default_config(), **config})

    def process(self, messages: list[Message]) -> list[Message]:
        """Raise the intent of each message of distress, doubt the classifier's weak guesses of it."""
        for message in messages:
            if self.hears(message.get(TEXT) or "", _probability(message)):
                _raise(message)
            elif (message.get(INTENT) or {}).get("name") == INTENT_DISTRESS:
                _doubt(message)
        return messages

    def hears(self, text: str, probability: float) -> bool:
        """Whether a text, with the classifier's ``probability`` of distress, is one of distress."""
        if probability >= self._alone or est_detresse(text):
            return True
        return probability >= self._seconded and faible_signe(text)


def _probability(message: Message) -> float:
    ranking = message.get(INTENT_RANKING_KEY) or []
    return next((item["confidence"] for item in ranking if item["name"] == INTENT_DISTRESS), 0.0)


def _raise(message: Message) -> None:
    first = {"name": INTENT_DISTRESS, "confidence": 1.0}
    ranking = message.get(INTENT_RANKING_KEY) or []
    others = [item for item in ranking if item["name"] != INTENT_DISTRESS]
    message.set(INTENT, first, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)


def _doubt(message: Message) -> None:
    confidence = message.get(INTENT)["confidence"]
    doubted = {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": confidence}
    message.set(INTENT, doubted, add_to_output=True)
