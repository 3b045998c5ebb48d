"""Distress: the list of ``tests/nlu/detresse.yml``."""

from __future__ import annotations

import pytest
import yaml

from actions.langue.detresse import est_detresse, lire_signes
from actions.settings import ROOT

MESSAGES: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests/nlu/detresse.yml").read_text("utf-8")
)


def test_almost_all_distress_is_heard_by_its_words() -> None:
    assert len(MESSAGES["detresse"]) >= 150
    missed = [text for text in MESSAGES["detresse"] if not est_detresse(text)]
    assert len(missed) <= 0.02 * len(MESSAGES["detresse"]), missed


def test_ordinary_messages_are_left_alone() -> None:
    assert len(MESSAGES["ordinaire"]) >= 290
    assert [text for text in MESSAGES["ordinaire"] if est_detresse(text)] == []


@pytest.mark.parametrize("text", ["je dors mal", "j'ai honte", "fatiguée ce matin"])
def test_a_weak_sign_is_too_little_by_itself(text: str) -> None:
    assert lire_signes(text).faible
    assert not est_detresse(text)


@pytest.mark.parametrize(
    "text",
    [
        "je veux crever",
        "G ENVI DE CREVÉ",
        "je pense à me suicider",
        "je veux disparaître de la surface de la terre",
        "je veux retrouver mon mari qui est mort",
        "vous viendrez à mon enterrement",
    ],
)
def test_nothing_covers_a_certain_sign(text: str) -> None:
    assert lire_signes(text).certain


@pytest.mark.parametrize(
    "text",
    [
        "le père de mon fils vient de mourir",
        "suicide sur les voies, mon train est arrêté",
        "une personne s'est jetée sous le train",
        "je saute dans le bus et j'arrive",
        "je suis au bout de la rue",
        "je suis à bout de patience avec ce formulaire",
        "je croule sous vos courriers",
        "troisième tentative de connexion",
        "votre formulaire est à s'arracher les cheveux",
        "je ne serai plus là en mars",
    ],
)
def test_everyday_words_are_no_sign(text: str) -> None:
    assert not est_detresse(text)


@pytest.mark.parametrize(
    "text", ["jen peu plu du tout", "à quoi bon me lever le matin", "je sui o fon du trou"]
)
def test_complaints_about_things_do_not_hide_despair(text: str) -> None:
    assert not lire_signes(text).anodin
