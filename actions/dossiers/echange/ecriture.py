"""Writes a checked document: adds, changes what differs, leaves the rest alone.

What the document does not name is kept: an appointment leaves a file by its ``statut``, never
by being left out. Lists without refs (postponements) are replaced whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.echange.lecteur import Fiche
from actions.dossiers.echange.parties import add_or_change, one, several
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

# Files in memory at a time.
CHUNK = 200
WHOLE = (
    joinedload(DossierRow.contrat),
    selectinload(DossierRow.rendez_vous).options(
        selectinload(RendezVousRow.reports),
        joinedload(RendezVousRow.absence).selectinload(AbsenceRow.justificatifs),
    ),
    selectinload(DossierRow.procedures).joinedload(ProcedureRow.decision),
    selectinload(DossierRow.recours),
)


def ecrire(session: Session, document: Fiche, bilan: Bilan) -> None:
    """Within one ``write_session``; ``document`` has no refusal left."""
    with session.no_autoflush:
        _flat(session, AgenceRow, "code", document["agences"], bilan)
        _flat(session, ConseillerRow, "courriel", document["conseillers"], bilan)
        fiches = document["dossiers"] or []
        for start in range(0, len(fiches), CHUNK):
            _files(session, fiches[start : start + CHUNK], bilan)


def _flat(
    session: Session, kind: type, key: str, fiches: Iterable[Fiche] | None, bilan: Bilan
) -> None:
    rows = {getattr(row, key): row for row in session.execute(select(kind)).scalars()}
    for fiche in fiches or ():
        fiche.valeurs["agence_code"] = fiche["agence"]
        row, state = add_or_change(rows.get(fiche[key]), kind, fiche)
        session.add(row)
        bilan.noter(kind.__tablename__, state)
    session.flush()


def _files(session: Session, fiches: list[Fiche], bilan: Bilan) -> None:
    names = [fiche["identifiant"] for fiche in fiches]
    query = select(DossierRow).where(DossierRow.identifiant.in_(names)).options(*WHOLE)
    rows = {row.identifiant: row for row in session.execute(query).scalars()}
    for fiche in fiches:
        _file(session, rows.get(fiche["identifiant"]), fiche, bilan)
    session.flush()
    session.expunge_all()


def _file(session: Session, row: DossierRow | None, fiche: Fiche, bilan: Bilan) -> None:
    fiche.valeurs["conseiller_courriel"] = fiche["conseiller"]
    row, state = add_or_change(row, DossierRow, fiche)
    session.add(row)
    changed = one(row, "contrat", ContratRow, fiche["contrat"])
    changed |= _parts(row, fiche, bilan)
    if changed and state == "inchangé":
        state = "modifié"
    bilan.noter("dossiers", state, row.identifiant)


def _parts(row: DossierRow, fiche: Fiche, bilan: Bilan) -> bool:
    states = {
        "rendez_vous": several(row.rendez_vous, RendezVousRow, fiche["rendez_vous"]),
        "procedures": several(row.procedures, ProcedureRow, fiche["procedures"]),
        "recours": several(row.recours, RecoursRow, fiche["recours"]),
    }
    linked = {
        "procedures": _link(row.procedures, fiche["procedures"], "rendez_vous", row.rendez_vous),
        "recours": _link(row.recours, fiche["recours"], "procedure", row.procedures),
    }
    for table, by_ref in states.items():
        for ref, state in by_ref.items():
            moved = state == "inchangé" and ref in linked.get(table, ())
            by_ref[ref] = "modifié" if moved else state
            bilan.noter(table, by_ref[ref])
    return any(state != "inchangé" for by_ref in states.values() for state in by_ref.values())


def _link(
    rows: list[Any], fiches: Iterable[Fiche] | None, name: str, targets: list[Any]
) -> set[str]:
    """Point each row at the one that its fiche names; the refs of those that changed."""
    by_ref = {target.ref: target for target in targets}
    named = {fiche["ref"]: by_ref.get(fiche[name]) for fiche in fiches or ()}
    changed = {r.ref for r in rows if r.ref in named and getattr(r, name) is not named[r.ref]}
    for row in rows:
        if row.ref in changed:
            setattr(row, name, named[row.ref])
    return changed
