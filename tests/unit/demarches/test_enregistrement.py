"""« C’est bien pris en compte ? »: what is recorded, when, and where to see it again."""

from __future__ import annotations

from typing import Any

import pytest

CHLOE = "1000007G"
DOUTES = (
    ("vous êtes sûr que c'est enregistré ?", "nlu_fallback"),
    ("c'est bien pris en compte ?", "suivi_justificatif"),
    ("c'est pris en compte ?", "suivi_justificatif"),
    ("t'es sûr que c'est parti", "demander_source"),
    ("ça a bien été transmis ?", "suivi_justificatif"),
    ("vous l'avez noté ?", "informer"),
    ("c'est envoyé ?", "suivi_recours"),
    ("l'agence l'a bien reçu ?", "suivi_justificatif"),
    ("ça a marché ?", "hors_sujet"),
    ("c'est bon c'est enregistré ?", "affirmer"),
)


def _declare(chloe: Any) -> None:
    chloe.dit("déclarer une absence", "signaler_absence")
    chloe.dit("malade", "informer", motif="maladie")
    chloe.dit("plus tard", "informer")
    chloe.dit("oui", "affirmer")


@pytest.mark.parametrize(("texte", "intent"), DOUTES)
def test_after_an_act_what_is_recorded_is_told(parler: Any, texte: str, intent: str) -> None:
    chloe = parler(CHLOE)
    _declare(chloe)
    dit = chloe.dit(texte, intent)
    assert "voici ce qui est enregistré" in dit
    assert "déclarée le mardi 24 novembre à 9 h" in dit
    assert "« voir mes démarches »" in dit
    assert len(chloe.actes("absence")) == 1


def test_it_is_still_known_after_another_question(parler: Any) -> None:
    chloe = parler(CHLOE)
    _declare(chloe)
    chloe.dit("je risque quoi", "consequences_absence")
    dit = chloe.dit("et c'est bien pris en compte ?", "suivi_justificatif")
    assert "voici ce qui est enregistré" in dit


@pytest.mark.parametrize("texte", ["c'est enregistré ?", "c'est bien noté ?", "c'est parti ?"])
def test_before_the_yes_nothing_is_recorded(parler: Any, texte: str) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    chloe.dit("malade", "informer", motif="maladie")
    dit = chloe.dit(texte, "nlu_fallback")
    assert "Non, pas encore" in dit
    assert chloe.memoire.demarche["etape"] == "preuve"


def test_a_proof_named_is_followed_in_the_file(parler: Any) -> None:
    chloe = parler(CHLOE)
    _declare(chloe)
    dit = chloe.dit("mon certificat est bien pris en compte ?", "suivi_justificatif")
    assert "refusée" in dit


def test_without_any_act_the_proof_of_the_file_is_meant(parler: Any) -> None:
    assert "refusée" in parler(CHLOE).dit("c'est bien pris en compte ?", "suivi_justificatif")
