"""The statements that read one file: columns only, one statement a level.

Plain columns and not mapped objects: five times less work for each turn of a conversation.
Each takes the parameter ``who``. Labels: a prefix for each joined part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, select
from sqlalchemy.sql import Select

from actions.dossiers import models as m
from actions.dossiers import personne as p

T = TypeVar("T")

D, K = m.DossierRow.__table__, m.ContratRow.__table__
C, A = m.ConseillerRow.__table__, m.AgenceRow.__table__
R, X = m.RendezVousRow.__table__, m.AbsenceRow.__table__
P, S = m.ProcedureRow.__table__, m.DecisionRow.__table__
V, REPORTS, PROOFS = m.RecoursRow.__table__, m.ReportRow.__table__, m.JustificatifRow.__table__
WHO = bindparam("who")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _columns(table: Table, kind: type, prefix: str = "") -> list[Any]:
    return [table.c[n].label(prefix + n) for n in _names(kind) if n in table.c]


def build(kind: type[T], row: Mapping[str, Any], prefix: str = "", **others: Any) -> T:
    """``kind`` from the columns of its names, and ``others``."""
    found = {n: row[prefix + n] for n in _names(kind) if n not in others}
    return kind(**found, **others)


def _select(*columns: Iterable[Any]) -> Select:
    return select(*(column for group in columns for column in group))


@cache
def statements() -> Mapping[str, Select]:
    """Built at first use, then kept: SQLAlchemy compiles each only once."""
    return {
        "dossier": _dossier(),
        "rendez_vous": _rendez_vous(),
        "reports": _of_appointment(REPORTS, p.Report).order_by(REPORTS.c.rang),
        "justificatifs": _of_appointment(PROOFS, p.Justificatif).order_by(
            PROOFS.c.recu_le, PROOFS.c.ref
        ),
        "procedures": _procedures(),
        "recours": _recours(),
    }


def _dossier() -> Select:
    joined = D.outerjoin(C, C.c.courriel == D.c.conseiller_courriel)
    joined = joined.outerjoin(A, A.c.code == C.c.agence_code)
    joined = joined.outerjoin(K, K.c.identifiant == D.c.identifiant)
    return (
        _select(
            _columns(D, p.DossierPersonne),
            _columns(C, p.Conseiller, "c_"),
            _columns(A, p.Agence, "a_"),
            [K.c.identifiant.label("k_id"), *_columns(K, p.Contrat, "k_")],
        )
        .select_from(joined)
        .where(D.c.identifiant == WHO)
    )


def _rendez_vous() -> Select:
    return (
        _select(
            [R.c.id.label("id"), X.c.rendez_vous_id.label("x_id")],
            _columns(R, p.RendezVous),
            _columns(X, p.Absence, "x_"),
        )
        .select_from(R.outerjoin(X, X.c.rendez_vous_id == R.c.id))
        .where(R.c.identifiant == WHO)
        .order_by(R.c.debut, R.c.id)
    )


def _of_appointment(table: Table, kind: type) -> Select:
    return (
        _select([table.c.rendez_vous_id.label("of")], _columns(table, kind))
        .select_from(table.join(R, R.c.id == table.c.rendez_vous_id))
        .where(R.c.identifiant == WHO)
    )


def _procedures() -> Select:
    joined = P.outerjoin(S, S.c.procedure_id == P.c.id)
    joined = joined.outerjoin(R, R.c.id == P.c.rendez_vous_id)
    return (
        _select(
            [R.c.ref.label("rendez_vous"), S.c.procedure_id.label("s_id")],
            _columns(P, p.Procedure),
            _columns(S, p.Decision, "s_"),
        )
        .select_from(joined)
        .where(P.c.identifiant == WHO)
        .order_by(P.c.manquement_le, P.c.id)
    )


def _recours() -> Select:
    return (
        _select([P.c.ref.label("procedure")], _columns(V, p.Recours))
        .select_from(V.outerjoin(P, P.c.id == V.c.procedure_id))
        .where(V.c.identifiant == WHO)
        .order_by(V.c.depose_le, V.c.id)
    )
