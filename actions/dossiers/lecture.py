"""Rows to frozen dataclasses."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

from actions.dossiers.models import (
    AbsenceRow,
    AgenceRow,
    ConseillerRow,
    ContratRow,
    DossierRow,
    ProcedureRow,
    RecoursRow,
    RendezVousRow,
)
from actions.dossiers.personne import (
    Absence,
    Acte,
    Agence,
    Conseiller,
    Contrat,
    Decision,
    DossierPersonne,
    Justificatif,
    Procedure,
    Recours,
    RendezVous,
    Report,
)

T = TypeVar("T")


def plain(kind: type[T], row: object | None, **others: Any) -> T | None:
    """``kind`` filled with the columns of the same names, then with ``others``."""
    if row is None:
        return None
    names = (f.name for f in fields(kind) if f.name not in others)  # type: ignore[arg-type]
    return kind(**{name: getattr(row, name) for name in names}, **others)


def dossier_de(row: DossierRow, actes: tuple[Acte, ...]) -> DossierPersonne:
    return plain(
        DossierPersonne,
        row,
        conseiller=_conseiller(row.conseiller),
        contrat=_contrat(row.contrat),
        rendez_vous=tuple(map(_rendez_vous, row.rendez_vous)),
        procedures=tuple(map(_procedure, row.procedures)),
        recours=tuple(map(_recours, row.recours)),
        actes=actes,
    )


def _conseiller(row: ConseillerRow | None) -> Conseiller | None:
    return plain(Conseiller, row, agence=_agence(row.agence) if row else None)


def _agence(row: AgenceRow | None) -> Agence | None:
    return plain(Agence, row)


def _contrat(row: ContratRow | None) -> Contrat | None:
    return plain(Contrat, row, actions=tuple(row.actions or ()) if row else ())


def _rendez_vous(row: RendezVousRow) -> RendezVous:
    reports = tuple(plain(Report, report) for report in row.reports)
    return plain(RendezVous, row, reports=reports, absence=_absence(row.absence))


def _absence(row: AbsenceRow | None) -> Absence | None:
    proofs = tuple(plain(Justificatif, proof) for proof in row.justificatifs) if row else ()
    return plain(Absence, row, justificatifs=proofs)


def _procedure(row: ProcedureRow) -> Procedure:
    # The appointments are in the session already: no query here.
    ref = row.rendez_vous.ref if row.rendez_vous else None
    return plain(Procedure, row, rendez_vous=ref, decision=plain(Decision, row.decision))


def _recours(row: RecoursRow) -> Recours:
    return plain(Recours, row, procedure=row.procedure.ref if row.procedure else None)
