"""The day wished for a postponement: past, bare, corrected, the reason itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Parler = Callable[..., Any]
LUCAS = "1000004D"


@pytest.mark.parametrize(
    ("said", "day"), [("hier", "lundi 23 novembre"), ("le 20 octobre", "mardi 20 octobre")]
)
def test_a_past_day_is_refused_kindly(parler: Parler, said: str, day: str) -> None:
    lucas = parler(LUCAS)
    lucas.dit("Demander un report")
    answer = lucas.dit(said)
    assert f"Le {day} est déjà passé" in answer
    assert "Quel autre jour" in answer
    assert "Jour souhaité : lundi 30 novembre" in lucas.dit("alors lundi 30 novembre")


def test_a_day_corrected_before_the_yes(parler: Parler) -> None:
    lucas = parler(LUCAS)
    lucas.dit("Demander un report")
    lucas.dit("le 3 décembre")
    assert "Jour souhaité : vendredi 4 décembre" in lucas.dit("non, plutôt le 4 décembre", "nier")
    assert lucas.actes() == ()


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("mercredi", "mercredi 2 décembre"),
        ("non pas mardi, jeudi", "jeudi 3 décembre"),
        ("le 25 novembre", "mercredi 25 novembre"),
        ("plus tôt, mercredi", "mercredi 25 novembre"),
    ],
)
def test_a_bare_weekday_is_one_after_the_appointment(
    parler: Parler, said: str, wished: str
) -> None:
    lucas = parler(LUCAS)  # his appointment is on Friday 27 November
    lucas.dit("Demander un report")
    assert f"Jour souhaité : {wished}" in lucas.dit(said)


def test_a_day_that_is_the_reason_is_not_wished_for(parler: Parler) -> None:
    lucas = parler(LUCAS)
    lucas.dit(
        "je voudrais déplacer mon rendez-vous aksis parce que c'est vendredi",
        "reporter_rendez_vous",
    )
    assert "Quel jour vous conviendrait" in lucas.dit("non", "nier")


def test_another_day_after_the_first_request_is_confirmed_once(parler: Parler) -> None:
    lucas = parler(LUCAS)
    lucas.dit("je veux décaler mon rendez-vous aksis au 2 décembre", "reporter_rendez_vous")
    lucas.dit("oui", "affirmer")
    assert "à la place de la première" in lucas.dit(
        "je veux le remettre au 7 décembre finalement", "annuler"
    )
    lucas.dit("oui", "affirmer")
    (acte,) = lucas.actes("report")
    assert acte.contenu["souhait"] == "2026-12-07"
