"""Asking to move an appointment: the tolerance, the day wished, too late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Parler = Callable[..., Any]
NADIA, LUCAS, SOPHIE, KEVIN, GRACE = "1000001A", "1000004D", "1000005E", "1000006F", "1000011L"


def test_all_said_at_once_goes_to_the_summary(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "je veux déplacer mon atelier de jeudi au 4 décembre", "reporter_rendez_vous"
    )
    assert (
        "Déplacer « Atelier CV » du jeudi 26 novembre à 9 h. Jour souhaité : vendredi 4 décembre."
        in answer
    )
    assert nadia.actes() == ()
    done = nadia.dit("oui", "affirmer")
    assert "transmise à l’agence" in done
    assert "Ce n’est pas encore un accord" in done
    (acte,) = nadia.actes("report")
    assert acte.cle == "report:rdv-2"
    assert acte.contenu["souhait"] == "2026-12-04"


def test_the_count_of_the_file_gives_what_is_left(parler: Parler) -> None:
    answer = parler(NADIA).dit("Demander un report")
    assert "Lequel voulez-vous déplacer" in answer
    lucas = parler(LUCAS)
    answer = lucas.dit("Demander un report")
    assert "C’est le dernier sans motif" in answer
    assert "tolérance d’usage" in answer
    assert lucas.reponse.rules == ("report.tolerance",)


def test_from_the_third_a_proof_is_asked(parler: Parler) -> None:
    sophie = parler(SOPHIE)
    answer = sophie.dit("Demander un report")
    assert "déjà utilisé vos 2 reports" in answer
    assert "peut être traitée comme injustifiée" in answer
    assert "report.justificatif" in sophie.reponse.rules
    assert "refusée sans preuve" in sophie.dit("non", "nier")
    assert "Sans preuve, ce report peut être refusé" in sophie.dit("le 15 décembre")


def test_with_a_proof_the_third_is_asked_for(parler: Parler) -> None:
    sophie = parler(SOPHIE)
    sophie.dit("Demander un report", motif="maladie")
    assert "avec votre preuve" in sophie.dit("oui j'en ai une", "affirmer")
    sophie.dit("je ne sais pas")
    sophie.dit("oui", "affirmer")
    (acte,) = sophie.actes("report")
    assert (acte.contenu["preuve"], acte.contenu["souhait"]) == ("fournie", "aucune")


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


def test_after_the_date_it_is_an_absence(parler: Parler) -> None:
    kevin = parler(KEVIN)
    answer = kevin.dit("je veux reporter mon atelier du 9 novembre", "reporter_rendez_vous")
    assert "Ce n’est plus un report, c’est une absence à justifier" in answer
    assert "Pour quelle raison" in answer
    assert kevin.memoire.demarche["nature"] == "absence"
    assert "absence.a_justifier" in kevin.reponse.rules


def test_asked_twice_says_so_and_another_day_takes_its_place(parler: Parler) -> None:
    nadia = parler(NADIA)
    ask = "je veux déplacer mon atelier de jeudi au 4 décembre"
    nadia.dit(ask, "reporter_rendez_vous")
    nadia.dit("oui", "affirmer")
    assert "Ce report est déjà demandé, le mardi 24 novembre" in nadia.dit(
        ask, "reporter_rendez_vous"
    )
    assert len(nadia.actes()) == 1
    change = nadia.dit(
        "je veux déplacer mon atelier de jeudi au 7 décembre", "reporter_rendez_vous"
    )
    assert "à la place de la première" in change
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("report")
    assert acte.contenu["souhait"] == "2026-12-07"
    assert acte.remplace is not None


def test_nothing_to_move(parler: Parler) -> None:
    assert "aucun rendez-vous à venir" in parler(GRACE).dit("Demander un report")


def test_unproven(parler: Parler) -> None:
    answer = parler(None).dit("Demander un report")
    assert "39 49" in answer
    assert "connectez-vous" in answer
