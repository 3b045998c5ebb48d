"""Appeals of the persons of the demo set, on Tuesday 24 November 2026."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole

LETTER, RUNNING, DEPARTMENT, MEDIATION, OLD, EMPTY = (
    "1000006F",
    "1000011L",
    "1000009J",
    "1000012M",
    "1000003C",
    "1000001A",
)


@pytest.mark.parametrize(
    ("person", "intent", "expected"),
    [
        (
            LETTER,
            "contester_sanction",
            ["Rien n’est encore décidé", "lundi 30 novembre", "6 jours"],
        ),
        (
            LETTER,
            "presenter_observations",
            ["vendredi 20 novembre", "lundi 30 novembre", "10 jours"],
        ),
        (LETTER, "delai_recours", ["lundi 30 novembre"]),
        (LETTER, "saisir_mediateur", ["trop tôt pour le médiateur", "lundi 30 novembre"]),
        (LETTER, "saisir_tribunal", ["trop tôt pour le tribunal"]),
        (LETTER, "rediger_recours", ["lundi 30 novembre", "Préparer une lettre"]),
        (
            "1000007G",
            "presenter_observations",
            ["samedi 28 novembre", "pas ouvré", "vendredi 27 novembre"],
        ),
        ("1000007G", "chances_recours", ["certificat ne couvre pas", "C’est une opinion"]),
        (RUNNING, "contester_sanction", ["médiateur régional", "lundi 4 janvier 2027", "41 jours"]),
        (RUNNING, "delai_recours", ["lundi 4 janvier 2027", "date prudente"]),
        (RUNNING, "saisir_tribunal", ["Pas encore", "médiateur régional"]),
        (RUNNING, "rediger_recours", ["va au médiateur régional", "lundi 4 janvier 2027"]),
        (RUNNING, "presenter_observations", ["déjà prise", "mercredi 4 novembre"]),
        (
            DEPARTMENT,
            "contester_sanction",
            ["président du conseil départemental", "lundi 4 janvier 2027"],
        ),
        (
            DEPARTMENT,
            "saisir_mediateur",
            ["n’est pas l’étape", "président du conseil départemental"],
        ),
        (DEPARTMENT, "saisir_tribunal", ["Pas encore", "président du conseil départemental"]),
        (DEPARTMENT, "rediger_recours", ["va au président du conseil départemental"]),
        (MEDIATION, "contester_sanction", ["vendredi 30 octobre", "attendez sa réponse"]),
        (MEDIATION, "saisir_tribunal", ["Attendez la fin de la médiation", "2 mois entiers"]),
        (MEDIATION, "rediger_recours", ["Pas de nouvelle lettre"]),
        (MEDIATION, "chances_recours", ["prouver que vous l’avez reçue"]),
        (OLD, "contester_sanction", ["paraît passé", "samedi 12 juillet 2025"]),
        (EMPTY, "contester_sanction", ["Je ne vois ni lettre ni décision", "2 mois"]),
        (EMPTY, "delai_recours", ["Je ne vois ni lettre ni décision", "10 jours", "2 mois"]),
        (EMPTY, "saisir_mediateur", ["Je ne vois ni lettre ni décision"]),
    ],
)
def test_own_case(make_request: Any, person: str, intent: str, expected: list[str]) -> None:
    said = Parole(make_request, dossier=person).lire(intent)
    for part in expected:
        assert part in said


@pytest.mark.parametrize("person", [LETTER, RUNNING, DEPARTMENT, MEDIATION])
def test_nothing_is_asked_of_a_file_that_says_it(make_request: Any, person: str) -> None:
    for intent in ("contester_sanction", "delai_recours", "saisir_tribunal", "rediger_recours"):
        assert Parole(make_request, dossier=person).dire(intent).question is None


def test_the_rules_of_the_route_are_given_with_their_sources(make_request: Any) -> None:
    answer = Parole(make_request, dossier=RUNNING).dire("contester_sanction")
    assert {"recours.mediation", "delai.franc", "recours.non_suspensif"} <= set(answer.rules)
    assert any(source.ref.startswith("Code du travail, art. R5312-47") for source in answer.sources)


def test_another_letter_said_in_the_message_wins_over_the_file(make_request: Any) -> None:
    said = Parole(make_request, dossier=RUNNING).lire(
        "contester_sanction", "le département a supprimé mon RSA le 20 octobre"
    )
    assert "président du conseil départemental" in said
    assert "dimanche 20 décembre" in said


def test_somebody_else_s_case_is_not_answered_from_the_file(make_request: Any) -> None:
    answer = Parole(make_request, dossier=RUNNING).dire(
        "contester_sanction", "comment il conteste", faits={"pour_autrui": True}
    )
    assert "4 novembre" not in answer.conclusion
    assert answer.question is not None


def test_my_case_turns_the_general_answer_into_a_personal_one(make_request: Any) -> None:
    talk = Parole(make_request, dossier=RUNNING)
    talk.dire("contester_sanction", "le département a supprimé mon RSA le 20 octobre")
    assert "lundi 4 janvier 2027" in talk.lire("demander_precision", "et dans mon cas ?")


def test_observations_already_sent(make_request: Any, read_dossier: Any) -> None:
    from dataclasses import replace
    from datetime import date

    file = read_dossier(LETTER)
    sent = replace(file.procedures[0], observations_le=date(2026, 11, 23))
    said = Parole(make_request, dossier=replace(file, procedures=(sent,))).lire(
        "presenter_observations"
    )
    assert "Votre réponse est notée au lundi 23 novembre" in said
    assert "mardi 15 décembre" in said  # 20 November + 10 days + 15 days


@pytest.mark.parametrize(
    "words",
    [
        "comment je conteste la suspension de mon rsa",
        "le département m'a suspendu le 4 novembre, je conteste",
    ],
)
def test_what_agrees_with_the_file_is_the_person_s_own(make_request: Any, words: str) -> None:
    assert "lundi 4 janvier 2027" in Parole(make_request, dossier=DEPARTMENT).lire(
        "contester_sanction", words
    )
