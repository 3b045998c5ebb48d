"""Two questions in one message: the main one answered, the other offered."""

from __future__ import annotations

import pytest

from actions import conversation, dossier, droits_et_devoirs  # noqa: F401  (registers the handlers)
from actions.framework.turn import respond
from actions.questions_multiples import other_intent, split


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("c’est quand mon rdv ? et combien de reports il me reste ?", 2),
        ("Je déménage. Comment je fais mon actualisation ?", 1),
        ("j’ai raté mon atelier", 1),
        ("quels sont mes droits et comment faire mon actualisation", 2),
    ],
)
def test_a_message_is_split_into_what_may_ask(said, parts):
    assert len(split(said)) == parts


@pytest.mark.parametrize(
    ("said", "intent", "ranking", "other"),
    [
        ("c’est quand mon rdv ? combien de reports il me reste ?", "prochain_rendez_vous", ("mes_reports", 0.1), "mes_reports"),
        ("quels sont mes droits et comment faire mon actualisation", "connaitre_droits", ("actualisation", 0.05), "actualisation"),
        ("c’est quand mon rdv ? c’est important pour moi", "prochain_rendez_vous", ("mes_reports", 0.1), None),
        ("c’est quand mon rdv et mes reports", "prochain_rendez_vous", ("mes_reports", 0.1), None),
        ("quels sont mes droits ? et mon actualisation c’est quand ?", "connaitre_droits", ("actualisation", 0.001), "actualisation"),
        ("quels sont mes droits ? j’ai fait mon actualisation hier", "connaitre_droits", ("actualisation", 0.001), None),
        ("quels sont mes droits ? merci beaucoup à vous", "connaitre_droits", ("remercier", 0.3), None),
    ],
)  # fmt: skip
def test_the_other_question_is_found_in_another_clause(make_request, said, intent, ranking, other):
    request = make_request(intent, said, ranking=((intent, 0.6), ranking))
    assert other_intent(request) == other


def test_the_other_question_is_offered_and_answered(make_request):
    said = "quels sont mes droits ? et comment faire mon actualisation ?"
    request = make_request(
        "connaitre_droits", said, ranking=(("connaitre_droits", 0.6), ("actualisation", 0.2))
    )
    answer, memory = respond(request)
    assert answer.buttons[0].title == "L’actualisation"
    assert len(answer.buttons) <= 3
    assert "Vous demandez aussi autre chose" in answer.question_text
    pressed, _ = respond(make_request("informer", "L'actualisation", memory=memory))
    assert pressed.key == "actualisation.quand"
    agreed, _ = respond(make_request("affirmer", "oui", memory=memory))
    assert agreed.key == "actualisation.quand"


LONG = (
    "Bonjour, je vous explique ma situation, je suis inscrite depuis deux ans, mon fils est malade et j’ai dû le garder, "
    "ma conseillère m’a envoyé un papier pour un atelier loin de chez moi sans me demander mon avis, mon mari travaille de "
    "nuit, la mutuelle ne rembourse pas, est-ce que je vais perdre mon allocation et aussi combien de temps j’ai pour "
    "répondre et puis est-ce que je peux changer de conseillère, merci de votre réponse"
)


def test_a_long_message_read_with_doubt_is_asked_what_counts(make_request):
    import actions.groups  # noqa: F401  (every handler, as in the action server)

    ranking = (
        ("connaitre_droits", 0.5),
        ("changer_conseiller", 0.1),
        ("abandonner_formation", 0.08),
    )
    answer, memory = respond(make_request("connaitre_droits", LONG, ranking=ranking))
    assert answer.key == "fallback.long"
    assert 1 < len(answer.buttons) <= 3
    assert memory.proposes == list(answer.offered)


def test_a_long_message_that_is_clear_is_answered(make_request):
    answer, _ = respond(
        make_request("connaitre_droits", LONG, ranking=(("connaitre_droits", 0.9),))
    )
    assert answer.key.startswith("connaitre_droits")
