"""``DELETE /webhooks/web/conversation``: forgets what was said with a token. Acts and deposits are records, and stay."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa.core.lock_store import LockError

from actions.dossiers.engine import write_session
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.retention import effacer_conversation
from actions.framework.journal import conversation_hash
from actions.settings import Settings
from addons.channels.deliveries import Deliveries
from addons.channels.refusal import Refusal
from addons.database import engine
from addons.storage.conversations import beneath
from addons.storage.events import StoreUnavailable

logger = logging.getLogger(__name__)

NOT_ERASED = (
    "Je n’ai pas pu effacer la conversation de nos serveurs. Réessayez dans quelques minutes."
)


async def erase(settings: Settings, agent: Any, deliveries: Deliveries, conversation: str) -> None:
    """Forget a conversation once the message under way in it has been answered.

    Raises:
        Refusal: 503, when something of it may be left; asking again is harmless.
    """

    def journals() -> None:
        with write_session(engine(settings.database_url)) as session:
            effacer_conversation(session, [conversation_hash(conversation)])

    try:
        async with agent.lock_store.lock(conversation):
            await asyncio.to_thread(journals)
            await beneath(agent.tracker_store).erase(conversation)
            await deliveries.forget(conversation)
    except (BaseIndisponible, StoreUnavailable, LockError) as error:
        logger.warning("a conversation was not erased: %s", type(error).__name__)
        raise Refusal(503, NOT_ERASED) from None
