"""Workshops: compulsory or not, refusing, moving, being let off, contractors, the contract."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole, plain


@pytest.mark.parametrize(
    ("person", "expected", "rule"),
    [
        (
            "1000001A",
            "Oui, « Atelier CV », le jeudi 26 novembre à 9 h, est obligatoire",
            "atelier.contrat_engagement",
        ),
        ("1000002B", "n’est pas obligatoire. Vos droits ne dépendent pas", "atelier.invitation"),
        (
            "1000003C",
            "Expliquer votre refus est un usage de l’agence et vous protège",
            "atelier.recommande",
        ),
        ("1000004D", "Allez-y ; si vous ne pouvez pas, faites déplacer", "prestataire.premier_rdv"),
        ("1000008H", "Gardez la preuve écrite de l’accord", "derogation.conseiller"),
    ],
)
def test_own_appointment(make_request: Any, person: str, expected: str, rule: str) -> None:
    answer = Parole(make_request, dossier=person).dire("atelier_obligatoire", "je dois y aller ?")
    assert expected in plain(answer)
    assert rule in answer.rules
    assert answer.question is None, "the file is never asked again"


def test_the_day_or_the_title_names_another_appointment(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000001A")
    assert "Préparer ses entretiens" in talk.lire(
        "atelier_obligatoire", "et celui du 10 décembre ?"
    )
    assert "jeudi 10 décembre" in talk.lire(
        "atelier_obligatoire", "l'atelier entretiens est obligatoire ?"
    )


def test_facts_are_asked_one_at_a_time_and_never_twice(make_request: Any) -> None:
    talk = Parole(make_request)
    asked = [talk.dire("atelier_obligatoire", "c'est obligatoire ?").question.fait]
    for words in ("Invitation", "Non", "je ne sais pas", "Non", "je sais pas"):
        answer = talk.dire("informer", words)
        asked.append(answer.question.fait if answer.question else None)
    assert asked == [
        "document",
        "mention_obligatoire",
        "dans_contrat",
        "prestataire",
        "dispense",
        None,
    ]


def test_two_marks_as_the_reference_says_them(make_request: Any) -> None:
    assert (
        "Deux repères : ce que dit le courrier, et ce que contient votre contrat. "
        "Si l’un des deux oblige, considérez que c’est obligatoire."
    ) in Parole(make_request).lire("atelier_obligatoire", "obligatoire ?")


def test_what_if_it_is_in_my_contract(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000002B")
    talk.dire("atelier_obligatoire", "je dois y aller ?")
    said = talk.lire(
        "nlu_fallback", "même si c'est écrit dans mon contrat ?", faits={"dans_contrat": "oui"}
    )
    assert "Activer son réseau" in said
    assert "est obligatoire" in said


def test_what_if_it_is_a_contractor_is_another_appointment(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000002B")
    talk.dire("atelier_obligatoire", "je dois y aller ?")
    said = talk.lire(
        "nlu_fallback", "et pour un rendez-vous aksis ?", faits={"prestataire": "premier_rdv"}
    )
    assert "Activer son réseau" not in said
    assert "obligatoire" in said


def test_another_letter_than_that_of_the_file_is_judged_alone(make_request: Any) -> None:
    answer = Parole(make_request, dossier="1000001A").dire(
        "atelier_obligatoire", "j'ai reçu une invitation", faits={"document": "invitation"}
    )
    assert "Atelier CV" not in plain(answer)
    assert answer.question.fait == "mention_obligatoire"


def test_my_case_prefers_the_file(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000001A")
    talk.dire("atelier_obligatoire", "une invitation oblige ?", faits={"document": "invitation"})
    answer = talk.lire("demander_precision", "et dans mon cas ?")
    assert "« Atelier Préparer ses entretiens »" in answer  # the one that has an invitation
    assert "est obligatoire" in answer


@pytest.mark.parametrize(
    "words",
    [
        "l'atelier préparer ses entretiens c'est une invitation donc pas obligé ?",
        "mon invitation, je suis obligée de venir ?",
    ],
)
def test_an_invitation_that_the_contract_makes_compulsory(make_request: Any, words: str) -> None:
    talk = Parole(make_request, dossier="1000001A")
    facts = {"document": "invitation"}
    answer = talk.lire("distinguer_convocation_invitation", words, faits=facts)
    assert "Oui, « Atelier Préparer ses entretiens »" in answer
    assert "est obligatoire" in answer
    after = talk.lire("consequences_absence", "et si j'y vais pas ?", faits={"temps": "futur"})
    assert "« Atelier Préparer ses entretiens »" in after
    assert "1 à 2 mois" in after


def test_somebody_else_is_not_answered_from_the_file(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000001A").lire(
        "atelier_obligatoire", "mon frère doit y aller ?", faits={"pour_autrui": "oui"}
    )
    assert "Atelier CV" not in said


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (None, "Cela dépend de l’atelier"),
        ("1000001A", "Demandez aussi à revoir votre contrat"),
        ("1000002B", "Oui, vous pouvez refuser « Atelier Activer son réseau »"),
        ("1000003C", "ce n’est pas une obligation écrite dans la loi"),
    ],
)
def test_refusing(make_request: Any, person: str | None, expected: str) -> None:
    assert expected in Parole(make_request, dossier=person).lire(
        "refuser_atelier", "je refuse mon atelier"
    )


@pytest.mark.parametrize(
    ("words", "facts", "expected"),
    [
        (
            "convocation ou invitation ?",
            {},
            "Une convocation vous demande de venir. Une invitation",
        ),
        (
            "c'est quoi une recommandation",
            {"document": "recommandation"},
            "Une recommandation est un conseil",
        ),
        ("elle me l'a dit au telephone", {}, "doit laisser une trace écrite"),
        ("je n'ai rien reçu par écrit", {"document": "aucun"}, "simple suggestion"),
    ],
)
def test_words_of_a_letter(
    make_request: Any, words: str, facts: dict[str, Any], expected: str
) -> None:
    said = Parole(make_request).lire("distinguer_convocation_invitation", words, faits=facts)
    assert expected in said


def test_own_letter(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000003C")
    said = talk.lire("distinguer_convocation_invitation", "c'est quoi ma lettre")
    assert "votre dossier indique une recommandation" in said
