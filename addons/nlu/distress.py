"""Puts care first: a message that hints at self-harm or despair is answered as such, whatever else it asks.

The words (``actions.langue.detresse``) and a model trained for this one question (``distress_model``) decide together.
The intent classifier alone is not believed: it must choose one of 63 intents, and takes many a short or strange
sentence for distress. Where it does so and the guard does not, the other intents share its probability.
"""

from __future__ import annotations

import math
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.langue.detresse import Signes, lire_signes
from actions.settings import ROOT
from addons.nlu.distress_model import DistressModel, Weights

INTENT_DISTRESS = "exprimer_detresse"
EXAMPLES = ROOT / "data" / "detresse.yml"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class DistressGuard(GraphComponent):
    """Sets the intent to ``exprimer_detresse``, confidence 1, at the head of the ranking."""

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: DistressModel | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Least margins of the model that are believed: on a strong sign, on a weak one, on none, on a known idiom.

        A caring answer given for nothing costs little, a person missed may cost a life: a strong sign is only doubted
        where the whole message sounds far from distress. ``classifier``: what the margin gains where the classifier is
        sure of distress; nothing at one tenth, and it loses as much at a
        hundredth, twice as much at a thousandth or less.
        ``threshold``: what another intent needs to take the place of a doubted one (see ``Rejection``).
        """
        margins = {"strong": -1.6, "weak": -0.2, "alone": -0.05, "idiom": 0.6}
        return {**margins, "classifier": 0.2, "threshold": 0.4}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DistressGuard:
        """A guard to be trained."""
        return cls({**cls.get_default_config(), **config}, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on every training sentence and on data/detresse.yml."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        own = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        sentences = [*(e.get(TEXT) for e in examples), *own["detresse"], *own["ordinaire"]]
        distress = [
            *(e.get(INTENT) == INTENT_DISTRESS for e in examples),
            *(True for _ in own["detresse"]),
            *(False for _ in own["ordinaire"]),
        ]
        model = DistressModel.fit(sentences, distress, len(sentences) - len(examples), Weights())
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DistressGuard:
        """The trained guard."""
        with model_storage.read_from(resource) as folder:
            model = DistressModel.load(folder)
        return cls({**cls.get_default_config(), **config}, model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        """Raise the intent of each message of distress, replace the classifier's lone guesses of it."""
        for message in messages:
            if self.hears(message.get(TEXT) or "", _probability(message)):
                _raise(message)
            elif (message.get(INTENT) or {}).get("name") == INTENT_DISTRESS:
                self._replace(message)
        return messages

    def hears(self, text: str, probability: float) -> bool:
        """Whether a text, to which the classifier gives ``probability`` of distress, is one of distress."""
        if self._model is None:
            raise RuntimeError("the distress guard is not trained")
        signs = lire_signes(text)
        if signs.certain:
            return True
        margin = self._model.margin(text) + self._config["classifier"] * _sureness(probability)
        return margin >= self._least_margin(signs)

    def _least_margin(self, signs: Signes) -> float:
        if signs.fort:
            return self._config["strong"]
        if signs.anodin:
            return self._config["idiom"]
        return self._config["weak" if signs.faible else "alone"]

    def _replace(self, message: Message) -> None:
        others = _others(message)
        first = (
            others[0] if others else {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 0.0}
        )
        if first["confidence"] < self._config["threshold"]:
            first = {**first, "name": DEFAULT_NLU_FALLBACK_INTENT_NAME}
        message.set(INTENT, first, add_to_output=True)
        message.set(INTENT_RANKING_KEY, others, add_to_output=True)


def _sureness(probability: float) -> float:
    """1 for a certainty, 0 for one tenth, -2 for a thousandth or less."""
    return math.log10(max(probability, 1e-3)) + 1.0


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
