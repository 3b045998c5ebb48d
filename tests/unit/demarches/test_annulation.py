"""« En fait, je viens », and what was recorded, told from the tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

Parler = Callable[..., Any]
NADIA, ENZO, OLIVIER, GRACE = "1000001A", "1000010K", "1000007G", "1000011L"


@pytest.fixture
def enzo(parler: Parler) -> Any:
    """Enzo, who has declared his absence of tomorrow."""
    person = parler(ENZO)
    person.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="maladie")
    person.dit("Plus tard")
    person.dit("oui", "affirmer")
    assert len(person.actes()) == 1
    return person


def test_undone_before_the_appointment_once_confirmed(enzo: Any) -> None:
    answer = enzo.dit("en fait je viens demain", "signaler_absence")
    assert "J’annule votre déclaration d’absence, faite le mardi 24 novembre à 9 h 03" in answer
    assert len(enzo.actes("absence")) == 1
    done = enzo.dit("oui", "affirmer")
    assert "C’est annulé, le mardi 24 novembre" in done
    assert enzo.actes("absence") == ()
    (undoing,) = enzo.actes("annulation")
    assert undoing.origine["canal"] == "web"


def test_a_no_keeps_it(enzo: Any) -> None:
    enzo.dit("en fait je viens demain")
    assert "je ne change rien" in enzo.dit("Non, garder", "nier")
    assert len(enzo.actes("absence")) == 1
    assert enzo.memoire.demarche == {}


def test_not_after_the_appointment(enzo: Any) -> None:
    enzo.jour, enzo.heure = date(2026, 11, 26), time(9, 0)
    assert "rien que je puisse annuler" in enzo.dit("annulez ma déclaration d'absence", "annuler")
    assert len(enzo.actes("absence")) == 1


def test_undone_it_can_be_declared_again(enzo: Any) -> None:
    enzo.dit("en fait je viens demain")
    enzo.dit("oui", "affirmer")
    enzo.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="transport")
    enzo.dit("Plus tard")
    enzo.dit("oui", "affirmer")
    assert [a.contenu["motif"] for a in enzo.actes("absence")] == ["transport"]


def test_coming_when_nothing_was_declared(parler: Parler) -> None:
    answer = parler(NADIA).dit("finalement je viens")
    assert "je n’ai rien à annuler" in answer
    assert "jeudi 26 novembre à 9 h" in answer


@pytest.mark.parametrize(
    "question",
    [
        "ai-je bien déclaré mon absence ?",
        "est-ce bien enregistré ?",
        "c'est bien transmis ?",
        "ma déclaration est bien passée ?",
        "est-ce que j'ai bien déclaré ?",
        "vous l'avez bien pris en compte ?",
        "qu'est-ce que j'ai déclaré ?",
    ],
)
def test_is_it_recorded(enzo: Any, question: str) -> None:
    answer = enzo.dit(question)
    assert "Absence du mercredi 25 novembre, déclarée le mardi 24 novembre à 9 h 03" in answer
    assert "accepté" not in answer


def test_is_it_recorded_after_the_memory_was_lost(enzo: Any, parler: Parler) -> None:
    other_talk = parler(ENZO)
    assert "Absence du mercredi 25 novembre" in other_talk.dit("est-ce bien enregistré ?")


def test_nothing_recorded_but_in_the_file(parler: Parler) -> None:
    answer = parler(OLIVIER).dit("ai-je bien déclaré mon absence ?")
    assert "aucune démarche enregistrée ici" in answer
    assert "une absence du mercredi 4 novembre, déclarée le jeudi 5 novembre" in answer


def test_undone_is_said_to_be_undone(enzo: Any) -> None:
    enzo.dit("en fait je viens demain")
    enzo.dit("oui", "affirmer")
    assert "a été annulée" in enzo.dit("ai-je bien déclaré mon absence ?")


def test_unproven_has_recorded_nothing(parler: Parler) -> None:
    assert "je n’ai rien pu enregistrer" in parler(None).dit("est-ce bien enregistré ?")


@pytest.mark.parametrize(
    "reason", ["en fait c'était mon fils", "en fait c'était mon fils qui était malade"]
)
def test_the_reason_can_still_be_changed(enzo: Any, reason: str) -> None:
    answer = enzo.dit(reason)
    assert "Cette absence est déjà déclarée, je change la raison" in answer
    assert "Raison : enfant malade. Preuve : plus tard." in answer
    enzo.dit("oui", "affirmer")
    (acte,) = enzo.actes("absence")
    assert acte.contenu["motif"] == "maladie_enfant"
    assert acte.remplace is not None
