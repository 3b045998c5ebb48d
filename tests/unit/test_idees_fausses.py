"""The mistakes that people make, in their words, and what must not be taken for one."""

from __future__ import annotations

from typing import Any

import pytest

from actions.idees_fausses import PREFIX, correction
from tests.unit.parole import Parole

MISTAKES = {
    "radiation_automatique": [
        "j'ai raté un rdv, je suis radié automatiquement ?",
        "la radiation c'est automatique quand on vient pas",
        "ma voisine dit que t'es viré direct si tu loupes l'atelier",
    ],
    "justifier_72h": [
        "j'ai 72h pour justifier mon absence",
        "on a soixante-douze heures pour envoyer le certificat",
    ],
    "delai_annuler": ["il faut annuler 48 h avant"],
    "delai_justifier": ["on m'a dit 48 h pour justifier une absence"],
    "delai_ouvres": ["j'ai 5 jours ouvrés pour justifier mon absence"],
    "changement_72h": ["72 heures pour signaler un changement de situation"],
    "invitation_oblige": ["toutes les invitations sont obligatoires de toute façon"],
    "pas_convocation_ignorer": ["c'est pas une convocation donc je peux l'ignorer"],
    "avant_juin_2025": [
        "mon absence de mars 2025 compte pour la récidive",
        "un rendez-vous manqué avant juin 2025 ça compte encore ?",
    ],
    "suspension_perdue": [
        "la suspension c'est de l'argent perdu",
        "suspendu donc perdu pour toujours",
    ],
    "sante": ["si je suis radié je perds la sécu", "radiée je n'ai plus de carte vitale"],
    "direct_tribunal": [
        "je vais directement au tribunal",
        "je saute le médiateur, je vais au juge direct",
    ],
    "mediateur_suspend": [
        "si je saisis le médiateur ça arrête la sanction",
        "un recours bloque la radiation ?",
    ],
    "actualisation_radiation": ["j'ai oublié l'actualisation donc je suis radié"],
    "deux_absences": ["j'ai deux absences c'est la récidive"],
    "organisme_compteur": [
        "je change d'organisme, passé à la mission locale, le compteur continue ?"
    ],
    "rsa_departement": ["France Travail va couper mon RSA"],
    "conseiller_decide": [
        "ma conseillère peut me radier",
        "mon conseiller m'a dit qu'il allait me sanctionner",
    ],
    "exclusion_definitive": ["je suis radié à vie"],
    "refus_contrat_absence": ["refuser de signer le contrat compte comme une absence"],
    "ancien_premiere": ["en 2023 pour ma première absence j'ai perdu mes droits"],
}
CASES = [(name, words) for name, texts in MISTAKES.items() for words in texts]


@pytest.mark.parametrize(("name", "words"), CASES)
def test_a_mistake_is_corrected_with_its_rules(make_request: Any, name: str, words: str) -> None:
    found = correction(make_request("informer", words))
    assert found is not None
    assert found.key == PREFIX + name
    assert found.rules
    assert found.sources or name == "conseiller_decide"


def test_every_correction_of_the_table_is_tried(services: Any) -> None:
    table = {key.removeprefix(PREFIX) for key in services.wording.names() if key.startswith(PREFIX)}
    assert table == set(MISTAKES)


@pytest.mark.parametrize(
    "words",
    [
        "comment contester ma radiation",
        "est-ce que je serai réinscrit automatiquement après la radiation",
        "dans quel ordre : médiateur, directeur, tribunal ?",
        "j'ai perdu mon permis, suspension de 3 mois",
        "j'avais un PPAE en 2019, il compte toujours ?",
        "je ne peux pas venir jeudi",
        "oui",
        "",
    ],
)
def test_what_is_no_mistake_is_left_alone(make_request: Any, words: str) -> None:
    assert correction(make_request("informer", words)) is None


def test_the_correction_comes_first(make_request: Any) -> None:
    answer = Parole(make_request).dire(
        "chances_recours", "je vais directement au tribunal, j'ai mes chances ?"
    )
    assert answer.conclusion.startswith("Pas directement.")
    assert "change la donne" in answer.conclusion
    assert {"recours.sans_mediation", "recours.chances"} <= set(answer.rules)
    assert any("R213-12" in source.ref for source in answer.sources)


def test_an_answer_that_says_it_already_is_not_said_twice(make_request: Any) -> None:
    said = Parole(make_request).lire("saisir_tribunal", "je peux aller directement au tribunal ?")
    assert said.count("médiateur régional") == 1
    assert "Sans médiateur, le tribunal rejette" in said


def test_what_was_not_understood_still_gets_its_correction(make_request: Any) -> None:
    answer = Parole(make_request).dire("nlu_fallback", "72h blabla justif xx")
    assert (
        answer.conclusion.startswith("Aucun texte ne donne 72\u00a0heures")
        or "72" in answer.conclusion
    )
    assert "pas compris" not in answer.conclusion


def test_distress_comes_before_any_correction(make_request: Any) -> None:
    words = "radié automatiquement, je veux en finir"
    answer = Parole(make_request).dire("exprimer_detresse", words)
    assert "automatique" not in answer.conclusion


def test_figures_come_from_the_rules(make_request: Any) -> None:
    said = correction(make_request("informer", "72h pour justifier")).conclusion
    assert "10\u00a0jours" in said
    assert "72" in said
    assert "juin 2025" in correction(make_request("informer", "radié à vie")).conclusion
