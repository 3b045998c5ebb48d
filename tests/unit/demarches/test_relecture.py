"""Once all is shown again, any part may be put right in words; it is shown again, and nothing is written before a yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Parler = Callable[..., Any]
ENZO, LETTRE = "1000010K", "1000006F"


@pytest.fixture
def enzo(parler: Parler) -> Any:
    """Enzo, whose absence of tomorrow waits for a yes."""
    person = parler(ENZO)
    person.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="maladie")
    person.dit("Je n’en ai pas")
    assert person.memoire.demarche["etape"] == "confirmer"
    return person


@pytest.mark.parametrize(
    ("said", "intent", "shown"),
    [
        ("plus tard", "au_revoir", "Preuve : plus tard"),
        ("non, plus tard", "au_revoir", "Preuve : plus tard"),
        ("je l’enverrai plus tard", "fournir_justificatif", "Preuve : plus tard"),
        ("maintenant", "informer", "Preuve : maintenant"),
        ("Enfant malade", "informer", "Raison : enfant malade"),
        (
            "en fait c’est à cause de mon déménagement",
            "informer",
            "Raison : « en fait c’est à cause",
        ),
    ],
)
def test_the_declaration_is_put_right_and_shown_again(
    enzo: Any, said: str, intent: str, shown: str
) -> None:
    facts = {"motif": "maladie_enfant"} if "Enfant" in said else {}
    answer = enzo.dit(said, intent, **facts)
    assert shown in answer
    assert "C’est bien cela ?" in answer
    assert enzo.actes() == ()
    enzo.dit("oui", "affirmer")
    assert len(enzo.actes("absence")) == 1


def test_another_reason_is_asked_for(enzo: Any) -> None:
    assert "Pour quelle raison ?" in enzo.dit("une autre raison", "motifs_legitimes")
    answer = enzo.dit("Maladie", motif="maladie")
    assert "Raison : maladie" in answer


def test_another_appointment_is_asked_for(enzo: Any) -> None:
    enzo.dit("c’est pas la bonne date", "informer")
    assert enzo.actes() == ()
    assert enzo.memoire.demarche["nature"] == "absence"


def test_another_day_is_wished_for(parler: Parler) -> None:
    person = parler(ENZO)
    person.dit("je veux déplacer mon rendez-vous de demain", "reporter_rendez_vous")
    person.dit("Pas de préférence")
    assert person.memoire.demarche["etape"] == "confirmer"
    assert "Quel jour vous conviendrait ?" in person.dit("une autre date", "reporter_rendez_vous")
    assert "Jour souhaité : jeudi 3 décembre" in person.dit("le 3 décembre")


def test_a_title_of_letter_is_no_account(parler: Parler) -> None:
    person = parler(LETTRE)
    person.dit("Je veux écrire une lettre", "rediger_recours")
    answer = person.dit("Lettre d’observations", "presenter_observations")
    assert "Avec vos mots" not in answer
    assert "Que s’est-il passé ?" in answer
    answer = person.dit("j’étais à l’hôpital avec mon père ce jour-là", "informer")
    assert "Avec vos mots : « j’étais à l’hôpital" in answer


def test_another_account_replaces_the_first(parler: Parler) -> None:
    person = parler(LETTRE)
    person.dit("Je veux écrire une lettre", "rediger_recours")
    person.dit("mon train était supprimé, je n’ai pas pu venir", "informer")
    answer = person.dit("en fait le train avait plus de deux heures de retard", "informer")
    assert "plus de deux heures de retard" in answer
    assert "était supprimé" not in answer


def test_later_is_no_farewell_to_a_request_to_move(parler: Parler) -> None:
    person = parler(ENZO)
    person.dit("je veux déplacer mon rendez-vous de demain", "reporter_rendez_vous")
    person.dit("Pas de préférence")
    answer = person.dit("plus tard", "au_revoir")
    assert "Au revoir" not in answer
    assert "C’est bien cela ?" in answer
    person.dit("maladie", motif="maladie")
    assert "Preuve : bientôt" in person.dit("plus tard", "au_revoir")
    person.dit("oui", "affirmer")
    assert len(person.actes("report")) == 1
