"""Makes typed ``/intent{...}`` payloads inert: the first component of the pipeline, on every channel.

Rasa reads a text that starts with a slash as a command: anyone could fire any intent and fill any slot.
Our own buttons send plain text, so no payload is ever legitimate. Shipped with Rasa 3.6.21, whose last
graph node re-reads the text; a later Rasa that skips the pipeline for payloads needs another place.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.langue.normaliser import clean


def disarm(text: str) -> str:
    """The cleaned text without leading slashes, so that no later reader takes it for a command."""
    return clean(text).lstrip("/ \u00a0").strip()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class PayloadGuard(GraphComponent):
    """Replaces the text of each message by its disarmed form."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PayloadGuard:
        """See the parent class."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training sentences are ours: left as they are."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Disarm the text of each message."""
        for message in messages:
            text = message.get(TEXT)
            if isinstance(text, str):
                message.set(TEXT, disarm(text), add_to_output=True)
        return messages
