"""Questions asked of the demo files, on 23 November 2026 (a Monday)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone

import pytest
from sqlalchemy.engine import Engine

from actions.dossiers import vues
from actions.dossiers.actes import annuler_acte, enregistrer_acte
from actions.dossiers.engine import write_session
from actions.dossiers.fuseaux import fuseau, maintenant_local
from actions.dossiers.personne import DossierPersonne
from tests.unit.dossiers.aides import JOUR, lire

Lire = Callable[[str], DossierPersonne]
NOW = datetime(2026, 11, 23, 10, 0)


@pytest.mark.parametrize(
    ("who", "ref"),
    [("1000001A", "rdv-2"), ("1000004D", "rdv-1"), ("1000008H", "rdv-2"), ("1000011L", None)],
)
def test_next_appointment(dossier: Lire, who: str, ref: str | None) -> None:
    found = vues.prochain_rendez_vous(dossier(who), NOW)
    assert (found.ref if found else None) == ref


def test_an_appointment_is_next_until_it_begins(dossier: Lire) -> None:
    nadia = dossier("1000001A")
    for now, ref in ((datetime(2026, 11, 25, 9), "rdv-2"), (datetime(2026, 11, 25, 9, 1), "rdv-3")):
        found = vues.prochain_rendez_vous(nadia, now)
        assert found is not None
        assert found.ref == ref


def test_appointments_to_come(dossier: Lire) -> None:
    assert [r.ref for r in vues.rendez_vous_a_venir(dossier("1000008H"), NOW)] == ["rdv-2", "rdv-3"]


def test_appointment_and_procedure_by_ref(dossier: Lire) -> None:
    olivier = dossier("1000007G")
    assert vues.rendez_vous_de_ref(olivier, "rdv-2") is olivier.rendez_vous[1]
    assert vues.rendez_vous_de_ref(olivier, None) is None
    assert vues.procedure_de_ref(olivier, "proc-2") is olivier.procedures[1]


@pytest.mark.parametrize(
    ("who", "refs"), [("1000007G", ["rdv-1", "rdv-2"]), ("1000001A", []), ("1000002B", [])]
)
def test_absences(dossier: Lire, who: str, refs: list[str]) -> None:
    assert [r.ref for r in vues.absences(dossier(who))] == refs


@pytest.mark.parametrize(
    ("who", "used", "left"), [("1000001A", 0, 2), ("1000004D", 1, 1), ("1000005E", 2, 0)]
)
def test_postponements(dossier: Lire, who: str, used: int, left: int) -> None:
    found = dossier(who)
    assert vues.reports_utilises(found) == used
    assert vues.reports_restants(found, 2) == left
    assert vues.reports_restants(found, 1) == max(0, left - 1)


@pytest.mark.parametrize(
    ("who", "ref"), [("1000006F", "proc-1"), ("1000007G", "proc-2"), ("1000012M", None)]
)
def test_letter_waiting_for_an_answer(dossier: Lire, who: str, ref: str | None) -> None:
    found = vues.lettre_en_cours(dossier(who))
    assert (found.ref if found else None) == ref


@pytest.mark.parametrize(
    ("who", "today", "ref"),
    [
        ("1000011L", JOUR, "proc-1"),
        ("1000011L", date(2026, 11, 5), "proc-1"),
        ("1000011L", date(2026, 11, 4), None),
        ("1000011L", date(2026, 12, 4), "proc-1"),
        ("1000011L", date(2026, 12, 5), None),
        ("1000012M", JOUR, "proc-2"),
        ("1000007G", JOUR, None),
        ("1000008H", JOUR, "proc-1"),
        ("1000008H", date(2026, 12, 2), "proc-1"),
        ("1000008H", date(2026, 12, 3), None),
        ("1000003C", JOUR, None),
        ("1000001A", JOUR, None),
    ],
)
def test_running_sanction(dossier: Lire, who: str, today: date, ref: str | None) -> None:
    found = vues.sanction_en_cours(dossier(who), today)
    assert (found.ref if found else None) == ref


def test_decision_not_yet_in_force(dossier: Lire) -> None:
    grace = dossier("1000011L")
    found = vues.decision_en_cours(grace, date(2026, 11, 3))
    assert found is grace.procedures[0]
    assert vues.decision_en_cours(grace, date(2027, 3, 1)) is None
    assert vues.derniere_decision(grace) is found


def test_history_for_the_rules(dossier: Lire) -> None:
    assert vues.historique(dossier("1000012M")) == [
        {
            "date_manquement": date(2026, 1, 27),
            "date_notification": date(2026, 2, 25),
            "nature": "assiduite",
        },
        {
            "date_manquement": date(2026, 9, 9),
            "date_notification": date(2026, 10, 9),
            "nature": "assiduite",
        },
    ]
    assert vues.historique(dossier("1000006F")) == []
    assert vues.historique(dossier("1000003C"))[0]["nature"] == "rendez_vous"


def test_what_was_closed_does_not_count(demo: Engine) -> None:
    with demo.begin() as connection:
        connection.exec_driver_sql("UPDATE decisions SET nature = 'classement'")
    closed = lire(demo, "1000012M")
    assert vues.historique(closed) == []
    assert vues.sanction_en_cours(closed, JOUR) is None


def test_a_lifted_suspension_no_longer_runs(demo: Engine) -> None:
    with demo.begin() as connection:
        connection.exec_driver_sql("UPDATE decisions SET levee_le = '2026-11-20'")
    grace = lire(demo, "1000011L")
    assert vues.sanction_en_cours(grace, date(2026, 11, 19)) is not None
    assert vues.sanction_en_cours(grace, date(2026, 11, 20)) is None


def test_views_bear_missing_facts(demo: Engine) -> None:
    with demo.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE decisions SET mois = NULL, effet_le = NULL, notifiee_le = NULL"
        )
        connection.exec_driver_sql("UPDATE procedures SET lettre_recue_le = NULL, nature = NULL")
    for who in ("1000007G", "1000012M", "1000008H"):
        found = lire(demo, who)
        assert vues.sanction_en_cours(found, JOUR) is None
        assert vues.decision_en_cours(found, JOUR) is None
        assert vues.lettre_en_cours(found) is None
        assert vues.historique(found) == []


def test_appeals_under_way(dossier: Lire) -> None:
    assert [r.ref for r in vues.recours_en_cours(dossier("1000012M"))] == ["rec-1"]
    assert vues.recours_en_cours(dossier("1000011L")) == ()


def test_active_act_on_an_appointment(demo: Engine) -> None:
    values = {"identifiant": "1000001A", "nature": "absence", "rendez_vous": "rdv-2", "cle": "a"}
    with write_session(demo) as session:
        act, _ = enregistrer_acte(session, **values)
    nadia = lire(demo, "1000001A")
    assert vues.acte_actif(nadia, "absence", "rdv-2") == act
    assert vues.acte_actif(nadia, "absence", "rdv-3") is None
    assert vues.acte_actif(nadia, "report", "rdv-2") is None
    with write_session(demo) as session:
        annuler_acte(session, "1000001A", act.id)
    assert vues.acte_actif(lire(demo, "1000001A"), "absence", "rdv-2") is None


@pytest.mark.parametrize(
    ("region", "hour"),
    [
        ("ile-de-france", 9),
        ("alsace-moselle", 9),
        (None, 9),
        ("inconnue", 9),
        ("la-reunion", 12),
        ("mayotte", 11),
        ("guadeloupe", 4),
        ("martinique", 4),
        ("guyane", 5),
    ],
)
def test_local_time(region: str | None, hour: int) -> None:
    noon = datetime(2026, 11, 23, 8, 0, tzinfo=timezone.utc)
    assert maintenant_local(region, noon) == datetime(2026, 11, 23, hour, 0)
    assert maintenant_local(region).tzinfo is None


def test_summer_in_paris_and_naive_time() -> None:
    summer = datetime(2026, 7, 1, 8, 0, tzinfo=timezone.utc)
    assert maintenant_local("bretagne", summer).hour == 10
    assert maintenant_local("la-reunion", summer).hour == 12
    assert str(fuseau("guyane")) == "America/Cayenne"
    with pytest.raises(ValueError, match="aware"):
        maintenant_local("bretagne", datetime(2026, 7, 1))
