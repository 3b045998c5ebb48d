"""Which body stands between a decision and the court: mediator, department, complaint."""

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


@pytest.mark.parametrize(
    ("settings", "words", "expected", "never"),
    [
        (
            {"dossier": "1000010K"},
            "je peux saisir le médiateur de France Travail ?",
            "le recours écrit sur sa lettre",
            "il faut saisir",
        ),
        (
            {},
            "la mission locale a suspendu mon CEJ, je saisis le médiateur ?",
            "le recours écrit sur sa lettre",
            "obligatoire avant",
        ),
        ({}, "cap emploi m'a sanctionné, quel médiateur", "Regardez qui a signé", None),
        (
            {},
            "je suis au RSA, le médiateur peut m'aider ?",
            "président du conseil départemental",
            None,
        ),
        (
            {"dossier": "1000009J"},
            "je peux saisir le médiateur de France Travail ?",
            "lundi 4 janvier 2027",
            None,
        ),
        (
            {"dossier": "1000008H"},
            "je peux saisir le médiateur de France Travail ?",
            "il faut saisir le médiateur régional",
            None,
        ),
        ({}, "le médiateur c'est payant ?", "gratuit", None),
        ({}, "il répond en combien de temps le médiateur", "environ 1 mois", None),
    ],
)
def test_whose_mediator(
    make_request: Any, settings: Any, words: str, expected: str, never: str | None
) -> None:
    said = Parole(make_request, **settings).lire(MEDIATOR, words)
    assert expected in said
    assert never is None or never not in said


def test_two_authors_named_leave_both_ways(make_request: Any) -> None:
    said = Parole(make_request).lire(
        CONTEST, "j'ai deux lettres, une de France Travail et une du département"
    )
    assert "médiateur régional" in said
    assert "président" in said


@pytest.mark.parametrize("intent", [MEDIATOR, CONTEST, FOLLOW])
def test_no_mediator_stands_between_the_rsa_and_the_court(make_request: Any, intent: str) -> None:
    """Rule recours.rsa: the appeal to the department stays due, and its delay runs."""
    said = Parole(make_request, dossier="1000009J").lire(intent, "le médiateur m'a dit non hier")
    assert "lundi 4 janvier 2027" in said
    assert "23 janvier" not in said
    assert "ne remplace pas" in said


@pytest.mark.parametrize("intent", [CONTEST, DELAY])
@pytest.mark.parametrize(
    "words", ["un recours gracieux ça arrête le délai ?", "une réclamation à l'agence ça suffit ?"]
)
def test_what_a_complaint_is_worth(make_request: Any, intent: str, words: str) -> None:
    answer = Parole(make_request).dire(intent, words)
    assert answer.rules[0] == "recours.reclamation"
    assert "ne remplace pas le médiateur" in answer.conclusion


def test_a_complaint_is_nothing_for_the_rsa(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000009J").lire(CONTEST, "une réclamation ça suffit ?")
    assert "ne suffit pas" in said
    assert "lundi 4 janvier 2027" in said


def test_the_court_for_the_rsa(make_request: Any) -> None:
    said = Parole(make_request).lire("saisir_tribunal", "quel tribunal pour le rsa")
    assert said.startswith("Pour le RSA, c’est le tribunal administratif")
    assert "président du conseil départemental" in said
