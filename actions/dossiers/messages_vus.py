"""Has this message been taken already, here or by another server?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from actions.dossiers.models import MessageVuRow
from actions.dossiers.models.base import utcnow
from actions.dossiers.sql import insert_once, short

# After this a message taken but never answered (its server died) may be taken again.
REPRISE = timedelta(seconds=60)


@dataclass(frozen=True)
class MessageVu:
    """What is known of one delivery of a message."""

    nouveau: bool
    """This caller has taken it and must answer it."""
    reponse: list[dict[str, Any]] | None
    """What was answered; None while somebody is still answering."""


def prendre_message(
    session: Session,
    conversation_hash: str,
    message_id: str,
    *,
    reprise: timedelta = REPRISE,
    now: datetime | None = None,
) -> MessageVu:
    """Take a message, or learn that it was taken; only one of many callers gets ``nouveau``."""
    moment = now or utcnow()
    key = {"conversation_hash": conversation_hash, "message_id": short(message_id)}
    if insert_once(session, MessageVuRow, {**key, "vu_le": moment}):
        return MessageVu(True, None)
    if _retake(session, key, moment, reprise):
        return MessageVu(True, None)
    query = select(MessageVuRow.reponse).filter_by(**key)
    return MessageVu(False, session.execute(query).scalar_one())


def garder_reponse(
    session: Session, conversation_hash: str, message_id: str, reponse: list[dict[str, Any]]
) -> None:
    """Keep the answer for later deliveries of the same message."""
    key = {"conversation_hash": conversation_hash, "message_id": short(message_id)}
    session.execute(
        update(MessageVuRow)
        .filter_by(**key)
        .values(reponse=reponse)
        .execution_options(synchronize_session=False)
    )


def _retake(session: Session, key: dict[str, str], moment: datetime, reprise: timedelta) -> bool:
    statement = (
        update(MessageVuRow)
        .filter_by(**key)
        .where(MessageVuRow.reponse.is_(None), MessageVuRow.vu_le < moment - reprise)
        .values(vu_le=moment)
        .execution_options(synchronize_session=False)
    )
    return session.execute(statement).rowcount == 1
