"""Uploaded proofs: what was deposited, by whom, for what. The content is not kept here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from actions.dossiers.models import DepotRow
from actions.dossiers.models.base import utcnow
from actions.dossiers.personne import Depot
from actions.dossiers.sql import insert_once


def enregistrer_depot(
    session: Session,
    *,
    reference: str,
    identifiant: str,
    nom_affiche: str,
    type: str,
    taille: int,
    sha256: str,
    rendez_vous: str | None = None,
    acte: int | None = None,
    now: datetime | None = None,
) -> Depot:
    """Record a deposit. ``type`` is the media type found in the content, ``taille`` in bytes.

    Raises ``ValueError`` when ``reference`` already names a deposit of somebody else.
    """
    values = {
        "reference": reference,
        "identifiant": identifiant,
        "nom_affiche": nom_affiche,
        "type": type,
        "taille": taille,
        "sha256": sha256,
        "rendez_vous": rendez_vous,
        "acte_id": acte,
        "depose_le": now or utcnow(),
    }
    insert_once(session, DepotRow, values)
    depot = depot_de(session, identifiant, reference)
    if depot is None:
        raise ValueError("this reference is taken")
    return depot


def depot_de(session: Session, identifiant: str, reference: str) -> Depot | None:
    """The deposit if it belongs to this person and was not deleted."""
    found = (d for d in depots_de(session, identifiant) if d.reference == reference)
    return next(found, None)


def depots_de(session: Session, identifiant: str, *, supprimes: bool = False) -> tuple[Depot, ...]:
    """The person's deposits, oldest first; with ``supprimes``, deleted ones too."""
    query = (
        select(*DepotRow.__table__.columns)
        .where(DepotRow.identifiant == identifiant)
        .order_by(DepotRow.depose_le, DepotRow.reference)
    )
    if not supprimes:
        query = query.where(DepotRow.supprime_le.is_(None))
    return tuple(map(_depot, session.execute(query)))


def rattacher_depot(
    session: Session,
    identifiant: str,
    reference: str,
    *,
    rendez_vous: str | None = None,
    acte: int | None = None,
) -> Depot | None:
    """Say what a deposit is for; None when it is not this person's."""
    _update(session, identifiant, reference, rendez_vous=rendez_vous, acte_id=acte)
    return depot_de(session, identifiant, reference)


def supprimer_depot(
    session: Session, identifiant: str, reference: str, *, now: datetime | None = None
) -> bool:
    """Mark as deleted; the caller removes the content. True when this call did it."""
    return _update(session, identifiant, reference, supprime_le=now or utcnow())


def _update(session: Session, identifiant: str, reference: str, **values: Any) -> bool:
    statement = (
        update(DepotRow)
        .where(
            DepotRow.reference == reference,
            DepotRow.identifiant == identifiant,
            DepotRow.supprime_le.is_(None),
        )
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return session.execute(statement).rowcount == 1


def _depot(row: Any) -> Depot:
    values = dict(row._mapping)
    return Depot(acte=values.pop("acte_id"), **values)
