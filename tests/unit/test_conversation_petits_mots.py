"""Small words in the middle of a talk: their meaning is that of what was just said."""

from __future__ import annotations

import pytest

from actions import conversation  # noqa: F401  (registers the handlers)
from actions.framework.memory import Memory


def test_a_short_reply_after_distress_stays_with_it(say):
    _, _, memory = say("exprimer_detresse", "j'en peux plus")
    for intent in ("nier", "affirmer", "demander_aide"):
        _, shown, _ = say(intent, "je sais pas", memory=memory)
        assert "Je suis toujours là" in shown


def test_asking_to_erase_is_about_data(say):
    _, shown, _ = say("annuler", "comment effacer tout ça ?")
    assert "effacer" in shown


def test_the_same_small_words_are_not_answered_alike(say):
    memory = say("mes_sanctions", dossier="1000006F")[2]
    for intent in ("affirmer", "informer"):
        _, first, after = say(intent, "ok", memory=memory, dossier="1000006F")
        _, second, _ = say(intent, "ok", memory=after, dossier="1000006F")
        assert first != second


def test_a_day_said_with_no_is_taken(say):
    _, shown, _ = say("nier", "non, mercredi 25 novembre")
    assert "mercredi 25 novembre" in shown


def test_a_fact_is_not_taken_for_a_foreign_subject(say):
    _, shown, _ = say("hors_sujet", "je touche l'ass", faits={"allocation": "ASS"})
    assert "C’est noté" in shown


def test_help_for_a_neighbouring_subject_is_about_that_subject(say):
    ranking = (("demander_aide", 0.76), ("hors_sujet", 0.2))
    answer, _, _ = say("demander_aide", "tu peux m'aider pour mon cv", ranking=ranking)
    assert answer.key == "hors_sujet.candidature"
    answer, _, _ = say("demander_aide", "tu peux m'aider", ranking=ranking)
    assert answer.key.startswith("demander_aide")


def test_a_farewell_that_is_only_guessed_is_none(say):
    ranking = (("au_revoir", 0.42), ("consulter_dossier", 0.3))
    answer, _, _ = say("au_revoir", "je vais tout casser chez vous", ranking=ranking)
    assert answer.key.startswith("fallback")
    answer, _, _ = say("au_revoir", "allez salut", ranking=ranking)
    assert answer.key == "au_revoir"


@pytest.mark.parametrize("said", ["mdr", "lol !", "hmm", "ptdr", "haha"])
def test_a_laugh_gets_a_way_on(say, said):
    for intent in ("hors_sujet", "nlu_fallback"):
        answer, shown, _ = say(intent, said)
        assert "Je suis là" in shown
        assert answer.buttons


def test_a_plain_yes_begins_the_only_act_that_is_offered(say):
    memory = say("reporter_rendez_vous", "je peux décaler ?", dossier="1000004D")[2]
    answer, _, _ = say("affirmer", "oui je veux bien", memory=memory, dossier="1000004D")
    assert answer.act
    for said, person in (("ok désolé", "1000004D"), ("oui", None)):
        other = Memory(boutons={"etre rappele": "texte"})
        answer, _, _ = say("affirmer", said, memory=other, dossier=person)
        assert not answer.act


def test_a_supposition_heard_as_a_yes_is_the_next_guess(say):
    memory = say("contrat_engagement", "c'est quoi le contrat")[2]
    ranking = (("affirmer", 0.49), ("contrat_engagement", 0.46))
    answer, _, _ = say("affirmer", "et si je signe pas", memory=memory, ranking=ranking)
    assert answer.key.startswith("contrat_engagement")
