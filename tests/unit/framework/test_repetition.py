"""The same words are never said twice in a row, and a way on is always offered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole, plain

REPEATED = [
    ("atelier_obligatoire", "c'est obligatoire ?", None),
    ("prochain_rendez_vous", "mon prochain rdv", "1000001A"),
    ("consequences_absence", "je risque quoi", None),
    ("saisir_mediateur", "le médiateur", None),
    ("parler_a_un_conseiller", "un humain svp", None),
    ("remercier", "merci", None),
    ("saluer", "bonjour", None),
    ("au_revoir", "au revoir", None),
    ("demander_aide", "tu sais faire quoi", "1000001A"),
    ("nature_du_bot", "t'es un robot ?", None),
    ("confidentialite", "qui lit ça", None),
    ("annuler", "laisse tomber", None),
    ("annuler", "on recommence", None),
    ("affirmer", "oui", None),
    ("nier", "non", None),
    ("informer", "jeudi", None),
    ("demander_precision", "plus simple", None),
    ("demander_source", "quelle loi ?", None),
    ("exprimer_mecontentement", "c'est nul", None),
    ("exprimer_detresse", "j'en peux plus", None),
    ("exprimer_detresse", "j'ai envie de mourir", None),
    ("hors_sujet", "quel temps fait-il", None),
    ("hors_sujet", "mon RIB a changé", None),
    ("nlu_fallback", "xxqsdf", None),
    ("nlu_fallback", "hello how are you my friend", None),
    ("nlu_fallback", "le chat du voisin", None),
    ("s_identifier", "1000001A", None),
    ("consulter_dossier", "mon dossier", "1000011L"),
]


@pytest.mark.parametrize(("intent", "said", "person"), REPEATED)
def test_five_times_the_same_message(
    make_request: Any, intent: str, said: str, person: Any
) -> None:
    conversation = Parole(make_request, dossier=person)
    texts = [plain(conversation.dire(intent, said)) for _ in range(5)]
    assert all(texts)
    assert all(one != other for one, other in zip(texts, texts[1:], strict=False)), texts


def test_only_the_question_is_left_of_an_answer_that_waits_for_a_fact(make_request: Any) -> None:
    conversation = Parole(make_request)
    first = conversation.dire("consequences_absence", "je risque quoi")
    again = conversation.dire("consequences_absence", "je risque quoi")
    assert again.question == first.question
    assert again.buttons == first.buttons
    assert "il me manque un détail" in plain(again)
    assert len(plain(again)) < len(plain(first)) / 2


def test_an_answer_again_keeps_what_counts_then_offers_a_person(make_request: Any) -> None:
    conversation = Parole(make_request, dossier="1000001A")
    first = conversation.dire("prochain_rendez_vous", "mon prochain rdv")
    again = conversation.dire("prochain_rendez_vous", "mon prochain rdv ?")
    assert first.conclusion in again.conclusion
    third = conversation.dire("prochain_rendez_vous", "mon prochain rdv c quand")
    assert first.conclusion in third.conclusion
    assert "39 49" in plain(third)
    assert any(button.title == "Être rappelé" for button in third.buttons)


def test_another_answer_in_between_starts_the_count_again(make_request: Any) -> None:
    conversation = Parole(make_request)
    first = conversation.lire("saisir_mediateur", "le médiateur")
    conversation.dire("saisir_tribunal", "le tribunal")
    assert conversation.lire("saisir_mediateur", "le médiateur") == first


def test_a_fact_that_changes_nothing_gets_the_next_question_only(make_request: Any) -> None:
    conversation = Parole(make_request)
    conversation.dire("atelier_obligatoire", "je dois venir ?")
    first = conversation.dire("nlu_fallback", "aucune idée")
    second = conversation.dire("nlu_fallback", "aucune idée")
    assert first.conclusion not in plain(second)
    assert "Cela ne change pas encore ma réponse" in plain(second)
    assert second.question != first.question
    assert first.conclusion in conversation.lire("demander_precision", "répète")


def test_a_repeated_question_keeps_the_part_that_may_be_wanted(make_request: Any) -> None:
    conversation = Parole(make_request)
    conversation.dire("fournir_justificatif", "j'envoie quoi", faits={"motif": "maladie"})
    told = conversation.lire("demander_source", "où ?")
    assert "Transmettre un document" in told
