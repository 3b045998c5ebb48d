"""Judgements on answers, messages not understood, and the journal of rules stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from actions.dossiers.models import AuditRegleRow, IncomprisRow, RetourRow
from actions.dossiers.models.base import utcnow
from actions.dossiers.sql import short, upsert


@dataclass(frozen=True)
class Incompris:
    """A message that was not understood, masked, with the intents that came first."""

    id: int
    texte: str
    classement: list[dict[str, Any]]
    dit_le: datetime


def noter_retour(
    session: Session,
    conversation_hash: str,
    message_id: str,
    utile: bool,
    *,
    now: datetime | None = None,
) -> None:
    """Was this answer useful? The last judgement replaces the one before."""
    values = {
        "conversation_hash": conversation_hash,
        "message_id": short(message_id),
        "utile": utile,
        "dit_le": now or utcnow(),
    }
    upsert(session, RetourRow, values, ("conversation_hash", "message_id"))


def noter_incompris(
    session: Session,
    texte: str,
    classement: Sequence[dict[str, Any]],
    *,
    conversation_hash: str | None = None,
    now: datetime | None = None,
) -> None:
    """Keep a message that was not understood. ``texte`` must be masked by the caller."""
    values = {
        "conversation_hash": conversation_hash,
        "texte": texte,
        "classement": list(classement),
        "dit_le": now or utcnow(),
    }
    session.execute(insert(IncomprisRow).values(**values))


def incompris_a_traiter(session: Session, limite: int = 100) -> tuple[Incompris, ...]:
    """Messages that no adviser has reviewed, oldest first."""
    columns = (IncomprisRow.id, IncomprisRow.texte, IncomprisRow.classement, IncomprisRow.dit_le)
    query = (
        select(*columns)
        .where(IncomprisRow.traite_le.is_(None))
        .order_by(IncomprisRow.id)
        .limit(limite)
    )
    return tuple(Incompris(**row._mapping) for row in session.execute(query))


def marquer_traite(session: Session, incompris_id: int, *, now: datetime | None = None) -> bool:
    """An adviser has reviewed it; False when somebody had already."""
    statement = (
        update(IncomprisRow)
        .where(IncomprisRow.id == incompris_id, IncomprisRow.traite_le.is_(None))
        .values(traite_le=now or utcnow())
        .execution_options(synchronize_session=False)
    )
    return session.execute(statement).rowcount == 1


def noter_regles(
    session: Session,
    conversation_hash: str,
    intention: str,
    regles: Sequence[str],
    sources: Sequence[str],
    jour: date,
    *,
    now: datetime | None = None,
) -> None:
    """Journal of the rule ids and source refs given; ``jour``: the day reasoned about."""
    values = {
        "conversation_hash": conversation_hash,
        "intention": intention,
        "regles": list(regles),
        "sources": list(sources),
        "jour": jour,
        "dit_le": now or utcnow(),
    }
    session.execute(insert(AuditRegleRow).values(**values))
