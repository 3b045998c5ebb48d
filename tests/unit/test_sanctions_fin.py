"""Until when each measure lasts, what its law is, and where the person stands when a word is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.unit.parole import Parole

UNDERSTAND, LENGTH, LIFT, MINE = (
    "comprendre_sanction",
    "duree_sanction",
    "lever_sanction",
    "mes_sanctions",
)


@pytest.mark.parametrize("intent", [UNDERSTAND, LENGTH, MINE])
@pytest.mark.parametrize(
    ("person", "words", "expected"),
    [
        ("1000012M", "la suppression finit quand", "jeudi 10 décembre"),
        ("1000012M", "la suppression c'est jusqu'à quand", "jeudi 10 décembre"),
        ("1000011L", "quand est-ce que la suspension se termine", "samedi 5 décembre"),
        ("1000009J", "combien de temps dure ma suspension", "mardi 8 décembre"),
        ("1000008H", "jusqu'à quand mon avertissement", "jeudi 3 décembre"),
        ("1000007G", "la suspension d'avril a fini quand", "mercredi 6 mai"),
        ("1000003C", "ma radiation, jusqu'à quand", "mercredi 11 juin 2025"),
    ],
)
def test_each_measure_has_its_last_day(
    make_request: Any, intent: str, person: str, words: str, expected: str
) -> None:
    assert expected in Parole(make_request, dossier=person).lire(intent, words)


@pytest.mark.parametrize("intent", [UNDERSTAND, LENGTH, MINE])
@pytest.mark.parametrize("words", ["ma suspension finit quand", "suspension jusqu'à quand"])
def test_what_is_only_announced_has_no_last_day(make_request: Any, intent: str, words: str) -> None:
    said = Parole(make_request, dossier="1000006F").lire(intent, words)
    assert "Rien n’est encore décidé" in said
    assert "1 à 2 mois" in said
    assert "lundi 30 novembre" in said


def test_an_announced_suppression_has_the_limits_of_a_repeated_absence(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000007G").lire(LENGTH, "ça dure combien")
    assert "annonce une suppression possible" in said
    assert "1 à 4 mois" in said
    assert "vendredi 27 novembre" in said


def test_a_measure_that_is_over_names_the_one_that_runs(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000012M").lire(
        LENGTH, "ma suspension de février dure encore"
    )
    assert "jeudi 26 mars" in said
    assert "une suppression est en cours, jusqu’au jeudi 10 décembre" in said


def test_lifting_is_about_the_measure_that_runs(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000012M").lire(LIFT, "je veux faire lever la suspension")
    assert "déjà terminée" in said
    assert "une suppression ne se lève pas" in said


def test_a_measure_without_dates_is_told_as_such(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000011L")
    decided = replace(file.procedures[0].decision, mois=None)
    file = replace(file, procedures=(replace(file.procedures[0], decision=decided),))
    said = Parole(make_request, dossier=file).lire(LENGTH, "ma suspension finit quand")
    assert "sa date de fin n’y est pas" in said


@pytest.mark.parametrize(
    ("intent", "person", "words", "first"),
    [
        (LIFT, "1000011L", "comment lever ma suspension", "R5412-1"),
        (LENGTH, "1000011L", "jusqu'à quand", "R5412-1"),
        (MINE, "1000012M", "je suis sanctionné ?", "R5412-1"),
        (LENGTH, "1000006F", "combien de temps", "R5412-1"),
        (MINE, "1000008H", "je suis sanctionnée ?", "R5412-3-3"),
        (LENGTH, "1000009J", "jusqu'à quand", "R262-68-1"),
        (LENGTH, "1000003C", "ma radiation c'était jusqu'à quand", "R5412-5"),
    ],
)
def test_the_article_that_holds_the_answer_comes_first(
    make_request: Any, intent: str, person: str, words: str, first: str
) -> None:
    answer = Parole(make_request, dossier=person).dire(intent, words)
    assert first in answer.sources[0].ref


@pytest.mark.parametrize(
    "words", ["c'est quoi une suspension", "suspension ou suppression quelle différence"]
)
def test_a_word_asked_about_ends_with_the_letter_that_waits(make_request: Any, words: str) -> None:
    answer = Parole(make_request, dossier="1000006F").dire(UNDERSTAND, words)
    assert answer.suite is not None
    assert "lundi 30 novembre" in answer.suite
    assert answer.buttons[0].title == "Comment répondre"


@pytest.mark.parametrize(
    "words", ["je fais quoi pour l'avertissement", "cest quoi cette lettre davertissement"]
)
def test_the_own_warning_has_its_date(make_request: Any, words: str) -> None:
    said = Parole(make_request, dossier="1000008H").lire(UNDERSTAND, words)
    assert "au plus tard le jeudi 3 décembre" in said
    assert "ni l’argent ni l’inscription" in said


def test_a_warning_is_no_letter_of_intention(make_request: Any) -> None:
    said = Parole(make_request).lire(
        UNDERSTAND, "différence entre avertissement et lettre d'intention"
    )
    assert "annonce une sanction possible" in said
    assert "déjà une décision" in said


def test_a_letter_told_by_somebody_whose_file_has_none(make_request: Any) -> None:
    words = "j'ai reçu ce matin une lettre qui envisage une suspension"
    assert "vendredi 4 décembre" in Parole(make_request, dossier="1000001A").lire(UNDERSTAND, words)


def test_the_first_time_without_allowance_told(make_request: Any) -> None:
    said = Parole(make_request).lire(
        LENGTH, "100 % dès la première fois ?", faits={"rang": "premier"}
    )
    assert said.startswith("La première fois")
    assert "30 à 100 % pendant 1 à 2 mois" in said


@pytest.mark.parametrize(
    ("person", "words", "parts"),
    [
        ("1000007G", "ma suspension d'avril compte encore ?", ["Oui", "6 avril 2028"]),
        ("1000003C", "ma radiation compte encore ?", ["Non", "1er juin 2025"]),
        (None, "j'ai été sanctionné en mars 2024 ça compte ?", ["Non", "1er juin 2025"]),
        (None, "une sanction ça compte encore combien de temps", ["24 mois"]),
        ("1000007G", "je vais être radié ?", ["si tout est supprimé pendant 4 mois"]),
        ("1000006F", "je vais être radié ?", ["ne prévoit pas de radiation"]),
        ("1000012M", "pourquoi j'ai été sanctionné", ["absence du jeudi 10 septembre"]),
        ("1000002B", "mon conseiller m'a pas appelé, sanction ?", ["ne compte pas contre vous"]),
        ("1000004D", "si je rate aksis je suis radié ?", ["suspen"]),
        (None, "suspendu depuis le 1er novembre pour 2 mois ca finit quand", ["jeudi 31 décembre"]),
    ],
)
def test_what_is_asked_behind_am_i_sanctioned(
    make_request: Any, person: str | None, words: str, parts: list[str]
) -> None:
    said = Parole(make_request, dossier=person).lire(MINE, words)
    for part in parts:
        assert part in said


def test_the_law_of_the_day_of_the_facts(make_request: Any) -> None:
    """An old radiation is told with the articles of its day."""
    answer = Parole(make_request, dossier="1000003C", today=date(2025, 5, 20)).dire(
        LENGTH, "jusqu'à quand"
    )
    assert "mercredi 11 juin" in answer.conclusion
    assert "R5412-5" in answer.sources[0].ref


@pytest.mark.parametrize(
    "words", ["ma radiation finit le 14 décembre", "radiée jusqu'au 14 décembre, je reviens quand"]
)
def test_the_last_day_told_gives_the_day_to_come_back(make_request: Any, words: str) -> None:
    assert "mardi 15 décembre" in Parole(make_request).lire("se_reinscrire", words)


def test_who_decided_is_told(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000008H").lire(MINE, "qui m'a mis cet avertissement")
    assert "La décision vient de France Travail." in said


def test_a_warning_with_an_allowance_is_told_as_unusual(make_request: Any) -> None:
    said = Parole(make_request, faits={"allocation": "ARE"}).lire(
        UNDERSTAND, "un avertissement avec l'ARE ?"
    )
    assert said.startswith("L’avertissement vaut surtout si vous ne touchez rien.")


@pytest.mark.parametrize(
    "words",
    [
        "j'ai reçu une lettre le 20 novembre qui annonce une radiation possible",
        "lettre reçue le 20 novembre, ils veulent me suspendre",
    ],
)
def test_a_letter_that_announces_is_answered_with_its_delay(make_request: Any, words: str) -> None:
    said = Parole(make_request, dossier="1000004D").lire(UNDERSTAND, words)
    assert "Rien n’est encore décidé" in said
    assert "lundi 30 novembre" in said


def test_nothing_for_absence_is_for_ever(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000010K").lire(
        UNDERSTAND, "une suppression définitive c'est possible ?"
    )
    assert said.startswith("Non.")


def test_the_limit_of_a_household_is_told_with_the_measure(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000009J").lire(
        LENGTH, "ma suspension peut passer à 100 % ?"
    )
    assert "ne dépasse jamais 50 %" in said


@pytest.mark.parametrize("intent", [UNDERSTAND, LENGTH, LIFT])
@pytest.mark.parametrize(
    "words", ["la suspension commence quand", "une suspension rétroactive c'est légal ?"]
)
def test_no_measure_before_its_letter(make_request: Any, intent: str, words: str) -> None:
    answer = Parole(make_request).dire(intent, words)
    assert "ne commence jamais avant d’être notifiée" in answer.conclusion
    assert answer.rules[0] == "sanction.date_effet"


def test_a_measure_that_runs_has_begun(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000011L").lire(LENGTH, "la suspension a commencé quand")
    assert "vendredi 6 novembre" in said


def test_a_decision_told_with_its_day_has_its_delay(make_request: Any) -> None:
    said = Parole(make_request).lire(
        UNDERSTAND, "décision de suspension de France Travail reçue le 3 novembre"
    )
    assert "dimanche 3 janvier 2027" in said


def test_who_tells_a_sanction_gets_the_way_to_challenge_it(make_request: Any) -> None:
    said = Parole(make_request).lire(
        MINE, "je suis en PACEA sanctionné par la mission locale le 3 novembre"
    )
    assert "dimanche 3 janvier 2027" in said
