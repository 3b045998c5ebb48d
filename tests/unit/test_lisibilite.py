"""Answers read at once: short sentences, a French readability index, no threat, no promise, no bare jargon.

The index is Flesch's reading ease as adapted to French (textstat): 60 is plain, 80 is easy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from statistics import mean
from typing import Any

import pytest
import textstat

from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.wording import Wording
from tests.unit.parole import Parole

PERSONS = [f"10000{number:02d}{letter}" for number, letter in enumerate("ABCDEFGHJKLM", start=1)]
ALLOWANCES = ("ARE", "ASS", "RSA", "CEJ", "ARE_et_RSA", "aucune")
MEAN_EASE, LOWEST_EASE = 80, 45
MEAN_WORDS, LONGEST = (
    13,
    30,
)  # words in a sentence; the longest names an appointment, its day and its hour
LONGEST_ANSWER = 950  # characters, without the sources

BANNED = (
    r"vous serez (sanctionn|radi|suspend|puni)",
    r"\bgaranti\w*",
    r"automatiquement (radi|sanctionn|suspend)",
    r"\bil suffit d",
    r"\bsans aucun risque\b",
    r"\bvous ne risquez rien\b",
    r"\bvous (allez )?gagnere?z\b",
    r"\barticle de départ\b",
    r"\bde plein droit\b",
    r"\bnonobstant|\bsusvis|\bprécité|\badministré\b",
    r"\ble 1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b",
)
# Technical words, and what an answer that uses them must hold as well.
EXPLAINED = {
    r"\bCPAM\b": "l’assurance maladie",
    r"\bPPAE\b": "contrat d’engagement",
    r"\bTélérecours\b": "citoyens",
    r"\bindemnités journalières\b": r"arrêt",
    r"\baudition\b": r"\(un (rendez-vous|entretien) pour vous expliquer\)|écrite|demand",
    r"\bréféré-suspension\b": r"urgen",
}


def _texts(answer: Answer) -> str:
    """What is read, without labels and sources."""
    parts = (
        answer.conclusion,
        " ".join(answer.pourquoi),
        answer.reserve or "",
        answer.suite or "",
        answer.question_text or "",
    )
    return "\n".join(part for part in parts if part).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module")
def kept() -> list[tuple[str, str]]:
    """What was spoken, once for this file."""
    return []


@pytest.fixture
def spoken(make_request: Callable[..., Any], kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Every intent answered for every person of the demo set, and for somebody unknown with each allowance."""
    if not kept:
        kept.extend(_spoken(make_request))
    return kept


def _spoken(make_request: Callable[..., Any]) -> Iterator[tuple[str, str]]:
    for intent in registry.intents():
        for person in PERSONS:
            said = Parole(make_request, dossier=person).dire(intent)
            yield f"{person} {intent} {said.key}", _texts(said)
        for allowance in ALLOWANCES:
            said = Parole(make_request).dire(intent, faits={"allocation": allowance})
            yield f"{allowance} {intent} {said.key}", _texts(said)
            old = {"allocation": allowance, "date_absence": date(2023, 3, 1)}
            said = Parole(make_request).dire(intent, faits=old)
            yield f"{allowance} 2023 {intent} {said.key}", _texts(said)


def _sentences(text: str) -> list[str]:
    """Sentences; the items of a list (« a ; b ; c ») are read one by one."""
    ends = r"(?<=[.!?])\s+(?=[A-ZÀÉ«])|\s;\s"
    return [part for line in text.split("\n") for part in re.split(ends, line)]


def test_answers_are_easy_to_read(spoken: list[tuple[str, str]]) -> None:
    textstat.set_lang("fr")
    ease = {key: textstat.flesch_reading_ease(text) for key, text in spoken if len(text) > 80}
    assert len(ease) > 500
    assert mean(ease.values()) >= MEAN_EASE
    assert {key: value for key, value in ease.items() if value < LOWEST_EASE} == {}


def test_sentences_are_short(spoken: list[tuple[str, str]]) -> None:
    lengths = {part: len(part.split()) for _, text in spoken for part in _sentences(text)}
    assert mean(lengths.values()) <= MEAN_WORDS
    assert {part: words for part, words in lengths.items() if words > LONGEST} == {}


def test_answers_are_short(spoken: list[tuple[str, str]]) -> None:
    assert {key: len(text) for key, text in spoken if len(text) > LONGEST_ANSWER} == {}


@pytest.mark.parametrize("pattern", BANNED)
def test_no_threat_no_promise_no_legalese(spoken: list[tuple[str, str]], pattern: str) -> None:
    found = [key for key, text in spoken if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("pattern", BANNED)
def test_no_block_of_text_holds_them_either(pattern: str) -> None:
    wording = Wording()
    texts = {key: str({**wording.block(key), "motifs": ""}) for key in wording.names()}
    assert [key for key, text in texts.items() if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("pattern", EXPLAINED)
def test_technical_words_are_explained(spoken: list[tuple[str, str]], pattern: str) -> None:
    using = [(key, text) for key, text in spoken if re.search(pattern, text)]
    assert [key for key, text in using if not re.search(EXPLAINED[pattern], text)] == []
