"""Short answers to a question of ours, and questions taken by their place."""

from __future__ import annotations

from typing import Any

import pytest

from actions.framework.pending import choice_number
from tests.unit.parole import Parole


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("2", 1),
        ("le deuxième", 1),
        ("la 2e !", 1),
        ("c'est la première", 0),
        ("le 3eme", 2),
        ("la dernière", 2),
        ("numéro 1", 0),
        ("le 4e", None),
        ("la deuxième absence", None),
        ("deux absences", None),
    ],
)
def test_the_place_that_is_named(said: str, place: int | None) -> None:
    assert choice_number(said, 3) == place


@pytest.mark.parametrize("said", ["le chômage", "chomage", "c'est le chômage"])
def test_words_of_one_title_only_choose_it(make_request: Any, said: str) -> None:
    conversation = Parole(make_request)
    conversation.dire("consequences_absence", "je risque quoi")
    assert "votre allocation peut être suspendue" in conversation.lire("hors_sujet", said)
    assert conversation.memory.faits["allocation"] == "ARE"


def test_a_proposed_question_is_taken_by_its_place(make_request: Any) -> None:
    conversation = Parole(make_request)
    ranking = (("prochain_rendez_vous", 0.3), ("saisir_mediateur", 0.2))
    first = conversation.dire("nlu_fallback", "alors voilà pour le truc", ranking=ranking)
    assert len(first.buttons) == 2
    answer = conversation.dire("informer", "la deuxième")
    assert answer.key.startswith("saisir_mediateur")


def test_the_rank_of_an_appointment_is_not_remembered(make_request: Any) -> None:
    conversation = Parole(make_request, dossier="1000001A")
    conversation.dire("prochain_rendez_vous", "mon prochain rdv")
    assert "10 décembre" in conversation.lire("nlu_fallback", "et celui d'après ?")
    assert "26 novembre" in conversation.lire("prochain_rendez_vous", "c'est quand mon rendez-vous")
