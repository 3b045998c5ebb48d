"""Contractors, sequels, the contract, and what else is asked about workshops."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.parole import Parole, plain


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("1000004D", "est un premier rendez-vous chez un prestataire"),
        ("1000005E", "la suite chez le prestataire repose sur votre accord"),
        (None, "La suite repose sur votre accord"),
    ],
)
def test_contractors(make_request: Any, person: str | None, expected: str) -> None:
    answer = Parole(make_request, dossier=person).dire(
        "rendez_vous_prestataire", "aksis obligatoire ?"
    )
    assert expected in plain(answer)
    assert "prestataire.signalement" in answer.rules
    assert (answer.question is None) == (person is not None)


def test_the_sequel_in_the_contract_binds(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "rendez_vous_prestataire",
        "la suite aksis",
        faits={"prestataire": "suite", "dans_contrat": "oui"},
    )
    assert "C’est obligatoire" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("c'est quoi le contrat d'engagement", "il remplace le PPAE"),
        ("mon ppae est encore valable ?", "vendredi 1er janvier 2027"),
        ("combien de temps pour signer le contrat", "1 mois pour signer"),
        ("je peux refuser de signer", "sanction à part"),
        ("15h par semaine ?", "15 heures"),
        ("on peut modifier le contrat ?", "le contrat peut changer"),
        ("il m'engage à quoi", "engage"),
    ],
)
def test_contract(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("contrat_engagement", words)


def test_own_contract(make_request: Any, read_dossier: Any) -> None:
    said = Parole(make_request, dossier="1000001A").lire(
        "contrat_engagement", "c'est quoi mon contrat"
    )
    assert "CV, entretien d’embauche" in said
    unsigned = replace(read_dossier("1000001A"), contrat=None)
    said = Parole(make_request, dossier=unsigned).lire(
        "contrat_engagement", "c'est quoi mon contrat"
    )
    assert "Je ne vois pas de contrat d’engagement signé" in said
    assert "vendredi 24 octobre 2025" in said


def test_ppae_overseas_lasts_longer(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000006F")
    old = replace(file, contrat=replace(file.contrat, nature="PPAE"))
    assert "1er janvier 2028" in Parole(make_request, dossier=old).lire(
        "contrat_engagement", "mon contrat ?"
    )


@pytest.mark.parametrize(
    ("intent", "person", "words", "expected"),
    [
        ("decouvrir_ateliers", None, "quels ateliers ?", "CV, entretiens, secteurs qui recrutent"),
        ("decouvrir_ateliers", None, "c'est quoi l'atelier réseau", "se faire connaître"),
        ("decouvrir_ateliers", "1000001A", "ça dure combien de temps ?", "3 heures"),
        ("s_inscrire_atelier", "1000001A", "je veux faire l'atelier cv", "Claire Durand"),
        (
            "s_inscrire_atelier",
            None,
            "annuler mon inscription",
            "annulez dans votre espace personnel",
        ),
        ("preparer_rendez_vous", "1000001A", "j'amène quoi ?", "Agence Paris Nation, salle 2"),
        ("preparer_rendez_vous", None, "en visio ça se passe comment", "essayez le lien"),
        ("changer_conseiller", None, "je veux une autre conseillère", "C’est elle qui décide"),
        ("changer_conseiller", None, "il m'a insulté", "Défenseur des droits"),
        ("changer_conseiller", None, "changer d'agence je déménage", "30 jours"),
        ("organismes_partenaires", None, "c'est quoi cap emploi", "handicapées"),
        ("organismes_partenaires", None, "la mission locale c'est pour qui", "16 à 25 ans"),
        ("organismes_partenaires", "1000009J", "qui me suit ?", "le département"),
        ("organismes_partenaires", None, "qui suit qui", "Quatre organismes"),
    ],
)
def test_other_questions(
    make_request: Any, intent: str, person: str | None, words: str, expected: str
) -> None:
    assert expected in Parole(make_request, dossier=person).lire(intent, words)


def test_an_absence_told_is_no_question_on_the_obligation(make_request: Any) -> None:
    told = "jai pas été a mon atelier obligatoire hier"
    answer = Parole(make_request).lire("atelier_obligatoire", told, faits={"temps": "passe"})
    assert "Il n’est pas trop tard" in answer
    asked = "j'ai raté mon atelier, il était obligatoire ?"
    answer = Parole(make_request).lire("atelier_obligatoire", asked, faits={"temps": "passe"})
    assert "Il n’est pas trop tard" not in answer


def test_a_contractor_named_is_asked_only_its_stage(make_request: Any) -> None:
    answer = Parole(make_request).dire("rendez_vous_prestataire", "reçu une convoc pour aksis")
    assert [b.title for b in answer.buttons] == ["Premier rendez-vous", "Une suite"]
    assert "Est-ce le premier rendez-vous" in str(answer.question_text)
