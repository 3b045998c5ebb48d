"""Imports that are accepted: added, changed, left alone, kept; the format's leniencies."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.engine import read_session
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.models import ImportRow
from tests.unit.dossiers.aides import (
    JOUR,
    demo_document,
    lire,
    minimal,
    procedure,
    rendez_vous,
)

Importe = Callable[..., Bilan]
SHARED = Path(__file__).parents[4] / "shared" / "dossiers" / "demo.yml"


def _dossiers(bilan: Bilan) -> dict[str, int]:
    assert bilan.accepte, bilan.lignes()
    return dict(bilan.etats["dossiers"])


def test_demo_set_twice(engine: Engine) -> None:
    first, second = importer(engine, DEMO, JOUR), importer(engine, DEMO, JOUR)
    assert _dossiers(first) == {"ajouté": 12}
    assert _dossiers(second) == {"inchangé": 12}
    assert {state for states in second.etats.values() for state in states} == {"inchangé"}


def test_demo_set_on_another_day_only_moves_dates(demo: Engine) -> None:
    bilan = importer(demo, DEMO, date(2026, 11, 24))
    assert _dossiers(bilan) == {"modifié": 12}
    assert dict(bilan.etats["agences"]) == {"inchangé": 3}
    nadia = lire(demo, "1000001A")
    assert nadia.rendez_vous[1].debut == datetime(2026, 11, 26, 9)
    assert len(nadia.rendez_vous) == 3


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2028, 2, 29), date(2027, 1, 1)])
def test_demo_set_on_awkward_days(sqlite_engine: Engine, day: date) -> None:
    assert importer(sqlite_engine, DEMO, day).accepte


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reference files are not here")
def test_demo_set_is_the_shared_one() -> None:
    assert DEMO.read_text(encoding="utf-8") == SHARED.read_text(encoding="utf-8")


def test_report_of_a_mixed_import(demo: Engine, importe: Importe) -> None:
    document = demo_document()
    document["dossiers"] = document["dossiers"][:2] + minimal()["dossiers"]
    document["dossiers"][0]["telephone"] = "06 39 98 99 99"
    lines = importe(demo, document).lignes()
    assert lines[0] == "essai.yml : importé (jour J : 2026-11-23)."
    assert "  3 dossiers : 1 ajouté, 1 modifié, 1 inchangé" in lines
    assert "  dossiers ajoutés : 1234567A" in lines
    assert "  dossiers modifiés : 1000001A" in lines
    assert lines[-1] == "  refusé : 0"


@pytest.mark.parametrize("change", ["rendez_vous", "reports", "absence", "decision", "contrat"])
def test_a_change_far_down_changes_the_file(demo: Engine, importe: Importe, change: str) -> None:
    document = demo_document()
    files = {d["identifiant"]: d for d in document["dossiers"]}
    if change == "rendez_vous":
        files["1000001A"]["rendez_vous"][1]["lieu"] = "Salle 9"
    elif change == "reports":
        files["1000005E"]["rendez_vous"][1]["reports"].pop()
    elif change == "absence":
        proof = files["1000007G"]["rendez_vous"][1]["absence"]["justificatifs"][0]
        proof.update(statut="accepte", motif_refus=None)
    elif change == "decision":
        files["1000011L"]["procedures"][0]["decision"]["levee_le"] = "J-1"
    else:
        files["1000001A"]["contrat"]["actions"].append("numerique")
    assert _dossiers(importe(demo, document)) == {"modifié": 1, "inchangé": 11}
    assert _dossiers(importe(demo, document)) == {"inchangé": 12}


def test_a_decision_a_contract_an_absence_can_go_away(demo: Engine, importe: Importe) -> None:
    document = demo_document()
    grace = next(d for d in document["dossiers"] if d["identifiant"] == "1000011L")
    grace["contrat"] = None
    grace["procedures"][0]["decision"] = None
    grace["rendez_vous"][0].update(statut="annule", absence=None)
    assert _dossiers(importe(demo, document))["modifié"] == 1
    found = lire(demo, "1000011L")
    assert (found.contrat, found.procedures[0].decision) == (None, None)
    assert found.rendez_vous[0].absence is None


def test_what_is_not_named_is_kept(demo: Engine, importe: Importe) -> None:
    document = minimal(identifiant="1000001A", prenom="Nadia", nom="Benali")
    assert _dossiers(importe(demo, document)) == {"modifié": 1}
    found = lire(demo, "1000001A")
    assert len(found.rendez_vous) == 3
    assert found.conseiller is None
    assert lire(demo, "1000002B").prenom == "Thomas"


def test_references_to_what_the_database_holds(demo: Engine, importe: Importe) -> None:
    document = minimal(
        identifiant="1000011L",
        conseiller="C.Durand@example.org",
        procedures=[procedure(ref="proc-9", rendez_vous="rdv-1")],
        recours=[{"ref": "rec-9", "procedure": "proc-1", "voie": "reclamation"}],
    )
    document["conseillers"] = [{"courriel": "n.ouveau@example.org", "agence": "paris-nation"}]
    assert importe(demo, document).accepte
    found = lire(demo, "1000011L")
    assert found.conseiller is not None
    assert found.conseiller.nom == "Claire Durand"
    assert {p.ref: p.rendez_vous for p in found.procedures} == {
        "proc-1": "rdv-1",
        "proc-9": "rdv-1",
    }
    assert found.recours[0].procedure == "proc-1"


def test_a_link_that_moves_is_a_change(demo: Engine, importe: Importe) -> None:
    document = demo_document()
    philippe = next(d for d in document["dossiers"] if d["identifiant"] == "1000012M")
    philippe["recours"][0].update(procedure="proc-1")
    bilan = importe(demo, document)
    assert dict(bilan.etats["recours"]) == {"modifié": 1}
    assert lire(demo, "1000012M").recours[0].procedure == "proc-1"


def test_a_refused_file_changes_nothing(demo: Engine, importe: Importe) -> None:
    before = lire(demo, "1000001A")
    document = demo_document()
    document["dossiers"][0]["nom"] = "Changé"
    document["dossiers"][11]["allocation"] = "inconnue"
    assert not importe(demo, document).accepte
    assert lire(demo, "1000001A") == before


def test_every_import_leaves_a_line(engine: Engine, importe: Importe) -> None:
    importe(engine, minimal())
    importe(engine, minimal(allocation="x", naissance="x"))
    with read_session(engine) as session:
        rows = session.execute(select(ImportRow).order_by(ImportRow.id)).scalars().all()
    assert [r.resultat for r in rows] == ["accepte", "refuse"]
    assert [r.fichier for r in rows] == ["essai.yml", "essai.yml"]
    assert rows[0].comptes == {"dossiers": {"ajouté": 1}}
    assert rows[1].comptes == {"refus": {"lignes": 2}}
    assert rows[0].jour == JOUR
    assert len(rows[0].sha256) == 64
    assert rows[0].sha256 != rows[1].sha256


def test_two_imports_at_once(engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        bilans = list(pool.map(lambda _: importer(engine, DEMO, JOUR), range(2)))
    assert sorted(max(_dossiers(b)) for b in bilans) == ["ajouté", "inchangé"]


def test_more_files_than_one_chunk(sqlite_engine: Engine, importe: Importe) -> None:
    people = [
        minimal(identifiant=f"{n:07d}A", rendez_vous=[rendez_vous()])["dossiers"][0]
        for n in range(450)
    ]
    assert _dossiers(importe(sqlite_engine, {"dossiers": people})) == {"ajouté": 450}
    people[449]["nom"] = "Autre"
    bilan = importe(sqlite_engine, {"dossiers": people})
    assert _dossiers(bilan) == {"inchangé": 449, "modifié": 1}
    assert bilan.touches["modifié"] == ["0000449A"]
