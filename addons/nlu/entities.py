"""Sets the entities of a message: what ``actions.langue`` reads in it, as Rasa's dictionaries."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions import settings
from actions.langue.dates_modele import DateTrouvee
from actions.langue.entites import Entite, lire_entites


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FrenchEntities(GraphComponent):
    """Finds days, workshops, letters, reasons, bodies, sanctions, ranks and file identifiers."""

    def __init__(self, current: settings.Settings) -> None:
        self._settings = current

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FrenchEntities:
        """The frozen day, if any, is read once; otherwise the clock in Paris at every message."""
        return cls(settings.load())

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what each message names; ``start`` and ``end`` are offsets in its text."""
        today = self._settings.current_day()
        for message in messages:
            found = [_rasa(entite) for entite in lire_entites(message.get(TEXT) or "", today)]
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages


def _rasa(entite: Entite) -> dict[str, Any]:
    return {
        "entity": entite.entity,
        "value": entite.value,
        "start": entite.start,
        "end": entite.end,
        "extractor": FrenchEntities.__name__,
        **(_day(entite.date) if entite.date else {}),
    }


def _day(found: DateTrouvee) -> dict[str, Any]:
    """What is known of a day besides its value: hour, tense, and other readings when it must be asked."""
    details = {"heure": found.heure, "sens": found.sens}
    if found.ambigu:
        details |= {"ambigu": True, "autres": [day.isoformat() for day in found.autres]}
    return {name: value for name, value in details.items() if value is not None}
