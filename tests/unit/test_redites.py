"""What is not understood twice is never answered in the same words, and a person is offered."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.unit.parole import Parole

CHLOE = "1000007G"
SUITES = (
    [("nlu_fallback", "bidule chose truc")] * 6,
    [("hors_sujet", "quel temps fait-il")] * 5,
    [("exprimer_mecontentement", "vous servez à rien")] * 6,
    [("nier", "non")] * 5,
    [("informer", "bon ben voilà")] * 5,
    [("demander_precision", "plus simple")] * 5,
    [("hors_sujet", "la météo"), ("nlu_fallback", "truc bidule chose")] * 2,
)


@pytest.mark.parametrize("dossier", [None, CHLOE])
@pytest.mark.parametrize("suite", SUITES, ids=lambda s: s[0][0] + s[1][0])
def test_apologies_vary_and_offer_a_person(
    make_request: Any, suite: list[tuple[str, str]], dossier: str | None
) -> None:
    talk = Parole(make_request, dossier=dossier)
    answers = [talk.dire(intent, words) for intent, words in suite]
    for before, after in pairwise(answers):
        assert before.conclusion != after.conclusion
        assert before.conclusion not in after.conclusion
        assert "ce que je sais" not in after.conclusion
    offered = {button.title for answer in answers[1:4] for button in answer.buttons}
    assert offered & {"Être rappelé", "Joindre quelqu’un"}


def test_an_act_asked_for_twice_is_no_knowledge_said_again(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("parler_a_un_conseiller", "Être rappelé")
    again = talk.lire("parler_a_un_conseiller", "Être rappelé")
    assert "ce que je sais" not in again
    assert "Je ne sais pas qui vous êtes" in again


def test_an_answer_said_again_before_the_question_of_an_act(make_request: Any) -> None:
    talk = Parole(make_request, dossier=CHLOE)
    talk.dire("signaler_absence", "déclarer une absence")
    talk.dire("prochain_rendez_vous", "c'est quand mon prochain rdv")
    again = talk.lire("prochain_rendez_vous", "c'est quand mon prochain rdv")
    assert "ce que je sais" not in again
    assert "dimanche 6 décembre" in again
    assert "Nous en étions à votre déclaration" in again


@pytest.mark.parametrize(
    "words", ["c'est quand mon prochain rdv", "c'est où le rdv", "ça dure combien"]
)
def test_a_question_without_its_mark_is_no_reason_of_an_absence(
    make_request: Any, words: str
) -> None:
    talk = Parole(make_request, dossier=CHLOE)
    talk.dire("signaler_absence", "déclarer une absence")
    talk.dire("prochain_rendez_vous", words)
    assert not talk.memory.demarche.get("motif")


def test_an_act_not_understood_twice_names_a_person(make_request: Any) -> None:
    talk = Parole(make_request, dossier=CHLOE)
    talk.dire("signaler_absence", "déclarer une absence")
    talk.dire("informer", "malade", faits={"motif": "maladie"})
    first, second = (talk.lire("nlu_fallback", "azerty") for _ in range(2))
    assert first != second
    assert "39 49" in second
