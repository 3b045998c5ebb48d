"""Reads one person's file, whole, in a fixed number of queries."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from actions.dossiers.actes import actes_de
from actions.dossiers.lecture import dossier_de
from actions.dossiers.models import (
    AbsenceRow,
    ConseillerRow,
    DossierRow,
    ProcedureRow,
    RendezVousRow,
)
from actions.dossiers.personne import DossierPersonne

WHOLE = (
    joinedload(DossierRow.conseiller).joinedload(ConseillerRow.agence),
    joinedload(DossierRow.contrat),
    selectinload(DossierRow.rendez_vous).options(
        selectinload(RendezVousRow.reports),
        joinedload(RendezVousRow.absence).selectinload(AbsenceRow.justificatifs),
    ),
    selectinload(DossierRow.procedures).joinedload(ProcedureRow.decision),
    selectinload(DossierRow.recours),
)


def dossier_complet(session: Session, identifiant: str) -> DossierPersonne | None:
    """The file of ``identifiant`` with the person's own acts, detached; None when unknown."""
    row = _row(session, identifiant)
    if row is None:
        return None
    return dossier_de(row, actes_de(session, identifiant))


def existe(session: Session, identifiant: str) -> bool:
    query = select(DossierRow.identifiant).where(DossierRow.identifiant == identifiant)
    return session.execute(query).first() is not None


def _row(session: Session, identifiant: str) -> DossierRow | None:
    query = select(DossierRow).where(DossierRow.identifiant == identifiant).options(*WHOLE)
    return session.execute(query).scalars().first()
