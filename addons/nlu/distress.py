"""Puts care first: a message that hints at self-harm or despair is answered as such, whatever else it asks.

A strong sign in the words (``actions.langue.detresse``) is enough. The classifier alone is not: it takes many
a short or strange sentence for distress, with a confidence near 1. It is believed when a weak sign seconds
it, or on a message long enough to be judged as a whole; otherwise the other intents share its probability.
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

from actions.langue.detresse import est_detresse, expression_anodine, faible_signe

INTENT_DISTRESS = "exprimer_detresse"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DistressGuard(GraphComponent):
    """Sets the intent to ``exprimer_detresse``, confidence 1, at the head of the ranking."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._seconded = float(config["seconded"])
        self._alone = float(config["alone"])
        self._threshold = float(config["threshold"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Least probabilities believed: ``seconded`` by a weak sign in the words; ``alone``, but for a known idiom.

        A caring answer given for nothing costs little, a person missed may cost a life: the classifier is believed
        where any other intent would be, and earlier when the words second it. ``threshold``: what another intent needs
        to take the place of a doubted one (see ``Rejection``).
        """
        return {"seconded": 0.15, "alone": 0.4, "threshold": 0.4}

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
        """Raise the intent of each message of distress, replace the classifier's lone guesses of it."""
        for message in messages:
            if self.hears(message.get(TEXT) or "", _probability(message)):
                _raise(message)
            elif (message.get(INTENT) or {}).get("name") == INTENT_DISTRESS:
                self._replace(message)
        return messages

    def hears(self, text: str, probability: float) -> bool:
        """Whether a text, with the classifier's ``probability`` of distress, is one of distress."""
        if est_detresse(text):
            return True
        if probability >= self._seconded and faible_signe(text):
            return True
        return probability >= self._alone and not expression_anodine(text)

    def _replace(self, message: Message) -> None:
        others = _others(message)
        first = (
            others[0] if others else {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 0.0}
        )
        if first["confidence"] < self._threshold:
            first = {**first, "name": DEFAULT_NLU_FALLBACK_INTENT_NAME}
        message.set(INTENT, first, add_to_output=True)
        message.set(INTENT_RANKING_KEY, others, add_to_output=True)


def _probability(message: Message) -> float:
    ranking = message.get(INTENT_RANKING_KEY) or []
    return next((item["confidence"] for item in ranking if item["name"] == INTENT_DISTRESS), 0.0)


def _raise(message: Message) -> None:
    first = {"name": INTENT_DISTRESS, "confidence": 1.0}
    ranking = message.get(INTENT_RANKING_KEY) or []
    others = [item for item in ranking if item["name"] != INTENT_DISTRESS]
    message.set(INTENT, first, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)


def _others(message: Message) -> list[dict[str, Any]]:
    """The other intents, their probabilities scaled to what they would be without distress."""
    left = max(1.0 - _probability(message), 1e-9)
    return [
        {**item, "confidence": min(1.0, item["confidence"] / left)}
        for item in message.get(INTENT_RANKING_KEY) or []
        if item["name"] != INTENT_DISTRESS
    ]
