"""Somebody else's case: « vous » below means that person, said in the opening."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole

OUVERTURE = "« vous » veut dire cette personne"


@pytest.mark.parametrize(
    ("intent", "words", "facts"),
    [
        ("consequences_absence", "mon fils a raté son atelier il risque quoi", {}),
        (
            "comprendre_sanction",
            "la dame que j'accompagne a reçu une lettre de radiation",
            {"type_sanction": "radiation"},
        ),
        ("contester_sanction", "comment contester la suspension de ma mère", {}),
        ("motifs_legitimes", "mon voisin était malade, c'est une excuse ?", {"motif": "maladie"}),
    ],
)
@pytest.mark.parametrize("dossier", [None, "1000007G"])
def test_the_opening_says_who_is_meant(
    make_request: Any, intent: str, words: str, facts: dict[str, str], dossier: str | None
) -> None:
    said = Parole(make_request, dossier=dossier).lire(
        intent, words, faits={"pour_autrui": "oui", **facts}
    )
    assert said.startswith("Pour une autre personne")
    assert OUVERTURE in said


def test_what_they_receive_is_asked_without_you(make_request: Any) -> None:
    talk = Parole(make_request)
    said = talk.lire(
        "consequences_absence", "mon fils a raté son atelier", faits={"pour_autrui": "oui"}
    )
    assert "Que touchez-vous" not in said
    assert "ce que touche cette personne" in said
    assert talk.memory.question["fait"] == "allocation"
    assert "RSA" in talk.lire("informer", "RSA", faits={"allocation": "RSA"})


def test_a_follow_up_says_it_too(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000007G")
    talk.dire("consequences_absence", "je risque quoi si je rate un atelier")
    assert OUVERTURE in talk.lire("nlu_fallback", "et pour mon fils ?")
