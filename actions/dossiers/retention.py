"""Erasing: one person on request, everybody's old traces by their periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from actions.dossiers.models import (
    ActeRow,
    AuditRegleRow,
    DepotRow,
    DossierRow,
    EssaiRow,
    ImportRow,
    IncomprisRow,
    LienRow,
    MessageVuRow,
    RendezVousRow,
    RetourRow,
)

BY_CONVERSATION = (MessageVuRow, RetourRow, IncomprisRow, AuditRegleRow)


@dataclass(frozen=True)
class Durees:
    """Retention periods, in days. Project policy, not law: see the page on data."""

    conversations: int = 30
    depots: int = 365
    """After the day of the appointment that a deposit is for, else after the deposit."""
    actes: int = 730
    audit: int = 730


@dataclass(frozen=True)
class Efface:
    """Rows deleted by table, and references of deposits whose content must be removed."""

    lignes: dict[str, int] = field(default_factory=dict)
    depots: tuple[str, ...] = ()


def effacer_personne(
    session: Session,
    identifiant: str,
    *,
    conversations: Iterable[str] = (),
    avec_dossier: bool = False,
) -> Efface:
    """Erase what the assistant keeps about one person.

    ``conversations``: hashes of the person's conversations, known to the channels only.
    ``avec_dossier``: also the file that the agency gave (an import would bring it back).
    """
    query = select(DepotRow.reference).where(DepotRow.identifiant == identifiant)
    references = tuple(session.execute(query).scalars())
    mine = [(row, row.identifiant == identifiant) for row in (DepotRow, ActeRow, LienRow)]
    if avec_dossier:
        mine.append((DossierRow, DossierRow.identifiant == identifiant))
    done = {row.__tablename__: _delete(session, row, where) for row, where in mine}
    return Efface(done | effacer_conversation(session, conversations), references)


def effacer_conversation(session: Session, conversations: Iterable[str]) -> dict[str, int]:
    """Erase what the journals keep of conversations, given by their hashes; rows deleted by table."""
    hashes = list(conversations)
    return {
        row.__tablename__: _delete(session, row, row.conversation_hash.in_(hashes))
        for row in BY_CONVERSATION
    }


def purger(session: Session, today: date, durees: Durees | None = None) -> Efface:
    """Delete what has outlived its period on ``today`` (a day in Paris, to the day)."""
    kept = durees or Durees()
    talk, act, audit = (
        _before(today, days) for days in (kept.conversations, kept.actes, kept.audit)
    )
    references = _old_deposits(session, today, kept.depots)
    old = [
        (DepotRow, DepotRow.reference.in_(references)),
        (ActeRow, ActeRow.cree_le < act),
        (LienRow, LienRow.expire_le < _before(today, 0)),
        (EssaiRow, EssaiRow.depuis < talk),
        (MessageVuRow, MessageVuRow.vu_le < talk),
        (RetourRow, RetourRow.dit_le < audit),
        (IncomprisRow, IncomprisRow.dit_le < talk),
        (AuditRegleRow, AuditRegleRow.dit_le < audit),
        (ImportRow, ImportRow.fait_le < audit),
    ]
    return Efface(
        {row.__tablename__: _delete(session, row, where) for row, where in old}, references
    )


def _before(today: date, days: int) -> datetime:
    return datetime.combine(today - timedelta(days=days), time(), timezone.utc)


def _old_deposits(session: Session, today: date, days: int) -> tuple[str, ...]:
    same = (RendezVousRow.identifiant == DepotRow.identifiant) & (
        RendezVousRow.ref == DepotRow.rendez_vous
    )
    query = select(DepotRow.reference, DepotRow.depose_le, RendezVousRow.debut).outerjoin(
        RendezVousRow, same
    )
    limit = today - timedelta(days=days)
    return tuple(
        reference
        for reference, depose_le, debut in session.execute(query)
        if (debut or depose_le).date() < limit
    )


def _delete(session: Session, row: Any, where: Any) -> int:
    statement = delete(row).where(where).execution_options(synchronize_session=False)
    return session.execute(statement).rowcount
