"""What is told of a decision and of its appeal: answers, steps, days; with what the file says beside it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole

CONTEST, DELAY, MEDIATOR, FOLLOW = (
    "contester_sanction",
    "delai_recours",
    "saisir_mediateur",
    "suivi_recours",
)


@pytest.mark.parametrize("intent", [CONTEST, DELAY, MEDIATOR, "saisir_tribunal", FOLLOW])
@pytest.mark.parametrize(
    "words",
    [
        "le médiateur a dit non hier",
        "il a répondu hier le médiateur",
        "j'ai eu la réponse du médiateur hier",
        "la médiation a échoué hier",
        "il m'a répondu hier",
    ],
)
def test_the_answer_told_gives_the_court_its_date(
    make_request: Any, intent: str, words: str
) -> None:
    said = Parole(make_request, dossier="1000012M").lire(intent, words)
    assert "le médiateur a répondu le lundi 23 novembre" in said
    assert "Votre dossier ne le montre pas encore" in said
    assert "samedi 23 janvier 2027" in said


@pytest.mark.parametrize(
    "words",
    [
        "le médiateur n'a pas répondu",
        "toujours pas de réponse du médiateur",
        "quand est-ce que le médiateur répond",
        "et si le médiateur dit non",
        "j'attends la réponse du médiateur",
    ],
)
def test_an_answer_that_is_waited_for_is_none(make_request: Any, words: str) -> None:
    said = Parole(make_request, dossier="1000012M").lire(FOLLOW, words)
    assert "est en cours" in said
    assert "2027" not in said


def test_the_day_of_the_answer_is_asked(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000012M")
    first = talk.dire(MEDIATOR, "le médiateur a dit non")
    assert first.question is not None
    assert first.question.fait == "date_fin_mediation"
    assert "2\u00a0mois entiers" in first.conclusion
    assert "mercredi 20 janvier 2027" in talk.lire("informer", "le 20 novembre")


def test_an_answer_before_the_request_is_not_believed(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000012M").lire(
        CONTEST, "le médiateur a dit non le 12 octobre"
    )
    assert "n’est pas possible" in said
    assert "vendredi 30 octobre" in said


def test_a_mediator_who_agrees(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000012M").lire(MEDIATOR, "le médiateur m'a donné raison")
    assert "bonne nouvelle" in said
    assert "vous gagnerez" not in said


def test_steps_told_count(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000011L").lire(
        CONTEST, "j'ai saisi le médiateur le 10 novembre"
    )
    assert "médiateur est saisi depuis le mardi 10 novembre" in said
    assert "Le délai est arrêté" in said


def test_the_department_that_answers(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000009J")
    wrote = talk.lire(CONTEST, "j'ai écrit au président du département le 10 novembre")
    assert "dimanche 10 janvier 2027" in wrote
    refused = talk.lire(CONTEST, "le département a refusé mon recours le 20 novembre")
    assert "mercredi 20 janvier 2027" in refused


def test_a_later_reception_is_told_with_the_prudent_day(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000006F").lire(
        DELAY, "j'ai reçu la lettre que le 22 novembre"
    )
    assert "Votre dossier dit que la lettre est arrivée le vendredi 20 novembre" in said
    assert "mercredi 2 décembre" in said
    assert "lundi 30 novembre" in said


def test_a_letter_without_the_mediator_against_the_file(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000011L").lire(
        CONTEST, "ma lettre ne parle pas du médiateur"
    )
    assert "Votre dossier dit le contraire" in said
    assert "n’a pas couru" in said


def test_a_day_put_right(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire(CONTEST, "radié par France Travail, décision notifiée le 2 novembre")
    assert "mardi 5 janvier 2027" in talk.lire("informer", "le 5 novembre en fait")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("radié le 10 septembre je peux encore contester", "mardi 10 novembre"),
        ("j'ai été radié le 13 octobre est ce trop tard", "dimanche 13 décembre"),
    ],
)
def test_the_day_of_a_decision_is_past(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire(DELAY, words)
