"""Brings one row, and the rows below it, to what a fiche says. True means changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.dossiers.echange.lecteur import Fiche
from actions.dossiers.models import (
    AbsenceRow,
    DecisionRow,
    JustificatifRow,
    ProcedureRow,
    RendezVousRow,
    ReportRow,
)


def add_or_change(row: Any | None, kind: type, fiche: Fiche) -> tuple[Any, str]:
    """The row (new when None) with the fiche's values, and what happened to it."""
    new = row is None
    row = kind() if new else row
    changed = fill(row, fiche)
    return row, "ajouté" if new else "modifié" if changed else "inchangé"


def fill(row: Any, fiche: Fiche) -> bool:
    """Copy the values of ``fiche`` that ``row`` has columns for; returns whether anything changed."""
    columns = row.__table__.columns.keys()
    values = {name: value for name, value in fiche.valeurs.items() if name in columns}
    changed = {name: new for name, new in values.items() if getattr(row, name) != new}
    for name, new in changed.items():
        setattr(row, name, new)
    return bool(changed)


def one(parent: Any, name: str, kind: type, fiche: Fiche | None) -> bool:
    """A part that is there or not."""
    row = getattr(parent, name)
    if fiche is None:
        if row is not None:
            setattr(parent, name, None)
        return row is not None
    new = row is None
    if new:
        row = kind()
        setattr(parent, name, row)
    changed = fill(row, fiche)
    return _below(row, fiche) or changed or new


def several(rows: list[Any], kind: type, fiches: Iterable[Fiche] | None) -> dict[str, str]:
    """Parts known by their ref: what happened to each."""
    by_ref = {row.ref: row for row in rows}
    states = {}
    for fiche in fiches or ():
        row, state = add_or_change(by_ref.get(fiche["ref"]), kind, fiche)
        if state == "ajouté":
            rows.append(row)
        if _below(row, fiche) and state == "inchangé":
            state = "modifié"
        states[fiche["ref"]] = state
    return states


def _below(row: Any, fiche: Fiche) -> bool:
    if isinstance(row, RendezVousRow):
        changed = _reports(row, fiche["reports"])
        return one(row, "absence", AbsenceRow, fiche["absence"]) or changed
    if isinstance(row, AbsenceRow):
        states = several(row.justificatifs, JustificatifRow, fiche["justificatifs"])
        return any(state != "inchangé" for state in states.values())
    if isinstance(row, ProcedureRow):
        return one(row, "decision", DecisionRow, _decision(fiche["decision"]))
    return False


def _decision(fiche: Fiche | None) -> Fiche | None:
    # The format: unknown when left out, nothing when the author is not France Travail.
    if fiche and fiche["auteur"] == "france_travail" and fiche["mention_mediation"] is None:
        fiche.valeurs["mention_mediation"] = "inconnu"
    return fiche


def _reports(row: RendezVousRow, fiches: list[Fiche] | None) -> bool:
    said = fiches or []
    changed = len(said) != len(row.reports)
    del row.reports[len(said) :]
    for rank, fiche in enumerate(said):
        if rank == len(row.reports):
            row.reports.append(ReportRow(rang=rank))
        changed |= fill(row.reports[rank], fiche)
    return changed
