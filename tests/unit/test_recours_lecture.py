"""What a message says of a letter or a decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.recours.lecture import lire

CONTEST, DELAY, REPLY = "contester_sanction", "delai_recours", "presenter_observations"


@pytest.mark.parametrize(
    ("intent", "words", "expected"),
    [
        (CONTEST, "j'ai été radié le 12 octobre", {"decision": "radiation", "lettre": "decision"}),
        (
            CONTEST,
            "France Travail m'a suspendue",
            {"auteur": "france_travail", "decision": "suspension"},
        ),
        (
            CONTEST,
            "mon RSA a été supprimé",
            {"auteur": "conseil_departemental", "decision": "suppression"},
        ),
        (CONTEST, "le département m'a coupé", {"auteur": "conseil_departemental"}),
        (CONTEST, "la mission locale m'a exclu du CEJ", {"auteur": "mission_locale"}),
        (CONTEST, "ils refusent de lever la suspension", {"decision": "refus_levee"}),
        (
            CONTEST,
            "j'ai une cessation d'inscription injuste",
            {"decision": "cessation_inscription"},
        ),
        (CONTEST, "erreur dans le calcul de mon allocation", {"decision": "calcul_are"}),
        (REPLY, "ils vont me radier, je veux répondre", {"lettre": "intention"}),
        (REPLY, "lettre d'intention reçue hier", {"lettre": "intention"}),
        (DELAY, "jusqu'à quand répondre à leur courrier", {"lettre": "intention"}),
        (DELAY, "j'ai saisi le médiateur", {"mediation": "oui"}),
        (DELAY, "le médiateur m'a répondu non", {"mediation_finie": "oui"}),
        (DELAY, "la lettre ne parle pas du médiateur", {"mention_mediation": "non"}),
        (DELAY, "j'ai demandé l'aide juridictionnelle", {"aide_juridictionnelle": "oui"}),
        (DELAY, "j'ai écrit au Défenseur des droits", {"defenseur_droits": "oui"}),
        (DELAY, "j'ai envoyé un recours préalable au département", {"recours_prealable": "oui"}),
    ],
)
def test_facts(make_request: Any, intent: str, words: str, expected: dict[str, Any]) -> None:
    found = lire(make_request(intent, words))
    assert found.items() >= expected.items()


@pytest.mark.parametrize(
    ("words", "fact", "day"),
    [
        ("radié le 12 octobre, je conteste", "date_notification", date(2026, 10, 12)),
        ("lettre d'intention reçue le 18 novembre", "date_reception", date(2026, 11, 18)),
        ("le courrier daté du 13 novembre", "date_envoi", date(2026, 11, 13)),
        ("reçue le 3 novembre", "date_lettre", date(2026, 11, 3)),
        ("la médiation est finie depuis le 10 novembre", "date_fin_mediation", date(2026, 11, 10)),
        ("décision notifiée le 12 décembre", "date_notification", date(2025, 12, 12)),
        ("décision notifiée le 30 décembre 2026", "date_notification", date(2026, 12, 30)),
    ],
)
def test_dates(make_request: Any, words: str, fact: str, day: date) -> None:
    assert lire(make_request(DELAY, words))[fact] == day


def test_two_dates_are_told_apart(make_request: Any) -> None:
    words = "radié le 20 septembre, j'ai saisi le médiateur le 5 octobre"
    found = lire(make_request("saisir_tribunal", words))
    assert found["date_notification"] == date(2026, 9, 20)
    assert found["mediation"] == date(2026, 10, 5)


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("consequences_absence", "je risque d'être radié si je ne viens pas ?"),
        ("prochain_rendez_vous", "c'est quand mon rendez-vous"),
        ("informer", "le 12 novembre"),
        ("atelier_obligatoire", "j'ai reçu une convocation le 12 novembre, c'est obligatoire ?"),
    ],
)
def test_other_matters_give_nothing(make_request: Any, intent: str, words: str) -> None:
    assert lire(make_request(intent, words)) == {}


def test_a_word_that_is_asked_about_decides_nothing(make_request: Any) -> None:
    assert "decision" not in lire(make_request("comprendre_sanction", "c'est quoi une radiation"))
