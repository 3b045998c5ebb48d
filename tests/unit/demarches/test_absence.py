"""Declaring an absence: which appointment, reason, proof, confirmation, and what must not be declared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Parler = Callable[..., Any]
NADIA, THOMAS, AMINATA, KEVIN, OLIVIER = "1000001A", "1000002B", "1000003C", "1000006F", "1000007G"
IOANA, ENZO, GRACE = "1000008H", "1000010K", "1000011L"


def _jusqu_a_la_confirmation(nadia: Any) -> str:
    nadia.dit("je veux déclarer mon absence de jeudi", "signaler_absence")
    nadia.dit("Maladie")
    return nadia.dit("Plus tard")


def test_each_step_says_what_is_known_and_nothing_is_written_before_the_yes(parler: Parler) -> None:
    nadia = parler(NADIA)
    first = nadia.dit("je veux déclarer mon absence de jeudi", "signaler_absence")
    assert "« Atelier CV », le jeudi 26 novembre à 9 h" in first
    assert nadia.boutons == ["Maladie", "Enfant malade", "Je le dirai plus tard"]
    assert "certificat médical" in nadia.dit("Maladie")
    summary = nadia.dit("Plus tard")
    assert "Raison : maladie. Preuve : plus tard." in summary
    assert "C’est bien cela ?" in summary
    assert nadia.actes() == ()


def test_confirmed_it_is_transmitted_with_its_time_and_origin(parler: Parler) -> None:
    nadia = parler(NADIA)
    _jusqu_a_la_confirmation(nadia)
    done = nadia.dit("oui", "affirmer")
    assert "C’est transmis à votre agence, le mardi 24 novembre à 9 h 04" in done
    assert "accepté" not in done
    assert nadia.memoire.demarche == {}
    (acte,) = nadia.actes()
    assert (acte.nature, acte.cle, acte.rendez_vous) == ("absence", "absence:rdv-2", "rdv-2")
    assert acte.contenu["motif"] == "maladie"
    assert acte.contenu["debut"] == "2026-11-26T09:00:00"
    assert acte.origine["canal"] == "web"
    assert acte.origine["message_id"].endswith("-4")


def test_the_file_itself_is_not_changed(parler: Parler) -> None:
    nadia = parler(NADIA)
    before = nadia.dossier().rendez_vous
    _jusqu_a_la_confirmation(nadia)
    nadia.dit("oui", "affirmer")
    assert nadia.dossier().rendez_vous == before


def test_a_reason_given_at_once_is_not_asked_again(parler: Parler) -> None:
    answer = parler(NADIA).dit(
        "je serai absente jeudi, grève des trains", "signaler_absence", motif="transport"
    )
    assert "attestation de retard" in answer
    assert "Avez-vous une preuve" in answer


def test_corrections_change_the_data_and_ask_again(parler: Parler) -> None:
    nadia = parler(NADIA)
    _jusqu_a_la_confirmation(nadia)
    assert "Raison : enfant malade" in nadia.dit("en fait c'était mon fils")
    assert "jeudi 10 décembre" in nadia.dit("non, le 10 décembre", "nier")
    assert nadia.actes() == ()
    nadia.dit("Oui, transmettre", "affirmer")
    assert [acte.cle for acte in nadia.actes()] == ["absence:rdv-3"]


def test_a_no_asks_what_is_wrong_and_the_field_is_asked_again(parler: Parler) -> None:
    nadia = parler(NADIA)
    _jusqu_a_la_confirmation(nadia)
    assert "je n’ai rien transmis" in nadia.dit("non", "nier")
    assert nadia.boutons == ["Le rendez-vous", "La raison", "Tout arrêter"]
    assert "Pour quelle raison" in nadia.dit("La raison")
    assert "« ma voisine doit être emmenée" in nadia.dit("ma voisine doit être emmenée à l'hôpital")
    nadia.dit("non", "nier")
    assert "Rien n’a été enregistré" in nadia.dit("Tout arrêter", "annuler")
    assert nadia.actes() == ()


def test_several_appointments_are_offered_and_named_in_any_way(parler: Parler) -> None:
    for said in ("jeudi 10 décembre", "le deuxième", "2", "celui sur les entretiens"):
        nadia = parler(NADIA)
        nadia.dit("Déclarer une absence")
        assert nadia.boutons == ["jeudi 26 novembre", "jeudi 10 décembre"]
        assert "jeudi 10 décembre à 14 h" in nadia.dit(said), said


def test_an_unknown_day_gives_the_appointments_that_exist(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit("je veux déclarer mon absence du 25 décembre", "signaler_absence")
    assert "aucun rendez-vous le vendredi 25 décembre" in answer
    assert nadia.boutons == ["jeudi 26 novembre", "jeudi 10 décembre"]


def test_a_reason_that_the_law_refuses_is_said_before_the_yes(parler: Parler) -> None:
    thomas = parler(THOMAS)
    answer = thomas.dit(
        "je ne viens pas le 29 novembre, je suis bénévole", "signaler_absence", motif="autre"
    )
    assert "le bénévolat n’excuse pas une absence" in answer
    assert "motif.benevolat" in thomas.reponse.rules
    assert thomas.actes() == ()
    done = thomas.dit("oui", "affirmer")
    assert "Envoyez votre preuve" not in done
    assert thomas.boutons[0] == "Demander un report"


def test_an_optional_appointment_is_said_to_be_so(parler: Parler) -> None:
    thomas = parler(THOMAS)
    thomas.dit("je veux déclarer mon absence du 29 novembre", "signaler_absence", motif="maladie")
    assert "n’est pas obligatoire" in thomas.dit("Plus tard")
    assert "absence.facultatif" in thomas.reponse.rules


@pytest.mark.parametrize(
    ("who", "day", "expected"),
    [
        (NADIA, "du 23 septembre", "noté comme suivi"),
        (THOMAS, "du 18 novembre", "Ce n’est pas une absence de votre part"),
        (
            OLIVIER,
            "du 4 novembre",
            "déjà dans votre dossier. Elle y est déclarée le jeudi 5 novembre",
        ),
    ],
)
def test_what_cannot_be_declared_ends_helpfully(
    parler: Parler, who: str, day: str, expected: str
) -> None:
    person = parler(who)
    assert expected in person.dit(f"je veux déclarer mon absence {day}", "signaler_absence")
    assert person.memoire.demarche == {}
    assert person.actes() == ()


def test_a_file_without_appointment_to_come(parler: Parler) -> None:
    grace = parler(GRACE)
    answer = grace.dit("Déclarer une absence")
    assert "aucun rendez-vous à déclarer" in answer
    assert "39 49" in answer
    assert grace.boutons == ["Être rappelé"]


def test_a_past_absence_reminds_of_the_letter_received(parler: Parler) -> None:
    kevin = parler(KEVIN)
    kevin.dit("je veux déclarer mon absence du 9 novembre", "signaler_absence", motif="transport")
    kevin.dit("je n'en ai pas")
    done = kevin.dit("oui", "affirmer")
    assert "au plus tard le lundi 30 novembre" in done
    assert kevin.boutons == ["Envoyer ma preuve", "Préparer une lettre"]
    assert "procedure.observations" in kevin.reponse.rules


def test_unproven_nothing_is_written_and_one_learns_what_to_do(parler: Parler) -> None:
    nobody = parler(None)
    answer = nobody.dit("Déclarer une absence")
    assert "Je ne sais pas qui vous êtes" in answer
    assert "39 49" in answer
    assert "connectez-vous" in answer
    assert nobody.memoire.demarche == {}


def test_proven_without_a_file_here(parler: Parler) -> None:
    stranger = parler("7654321Z")
    assert "je n’ai pas votre dossier" in stranger.dit("Déclarer une absence")


@pytest.mark.parametrize(
    "message",
    ["comment je fais pour déclarer une absence ?", "est-ce que je dois déclarer mon absence ?"],
)
def test_a_question_about_declaring_begins_nothing(parler: Parler, message: str) -> None:
    nadia = parler(NADIA)
    nadia.dit(message, "signaler_absence")
    assert nadia.memoire.demarche == {}
