"""Moving an appointment, the tolerance, exemptions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


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
