"""The base of every action: builds the request, runs the turn, and never leaves anybody without an answer."""

from __future__ import annotations

import abc
import asyncio
import json
import logging
import uuid
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dossiers.erreurs import BaseIndisponible
from actions.framework import journal, services
from actions.framework.memory import SLOT
from actions.framework.render import message
from actions.framework.request import from_tracker
from actions.framework.turn import respond

logger = logging.getLogger(__name__)

_APOLOGY = (
    "Excusez-moi, un problème technique m’empêche de vous répondre maintenant.\n"
    "À faire : réessayez dans quelques minutes. Si c’est urgent, appelez le 39 49 ou écrivez à votre conseiller "
    "dans votre espace personnel.\n"
    "Si vous veniez de confirmer une démarche, demandez-moi ensuite « est-ce bien enregistré ? » : je vérifierai."
)


class GroupAction(Action, abc.ABC):
    """One class for each group of intents; they share this turn, because a message means what the conversation
    makes of it: « oui » may confirm an act, « le 12 » may answer a question."""

    @property
    @abc.abstractmethod
    def group(self) -> str:
        """The group of intents, as in the catalogue."""

    def name(self) -> str:
        """The name of the action in ``domain.yml``."""
        return f"action_{self.group}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer the latest message; everything slow happens in a thread."""
        try:
            content, memory = await asyncio.to_thread(_turn, tracker)
        except Exception as error:  # whatever fails, a sentence is due; the memory stays as it was
            _log(error)
            dispatcher.utter_message(text=_APOLOGY)
            return []
        dispatcher.utter_message(**content)
        return [SlotSet(SLOT, memory)]


def _turn(tracker: Tracker) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is sent and what is remembered; both are tried as JSON here, where a failure can still be answered."""
    tools = services.load()
    request = from_tracker(tracker, tools)
    answer, memory = respond(request)
    content, kept = message(answer, tools.settings.adviser), memory.to_slot()
    json.dumps([content, kept])
    journal.record(request, answer)
    return content, kept


def _log(error: Exception) -> None:
    """Log a failure without anything that the person typed: type, place and a number to find it by."""
    number = uuid.uuid4().hex[:8]
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
    cause = error.cause if isinstance(error, BaseIndisponible) else type(error).__name__
    logger.error("action failed: %s at %s [%s]", cause, place, number)
