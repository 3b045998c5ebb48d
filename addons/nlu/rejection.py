"""Refuses what the classifier is not sure of, on its calibrated confidence."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Rejection(GraphComponent, IntentClassifier):
    """Sets the intent to ``nlu_fallback`` below ``threshold``; the ranking keeps what was guessed."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._threshold = float(config["threshold"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``threshold``: the least calibrated probability that is believed."""
        return {"threshold": 0.4}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Rejection:
        """See the parent class."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Reject unsure or unreadable messages."""
        for message in messages:
            confidence = message.get(INTENT)["confidence"]
            if confidence < self._threshold or not readable(message.get(TEXT) or ""):
                rejected = {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": confidence}
                message.set(INTENT, rejected, add_to_output=True)
        return messages


def readable(text: str) -> bool:
    """Whether a text holds anything that could be French: a Latin letter or a digit."""
    return any(
        character.isdigit() or (character.isalpha() and character < "\u0250") for character in text
    )
