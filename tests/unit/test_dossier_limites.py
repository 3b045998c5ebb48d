"""Files that other tools have written: empty, with unknown values, with dates missing or against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any

import pytest

from actions import dossier  # noqa: F401  (registers the handlers)
from actions.dossiers.depots import enregistrer_depot
from actions.dossiers.engine import write_session
from actions.dossiers.personne import (
    Absence,
    Acte,
    Decision,
    Justificatif,
    Procedure,
    Recours,
    RendezVous,
)
from actions.framework import registry
from actions.framework.render import text
from tests.unit.parole import Parole
from tests.unit.test_dossier import INTENTS, plain

DAY = datetime(2026, 11, 26, 9, 0)


@pytest.fixture
def empty(read_dossier):
    return replace(
        read_dossier("1000001A"),
        conseiller=None,
        contrat=None,
        rendez_vous=(),
        procedures=(),
        recours=(),
        allocation="inconnue",
        organisme_referent=None,
    )


@pytest.fixture
def ask(make_request):
    def run(intent, file, said="", **options):
        return plain(
            text(
                registry.entry(intent).handler(make_request(intent, said, dossier=file, **options))
            )
        )

    return run


def appointment(**changes):
    values = {
        "ref": "rdv-9", "titre": "Rencontre", "nature": "visio", "type_atelier": None, "organisme": None, "debut": DAY,
        "duree_minutes": None, "modalite": "metavers", "lieu": None, "document": "pneumatique", "mention_obligatoire": "?",
        "dans_contrat": "peut-etre", "prestataire": "x", "dispense": "y", "statut": "prevu",
    }  # fmt: skip
    return RendezVous(**{**values, **changes})


def decision(**changes):
    values = {
        "nature": "suspension", "auteur": "france_travail", "part": 30, "mois": 1, "notifiee_le": date(2026, 11, 2),
        "effet_le": date(2026, 11, 3), "mention_mediation": "oui", "delai_avertissement_le": None, "levee_le": None,
    }  # fmt: skip
    return Decision(**{**values, **changes})


def procedure(made=None, **changes):
    values = {
        "ref": "proc-9", "rendez_vous": "rdv-9", "nature": "assiduite", "manquement_le": date(2026, 10, 1),
        "lettre_recue_le": date(2026, 10, 5), "sanction_envisagee": "suspension", "observations_le": None,
        "audition_le": None,
    }  # fmt: skip
    return Procedure(**{**values, **changes}, decision=made)


@pytest.mark.parametrize("intent", INTENTS)
def test_an_empty_file_gets_a_helpful_sentence(ask, empty, intent):
    said = ask(intent, empty)
    assert said
    assert "None" not in said


def test_an_empty_file_has_nothing_urgent(ask, empty):
    assert "Aucun rendez-vous" in ask("consulter_dossier", empty)


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize(
    "made",
    [
        None,
        decision(),
        decision(nature="blame", auteur="prefet", part=None, mois=None),
        decision(notifiee_le=None, effet_le=None, mois=None),
        decision(nature="radiation", part=None, mois=2),
        decision(nature="avertissement", part=None, mois=None, delai_avertissement_le=None),
        decision(effet_le=date(2026, 12, 3)),
        decision(auteur="mission_locale", nature="suppression"),
        decision(nature="classement", part=None, mois=None, effet_le=None),
    ],
)
def test_unknown_values_never_fail(ask, empty, intent, made):
    missed = appointment(
        ref="rdv-8",
        statut="absent",
        debut=datetime(2026, 10, 1, 9),
        absence=Absence("martiens", None, (Justificatif("j", "hologramme", None, "perdu", None),)),
    )
    file = replace(
        empty,
        rendez_vous=(missed, appointment()),
        procedures=(procedure(made, rendez_vous="rdv-8"),),
        recours=(Recours("r", "proc-9", "pigeon", None, None, "en_cours"),),
    )
    said = ask(intent, file)
    assert said
    assert "None" not in said
    assert "hologramme" not in said or "hologramme" in ask("suivi_justificatif", file)


@pytest.mark.parametrize(
    ("recours", "part"),
    [
        (
            Recours("r", "proc-9", "mediation", date(2026, 11, 5), date(2026, 11, 20), "rejet"),
            "tribunal administratif au plus tard le mercredi 20 janvier 2027",
        ),
        (
            Recours("r", "proc-9", "mediation", date(2026, 11, 5), date(2026, 11, 20), "accord"),
            "terminé par un accord",
        ),
        (
            Recours("r", "proc-9", "reclamation", date(2026, 11, 5), None, "en_cours"),
            "médiateur régional au plus tard le samedi 2 janvier 2027",
        ),
        (
            Recours("r", "proc-9", "mediation", date(2026, 11, 20), date(2026, 11, 5), "rejet"),
            "sans accord",
        ),
    ],
)
def test_appeals_are_followed_to_the_next_date(ask, empty, recours, part):
    file = replace(
        empty,
        rendez_vous=(appointment(statut="absent"),),
        procedures=(procedure(decision()),),
        recours=(recours,),
    )
    assert part in ask("suivi_recours", file)


def test_an_appeal_on_rsa_names_the_day_when_silence_is_a_refusal(ask, empty):
    file = replace(
        empty,
        allocation="RSA",
        procedures=(procedure(decision(auteur="conseil_departemental")),),
        recours=(Recours("r", "proc-9", "rapo", date(2026, 11, 10), None, "en_cours"),),
    )
    assert "dimanche 10 janvier 2027" in ask("suivi_recours", file)


def test_the_letter_of_the_department_says_its_own_delay(ask, empty):
    file = replace(
        empty, allocation="RSA", procedures=(procedure(lettre_recue_le=date(2026, 11, 20)),)
    )
    said = ask("mes_sanctions", file)
    assert "écrit sur cette lettre" in said
    assert "30 novembre" not in said


def test_an_answered_letter_waits_for_the_decision(ask, empty):
    file = replace(
        empty,
        procedures=(
            procedure(lettre_recue_le=date(2026, 11, 10), observations_le=date(2026, 11, 14)),
        ),
    )
    assert "au plus tard le samedi 5 décembre" in ask("mes_sanctions", file)


def test_an_absence_declared_here_is_said_with_the_appointment(ask, empty):
    act = Acte(1, empty.identifiant, "absence", "rdv-9", {}, "absence:rdv-9", datetime(2026, 11, 23, 8, 5, tzinfo=timezone.utc), {}, None, None)  # fmt: skip
    file = replace(empty, rendez_vous=(appointment(),), actes=(act,))
    assert "vous ne viendrez pas" in ask("prochain_rendez_vous", file)
    undone = replace(act, annule_le=datetime(2026, 11, 23, 9, tzinfo=timezone.utc))
    assert "vous ne viendrez pas" not in ask("prochain_rendez_vous", replace(file, actes=(undone,)))


def test_a_document_deposited_here_is_known(ask, empty, services):
    with write_session(services.engine) as session:
        enregistrer_depot(session, reference="d" * 32, identifiant="1000001A", nom_affiche="certificat.pdf", type="application/pdf", taille=10, sha256="0" * 64)  # fmt: skip
    assert "« certificat.pdf » a bien été déposé" in ask("suivi_justificatif", empty)


@pytest.mark.parametrize(
    ("person", "today", "told"),
    [
        ("1000011L", date(2027, 1, 4), "médiateur régional au plus tard le lundi 4 janvier"),
        ("1000008H", date(2027, 1, 4), "dernier moment"),
    ],
)
def test_a_measure_over_may_still_be_challenged(
    make_request: Any, person: str, today: date, told: str
) -> None:
    parole = Parole(make_request, dossier=person, today=today)
    assert told in parole.lire("mes_sanctions", "c'est fini ?")


def test_a_delay_that_is_over_is_not_told_as_running(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000006F", today=date(2027, 1, 4)).lire("mes_sanctions")
    assert "devait tomber au plus tard le mardi 15 décembre" in said
    assert "Vous pouvez répondre jusqu" not in said


def test_who_decides_depends_on_what_is_received(make_request: Any) -> None:
    for person, told in (
        ("1000009J", "président du conseil départemental"),
        ("1000010K", "Mission locale"),
        ("1000007G", "directeur régional de France Travail"),
    ):
        assert told in Parole(make_request, dossier=person).lire("nature_du_bot", "qui décide ?")
