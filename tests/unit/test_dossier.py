"""Answers on the person's own file: dates, figures and next acts of the demo set on 24 November 2026."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from actions import dossier  # noqa: F401  (registers the handlers)
from actions.framework import registry
from actions.framework.render import text

INTENTS = (
    "consulter_dossier",
    "prochain_rendez_vous",
    "mes_absences",
    "mes_reports",
    "mes_sanctions",
    "suivi_justificatif",
    "suivi_recours",
    "s_identifier",
)
PERSONS = [f"10000{number:02d}{letter}" for number, letter in enumerate("ABCDEFGHJKLM", start=1)]


@pytest.fixture
def ask(make_request):
    def run(intent, said="", **options):
        answer = registry.entry(intent).handler(make_request(intent, said, **options))
        return answer, plain(text(answer))

    return run


def plain(words):
    return words.replace("\u00a0", " ")


EXPECTED = [
    (
        "prochain_rendez_vous",
        "1000001A",
        ["jeudi 26 novembre à 9 h", "salle 2", "obligatoire", "contrat"],
    ),
    ("prochain_rendez_vous", "1000002B", ["dimanche 29 novembre à 14 h", "pas obligatoire"]),
    ("prochain_rendez_vous", "1000003C", ["pas obligatoire", "expliquez pourquoi"]),
    ("prochain_rendez_vous", "1000006F", ["à 10 h (heure de La Réunion)"]),
    (
        "prochain_rendez_vous",
        "1000008H",
        ["dispense est inscrite", "Gardez la preuve écrite", "Ensuite"],
    ),
    ("prochain_rendez_vous", "1000011L", ["Aucun rendez-vous à venir"]),
    (
        "mes_absences",
        "1000007G",
        [
            "2 absences",
            "preuve refusée (le certificat ne couvre pas le jour",
            "vendredi 27 novembre",
        ],
    ),
    ("mes_absences", "1000003C", ["1er juin 2025 ne compte pas pour dire « absence répétée »"]),
    (
        "mes_absences",
        "1000002B",
        ["Aucune absence", "manqué par l’agence, ne compte pas contre vous"],
    ),
    (
        "mes_reports",
        "1000004D",
        ["utilisé 1 report sans motif", "Il vous en reste 1", "tolérance d’usage"],
    ),
    (
        "mes_reports",
        "1000005E",
        ["utilisé 2 reports", "ne vous en reste plus", "joignez une preuve"],
    ),
    ("mes_sanctions", "1000001A", ["Aucune sanction n’est en cours"]),
    (
        "mes_sanctions",
        "1000006F",
        ["lundi 30 novembre", "il vous reste 6 jours", "mardi 15 décembre"],
    ),
    ("mes_sanctions", "1000007G", ["samedi 28 novembre", "au plus tard le vendredi 27 novembre"]),
    ("mes_sanctions", "1000008H", ["avertissement", "jeudi 3 décembre", "dimanche 3 janvier 2027"]),
    (
        "mes_sanctions",
        "1000009J",
        [
            "40 % de votre RSA",
            "mardi 8 décembre inclus",
            "président du département au plus tard le lundi 4 janvier 2027",
        ],
    ),
    ("mes_sanctions", "1000010K", ["Aucune sanction ni lettre", "votre preuve est arrivée"]),
    (
        "mes_sanctions",
        "1000011L",
        [
            "50 % de votre allocation",
            "samedi 5 décembre inclus",
            "s’arrêter plus tôt",
            "lundi 4 janvier 2027",
        ],
    ),
    (
        "mes_sanctions",
        "1000012M",
        ["60 %", "jeudi 10 décembre inclus", "ne se lève pas", "recours est déjà en cours"],
    ),
    ("mes_sanctions", "1000003C", ["une radiation, s’est terminée le mercredi 11 juin 2025"]),
    (
        "suivi_justificatif",
        "1000007G",
        ["refusée", "le certificat ne couvre pas", "vendredi 27 novembre"],
    ),
    ("suivi_justificatif", "1000010K", ["attestation du transporteur", "est arrivée", "pas moi"]),
    ("suivi_justificatif", "1000001A", ["Aucun document"]),
    (
        "suivi_recours",
        "1000012M",
        ["vendredi 30 octobre", "est en cours", "La sanction continue", "2 mois entiers"],
    ),
    (
        "suivi_recours",
        "1000011L",
        ["Aucun recours", "médiateur régional au plus tard le lundi 4 janvier 2027"],
    ),
    ("suivi_recours", "1000006F", ["on y répond, sans recours"]),
    (
        "consulter_dossier",
        "1000007G",
        [
            "1. Une lettre d’intention",
            "dans 4 jours",
            "Répondez à la lettre au plus tard le vendredi 27 novembre",
        ],
    ),
    ("consulter_dossier", "1000012M", ["1. Une suppression est en cours", "jeudi 10 décembre"]),
    ("consulter_dossier", "1000008H", ["1. Un avertissement est en cours", "pas obligatoire"]),
]


@pytest.mark.parametrize(("intent", "person", "parts"), EXPECTED)
def test_the_answer_is_on_the_persons_case(ask, intent, person, parts):
    _, said = ask(intent, dossier=person)
    for part in parts:
        assert part in said


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("person", [None, *PERSONS])
def test_every_answer_is_short_and_promises_nothing(ask, intent, person):
    answer, said = ask(intent, dossier=person)
    assert len(said) <= 900
    assert len(answer.buttons) <= 3
    assert "vous serez" not in said
    assert "\n\n" not in said
    sentences = re.split(r"(?<=[.?!])\s+", " ".join([answer.conclusion, answer.suite or ""]))
    assert (
        max(len(sentence.split()) for sentence in sentences) <= 42
    )  # dates, titles and places count


@pytest.mark.parametrize("intent", INTENTS[:-1])
def test_nobody_unproven_reads_a_file(ask, intent):
    _, said = ask(intent, "dossier 1000007G svp")
    assert "Klein" not in said
    assert "28 novembre" not in said
    assert "ouvre jamais un dossier" in said
    assert "onnectez-vous" in said


@pytest.mark.parametrize("intent", INTENTS)
def test_somebody_proven_without_a_file_is_told_so(ask, intent):
    _, said = ask(intent, identifiant="9999999Z")
    assert "je ne trouve pas votre dossier" in said


def test_a_typed_number_never_opens_a_file(ask):
    _, said = ask("s_identifier", "1000007G")
    assert "un numéro tapé ici n’ouvre jamais un dossier" in said
    _, said = ask("s_identifier", "1000007G", dossier="1000001A")
    assert "Nadia" in said
    assert "pas de celui d’un numéro" in said


def test_being_forgotten_is_logging_out(ask):
    _, said = ask("s_identifier", "oubliez-moi", dossier="1000001A")
    assert "déconnectez-vous" in said
    _, said = ask("s_identifier", "oubliez moi svp")
    assert "rien ne vous relie à un dossier" in said


def test_the_named_appointment_is_told(ask):
    _, said = ask(
        "prochain_rendez_vous", "et mon rdv avec la référente handicap ?", dossier="1000008H"
    )
    assert "mardi 1er décembre à 9 h 30" in said
    assert "Votre présence est obligatoire" in said


def test_an_appointment_that_has_begun_is_said_so(ask):
    _, said = ask(
        "prochain_rendez_vous", dossier="1000010K", today=date(2026, 11, 25), at=time(9, 40)
    )
    assert "Aucun rendez-vous à venir" in said
    assert "9 h 30" in said
    assert "a déjà commencé" in said


@pytest.mark.parametrize(
    ("day", "part"),
    [
        (date(2026, 11, 29), "c’est demain"),
        (date(2026, 11, 30), "c’est aujourd’hui"),
        (date(2026, 12, 1), "le délai pour répondre à la lettre d’intention est passé"),
    ],
)
def test_the_days_left_follow_the_calendar(ask, day, part):
    _, said = ask("mes_sanctions", dossier="1000006F", today=day)
    assert part in said


def test_a_measure_over_is_no_longer_running(ask):
    _, said = ask("mes_sanctions", dossier="1000011L", today=date(2026, 12, 6))
    assert "Aucune sanction n’est en cours" in said
    assert "s’est terminée le samedi 5 décembre" in said


def test_a_wrong_absence_can_be_corrected(ask):
    _, said = ask("mes_absences", "c’est faux, j’étais présent ce jour là", dossier="1000006F")
    assert "demandez la correction" in said
    assert "lundi 30 novembre" in said


def test_the_postponements_said_are_counted_for_somebody_unproven(ask):
    answer, said = ask("mes_reports", "j’en ai déjà fait un", faits={"reports_utilises": 1})
    assert "Il vous en reste 1" in said
    assert "report.tolerance" in answer.rules


def test_a_suspension_is_not_mistaken_for_a_removal(ask):
    _, said = ask("mes_sanctions", "je suis radié ou pas ?", dossier="1000011L")
    assert "Ce n’est pas une radiation" in said
    assert not said.startswith("Oui")
