"""What an absence may lead to: every row of the tables of measures, the person's own absences, the questions asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.parole import Parole, plain

INTENT = "consequences_absence"
FRANCE_TRAVAIL = "directeur régional de France Travail"
MEDIATOR = "médiateur régional"
DEPARTMENT = "le département qui décide"


@pytest.mark.parametrize(
    ("facts", "said", "rule", "route"),
    [
        ({"allocation": "ARE"}, ["suspendue", "30 à 100 %", "1 à 2 mois", FRANCE_TRAVAIL, MEDIATOR], "sanction.assiduite.premiere", "recours.mediation"),
        ({"allocation": "ASS"}, ["suspendue", "30 à 100 %", "1 à 2 mois", FRANCE_TRAVAIL], "sanction.assiduite.premiere", "recours.mediation"),
        ({"allocation": "ARE", "rang": "repete"}, ["supprimée", "1 à 4 mois", "tout est supprimé pendant 4 mois"], "sanction.radiation_4_mois", "recours.mediation"),
        ({"allocation": "CEJ", "organisme_referent": "mission_locale"}, ["1 à 2 mois", "Mission locale qui décide", "ce que dit la lettre"], "competence.mission_locale", "recours.mission_locale"),
        ({"allocation": "PACEA", "organisme_referent": "france_travail", "rang": "repete"}, ["1 à 4 mois", FRANCE_TRAVAIL], "sanction.assiduite.repetee", "recours.mediation"),
        ({"allocation": "aucune"}, ["avertissement", "sans radiation ni perte d’argent"], "sanction.non_indemnise.premiere", "recours.mediation"),
        ({"allocation": "aucune", "rang": "repete"}, ["radiation", "1 à 4 mois"], "sanction.non_indemnise.repetee", "recours.mediation"),
        ({"allocation": "RSA", "foyer_rsa": "seul"}, ["votre RSA", "30 à 100 %", "1 à 2 mois", DEPARTMENT, "président du département"], "sanction.rsa.premiere", "recours.rsa"),
        ({"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration"}, ["30 à 50 %", "1 à 2 mois"], "sanction.rsa.plafond", "recours.rsa"),
        ({"allocation": "RSA", "foyer_rsa": "seul", "rang": "repete"}, ["30 à 100 %", "1 à 4 mois", "peut être proposée"], "sanction.rsa.radiation", "recours.rsa"),
        ({"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration", "rang": "repete"}, ["30 à 50 %", "1 à 4 mois"], "sanction.rsa.repetee", "recours.rsa"),
        ({"allocation": "ARE_et_RSA", "foyer_rsa": "seul"}, ["votre allocation", "votre RSA", "Deux décisions séparées", "médiateur régional pour l’allocation"], "sanction.double", "recours.rsa"),
    ],
)  # fmt: skip
def test_present_rules(
    make_request: Any, facts: dict[str, str], said: list[str], rule: str, route: str
) -> None:
    answer = Parole(make_request).dire(INTENT, "je risque quoi", faits=facts)
    for part in said:
        assert part in plain(answer)
    assert {rule, route, "absence.non_automatique"} <= set(answer.rules)
    assert "Ce n’est pas automatique." in plain(answer)


def test_a_household_of_several_is_never_struck_off(make_request: Any) -> None:
    facts = {"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration", "rang": "repete"}
    answer = Parole(make_request).dire(INTENT, "je risque quoi", faits=facts)
    assert "radiation" not in plain(answer)
    assert "sanction.rsa.radiation" not in answer.rules


OLD = {"date_absence": "2024-03-12"}


@pytest.mark.parametrize(
    ("facts", "said", "rule"),
    [
        ({"allocation": "ARE", "type_evenement": "rendez_vous"}, ["pendant 1 mois", "ne supprimait pas les jours"], "ancien.suppression_rendez_vous"),
        ({"allocation": "ARE", "type_evenement": "rendez_vous", "rang": "2"}, ["possible, pendant 2 mois", "supprimée pendant 2 mois"], "ancien.radiation"),
        ({"allocation": "ASS", "type_evenement": "action", "rang": "3"}, ["possible, pendant 4 mois", "supprimée pendant 4 mois"], "ancien.suppression_action"),
        ({"allocation": "ARE", "type_evenement": "action"}, ["possible, pendant 1 mois", "supprimée pendant 1 mois"], "ancien.suppression_action"),
        ({"allocation": "aucune", "rang": "2"}, ["possible, pendant 2 mois"], "ancien.radiation"),
        ({"allocation": "CEJ"}, ["25 % de l’allocation du mois"], "ancien.cej"),
        ({"allocation": "CEJ", "rang": "3"}, ["s’arrêter pour de bon"], "ancien.cej"),
        ({"allocation": "RSA", "foyer_rsa": "seul"}, ["80 %", "1 à 3 mois", "le département du RSA"], "ancien.rsa"),
        ({"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration"}, ["50 %"], "ancien.rsa"),
    ],
)  # fmt: skip
def test_former_rules(make_request: Any, facts: dict[str, str], said: list[str], rule: str) -> None:
    answer = Parole(make_request).dire(INTENT, "je risque quoi", faits={**OLD, **facts})
    for part in said:
        assert part in plain(answer)
    assert rule in answer.rules
    assert not {"sanction.assiduite.premiere", "sanction.rsa.premiere"} & set(answer.rules)


def test_between_two_laws_the_basis_is_said_to_be_disputable(make_request: Any) -> None:
    facts = {"allocation": "ARE", "type_evenement": "rendez_vous"}
    answer = Parole(make_request).dire(INTENT, "absence de mars 2025, je risque quoi", faits=facts)
    assert "la base d’une telle sanction peut se discuter" in plain(answer)
    assert "ancien.charniere_2025" in answer.rules


def test_before_2019_no_figure_is_given(make_request: Any) -> None:
    said = Parole(make_request).lire(
        INTENT, "en 2017 je risquais quoi", faits={"allocation": "ARE"}
    )
    assert "trop ancienne" in said
    assert "%" not in said


def test_unknown_allowance_is_answered_as_the_reference_says_then_asked(make_request: Any) -> None:
    talk = Parole(make_request)
    answer = talk.dire(INTENT, "j'ai raté mon atelier je risque quoi")
    assert "L’avertissement vaut surtout si vous ne touchez rien." in plain(answer)
    assert "d’au moins 30 % pendant 1 à 2 mois ; elle n’est pas automatique" in plain(answer)
    assert answer.question.fait == "allocation"
    assert "La radiation (sortie de la liste) dépend de votre situation" in Parole(
        make_request
    ).lire(INTENT, "deuxième absence ?", faits={"rang": "2"})


def test_questions_come_one_at_a_time_then_stop(make_request: Any) -> None:
    talk = Parole(make_request)
    asked = [talk.dire(INTENT, "je risque quoi").question.fait]
    for words in ("RSA", "Non", "Non, à plusieurs"):
        answer = talk.dire("informer", words)
        asked.append(answer.question.fait if answer.question else None)
    assert asked == ["allocation", "rang", "foyer_rsa", None]
    assert "30 à 50 %" in plain(answer)


def test_not_knowing_is_an_answer(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire(INTENT, "je risque quoi")
    answer = talk.dire("nlu_fallback", "je sais pas")
    assert answer.question is None
    assert "avertissement" in plain(answer).lower()


def test_follow_ups_change_one_fact(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire(INTENT, "je risque quoi", faits={"allocation": "ARE"})
    second = talk.lire("nlu_fallback", "et si c'est la deuxième fois ?", faits={"rang": "2"})
    assert "1 à 4 mois" in second
    assert (
        "si une sanction pour une autre absence vous a été notifiée (envoyée) dans les 24 mois"
        in second
    )
    assert "votre RSA" in talk.lire(
        "nlu_fallback", "et si je suis au rsa ?", faits={"allocation": "RSA"}
    )


def test_reasons(make_request: Any) -> None:
    ill = Parole(make_request).lire(
        INTENT, "j'étais malade", faits={"motif": "maladie", "allocation": "ARE"}
    )
    assert "peut éviter la sanction. Sinon : votre allocation" in ill
    proven = {"motif": "maladie", "allocation": "ARE", "preuve": "fournie"}
    assert "aucune sanction n’est attendue" in Parole(make_request).lire(
        INTENT, "j'ai envoyé", faits=proven
    )
    unpaid = Parole(make_request).lire(
        INTENT, "?", faits={"motif": "benevolat", "allocation": "ARE"}
    )
    assert "La loi dit que votre raison (bénévolat) n’excuse pas une absence" in unpaid


def test_a_doubtful_letter_is_judged_on_its_words(make_request: Any) -> None:
    talk = Parole(make_request)
    answer = talk.dire(INTENT, "si c'est juste une invitation ?", faits={"document": "invitation"})
    assert answer.question.fait == "mention_obligatoire"
    assert "Sans doute pas" in plain(answer)


def test_my_case(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000009J")
    talk.dire(
        INTENT,
        "quelqu'un au chômage risque quoi",
        faits={"allocation": "ARE", "pour_autrui": "oui"},
    )
    said = talk.lire("demander_precision", "et dans mon cas ?")
    assert "département" in said


@pytest.mark.parametrize("status", ["honore", "annule", "reporte"])
def test_no_absence_where_the_file_shows_none(
    make_request: Any, read_dossier: Any, status: str
) -> None:
    file = read_dossier("1000001A")
    kept = tuple(
        replace(rdv, statut=status) if rdv.ref == "rdv-2" else rdv for rdv in file.rendez_vous
    )
    said = Parole(make_request, dossier=replace(file, rendez_vous=kept)).lire(
        INTENT, "pour le 26 novembre je risque quoi"
    )
    assert "D’après votre dossier" in said


def test_whether_it_is_automatic_is_answered_first(make_request: Any) -> None:
    for person in (None, "1000006F"):
        said = Parole(make_request, dossier=person).lire(INTENT, "la sanction est automatique ?")
        assert said.startswith("Non, aucune sanction n’est automatique.")


def test_missing_it_to_come_is_not_the_one_already_missed(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000006F").lire(INTENT, "je risque quoi si je le rate")
    assert "mercredi 2 décembre" in said
