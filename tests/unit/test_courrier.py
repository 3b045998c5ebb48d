"""« J’ai rien compris à la lettre »: how a letter is read, and the person's own letter when the file has one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole

MOTS = (
    ("j'ai rien compris à la lettre", "demander_precision"),
    ("je comprends pas ce courrier", "demander_precision"),
    ("g pa compri le courrier que jai recu", "nlu_fallback"),
    ("c'est pas clair cette lettre", "informer"),
    ("le papier que j'ai reçu je comprends rien", "comprendre_sanction"),
    ("expliquez-moi ma lettre svp", "demander_aide"),
    ("elle veut dire quoi cette lettre ?", "demander_precision"),
)


@pytest.mark.parametrize(("words", "intent"), MOTS)
def test_how_a_letter_is_read(make_request: Any, words: str, intent: str) -> None:
    talk = Parole(make_request)
    said = talk.lire(intent, words)
    for part in (
        "convocation",
        "avertissement",
        "lettre d’intention",
        "décision",
        "titre",
        "10 jours",
    ):
        assert part in said.lower()
    assert "pas encore donné de réponse" not in said
    assert len(talk.memory.boutons) == 3


@pytest.mark.parametrize(("words", "intent"), MOTS)
def test_the_letter_of_the_file_is_explained(make_request: Any, words: str, intent: str) -> None:
    said = Parole(make_request, dossier="1000007G").lire(intent, words)
    assert "Votre lettre reçue le mercredi 18 novembre annonce une sanction possible" in said
    assert "vendredi 27 novembre" in said


def test_a_file_without_letters_says_so(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000010K").lire(
        "demander_precision", "j'ai rien compris à la lettre"
    )
    assert "Je ne vois ni lettre ni décision dans votre dossier" in said
    assert "lettre d’intention" in said


def test_the_kind_that_is_named_is_explained(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "demander_precision",
        "je comprends pas la lettre de radiation",
        faits={"type_sanction": "radiation"},
    )
    assert "vous n’êtes plus sur la liste" in said
    said = Parole(make_request).lire(
        "demander_precision",
        "j'ai rien compris à la convocation",
        faits={"document": "convocation"},
    )
    assert "convocation" in said.lower()
    assert "pas encore donné de réponse" not in said


def test_after_another_answer_the_letter_is_meant_too(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("atelier_obligatoire", "mon atelier est obligatoire ?")
    assert "En plus simple" not in talk.lire("demander_precision", "j'ai rien compris à la lettre")
    assert "En plus simple" in talk.lire("demander_precision", "plus simple")


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("je comprends pas pourquoi j'ai reçu cette lettre", "mes_sanctions"),
        ("j'ai jamais reçu la lettre", "convocation_non_recue"),
        ("comment répondre à la lettre", "presenter_observations"),
    ],
)
def test_other_questions_about_a_letter_keep_their_answers(
    make_request: Any, words: str, intent: str
) -> None:
    assert not Parole(make_request).dire(intent, words).key.startswith("courrier.")
