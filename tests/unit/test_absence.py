"""Absences: announcing, reasons, proofs, lateness, convocations, the agency's own failures, leave, courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.unit.parole import Parole, plain


def test_announcing_without_a_file(make_request: Any) -> None:
    coming = Parole(make_request).dire("signaler_absence", "je ne viendrai pas demain")
    assert coming.key == "signaler_absence.a_venir"
    assert [b.title for b in coming.buttons][:2] == ["Déclarer une absence", "Demander un report"]
    past = Parole(make_request).lire(
        "signaler_absence", "j'ai raté mon rdv", faits={"motif": "maladie"}
    )
    assert "certificat médical" in past
    assert "si possible aujourd’hui" in past


@pytest.mark.parametrize(
    ("motif", "expected", "rule"),
    [
        ("maladie", "souvent acceptées", "motif.legitime"),
        ("maladie_enfant", "ressemble à celles qui sont acceptées", "motif.legitime"),
        ("probleme_technique", "Je ne peux pas dire", "motif.legitime"),
        ("benevolat", "La loi dit que le bénévolat n’excuse pas", "motif.benevolat"),
        ("oubli", "n’est en principe pas retenu", "absence.non_automatique"),
        ("desinteret", "n’est en principe pas retenue", "absence.non_automatique"),
        ("convenance_personnelle", "n’est en principe pas retenue", "absence.non_automatique"),
        ("handicap", "demander d’adapter", "motif.legitime"),
        ("non_recu", "C’est à l’agence de prouver", "motif.non_reception"),
        ("absence_domicile", "Faites déplacer", "motif.legitime"),
        ("autre_convocation", "préfecture", "motif.legitime"),
        ("autre", "La loi ne donne pas de liste", "motif.legitime"),
    ],
)
def test_reasons(make_request: Any, motif: str, expected: str, rule: str) -> None:
    answer = Parole(make_request).dire("motifs_legitimes", "ça passe ?", faits={"motif": motif})
    assert expected in plain(answer)
    assert rule in answer.rules
    assert answer.question is None


def test_every_reason_of_the_base_has_an_answer(make_request: Any, services: Any) -> None:
    for motif in services.droit.motifs:
        for intent in ("motifs_legitimes", "fournir_justificatif", "signaler_absence"):
            assert plain(Parole(make_request).dire(intent, "?", faits={"motif": motif.code}))


def test_the_reason_is_asked_and_taken(make_request: Any) -> None:
    talk = Parole(make_request)
    assert talk.dire("motifs_legitimes", "quelles excuses sont valables").question.fait == "motif"
    assert "attestation de retard" in talk.lire("informer", "Transport")


def test_the_reason_of_the_file(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000007G").lire(
        "motifs_legitimes", "ma raison est valable ?"
    )
    assert "la raison notée est : maladie" in said
    assert "Celle que vous avez envoyée est refusée" in said
    assert "vendredi 27 novembre" in said


@pytest.mark.parametrize(
    ("person", "words", "facts", "expected"),
    [
        (
            None,
            "quel papier",
            {"motif": "transport"},
            ["attestation de retard", "48 heures", "10 jours"],
        ),
        (None, "où l'envoyer", {}, ["Transmettre un document", "Pour quelle raison ?"]),
        (
            None,
            "mon arrêt de travail suffit ?",
            {"motif": "maladie"},
            ["convient", "CPAM", "2 jours"],
        ),
        (
            None,
            "attestation sur l'honneur ?",
            {"motif": "maladie"},
            ["risque de ne pas suffire", "certificat médical"],
        ),
        (None, "un mot ?", {"motif": "oubli"}, ["n’est en principe pas retenu"]),
        ("1000006F", "quelle preuve et avant quand", {}, ["au plus tard le lundi 30 novembre"]),
        (
            "1000007G",
            "quelle preuve",
            {},
            ["est refusée", "vendredi 27 novembre", "samedi 28 novembre"],
        ),
        (
            "1000009J",
            "quelle preuve",
            {},
            ["Envoyez aussi au département", "président du département"],
        ),
        ("1000010K", "quelle preuve", {}, ["est déjà arrivée", "attendez la réponse"]),
        ("1000012M", "quelle preuve", {}, ["réclamation", "médiateur"]),
    ],
)
def test_proofs(
    make_request: Any, person: str | None, words: str, facts: dict[str, str], expected: list[str]
) -> None:
    said = Parole(make_request, dossier=person).lire("fournir_justificatif", words, faits=facts)
    for part in expected:
        assert part in said


def test_a_letter_described_gives_its_last_day(make_request: Any) -> None:
    facts = {"motif": "maladie", "date_reception": "2026-11-20"}
    said = Parole(make_request).lire("fournir_justificatif", "jusqu'à quand ?", faits=facts)
    assert "au plus tard le lundi 30 novembre" in said
    late = {**facts, "date_reception": "2026-11-02"}
    said = Parole(make_request).lire("fournir_justificatif", "jusqu'à quand ?", faits=late)
    assert "passé depuis le jeudi 12 novembre" in said
    future = {**facts, "date_reception": "2026-12-20"}
    assert "48 heures" in Parole(make_request).lire("fournir_justificatif", "et ?", faits=future)


@pytest.mark.parametrize(
    ("intent", "words", "expected"),
    [
        ("arriver_en_retard", "je suis en retard", "venez quand même"),
        ("arriver_en_retard", "je suis arrivé en retard hier", "Un retard n’est pas une absence"),
        ("arriver_en_retard", "on m'a refusé l'entrée", "peut être lu comme une absence"),
        ("arriver_en_retard", "je suis parti avant la fin", "Partir avant la fin"),
        ("convocation_non_recue", "jamais reçu la convocation", "C’est à l’agence de prouver"),
        ("convocation_non_recue", "reçue la veille", "reçue trop tard"),
        ("convocation_non_recue", "elle était dans mes spams", "capture d’écran"),
        ("convocation_non_recue", "j'ai déménagé et rien reçu", "30 jours"),
        (
            "rendez_vous_manque_par_agence",
            "personne ne m'a appelé",
            "Rien ne peut vous être reproché",
        ),
        ("declarer_conges", "je pars en vacances", "35 jours par année civile"),
        ("declarer_conges", "je suis en arrêt maladie", "15 jours"),
        ("abandonner_formation", "j'arrête ma formation", "compte comme une absence"),
        ("abandonner_formation", "j'ai trouvé un cdi je pars de la formation", "souvent acceptée"),
        ("abandonner_formation", "je pars, le formateur me harcèle", "Notez aujourd’hui les faits"),
        ("abandonner_formation", "malade, je quitte la formation", "certificat"),
    ],
)
def test_particular_cases(make_request: Any, intent: str, words: str, expected: str) -> None:
    answer = Parole(make_request).dire(intent, words)
    assert expected in plain(answer)
    assert answer.rules


def test_the_appointment_that_the_agency_missed(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000002B").lire(
        "rendez_vous_manque_par_agence", "elle n'a pas appelé"
    )
    assert "« Entretien téléphonique de suivi », le mercredi 18 novembre à 11 h" in said


@pytest.mark.parametrize(
    "words",
    [
        "je pars du 25 au 30 novembre",
        "je pars du 25 novembre au 2 décembre",
        "vacances le 26 novembre",
    ],
)
def test_leave_over_an_appointment(make_request: Any, words: str) -> None:
    said = Parole(make_request, dossier="1000001A").lire("declarer_conges", words)
    assert "« Atelier CV », le jeudi 26 novembre à 9 h, tombe pendant ces jours-là" in said


def test_leave_elsewhere_than_france_travail(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000010K").lire("declarer_conges", "je pars en congés")
    assert "Demandez à l’organisme qui vous suit" in said


def test_a_letter_overdue_is_said_to_be(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000006F")
    old = replace(
        file, procedures=(replace(file.procedures[0], lettre_recue_le=date(2026, 11, 1)),)
    )
    said = Parole(make_request, dossier=old).lire(
        "consequences_absence", "j'ai raté mon atelier je risque quoi"
    )
    assert "Le délai pour répondre à la lettre est passé" in said


def test_a_reason_is_not_the_title_of_a_workshop(make_request: Any) -> None:
    said = Parole(make_request, dossier="1000001A").lire(
        "fournir_justificatif",
        "comment prouver mon entretien d'embauche ?",
        faits={"motif": "entretien_embauche"},
    )
    assert "Préparer ses entretiens" not in said
    assert "courriel de l’employeur" in said


@pytest.mark.parametrize(
    ("faits", "told"),
    [
        ({"allocation": "CEJ", "organisme_referent": "mission_locale"}, "C’est la Mission locale"),
        ({"allocation": "PACEA"}, "si elle vous accompagne. Sinon, c’est France Travail"),
        ({"allocation": "RSA"}, "50 % au plus"),
        ({"allocation": "ARE"}, "directeur régional"),
        ({"allocation": "aucune"}, "avertissement"),
        ({"organisme_referent": "mission_locale"}, "Avec un CEJ ou un PACEA"),
        ({}, "Aucune sanction n’est automatique"),
        ({"allocation": "ARE", "date_absence": "2025-03-03"}, "règles d’avant le 1er juin 2025"),
    ],
)
def test_an_absence_just_told_says_what_it_may_lead_to(
    make_request: Any, faits: dict[str, str], told: str
) -> None:
    parole = Parole(make_request)
    answer = parole.lire("signaler_absence", "j'ai loupé un rdv", faits={"temps": "passe", **faits})
    assert told in answer
    assert "vous serez" not in answer
    assert "À faire" in answer


def test_an_absence_to_come_is_not_threatened(make_request: Any) -> None:
    parole = Parole(make_request)
    answer = parole.lire("signaler_absence", "je pourrai pas venir", faits={"allocation": "CEJ"})
    assert "suspendue" not in answer
