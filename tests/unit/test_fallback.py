"""What is not understood: questions once, never the same twice, then a person, never a loop."""

from __future__ import annotations

import pytest

from actions import groups  # noqa: F401  (registers every handler)
from actions.framework.memory import Memory
from actions.framework.render import text
from actions.framework.turn import respond

RANKING = (
    ("mes_absences", 0.22),
    ("hors_sujet", 0.2),
    ("mes_reports", 0.15),
    ("saluer", 0.1),
    ("actualisation", 0.09),
    ("mes_sanctions", 0.05),
    ("espace_personnel", 0.001),
)


@pytest.fixture
def say(make_request):
    def run(said, memory=None, intent="nlu_fallback", **options):
        answer, after = respond(make_request(intent, said, memory=memory, **options))
        return answer, text(answer).replace("\u00a0", " "), after

    return run


def titles(answer):
    return [button.title.replace("\u00a0", " ") for button in answer.buttons]


def test_at_most_three_plain_questions(say):
    answer, shown, memory = say("le truc pour mes trucs là", ranking=RANKING)
    assert titles(answer) == [
        "Quelles absences sont notées dans mon dossier ?",
        "Combien de reports me reste-t-il ?",
        "Quand faire mon actualisation ?",
    ]
    assert "l’une de ces questions" in shown
    assert memory.proposes == ["mes_absences", "mes_reports", "actualisation"]
    assert memory.echecs == 1


def test_a_question_pressed_is_answered(say):
    answer, _, memory = say("le truc pour mes trucs là", ranking=RANKING)
    _, shown, after = say(answer.buttons[2].title, memory)
    assert "actualisation ouvre" in shown
    assert after.echecs == 0


def test_the_second_misunderstanding_in_a_row_gives_a_person(say):
    _, first, memory = say("le truc pour mes trucs là", ranking=RANKING)
    answer, second, memory = say("mais le truc quoi", memory, ranking=RANKING)
    assert "39 49" in second
    assert "Être rappelé" in titles(answer)
    assert not set(titles(answer)) & {"Combien de reports me reste-t-il ?"}
    _, third, _ = say("pfff le truc", memory, ranking=RANKING)
    assert len({first, second, third}) == 3
    assert "39 49" in third


def test_nothing_is_proposed_twice_even_later(say):
    _, _, memory = say("le truc pour mes trucs là", ranking=RANKING)
    _, _, memory = say("bonjour", memory, intent="saluer")
    answer, _, _ = say("le machin du truc", memory, ranking=RANKING)
    assert titles(answer) == ["Est-ce que j’ai une sanction en cours ?"]


def test_no_after_a_guess_gives_a_person(say):
    _, _, memory = say("le truc pour mes trucs là", ranking=RANKING)
    _, shown, _ = say("non", memory, intent="nier")
    assert "39 49" in shown


def test_yes_takes_the_only_guess(say):
    _, _, memory = say("le machin", ranking=RANKING[4:5])
    _, shown, _ = say("oui", memory, intent="affirmer")
    assert "actualisation ouvre" in shown


def test_yes_to_several_guesses_asks_which(say):
    _, _, memory = say("le machin truc", ranking=RANKING)
    answer, shown, _ = say("oui", memory, intent="affirmer")
    assert "Laquelle" in shown
    assert len(answer.buttons) == 3


def test_a_number_takes_the_guess_of_that_rank(say):
    _, _, memory = say("le machin truc", ranking=RANKING)
    _, shown, _ = say("3", memory, intent="informer")
    assert "actualisation ouvre" in shown


@pytest.mark.parametrize("said", ["qsdfghjklm", "????", "😀😀", "xxx kkk", ""])
def test_noise_is_met_with_an_example(say, said):
    _, shown, _ = say(said, ranking=RANKING)
    assert "Écrivez-moi quelques mots" in shown


def test_a_very_long_message_is_asked_for_its_main_question(say):
    _, shown, _ = say("alors voilà mon histoire " * 40, ranking=RANKING)
    assert "Votre message est long" in shown


def test_nothing_likely_asks_to_say_it_otherwise(say):
    _, shown, _ = say("le bidule du machin", ranking=(("hors_sujet", 0.3),))
    assert "dire autrement" in shown


def test_a_faint_guess_of_distress_without_any_sign_is_no_doubt(say):
    ranking = (("exprimer_detresse", 0.21), ("mes_absences", 0.2))
    assert "3114" not in say("rdv pas fait en avril 2025", ranking=ranking)[1]
    assert "3114" in say("je pleure tous les soirs", ranking=ranking)[1]


def test_distress_that_may_be_is_never_passed_over(say):
    _, shown, _ = say(
        "tout ça pour ça", ranking=(("exprimer_mecontentement", 0.3), ("exprimer_detresse", 0.25))
    )
    assert "3114" in shown


def test_an_answer_not_understood_is_asked_again_once(say):
    memory = Memory(
        question={
            "fait": "document",
            "intent": "actualisation",
            "choix": [["Convocation", "convocation"]],
        }
    )
    answer, shown, after = say("le papier bleu du machin", memory, ranking=RANKING)
    assert "votre réponse" in shown
    assert answer.question is not None
    assert answer.question.fait == "document"
    _, shown, _ = say("bleu je vous dis", after, ranking=RANKING)
    assert "39 49" in shown
