"""Words in standard spelling, their offsets, patterns, and texts that mean harm."""

from __future__ import annotations

import time
from datetime import date

import pytest

from actions.langue import questions, vocabulaire
from actions.langue.detresse import est_detresse
from actions.langue.entites import TYPES, lexique, lire_entites
from actions.langue.faits import extraire_faits
from actions.langue.gabarits import compiler
from actions.langue.mots import decouper

TODAY = date(2026, 11, 24)
NASTY = (
    "",
    " ",
    "😀" * 1000,
    "a" + "\u0301" * 1000,
    "x" * 1000,
    "1" * 1000,
    "1 " * 500,
    "12/" * 300,
    "привет " * 100,
    "\x00\x01\x02" * 300,
    "le " * 400,
    "mon fils " * 120,
    "pas de la " * 120,
    "j'en peux plus " * 80,
    "'" * 1000,
    "il y a " * 200,
    "İ" * 500,
    "\ud83d",
)


def test_words_keep_their_place_in_the_message() -> None:
    text = "Jsuis MALAAAADE, j’ai ma convok"
    assert [(mot.texte, text[mot.start : mot.end]) for mot in decouper(text)] == [
        ("je", "Jsuis"),
        ("suis", "Jsuis"),
        ("malade", "MALAAAADE"),
        (",", ","),
        ("j", "j’"),
        ("ai", "ai"),
        ("ma", "ma"),
        ("convocation", "convok"),
    ]


def test_one_wrong_letter_in_a_known_long_word() -> None:
    assert vocabulaire.rapprocher("vandredi") == "vendredi"
    assert vocabulaire.rapprocher("convocaton") == "convocation"
    assert vocabulaire.rapprocher("imitation") == "imitation"


def test_patterns() -> None:
    found = compiler("mon < fils|fille est|etait? malad* >").trouver(
        ["mon", "fils", "est", "malade"], 0
    )
    assert found == (1, 4, 4)
    assert compiler("^ oui $").trouver(["oui", "!"], 0) == (0, 1, 1)
    assert compiler("oui $").trouver(["oui", "non"], 0) is None
    with pytest.raises(ValueError, match="stands for two"):
        compiler("jai|non")


@pytest.mark.parametrize("name", TYPES)
def test_every_table_compiles(name: str) -> None:
    assert lexique(name).mentions(decouper("bonjour")) == []


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_harmful_texts_cost_little_and_raise_nothing(text: str) -> None:
    begin = time.perf_counter()
    entities = lire_entites(text, TODAY)
    extraire_faits(text, TODAY)
    est_detresse(text)
    questions.decouper(text)
    assert time.perf_counter() - begin < 1
    assert all(0 <= e.start < e.end <= len(text) for e in entities)
