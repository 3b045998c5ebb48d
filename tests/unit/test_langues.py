"""Another language: one short English sentence to who asks for it, the answer to who asks something else."""

from __future__ import annotations

import pytest

from actions import conversation, fallback  # noqa: F401  (registers the handlers)
from actions.framework.turn import respond
from actions.langues_etrangeres import asks_language


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("hello can you help me in english?", "demander_aide"),
        ("do you speak english", "demander_aide"),
        ("english please", "saluer"),
        ("Vous parlez anglais ?", "nature_du_bot"),
        ("hello how are you today", "saluer"),
    ],
)
def test_one_sentence_of_english(make_request, said, intent):
    answer, _ = respond(make_request(intent, said))
    assert "I only speak French" in answer.conclusion


@pytest.mark.parametrize(
    ("said", "intent"),
    [("tu peux m'aider", "demander_aide"), ("bonjour, ça va ?", "saluer")],
)
def test_french_is_answered_in_french(make_request, said, intent):
    answer, _ = respond(make_request(intent, said))
    assert "I only speak French" not in answer.conclusion


def test_speaking_english_is_no_request_for_it():
    assert not asks_language("je parle anglais et je cherche un poste")
    assert not asks_language("mon atelier d’anglais est obligatoire ?")


def test_an_amount_is_never_noted_as_a_detail(make_request):
    request = make_request(
        "hors_sujet", "combien je vais toucher en ARE", faits={"allocation": "ARE"}
    )
    answer, _ = respond(request)
    assert answer.key == "hors_sujet.indemnisation"
