"""Follow-ups on the last answer, in the words that people use."""

from __future__ import annotations

import pytest

from actions import conversation, dossier, droits_et_devoirs  # noqa: F401  (registers the handlers)
from actions.framework.render import text
from actions.framework.turn import respond


@pytest.fixture
def say(make_request):
    def run(said, memory=None, intent="informer", **options):
        answer, after = respond(make_request(intent, said, memory=memory, **options))
        return answer, text(answer).replace("\u00a0", " "), after

    return run


@pytest.fixture
def after_offer(say):
    """The memory after an answer on reasonable offers."""
    return say("je peux refuser un boulot ?", intent="offre_raisonnable")[2]


@pytest.mark.parametrize(
    "said", ["pourquoi ?", "ah bon pourquoi", "explique-moi pourquoi", "en quoi ?"]
)
def test_why_gives_the_reasons(say, after_offer, said):
    _, shown, _ = say(said, after_offer, intent="demander_precision")
    assert "décrite dans votre contrat" in shown


@pytest.mark.parametrize(
    "said", ["c'est quelle loi ?", "quel article svp", "c'est écrit où", "t'es sûr ?", "prouve-le"]
)
def test_the_law_is_given_with_its_address(say, after_offer, said):
    answer, shown, _ = say(said, after_offer, intent="demander_source")
    assert "L5411-6-1" in shown
    assert "depuis le" in shown
    assert answer.sources


def test_since_when_gives_the_dates(say, after_offer):
    _, shown, _ = say("depuis quand ?", after_offer, intent="demander_source")
    assert "depuis le 1er janvier 2025" in shown


@pytest.mark.parametrize(
    "said",
    ["plus simple svp", "j'ai rien compris", "trop compliqué", "c'est-à-dire ?", "en français ?"],
)
def test_simpler_keeps_the_heart_then_gives_a_person(say, after_offer, said):
    answer, shown, memory = say(said, after_offer, intent="demander_precision")
    assert "En plus simple" in shown
    assert len(answer.conclusion) < 260
    _, shown, _ = say(said, memory, intent="demander_precision")
    assert "39 49" in shown


def test_repeating_says_it_whole(say, after_offer):
    _, shown, _ = say("tu peux répéter", after_offer, intent="demander_precision")
    assert "Je répète. Vous pouvez refuser" in shown


def test_more_details_come_from_the_rules(say, after_offer):
    _, shown, _ = say("plus de détails", after_offer, intent="demander_precision")
    assert "propre" in shown


def test_and_in_my_case_without_being_recognised(say, after_offer):
    _, shown, memory = say("et dans mon cas ?", after_offer, intent="demander_precision")
    assert "Je ne sais pas qui vous êtes" in shown
    assert memory.sujet["intent"] == "offre_raisonnable"


def test_a_follow_up_without_anything_before(say):
    _, shown, _ = say("plus simple", intent="demander_precision")
    assert "Dites-moi ce que vous voulez comprendre" in shown


def test_what_if_changes_the_count(say):
    memory = say("combien de reports", intent="mes_reports", faits={"reports_utilises": 0})[2]
    _, shown, _ = say("et si j'en ai déjà fait deux ?", memory, faits={"reports_utilises": 2})
    assert "Il ne vous en reste plus" in shown


def test_the_appointment_after_that_one(say):
    memory = say("mon prochain rdv", intent="prochain_rendez_vous", dossier="1000001A")[2]
    _, shown, memory = say(
        "et le suivant ?", memory, intent="arriver_en_retard", dossier="1000001A"
    )
    assert "jeudi 10 décembre à 14 h" in shown
    _, shown, memory = say("où c'est ?", memory, intent="nlu_fallback", dossier="1000001A")
    assert "salle 1" in shown
    _, shown, _ = say("et après", memory, dossier="1000001A")
    assert "aucun autre rendez-vous" in shown


def test_in_my_case_with_nothing_before_is_the_file(say):
    _, shown, memory = say("et dans mon cas ?", intent="affirmer", dossier="1000006F")
    assert "Une lettre d’intention" in shown
    assert memory.sujet["intent"] == "consulter_dossier"
    _, shown, _ = say("et moi ?", intent="affirmer")
    assert "Je ne sais pas qui vous êtes" in shown


def test_why_with_nothing_before_asks_what(say):
    _, shown, _ = say("pourquoi ?", intent="affirmer")
    assert "Dites-moi ce que vous voulez comprendre" in shown


def test_a_question_mark_alone_asks_for_simpler_words(say, after_offer):
    _, shown, _ = say("??", after_offer, intent="nlu_fallback")
    assert "En plus simple" in shown


def test_a_whole_question_is_not_a_follow_up(say, after_offer):
    answer, _, _ = say("pourquoi j'ai une sanction ?", after_offer, intent="mes_sanctions")
    assert answer.key == "mes_sanctions.general"
