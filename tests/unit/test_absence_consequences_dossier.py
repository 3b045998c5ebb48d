"""What an absence may lead to for a proven person: the absences, proofs and decisions of their file."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole, plain

INTENT = "consequences_absence"


def test_first_absence_of_the_file(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000006F").lire(
        INTENT, "j'ai raté mon atelier, je risque quoi"
    )
    assert "le lundi 9 novembre à 8 h 30 (heure de La Réunion)" in said
    assert "30 à 100 %" in said
    assert "au plus tard le lundi 30 novembre" in said


def test_second_absence_of_the_file_with_a_refused_proof(make_request: Any) -> None:
    answer = Parole(make_request, dossier="1000007G").dire(
        INTENT, "j'ai raté mon atelier numérique je risque quoi"
    )
    said = plain(answer)
    assert "le certificat ne couvre pas le jour de l’absence" in said
    assert "1 à 4 mois" in said
    assert "6 avril 2028" in said
    assert "au plus tard le vendredi 27 novembre" in said, "the last working day before Saturday"
    assert "sanction.assiduite.repetee" in answer.rules
    assert answer.question is None


def test_an_absence_before_june_2025_does_not_count_today(make_request: Any) -> None:
    answer = Parole(make_request, dossier="1000003C").dire(
        INTENT, "j'ai raté un rdv je risque quoi"
    )
    assert "sanction.comptage_transitoire" in answer.rules
    assert "1 à 2 mois" in plain(answer)


def test_what_is_decided_is_said_before_what_one_more_would_risk(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000011L").lire(
        INTENT, "j'ai raté mon atelier je risque quoi"
    )
    assert "la décision est déjà prise : une suspension" in said
    assert "1 à 4 mois" in said


def test_the_next_appointment_when_nothing_happened_yet(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000001A").lire(
        INTENT, "je risque quoi si je ne viens pas"
    )
    assert "Si vous le manquez sans raison valable" in said
    assert "Il s’agit de « Atelier CV », le jeudi 26 novembre à 9 h" in said
    assert "Venez le jeudi 26 novembre" in said


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("1000002B", "Aucune sanction n’est prévue"),
        ("1000003C", "n’entraîne pas de sanction directe"),
        ("1000008H", "votre dossier indique une dispense"),
        ("1000010K", "Mission locale qui décide"),
        ("1000009J", "30 à 50 %"),
    ],
)
def test_own_next_appointment(make_request: Any, person: str, expected: str) -> None:
    assert expected in Parole(make_request, dossier=person).lire(
        INTENT, "je risque quoi si je ne viens pas"
    )


def test_a_proof_received_is_no_longer_asked(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000010K").lire(
        INTENT, "j'ai raté mon atelier je risque quoi"
    )
    assert "est arrivée le mercredi 18 novembre" in said


def test_a_failure_of_the_agency_is_no_absence(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000002B").lire(
        INTENT, "le rdv du 18 novembre je risque quoi"
    )
    assert "manqué par l’agence" in said
