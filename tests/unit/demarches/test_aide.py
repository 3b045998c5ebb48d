"""« Plus simple », « je comprends pas », « pourquoi vous demandez ça » in the middle of an act: the step, explained."""

from __future__ import annotations

from typing import Any

import pytest

CHLOE = "1000007G"
DEMANDES = (
    ("plus simple svp", "demander_precision"),
    ("je comprends pas", "demander_precision"),
    ("g rien compris", "nlu_fallback"),
    ("c'est à dire ?", "demander_precision"),
    ("pourquoi vous demandez ça", "demander_aide"),
    ("pourquoi cette question ?", "nlu_fallback"),
    ("ça sert à quoi de dire ça", "hors_sujet"),
    ("je dois répondre quoi", "nlu_fallback"),
    ("comment ça ?", "demander_precision"),
    ("jcomprend pas la question", "demander_precision"),
    ("vous pouvez donner un exemple ?", "informer"),
)


@pytest.mark.parametrize(("texte", "intent"), DEMANDES)
@pytest.mark.parametrize("etape", ["motif", "preuve", "confirmer"])
def test_a_step_is_explained_and_asked_again(
    parler: Any, etape: str, texte: str, intent: str
) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    if etape != "motif":
        chloe.dit("malade", "informer", motif="maladie")
    if etape == "confirmer":
        chloe.dit("plus tard", "informer")
    boutons = chloe.boutons
    dit = chloe.dit(texte, intent)
    assert chloe.memoire.demarche["etape"] == etape
    assert chloe.boutons == boutons
    assert "pas compris" not in dit
    assert "annuler" in dit
    words = {"motif": "j’étais malade", "preuve": "papier", "confirmer": "rien envoyé"}
    assert words[etape] in dit
    if etape == "confirmer":
        assert "Raison : maladie" in dit


def test_words_of_not_understanding_are_never_a_reason_nor_a_note(parler: Any) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    chloe.dit("plus simple", "demander_precision")
    assert not chloe.memoire.demarche.get("motif")


@pytest.mark.parametrize("texte", ["et après ?", "et ensuite", "après il se passe quoi ?"])
def test_what_comes_next_is_told(parler: Any, texte: str) -> None:
    chloe = parler(CHLOE)
    chloe.dit("demander un report", "reporter_rendez_vous")
    dit = chloe.dit(texte, "nlu_fallback")
    assert "pas compris" not in dit
    assert "reste valable" in dit
    assert chloe.memoire.demarche["etape"] == "date"


def test_the_second_time_a_person_is_offered_in_other_words(parler: Any) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    first = chloe.dit("je comprends pas", "demander_precision")
    second = chloe.dit("je comprends toujours pas", "demander_precision")
    assert first != second
    assert "39 49" in second
    assert "Être rappelé" in chloe.boutons
    third = chloe.dit("c'est à dire ?", "demander_precision")
    assert "j’étais malade" in third
    assert "C’est à moi" not in third


@pytest.mark.parametrize(
    ("debut", "intent", "etape"),
    [
        ("demander un report", "reporter_rendez_vous", "date"),
        ("préparer une lettre", "rediger_recours", "dire"),
        ("être rappelé", "parler_a_un_conseiller", "confirmer"),
    ],
)
def test_every_act_explains_its_steps(parler: Any, debut: str, intent: str, etape: str) -> None:
    chloe = parler(CHLOE)
    chloe.dit(debut, intent)
    assert chloe.memoire.demarche["etape"] == etape
    dit = chloe.dit("j'ai pas compris", "demander_precision")
    assert chloe.memoire.demarche["etape"] == etape
    assert "pas compris votre réponse" not in dit
    assert "annuler" in dit


def test_every_step_has_its_words(services: Any) -> None:
    steps = {
        "absence": ("choisir", "motif", "preuve"),
        "report": ("choisir", "preuve", "date"),
        "preuve": ("choisir", "type"),
        "lettre": ("type", "dire"),
        "rappel": ("dire",),
        "annulation": (),
    }
    for nature, own in steps.items():
        for etape in own:
            assert services.wording.block(f"demarche.{nature}.aide.{etape}")["conclusion"]
        assert services.wording.block(f"demarche.{nature}.apres")["conclusion"]
    for etape in ("confirmer", "corriger"):
        assert services.wording.block(f"demarche.commun.aide.{etape}")["conclusion"]


def test_a_question_about_something_else_is_left_to_its_answer(parler: Any) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    chloe.dit("je risque quoi", "consequences_absence")
    assert "En plus simple" in chloe.dit("plus simple", "demander_precision")


def test_a_letter_not_understood_is_no_step_not_understood(parler: Any) -> None:
    chloe = parler(CHLOE)
    chloe.dit("être rappelé", "parler_a_un_conseiller")
    dit = chloe.dit("dites que je comprends pas ma lettre", "informer")
    assert "je comprends pas ma lettre" in dit


def test_a_letter_not_understood_in_the_middle_is_explained_then_the_step_comes_back(
    parler: Any,
) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    dit = chloe.dit("j'ai rien compris à la lettre", "demander_precision")
    assert "Votre lettre reçue le mercredi 18 novembre" in dit
    assert "Nous en étions à votre déclaration d’absence" in dit


@pytest.mark.parametrize(
    "texte",
    [
        "j'avais pas compris la date",
        "je me suis perdu en route",
        "j'ai pas compris que c'était ce jour",
        "j'avais rien compris à la convocation",
    ],
)
def test_a_misunderstanding_may_be_the_reason(parler: Any, texte: str) -> None:
    chloe = parler(CHLOE)
    chloe.dit("déclarer une absence", "signaler_absence")
    chloe.dit(texte, "informer")
    assert chloe.memoire.demarche["etape"] != "motif"
