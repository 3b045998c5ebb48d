"""Appeals that an unproven person describes: who decided, when, which steps were taken."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


@pytest.mark.parametrize(
    ("words", "prudent"),
    [
        (
            "France Travail m'a suspendu, décision notifiée le 24 septembre 2026",
            "mardi 24 novembre",
        ),
        (
            "France Travail m'a suspendu, décision notifiée le 13 novembre 2026",
            "mercredi 13 janvier 2027",
        ),
        (
            "le département a suspendu mon RSA, décision notifiée le 13 novembre 2026",
            "mercredi 13 janvier 2027",
        ),
        (
            "décision de suspension notifiée par la mission locale le 13 novembre 2026",
            "mercredi 13 janvier 2027",
        ),
    ],
)
def test_the_prudent_date_is_always_told(make_request: Any, words: str, prudent: str) -> None:
    """Section 6.3 of the reference."""
    assert prudent in Parole(make_request).lire("contester_sanction", words)


def test_the_last_moment_is_told_as_such(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "contester_sanction", "France Travail m'a radié, notifié le 23 septembre 2026"
    )
    assert "La date à retenir était le lundi 23 novembre" in said
    assert "encore possible d’agir" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("radié le 20 septembre, j'ai saisi le médiateur le 5 octobre", "attendez sa réponse"),
        ("la médiation est finie depuis le 10 novembre", "dimanche 10 janvier 2027"),
        ("le médiateur m'a répondu non", "La médiation est finie"),
        (
            "radié le 20 septembre, j'ai écrit au Défenseur des droits le 5 octobre",
            "Défenseur des droits est saisi",
        ),
        (
            "radié le 20 septembre, j'ai demandé l'aide juridictionnelle le 5 octobre",
            "arrêté le délai",
        ),
        ("ma radiation du 10 août, la lettre ne parle pas du médiateur", "n’a pas couru"),
        ("j'ai été radié le 3 mars 2021", "directeur régional"),
        ("j'ai été suspendu par France Travail le 3 mars 2024", "paraît passé"),
        ("décision reçue le 4 janvier 2018", "trop ancienne"),
        ("France Travail s'est trompé dans le calcul de mon allocation", "juge judiciaire"),
        ("radié, décision notifiée le 30 décembre 2026", "pas encore passée"),
        ("ma lettre d'intention est reçue du 18 novembre", "on ne conteste pas, on répond"),
    ],
)
def test_steps(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("contester_sanction", words)


def test_a_silent_department_has_refused(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "contester_sanction",
        "mon RSA a été suspendu le 1er août 2026, j'ai envoyé un recours préalable le 10 août 2026",
    )
    assert "tribunal administratif" in said
    assert "jeudi 10 décembre" in said  # silence until 10 October, then two months


def test_a_department_that_may_still_answer(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "contester_sanction",
        "mon RSA a été suspendu le 1er octobre 2026, j'ai envoyé un recours préalable le 20 octobre 2026",
    )
    assert "Il peut répondre jusqu’au dimanche 20 décembre" in said


def test_facts_are_asked_one_at_a_time(make_request: Any) -> None:
    talk = Parole(make_request)
    first = talk.dire("contester_sanction", "je veux contester")
    assert first.question is not None
    assert first.question.fait == "auteur"
    assert "2\u00a0mois" in first.conclusion  # what can be said is said first
    second = talk.dire("informer", "France Travail")
    assert second.question is not None
    assert second.question.fait == "decision"
    third = talk.dire("informer", "une suspension")
    assert third.question is not None
    assert third.question.fait == "date_notification"
    last = talk.lire("informer", "le 3 novembre")
    assert "dimanche 3 janvier 2027" in last


def test_a_fact_that_is_not_known_is_not_asked_twice(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("contester_sanction", "je veux contester")
    again = talk.dire("informer", "je ne sais pas")
    assert again.question is None or again.question.fait != "auteur"


def test_the_kind_of_letter_is_asked_for_a_delay(make_request: Any) -> None:
    talk = Parole(make_request)
    assert talk.dire("delai_recours", "combien de temps").question.fait == "lettre"
    assert talk.dire("informer", "Elle l’annonce").question.fait == "date_reception"
    assert "jeudi 3 décembre" in talk.lire("informer", "hier")


def test_what_if_it_was_the_department(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("contester_sanction", "France Travail m'a suspendu le 3 novembre")
    said = talk.lire("nlu_fallback", "et si c'est une décision du département ?")
    assert "président du conseil départemental" in said
    assert "dimanche 3 janvier 2027" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("il faut un avocat ?", "n’est pas obligatoire"),
        ("j'ai pas les moyens de payer un avocat", "aide juridictionnelle"),
        ("on peut faire appel du jugement ?", "Conseil d’État"),
        ("un référé c'est quoi", "référé-suspension"),
    ],
)
def test_questions_about_the_court(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("saisir_tribunal", words)


def test_the_defender_of_rights_is_not_the_mediator(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "saisir_mediateur", "c'est pareil que le défenseur des droits ?"
    )
    assert "met fin à la réclamation devant le médiateur" in said


def test_the_opinion_on_chances_is_told_as_such(make_request: Any) -> None:
    """Section 7 of the reference."""
    said = Parole(make_request).lire("chances_recours", "ça vaut le coup ?")
    assert "L’article qui nous sert de base le pense." in said
    assert "Un motif prouvé ou une erreur de procédure change la donne." in said


def test_the_letter_names_what_it_must_hold(make_request: Any) -> None:
    said = Parole(make_request).lire("rediger_recours", "que doit contenir la lettre au médiateur")
    assert "Mettez votre numéro" in said
    assert "Préparer une lettre" in said


def test_a_day_that_does_not_exist_is_asked_again(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("contester_sanction", "France Travail m'a radié, je conteste")
    again = talk.dire("informer", "le 31 février")
    assert "n’existe pas" in again.conclusion
    assert again.question is not None
    assert "samedi 12 décembre" in talk.lire("informer", "pardon, le 12 octobre")


def test_what_is_only_supposed_is_not_remembered(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("contester_sanction", "j'ai été radié le 2 novembre")
    talk.dire("contester_sanction", "et si le médiateur dit non")
    assert "samedi 2 janvier 2027" in talk.lire("delai_recours", "c'est quoi le délai")
