"""Which letter or measure of the file is meant; what is told of one's own case and the file does not show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.dossiers.personne import DossierPersonne
from actions.recours.designation import designer
from tests.unit.parole import Parole

CONTEST, DELAY, MEDIATOR, FOLLOW = (
    "contester_sanction",
    "delai_recours",
    "saisir_mediateur",
    "suivi_recours",
)


@pytest.mark.parametrize(
    ("person", "words", "ref"),
    [
        ("1000007G", "contester celle d'avril", "proc-1"),
        ("1000007G", "la sanction d’avril 2026", "proc-1"),
        ("1000007G", "la suspension", "proc-1"),
        ("1000007G", "la lettre pour l'atelier outils numériques", "proc-2"),
        ("1000007G", "la première sanction, je conteste", "proc-1"),
        ("1000007G", "je parle de la dernière lettre", "proc-2"),
        ("1000007G", "la décision du 6 avril", "proc-1"),
        ("1000007G", "ma lettre datée du 16 novembre", "proc-2"),
        ("1000012M", "celle de février", "proc-1"),
        ("1000012M", "contester la suppression", "proc-2"),
        ("1000012M", "celle d'avant", "proc-1"),
    ],
)
def test_what_is_named_is_found(make_request: Any, person: str, words: str, ref: str) -> None:
    found = designer(make_request(CONTEST, words, dossier=person))
    assert found.nommee
    assert [p.ref for p in found.procedures] == [ref]


@pytest.mark.parametrize(
    "words",
    [
        "je veux contester",
        "c'est la première fois que ça m'arrive",
        "je suis suspendu jusqu'à quand",
        "mon premier recours",
        "je veux un entretien",
    ],
)
def test_nothing_is_named(make_request: Any, words: str) -> None:
    assert not designer(make_request(CONTEST, words, dossier="1000012M")).nommee


def test_the_one_taken_is_told_and_the_letter_that_waits_is_not_forgotten(
    make_request: Any,
) -> None:
    said = Parole(make_request, dossier="1000007G").lire(CONTEST, "contester celle d'avril")
    assert "suspension du lundi 6 avril" in said
    assert "samedi 6 juin" in said
    assert "lettre reçue le mercredi 18 novembre, au plus tard le vendredi 27 novembre" in said


def test_the_one_named_stays_the_subject_until_another_is(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000007G")
    talk.dire(CONTEST, "contester la sanction d'avril")
    assert "lundi 6 avril" in talk.lire("chances_recours", "j'ai mes chances ?")
    assert "mercredi 18 novembre" in talk.lire(DELAY, "et pour la lettre, quel délai")


def test_a_month_without_letter_is_told(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000011L").lire(CONTEST, "contester celle de mars")
    assert said.startswith("Je ne vois aucune lettre de mars dans votre dossier.")
    assert "mercredi 4 novembre" in said


@pytest.fixture
def two_alive(read_dossier: Any) -> DossierPersonne:
    """A suspension that can still be challenged, and a letter that waits for an answer."""
    file = read_dossier("1000011L")
    letter = replace(
        file.procedures[0],
        ref="proc-2",
        manquement_le=date(2026, 11, 12),
        lettre_recue_le=date(2026, 11, 19),
        sanction_envisagee="suppression",
        observations_le=None,
        audition_le=None,
        decision=None,
    )
    return replace(file, procedures=(*file.procedures, letter))


@pytest.mark.parametrize("intent", [CONTEST, DELAY, "chances_recours", "rediger_recours"])
def test_two_that_fit_are_asked_with_their_dates(
    make_request: Any, two_alive: DossierPersonne, intent: str
) -> None:
    talk = Parole(make_request, dossier=two_alive)
    answer = talk.dire(intent, "je fais comment")
    assert answer.question is not None
    assert answer.question.fait == "procedure"
    assert "lundi 4 janvier 2027" in answer.conclusion
    assert "vendredi 27 novembre" in answer.conclusion
    titles = [button.title for button in answer.buttons]
    assert titles == ["Suspension du 4 novembre", "Lettre du 19 novembre"]
    assert "mercredi 4 novembre" in talk.lire("informer", "Suspension du 4 novembre")


@pytest.mark.parametrize("words", ["la lettre du 19 novembre", "la suppression"])
def test_no_question_when_one_is_named(
    make_request: Any, two_alive: DossierPersonne, words: str
) -> None:
    answer = Parole(make_request, dossier=two_alive).dire(CONTEST, f"je veux contester {words}")
    assert answer.question is None
    assert "on répond à la lettre" in answer.conclusion


def test_the_running_measure_is_the_one_that_ends(
    make_request: Any, two_alive: DossierPersonne
) -> None:
    said = Parole(make_request, dossier=two_alive).lire("duree_sanction", "ça finit quand")
    assert "samedi 5 décembre" in said
    assert "lettre reçue le jeudi 19 novembre" in said


@pytest.mark.parametrize(
    "words",
    ["ils ont décidé sans lettre avant", "suspendu avant les 10 jours", "on m'a jamais prévenu"],
)
def test_a_defect_of_procedure_is_a_point_to_make(make_request: Any, words: str) -> None:
    answer = Parole(make_request).dire("chances_recours", words)
    assert answer.rules[0] == "procedure.intention"


def test_the_department_sets_its_own_delay(make_request: Any) -> None:
    said = Parole(make_request).lire(DELAY, "quel délai pour répondre au courrier du département")
    assert "Le délai est écrit sur sa lettre" in said
    assert "10 jours" not in said


def test_what_is_told_of_one_decision_is_not_true_of_another(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000012M")
    talk.dire(MEDIATOR, "le médiateur a dit non hier")
    other = talk.lire(CONTEST, "et la suspension de février, je la conteste ?")
    assert "dimanche 26 avril" in other
    assert "2027" not in other
    assert "23 novembre" not in other
    assert "samedi 23 janvier 2027" in talk.lire(CONTEST, "et la suppression, je la conteste ?")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("je veux répondre à la lettre du 18", "samedi 28 novembre"),
        ("je peux répondre à celle reçue le 18 ?", "samedi 28 novembre"),
    ],
)
def test_a_bare_number_is_the_last_day_of_that_number(
    make_request: Any, words: str, expected: str
) -> None:
    said = Parole(make_request, dossier="1000007G").lire("presenter_observations", words)
    assert expected in said
    assert "paraît passé" not in said


@pytest.mark.parametrize("person", ["1000006F", None])
@pytest.mark.parametrize("intent", ["presenter_observations", DELAY])
def test_a_reply_already_sent_is_heard(make_request: Any, person: str | None, intent: str) -> None:
    said = Parole(make_request, dossier=person).lire(intent, "j'ai déjà répondu à la lettre hier")
    assert "Vous me dites avoir répondu le lundi 23 novembre" in said
    assert "Gardez la preuve" in said
    assert "jeudi 3 décembre" not in said


def test_asking_whether_they_answered_tells_no_answer(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000012M").lire(FOLLOW, "ils ont répondu ?")
    assert "est en cours" in said


def test_any_measure_is_none_in_particular(make_request: Any) -> None:
    request = make_request(
        "duree_sanction", "une deuxième suspension c'est combien", dossier="1000007G"
    )
    assert not designer(request).nommee


@pytest.mark.parametrize(
    ("person", "words", "expected"),
    [
        ("1000012M", "mon avertissement je le conteste", "Je ne vois aucun avertissement"),
        ("1000011L", "je conteste ma radiation", "Je ne vois aucune radiation"),
    ],
)
def test_a_measure_that_the_file_does_not_hold_is_told(
    make_request: Any, person: str, words: str, expected: str
) -> None:
    assert Parole(make_request, dossier=person).lire(CONTEST, words).startswith(expected)
