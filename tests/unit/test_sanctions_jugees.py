"""« Radié 1 mois en mars 2024, c’est normal ? »: what the law of that day foresaw; both parts for ARE and RSA."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


@pytest.mark.parametrize(
    ("words", "parts", "rule"),
    [
        (
            "radié 1 mois en mars 2024, c normal ?",
            ["1 mois", "première absence", "1, 2 puis 4 mois"],
            "ancien.radiation",
        ),
        (
            "ils m'ont radiée 4 mois en mai 2023 ils ont le droit ?",
            ["4 mois", "troisième absence"],
            "ancien.radiation",
        ),
        (
            "radié pendant 3 mois en 2024 c'est légal",
            ["3 mois", "ne correspond pas"],
            "ancien.radiation",
        ),
        (
            "3 mois de radiation en octobre 2023 c'est trop long non ?",
            ["3 mois", "ne correspond pas"],
            "ancien.radiation",
        ),
        (
            "suspendu 2 mois en avril 2024 c'est légal ?",
            ["2 mois", "deuxième absence"],
            "ancien.suppression_rendez_vous",
        ),
        (
            "supprimé 1 mois en avril 2024, c'était prévu ?",
            ["1 mois", "atelier"],
            "ancien.suppression_action",
        ),
        ("radié 1 mois en mars 2024", ["première absence", "1, 2 puis 4 mois"], "ancien.radiation"),
        (
            "suspendu 2 mois en septembre 2025 c'est normal ?",
            ["2 mois", "première fois"],
            "sanction.assiduite.premiere",
        ),
        (
            "suspendu 4 mois en octobre 2025 ils ont le droit ?",
            ["4 mois", "absence répétée"],
            "sanction.assiduite.repetee",
        ),
        (
            "radié 2 mois en janvier 2026 c'est normal ?",
            ["2 mois", "sans allocation", "4 mois"],
            "sanction.radiation_4_mois",
        ),
        (
            "suspendu pour 6 mois en octobre 2025 c'est légal ?",
            ["6 mois", "plus que la limite"],
            "sanction.assiduite.repetee",
        ),
    ],
)
def test_what_was_foreseen_that_day(
    make_request: Any, words: str, parts: list[str], rule: str
) -> None:
    talk = Parole(make_request)
    answer = talk.dire("duree_sanction", words)
    said = Parole(make_request).lire("duree_sanction", words)
    for part in parts:
        assert part in said.lower()
    assert rule in answer.rules
    assert answer.sources
    assert "10 jours" in said


def test_dates_alone_are_given_to_who_asks_for_them(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "duree_sanction", "radié 2 mois à partir du 10 novembre 2026 ça finit quand"
    )
    assert "9 janvier 2027" in said


@pytest.mark.parametrize("rang", ["2", "repete"])
def test_second_absence_with_both_allowances(make_request: Any, rang: str) -> None:
    facts = {"allocation": "ARE_et_RSA", "rang": rang}
    talk = Parole(make_request)
    answer = talk.dire("duree_sanction", "combien de temps pour la deuxième absence", faits=facts)
    assert "de l’allocation" in answer.conclusion
    assert "du RSA" in answer.conclusion
    assert "deux décisions" in answer.conclusion.lower()
    articles = " ".join(source.ref for source in answer.sources[:3])
    assert "R5412-1" in articles
    assert "R262-68-1" in articles


@pytest.mark.parametrize("allocation", ["ARE_et_RSA", "RSA"])
def test_both_parts_under_the_older_law(make_request: Any, allocation: str) -> None:
    said = Parole(make_request).lire(
        "duree_sanction",
        "2e absence en mars 2024 combien de temps",
        faits={"allocation": allocation, "rang": "2"},
    )
    assert "1, 2 puis 4 mois" in said
    assert "RSA" in said
    assert "80 %" in said
    assert "1 à 4 mois" in said
