"""A whole file is read, typed and detached, whatever another tool wrote into it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime

import pytest
import sqlalchemy
from sqlalchemy import event
from sqlalchemy.engine import Engine

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.engine import read_session
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.repository import dossier_complet, existe
from tests.unit.dossiers.aides import lire, minimal

Lire = Callable[[str], DossierPersonne]


def test_the_person_and_who_follows_them(dossier: Lire) -> None:
    nadia = dossier("1000001A")
    assert (nadia.prenom, nadia.nom, nadia.naissance) == ("Nadia", "Benali", date(1988, 4, 2))
    assert nadia.inscrit_le == date(2025, 9, 23)
    assert nadia.allocation == "ARE"
    assert nadia.conseiller is not None
    assert nadia.conseiller.telephone == "01 99 00 10 01"
    assert nadia.agence is not None
    assert nadia.agence.nom == "Agence France Travail Paris Nation"
    assert nadia.region == "ile-de-france"
    assert nadia.contrat is not None
    assert nadia.contrat.actions == ("cv", "entretien")


def test_appointments_are_sorted_and_typed(dossier: Lire) -> None:
    rdvs = dossier("1000001A").rendez_vous
    assert [r.ref for r in rdvs] == ["rdv-1", "rdv-2", "rdv-3"]
    assert rdvs[1].debut == datetime(2026, 11, 25, 9, 0)
    assert rdvs[1].fin == datetime(2026, 11, 25, 12, 0)
    assert rdvs[1].dans_contrat == "oui"


def test_reports_absences_and_proofs(dossier: Lire) -> None:
    sophie, olivier = dossier("1000005E"), dossier("1000007G")
    assert [r.demande_le for r in sophie.rendez_vous[1].reports] == [
        date(2026, 11, 3),
        date(2026, 11, 17),
    ]
    absence = olivier.rendez_vous[1].absence
    assert absence is not None
    assert absence.motif == "maladie"
    assert absence.justificatifs[0].statut == "refuse"
    assert (
        absence.justificatifs[0].motif_refus == "le certificat ne couvre pas le jour de l'absence"
    )


def test_procedures_decisions_and_appeals(dossier: Lire) -> None:
    philippe = dossier("1000012M")
    first, second = philippe.procedures
    assert (first.rendez_vous, second.rendez_vous) == ("rdv-1", "rdv-2")
    assert second.decision is not None
    assert (second.decision.nature, second.decision.part, second.decision.mois) == (
        "suppression",
        60,
        2,
    )
    assert philippe.recours[0].procedure == "proc-2"
    assert philippe.recours[0].depose_le == date(2026, 10, 29)


def test_pending_procedure_has_no_decision(dossier: Lire) -> None:
    assert dossier("1000007G").procedures[1].decision is None


def test_the_file_is_frozen(dossier: Lire) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        dossier("1000001A").nom = "Autre"


def test_unknown_person(demo: Engine) -> None:
    with read_session(demo) as session:
        assert dossier_complet(session, "9999999Z") is None
        assert dossier_complet(session, "1000001A' OR '1'='1") is None
        assert existe(session, "1000001A")
        assert not existe(session, "9999999Z")


def test_bare_file(engine: Engine, importe: Callable[..., Bilan]) -> None:
    assert importe(engine, minimal()).accepte
    bare = lire(engine, "1234567A")
    assert bare == DossierPersonne(
        identifiant="1234567A",
        prenom="Léa",
        nom="Roy",
        naissance=None,
        courriel=None,
        telephone=None,
        inscrit_le=None,
        allocation="ARE",
        foyer_rsa=None,
        organisme_referent=None,
        oriente_le=None,
        reoriente_le=None,
    )
    assert bare.agence is None
    assert bare.region is None


def test_words_of_another_tool_come_out_as_they_are(demo: Engine) -> None:
    with demo.begin() as connection:
        for statement in (
            "UPDATE dossiers SET allocation = 'ALLOCATION_NOUVELLE'",
            "UPDATE rendez_vous SET statut = 'à replanifier', document = 'sms'",
            "UPDATE decisions SET nature = 'rappel_a_la_regle', part = 0",
            "UPDATE contrats SET actions = '[\"poterie\"]'",
        ):
            connection.exec_driver_sql(statement)
    found = lire(demo, "1000011L")
    assert found.allocation == "ALLOCATION_NOUVELLE"
    assert found.rendez_vous[0].statut == "à replanifier"
    assert found.procedures[0].decision is not None
    assert found.procedures[0].decision.nature == "rappel_a_la_regle"
    assert found.contrat is not None
    assert found.contrat.actions == ("poterie",)


def test_one_query_a_level_however_long_the_file(demo: Engine) -> None:
    counts = []
    for who in ("1000002B", "1000012M"):
        said: list[str] = []

        def note(_c: object, _cur: object, sql: str, *_: object, said: list[str] = said) -> None:
            said.append(sql)

        event.listen(demo, "before_cursor_execute", note)
        lire(demo, who)
        event.remove(demo, "before_cursor_execute", note)
        counts.append(len([s for s in said if s.startswith("SELECT")]))
    assert counts == [7, 7]


def test_deleting_a_file_deletes_its_parts(demo: Engine) -> None:
    with demo.begin() as connection:
        connection.exec_driver_sql("DELETE FROM dossiers")
        for table in ("contrats", "rendez_vous", "reports", "justificatifs", "decisions"):
            count = connection.execute(sqlalchemy.text(f"SELECT count(*) FROM {table}"))
            assert count.scalar_one() == 0
