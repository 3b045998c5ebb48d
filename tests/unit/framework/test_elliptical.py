"""Questions that lean on the last answer, through whole turns, as the model reads them (or fails to)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.framework.wording import polish
from tests.unit.parole import Parole


@pytest.fixture
def talk(make_request: Any) -> Any:
    def open_(**settings: Any) -> Parole:
        return Parole(make_request, **settings)

    return open_


@pytest.fixture
def after_risk(talk: Any) -> Parole:
    """After « j’ai raté un atelier, je risque quoi » and « ARE », with a question of ours pending."""
    conversation = talk()
    conversation.dire("consequences_absence", "j'ai raté un atelier, je risque quoi")
    conversation.dire("informer", "ARE", faits={"allocation": "ARE"})
    assert conversation.memory.question["fait"] == "rang"
    return conversation


@pytest.mark.parametrize("said", ["il me reste combien de temps ?", "avant quand ?", "quel délai"])
def test_the_time_left_to_answer_a_letter(talk: Any, said: str) -> None:
    conversation = talk(dossier="1000006F")
    conversation.dire("comprendre_sanction", "j'ai reçu une lettre")
    assert "lundi 30 novembre" in conversation.lire("hors_sujet", said)


def test_the_stages_that_follow_a_letter(talk: Any) -> None:
    conversation = talk(dossier="1000006F")
    conversation.dire("comprendre_sanction", "j'ai reçu une lettre")
    conversation.dire("nlu_fallback", "jusqu'à quand ?")
    assert "au plus tard 15 jours" in conversation.lire("nlu_fallback", "et après ?")
    assert "saisir le tribunal" in conversation.lire("nlu_fallback", "et ensuite ?")
    assert "cassation" in conversation.lire("nlu_fallback", "et après ?")


def test_the_stages_of_an_appeal_about_the_rsa_are_those_of_the_department(talk: Any) -> None:
    conversation = talk()
    conversation.dire(
        "contester_sanction",
        "le département a suspendu mon RSA",
        faits={"allocation": "RSA", "auteur": "conseil_departemental"},
    )
    told = conversation.lire("nlu_fallback", "et après ?")
    assert "Le département a 2 mois pour répondre" in told
    assert "médiateur" not in told


def test_nothing_done_is_told_with_what_it_leads_to(talk: Any, after_risk: Parole) -> None:
    assert "sans raison valable" in after_risk.lire("demander_precision", "et sinon ?")
    conversation = talk(dossier="1000006F")
    conversation.dire("presenter_observations", "je réponds comment à la lettre")
    assert "sans vos explications" in conversation.lire("nier", "et si je fais rien ?")


@pytest.mark.parametrize(
    "said", ["et la 3e ?", "et la troisième", "et au bout de trois ?", "et si c'est la 2e fois ?"]
)
def test_an_absence_of_another_rank_while_a_question_is_pending(
    after_risk: Parole, said: str
) -> None:
    assert "1 à 4 mois" in after_risk.lire("demander_precision", said)


def test_the_rank_is_kept_while_the_missing_fact_is_answered(talk: Any) -> None:
    conversation = talk()
    conversation.dire("consequences_absence", "j'ai raté un atelier, je risque quoi")
    conversation.dire("demander_precision", "et la 3e ?")
    told = conversation.lire("informer", "ARE", faits={"allocation": "ARE"})
    assert "absence répétée" in told
    assert "première" not in told


def test_the_first_rank_again(after_risk: Parole) -> None:
    after_risk.dire("demander_precision", "et la 3e ?")
    assert "1 à 2 mois" in after_risk.lire("demander_precision", "et la première ?")


def test_the_third_postponement(talk: Any) -> None:
    conversation = talk(dossier="1000003C")
    conversation.dire("reporter_rendez_vous", "je peux décaler mon rdv ?")
    told = conversation.lire("nlu_fallback", "et la 3e fois ?")
    assert "déjà utilisé 2 reports" in told
    assert "preuve" in told


@pytest.mark.parametrize("said", ["et si j'ai un certificat ?", "même avec un mot du médecin ?"])
def test_a_proof_changes_the_answer(after_risk: Parole, said: str) -> None:
    told = after_risk.lire("suivi_justificatif", said, faits={"preuve": "a_fournir"})
    assert "il n’y a en principe pas de sanction" in told
    assert "Transmettre un document" in told


def test_a_proof_of_a_reason_that_was_said(talk: Any) -> None:
    conversation = talk()
    conversation.dire(
        "consequences_absence",
        "j'étais malade, je risque quoi, j'ai l'ARE",
        faits={"motif": "maladie", "allocation": "ARE"},
    )
    answer = conversation.dire(
        "suivi_justificatif", "et si j'ai un certificat ?", faits={"preuve": "a_fournir"}
    )
    assert answer.key.startswith("consequences_absence")
    assert "absence.a_justifier" in answer.rules


def test_somebody_else_gets_the_rule_and_nobodys_file(talk: Any) -> None:
    conversation = talk(dossier="1000007G")
    conversation.dire("consequences_absence", "je risque quoi si je viens pas")
    told = conversation.lire(
        "prochain_rendez_vous", "et pour mon fils ?", faits={"pour_autrui": "oui"}
    )
    assert "Pour une autre personne" in told
    assert "Que touchez-vous" not in told
    assert not conversation.memory.sujet["faits"].keys() & {"allocation", "reports_utilises"}
    assert conversation.memory.faits["pour_autrui"] == "oui"
    conversation.dire("prochain_rendez_vous", "et mon rendez-vous à moi ?")
    assert conversation.memory.faits["pour_autrui"] == "non"


def test_somebody_elses_appointment_is_not_shown(talk: Any) -> None:
    conversation = talk(dossier="1000001A")
    conversation.dire("prochain_rendez_vous", "mon prochain rdv")
    told = conversation.lire("nlu_fallback", "et pour ma femme ?", faits={"pour_autrui": "oui"})
    assert "Je ne peux pas ouvrir le dossier" in told
    assert "novembre" not in told


def test_a_childs_illness_after_ones_own(talk: Any) -> None:
    conversation = talk()
    conversation.dire("motifs_legitimes", "malade ça compte ?", faits={"motif": "maladie"})
    told = conversation.lire(
        "prochain_rendez_vous", "et pour ma fille ?", faits={"pour_autrui": "oui"}
    )
    assert "enfant malade" in told


def test_where_and_when_of_the_appointment_just_told(talk: Any) -> None:
    conversation = talk(dossier="1000001A")
    conversation.dire("prochain_rendez_vous", "mon prochain rdv")
    conversation.dire("nlu_fallback", "et celui d'après ?")
    told = conversation.lire("demander_source", "où ça ?")
    assert "salle 1" in told
    assert "10 décembre" in told
    assert "s’appuie sur" not in told


@pytest.mark.parametrize("intent", ["nlu_fallback", "demander_source", "hors_sujet"])
def test_with_nothing_before_it_is_asked_what_is_meant(talk: Any, intent: str) -> None:
    answer = talk().dire(intent, "et après ?")
    assert answer.key == "suivi.de_quoi"
    assert len(answer.buttons) == 3


def test_a_whole_question_that_is_understood_wins(after_risk: Parole) -> None:
    answer = after_risk.dire("delai_recours", "combien de temps pour contester une sanction ?")
    assert answer.key.startswith("delai_recours")


def test_more_details_follow_the_law_of_the_day_that_was_told(talk: Any, services: Any) -> None:
    """Also when the turn in between was lost: what counts is the last answer that was given."""
    conversation = talk()
    conversation.dire(
        "consequences_absence",
        "j'ai raté un rendez-vous le 3 février 2025, j'ai l'ARE, je risque quoi",
        faits={"date_absence": "2025-02-03", "allocation": "ARE"},
    )
    assert conversation.memory.sujet["jour"] == "2025-02-03"
    conversation.memory.faits.clear()
    why = conversation.lire("nlu_fallback", "pourquoi ?")
    assert "3 février 2025" in why
    assert "règles de l’époque" in why
    details = conversation.lire("demander_precision", "plus de détails")
    versions = (
        services.droit.version(r, date(2025, 2, 3)) for r in conversation.memory.sujet["rules"]
    )
    then = [
        polish(version.consequence).replace("\u00a0", " ").replace("\u202f", " ")
        for version in versions
        if version
    ]
    assert sum(text in details for text in then) >= 3


def test_no_day_is_made_up_in_the_reasons(after_risk: Parole) -> None:
    assert "24 novembre" not in after_risk.lire("nlu_fallback", "pourquoi ?")


def test_a_supposition_nearly_as_likely_about_the_last_answer_is(talk: Any) -> None:
    conversation = talk()
    conversation.dire("offre_raisonnable", "je peux refuser un boulot ?")
    ranking = (("refuser_atelier", 0.64), ("offre_raisonnable", 0.36))
    answer = conversation.dire("refuser_atelier", "et si je refuse 2 fois", ranking=ranking)
    assert "sanction.offre_raisonnable" in answer.rules
    ranking = (("refuser_atelier", 0.95), ("offre_raisonnable", 0.04))
    answer = conversation.dire("refuser_atelier", "et si je refuse l'atelier", ranking=ranking)
    assert answer.key.startswith("refuser_atelier")


@pytest.mark.parametrize("said", ["et si je fais rien ?", "et après", "où ça", "comment je fais"])
def test_no_despair_is_heard_in_a_plain_short_question(talk: Any, said: str) -> None:
    conversation = talk(dossier="1000006F")
    conversation.dire("presenter_observations", "je réponds comment")
    assert "3114" not in conversation.lire("exprimer_detresse", said)


@pytest.mark.parametrize("said", ["et si je disparais ?", "c'est trop tard", "je fais rien de bon"])
def test_despair_is_heard_in_what_is_more_than_that(talk: Any, said: str) -> None:
    conversation = talk(dossier="1000006F")
    conversation.dire("presenter_observations", "je réponds comment")
    assert "3114" in conversation.lire("exprimer_detresse", said)


def test_a_measure_that_was_only_told_is_what_is_meant(talk: Any) -> None:
    conversation = talk(dossier="1000009J")
    conversation.dire("informer", "ils ont coupé mon rsa", faits={"type_sanction": "suspension"})
    answer = conversation.dire("hors_sujet", "c'est combien")
    assert answer.key.startswith("duree_sanction")
