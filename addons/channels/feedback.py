"""« Utile / Pas utile »: one opinion on one answer, without any text."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from actions.dossiers.engine import write_session
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.retours import noter_retour
from actions.framework.journal import conversation_hash
from actions.settings import Settings
from addons.channels.reading import read_id
from addons.channels.refusal import BAD_REQUEST, UNAVAILABLE, Refusal
from addons.channels.tokens import Visitor
from addons.database import engine

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opinion:
    """Whether the answer to message ``message_id`` was useful."""

    message_id: str
    useful: bool


def read_feedback(body: dict[str, Any]) -> Opinion:
    """The opinion in a body.

    Raises:
        Refusal: 400.
    """
    message_id, useful = read_id(body), body.get("useful")
    if not message_id or not isinstance(useful, bool):
        raise Refusal(400, BAD_REQUEST)
    return Opinion(message_id, useful)


async def store_feedback(settings: Settings, visitor: Visitor, opinion: Opinion) -> None:
    """Keep the opinion; the last one on an answer counts.

    Raises:
        Refusal: 503, when the database is not there.
    """

    def write() -> None:
        with write_session(engine(settings.database_url)) as session:
            noter_retour(
                session, conversation_hash(visitor.conversation), opinion.message_id, opinion.useful
            )

    try:
        await asyncio.to_thread(write)
    except BaseIndisponible as error:
        logger.warning("feedback not written: %s", error.cause)
        raise Refusal(503, UNAVAILABLE) from None
