"""Imports a file in the exchange format: idempotent, all or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.echange.coherence import controler
from actions.dossiers.echange.ecriture import ecrire
from actions.dossiers.echange.fichier import Document, lire_fichier
from actions.dossiers.echange.lecteur import Fiche, Lecteur
from actions.dossiers.echange.references import Connus, controler_doubles, controler_liens
from actions.dossiers.echange.refus import Refusals
from actions.dossiers.engine import write_session
from actions.dossiers.models import (
    AgenceRow,
    ConseillerRow,
    ImportRow,
    ProcedureRow,
    RendezVousRow,
)

DEMO = Path(__file__).parent / "demo" / "demo.yml"
# Any constant: two imports into one PostgreSQL database wait for each other.
ADVISORY_LOCK = 4_270_032


def importer(engine: Engine, path: Path, today: date) -> Bilan:
    """Import ``path`` into a prepared database; ``today`` is the day J (in Paris).

    Nothing is written when ``Bilan.refus`` is not empty, except a line in ``imports``.
    Raises ``FichierIllisible``, ``BaseIndisponible``.
    """
    document = lire_fichier(path)
    refusals = Refusals()
    content = Lecteur(today, refusals).document(document.racine)
    controler(content, today, refusals)
    controler_doubles(content, refusals)
    bilan = Bilan(document.nom, today)
    with write_session(engine) as session:
        _wait_turn(session)
        controler_liens(content, _known(session, content), refusals)
        bilan.refus = refusals.sorted()
        if bilan.accepte:
            ecrire(session, content, bilan)
        session.add(_journal(document, bilan))
    return bilan


def _wait_turn(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))


def _known(session: Session, document: Fiche) -> Connus:
    names = {fiche["identifiant"] for fiche in document["dossiers"] or ()}
    return Connus(
        frozenset(session.execute(select(AgenceRow.code)).scalars()),
        frozenset(session.execute(select(ConseillerRow.courriel)).scalars()),
        _refs(session, RendezVousRow, names),
        _refs(session, ProcedureRow, names),
    )


def _refs(session: Session, kind: type, names: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for whose, ref in session.execute(select(kind.identifiant, kind.ref)):
        if whose in names:
            found.setdefault(whose, set()).add(ref)
    return found


def _journal(document: Document, bilan: Bilan) -> ImportRow:
    return ImportRow(
        fichier=document.nom,
        sha256=document.sha256,
        jour=bilan.jour,
        resultat="accepte" if bilan.accepte else "refuse",
        comptes=bilan.comptes(),
    )
