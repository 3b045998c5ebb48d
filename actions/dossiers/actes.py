"""The person's own acts: written once, undone where life allows it, never lost.

Call within ``write_session``. Nothing here trusts the caller for the person: every function
filters on ``identifiant``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from actions.dossiers.models import ActeRow
from actions.dossiers.models.base import utcnow
from actions.dossiers.personne import Acte
from actions.dossiers.sql import insert_once


def enregistrer_acte(
    session: Session,
    *,
    identifiant: str,
    nature: str,
    cle: str,
    rendez_vous: str | None = None,
    contenu: Mapping[str, Any] | None = None,
    origine: Mapping[str, Any] | None = None,
    remplace: int | None = None,
    now: datetime | None = None,
) -> tuple[Acte, bool]:
    """Write an act and say whether it was there already: ``(acte, deja)``.

    ``cle`` names the act for this person (« absence:rdv-2 »): while it is in force the same key
    gives the same act, also from several threads and processes at once. ``origine`` holds the
    ``canal`` and the ``message_id``; a message that comes again after its act was undone does
    not do it again. ``remplace``: id of an act of this person, undone in the same transaction.
    ``now``: aware; the clock when left out.
    """
    moment = now or utcnow()
    replay = _undone_by_same_message(session, identifiant, cle, dict(origine or {}))
    if replay is not None:
        return replay, True
    if remplace is not None and annuler_acte(session, identifiant, remplace, now=moment) is None:
        remplace = None
    values = {
        "identifiant": identifiant,
        "nature": nature,
        "cle": cle,
        "rendez_vous": rendez_vous,
        "contenu": dict(contenu or {}),
        "origine": dict(origine or {}),
        "remplace": remplace,
        "cree_le": moment,
    }
    new = insert_once(session, ActeRow, values)
    return _in_force(session, identifiant, cle), not new


def annuler_acte(
    session: Session, identifiant: str, acte_id: int, *, now: datetime | None = None
) -> Acte | None:
    """Undo an act; undoing twice keeps the first time. None when this person has no such act."""
    mine = (ActeRow.id == acte_id, ActeRow.identifiant == identifiant)
    session.execute(
        update(ActeRow)
        .where(*mine, ActeRow.annule_le.is_(None))
        .values(annule_le=now or utcnow())
        .execution_options(synchronize_session=False)
    )
    row = session.execute(_acts().where(*mine)).first()
    return _acte(row) if row else None


def actes_de(session: Session, identifiant: str, nature: str | None = None) -> tuple[Acte, ...]:
    """All acts of the person, oldest first, undone ones included."""
    query = _acts().where(ActeRow.identifiant == identifiant).order_by(ActeRow.id)
    if nature is not None:
        query = query.where(ActeRow.nature == nature)
    return tuple(map(_acte, session.execute(query)))


def _acts() -> Any:
    return select(*ActeRow.__table__.columns)


def _acte(row: Any) -> Acte:
    return Acte(**row._mapping)


def _in_force(session: Session, identifiant: str, cle: str) -> Acte:
    query = _acts().where(
        ActeRow.identifiant == identifiant, ActeRow.cle == cle, ActeRow.annule_le.is_(None)
    )
    return _acte(session.execute(query).one())


def _undone_by_same_message(
    session: Session, identifiant: str, cle: str, origine: dict[str, Any]
) -> Acte | None:
    if not origine.get("message_id"):
        return None
    query = _acts().where(
        ActeRow.identifiant == identifiant, ActeRow.cle == cle, ActeRow.annule_le.isnot(None)
    )
    undone = map(_acte, session.execute(query))
    return next((a for a in undone if dict(a.origine) == origine), None)
