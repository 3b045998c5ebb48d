"""« Contester celle d’avril », said by somebody whose file is closed: how to challenge it, then which decision it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("contester celle d'avril", "informer"),
        ("contester celle d'avril", "contester_sanction"),
        ("je veux attaquer celle du mois de mars", "informer"),
        ("faire un recours contre celle de juin", "informer"),
        ("celle d'avril je la conteste", "informer"),
    ],
)
def test_how_to_challenge_it_then_which_one(make_request: Any, words: str, intent: str) -> None:
    talk = Parole(make_request)
    answer = talk.dire(intent, words)
    said = Parole(make_request).lire(intent, words)
    assert "une décision se conteste" in said
    assert "Merci de cette précision" not in said
    assert answer.question.fait == "decision"
    assert "délai paraît passé" in said
    assert "recours.mention_absente" in answer.rules


def test_after_the_way_to_challenge_the_month_is_heard(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("contester_sanction", "comment contester")
    said = talk.lire("informer", "celle d'avril")
    assert "Merci de cette précision" not in said
    assert "avril" in said
    assert talk.memory.question["fait"] == "decision"
    assert (
        "saisir le médiateur"
        in talk.lire("informer", "Radiation", faits={"type_sanction": "radiation"}).lower()
    )


def test_a_month_that_is_near_leaves_time(make_request: Any) -> None:
    said = Parole(make_request).lire("informer", "contester celle d'octobre")
    assert "une décision se conteste" in said
    assert "paraît passé" not in said


def test_a_proven_person_keeps_their_own_case(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000007G").lire(
        "contester_sanction", "contester celle d'avril"
    )
    assert "suspension du lundi 6 avril" in said


def test_the_measure_told_before_is_not_asked_again(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire(
        "contester_sanction",
        "je veux contester ma suspension",
        faits={"type_sanction": "suspension"},
    )
    said = talk.lire("informer", "celle d'avril")
    assert "délai paraît passé" in said
    assert talk.memory.question["fait"] == "auteur"
