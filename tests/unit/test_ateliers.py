"""Workshops: compulsory or not, refusing, moving, being let off, contractors, the contract."""

from __future__ import annotations

from dataclasses import replace
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


@pytest.mark.parametrize(
    ("person", "words", "key"),
    [
        ("1000001A", "combien de fois peut-on décaler ?", "tolere"),
        ("1000004D", "combien de fois peut-on décaler ?", "tolere"),
        ("1000005E", "combien de fois je peux décaler ?", "facultatif"),
        ("1000007G", "décaler mon rendez-vous du 4 novembre ?", "absence_a_justifier"),
        (None, "on peut reporter ?", "a_completer"),
    ],
)
def test_moving(make_request: Any, person: str | None, words: str, key: str) -> None:
    answer = Parole(make_request, dossier=person).dire("reporter_rendez_vous", words)
    assert answer.key == f"reporter_rendez_vous.{key}"


def test_an_optional_meeting_without_postponement_left(make_request: Any) -> None:
    parole = Parole(make_request, dossier="1000005E")
    answer = parole.dire("reporter_rendez_vous", "je peux encore décaler mon bilan ?")
    assert "déjà utilisé 2 reports" in answer.conclusion
    assert "pas obligatoire" in answer.conclusion
    assert "injustifiée" not in " ".join((*answer.pourquoi, *answer.reasons))
    assert "report.sans_justificatif" not in answer.rules
    assert "absence.facultatif" in answer.rules


def test_a_compulsory_meeting_without_postponement_left_needs_its_proof(
    make_request: Any,
) -> None:
    parole = Parole(make_request)
    answer = parole.dire(
        "reporter_rendez_vous",
        "j'ai déjà reporté deux fois, je peux encore ?",
        faits={"reports_utilises": 2},
    )
    assert answer.key == "reporter_rendez_vous.preuve_requise"
    assert "report.sans_justificatif" in answer.rules


@pytest.mark.parametrize(
    ("person", "motif", "label"),
    [("1000001A", "maladie_enfant", "enfant malade"), (None, "transport", "transport")],
)
def test_a_reason_for_moving_is_heard(
    make_request: Any, person: str | None, motif: str, label: str
) -> None:
    parole = Parole(make_request, dossier=person)
    answer = parole.dire(
        "reporter_rendez_vous",
        "est-ce que je peux décaler mon rendez-vous ?",
        faits={"motif": motif},
    )
    assert label in f"{answer.conclusion} {answer.suite}"
    assert "report.decompte" in answer.rules
    assert answer.buttons[0].title in ("Demander un report", "Déclarer une absence", "Un seul")


def test_the_last_tolerated_postponement_says_so(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000004D").lire(
        "reporter_rendez_vous", "combien de fois peut-on décaler ?"
    )
    assert "Celui-ci serait le dernier sans motif" in said
    assert "C’est une tolérance d’usage, votre agence peut faire autrement." in said


@pytest.mark.parametrize(
    ("words", "left"), [("Un seul", "le dernier sans motif"), ("Aucun", "il vous en restera 1")]
)
def test_the_count_is_asked(make_request: Any, words: str, left: str) -> None:
    talk = Parole(make_request)
    assert (
        talk.dire("reporter_rendez_vous", "je peux reporter ?").question.fait == "reports_utilises"
    )
    assert left in talk.lire("informer", words)


def test_a_bare_number_is_a_count(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("reporter_rendez_vous", "je peux reporter ?")
    assert "déjà utilisé 3 reports" in talk.lire("informer", "3")


def test_a_proven_reason_does_not_eat_the_tolerance(make_request: Any) -> None:
    answer = Parole(make_request, dossier="1000001A").dire(
        "reporter_rendez_vous",
        "malade, j'ai le certificat",
        faits={"motif": "maladie", "preuve": "fournie"},
    )
    assert answer.key == "reporter_rendez_vous.motive"
    assert "report.decompte" in answer.rules


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("qui peut me dispenser", "La sanction, elle, ne dépend pas de lui seul"),
        ("en visio plutôt que sur place ?", "une autre forme"),
        ("je suis handicapé, je peux avoir moins d'heures ?", "moins de 12 ans"),
        ("je peux avoir une dispense", "Demandez la dispense"),
    ],
)
def test_exemptions(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("demander_derogation", words)


def test_an_exemption_already_granted(make_request: Any) -> None:
    talk = Parole(make_request, dossier="1000008H")
    assert "Vous êtes dispensé ou dispensée" in talk.lire("demander_derogation", "une dispense ?")
    general = Parole(make_request).lire(
        "demander_derogation",
        "elle m'a dispensé",
        faits={"dispense": "oui", "prestataire": "premier_rdv"},
    )
    assert "faites confirmer la dispense par écrit" in general


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("1000004D", "est un premier rendez-vous chez un prestataire"),
        ("1000005E", "la suite chez le prestataire repose sur votre accord"),
        (None, "La suite repose sur votre accord"),
    ],
)
def test_contractors(make_request: Any, person: str | None, expected: str) -> None:
    answer = Parole(make_request, dossier=person).dire(
        "rendez_vous_prestataire", "aksis obligatoire ?"
    )
    assert expected in plain(answer)
    assert "prestataire.signalement" in answer.rules
    assert (answer.question is None) == (person is not None)


def test_the_sequel_in_the_contract_binds(make_request: Any) -> None:
    said = Parole(make_request).lire(
        "rendez_vous_prestataire",
        "la suite aksis",
        faits={"prestataire": "suite", "dans_contrat": "oui"},
    )
    assert "C’est obligatoire" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("c'est quoi le contrat d'engagement", "il remplace le PPAE"),
        ("mon ppae est encore valable ?", "vendredi 1er janvier 2027"),
        ("combien de temps pour signer le contrat", "1 mois pour signer"),
        ("je peux refuser de signer", "sanction à part"),
        ("15h par semaine ?", "15 heures"),
        ("on peut modifier le contrat ?", "le contrat peut changer"),
        ("il m'engage à quoi", "engage"),
    ],
)
def test_contract(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("contrat_engagement", words)


def test_own_contract(make_request: Any, read_dossier: Any) -> None:
    said = Parole(make_request, dossier="1000001A").lire(
        "contrat_engagement", "c'est quoi mon contrat"
    )
    assert "CV, entretien d’embauche" in said
    unsigned = replace(read_dossier("1000001A"), contrat=None)
    said = Parole(make_request, dossier=unsigned).lire(
        "contrat_engagement", "c'est quoi mon contrat"
    )
    assert "Je ne vois pas de contrat d’engagement signé" in said
    assert "vendredi 24 octobre 2025" in said


def test_ppae_overseas_lasts_longer(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000006F")
    old = replace(file, contrat=replace(file.contrat, nature="PPAE"))
    assert "1er janvier 2028" in Parole(make_request, dossier=old).lire(
        "contrat_engagement", "mon contrat ?"
    )


@pytest.mark.parametrize(
    ("intent", "person", "words", "expected"),
    [
        ("decouvrir_ateliers", None, "quels ateliers ?", "CV, entretiens, secteurs qui recrutent"),
        ("decouvrir_ateliers", None, "c'est quoi l'atelier réseau", "se faire connaître"),
        ("decouvrir_ateliers", "1000001A", "ça dure combien de temps ?", "3 heures"),
        ("s_inscrire_atelier", "1000001A", "je veux faire l'atelier cv", "Claire Durand"),
        (
            "s_inscrire_atelier",
            None,
            "annuler mon inscription",
            "annulez dans votre espace personnel",
        ),
        ("preparer_rendez_vous", "1000001A", "j'amène quoi ?", "Agence Paris Nation, salle 2"),
        ("preparer_rendez_vous", None, "en visio ça se passe comment", "essayez le lien"),
        ("changer_conseiller", None, "je veux une autre conseillère", "C’est elle qui décide"),
        ("changer_conseiller", None, "il m'a insulté", "Défenseur des droits"),
        ("changer_conseiller", None, "changer d'agence je déménage", "30 jours"),
        ("organismes_partenaires", None, "c'est quoi cap emploi", "handicapées"),
        ("organismes_partenaires", None, "la mission locale c'est pour qui", "16 à 25 ans"),
        ("organismes_partenaires", "1000009J", "qui me suit ?", "le département"),
        ("organismes_partenaires", None, "qui suit qui", "Quatre organismes"),
    ],
)
def test_other_questions(
    make_request: Any, intent: str, person: str | None, words: str, expected: str
) -> None:
    assert expected in Parole(make_request, dossier=person).lire(intent, words)


def test_an_absence_told_is_no_question_on_the_obligation(make_request: Any) -> None:
    told = "jai pas été a mon atelier obligatoire hier"
    answer = Parole(make_request).lire("atelier_obligatoire", told, faits={"temps": "passe"})
    assert "Il n’est pas trop tard" in answer
    asked = "j'ai raté mon atelier, il était obligatoire ?"
    answer = Parole(make_request).lire("atelier_obligatoire", asked, faits={"temps": "passe"})
    assert "Il n’est pas trop tard" not in answer


def test_a_contractor_named_is_asked_only_its_stage(make_request: Any) -> None:
    answer = Parole(make_request).dire("rendez_vous_prestataire", "reçu une convoc pour aksis")
    assert [b.title for b in answer.buttons] == ["Premier rendez-vous", "Une suite"]
    assert "Est-ce le premier rendez-vous" in str(answer.question_text)
