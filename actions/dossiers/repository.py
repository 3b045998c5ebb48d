"""Reads one person's file, whole, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.dossiers import personne as p
from actions.dossiers.actes import actes_de
from actions.dossiers.models import DossierRow
from actions.dossiers.requetes import build, statements

Row = Mapping[str, Any]


def dossier_complet(session: Session, identifiant: str) -> p.DossierPersonne | None:
    """The file of ``identifiant`` with the person's own acts, detached; None when unknown."""
    found = _rows(session, "dossier", identifiant)
    if not found:
        return None
    row = found[0]
    return build(
        p.DossierPersonne,
        row,
        conseiller=_conseiller(row),
        contrat=_contrat(row),
        rendez_vous=_rendez_vous(session, identifiant),
        procedures=tuple(map(_procedure, _rows(session, "procedures", identifiant))),
        recours=tuple(build(p.Recours, r) for r in _rows(session, "recours", identifiant)),
        actes=actes_de(session, identifiant),
    )


def existe(session: Session, identifiant: str) -> bool:
    """Whether a file of this person is held."""
    query = select(DossierRow.identifiant).where(DossierRow.identifiant == identifiant)
    return session.execute(query).first() is not None


def _rows(session: Session, name: str, identifiant: str) -> list[Row]:
    result = session.execute(statements()[name], {"who": identifiant})
    return list(result.mappings())


def _conseiller(row: Row) -> p.Conseiller | None:
    if row["c_courriel"] is None:
        return None
    agence = build(p.Agence, row, "a_") if row["a_code"] is not None else None
    return build(p.Conseiller, row, "c_", agence=agence)


def _contrat(row: Row) -> p.Contrat | None:
    if row["k_id"] is None:
        return None
    return build(p.Contrat, row, "k_", actions=tuple(row["k_actions"] or ()))


def _rendez_vous(session: Session, identifiant: str) -> tuple[p.RendezVous, ...]:
    reports = _by_appointment(session, "reports", p.Report, identifiant)
    proofs = _by_appointment(session, "justificatifs", p.Justificatif, identifiant)
    return tuple(
        build(
            p.RendezVous,
            row,
            reports=tuple(reports.get(row["id"], ())),
            absence=_absence(row, proofs),
        )
        for row in _rows(session, "rendez_vous", identifiant)
    )


def _by_appointment(
    session: Session, name: str, kind: type, identifiant: str
) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in _rows(session, name, identifiant):
        found.setdefault(row["of"], []).append(build(kind, row))
    return found


def _absence(row: Row, proofs: Mapping[int, list[p.Justificatif]]) -> p.Absence | None:
    if row["x_id"] is None:
        return None
    return build(p.Absence, row, "x_", justificatifs=tuple(proofs.get(row["id"], ())))


def _procedure(row: Row) -> p.Procedure:
    decision = build(p.Decision, row, "s_") if row["s_id"] is not None else None
    return build(p.Procedure, row, decision=decision)
