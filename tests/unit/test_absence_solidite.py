"""Answers on workshops and absences stand whatever is in the file or the message, and read as they should."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.dossiers.personne import Absence, Justificatif
from actions.framework import registry
from tests.unit.parole import Parole, plain

INTENTS = (
    "atelier_obligatoire",
    "distinguer_convocation_invitation",
    "decouvrir_ateliers",
    "s_inscrire_atelier",
    "rendez_vous_prestataire",
    "contrat_engagement",
    "refuser_atelier",
    "reporter_rendez_vous",
    "demander_derogation",
    "preparer_rendez_vous",
    "changer_conseiller",
    "organismes_partenaires",
    "signaler_absence",
    "consequences_absence",
    "motifs_legitimes",
    "fournir_justificatif",
    "arriver_en_retard",
    "convocation_non_recue",
    "rendez_vous_manque_par_agence",
    "declarer_conges",
    "abandonner_formation",
)
PERSONS = (None, *(f"10000{number:02d}{letter}" for number, letter in enumerate("ABCDEFGHJKLM", 1)))
WORDS = (
    "",
    "mon atelier du 4 novembre ?",
    "j'ai raté mon rendez-vous ?",
    "et si je ne viens pas ?",
)
SAID: tuple[dict[str, Any], ...] = (
    {},
    {"motif": "maladie", "preuve": "a_fournir"},
    {"motif": "benevolat", "rang": "2"},
    {"allocation": "ARE_et_RSA", "rang": "3", "date_absence": "2024-02-29"},
    {"document": "recommandation", "dans_contrat": "inconnu"},
)
_LONGEST_SENTENCE = 27  # words; the aim is 15
_LONGEST = 1150  # characters with the sources; the aim is 900


def test_every_handler_of_both_groups_is_here() -> None:
    assert all(registry.entry(intent) for intent in INTENTS)


@pytest.mark.parametrize("person", PERSONS)
def test_answers_read_as_they_should(make_request: Any, person: str | None) -> None:
    for intent, words, facts in product(INTENTS, WORDS, SAID):
        answer = Parole(make_request, dossier=person).dire(intent, words, faits=facts)
        if answer.act is not None:
            continue  # an act took the message over: its own tests look at it
        said = plain(answer)
        where = f"{person} {intent} {words!r} {facts}: {answer.key}: {said}"
        assert answer.rules, where
        assert answer.sources, where
        assert len(said) < _LONGEST, where
        assert not re.search(
            r"vous serez (radié|sanctionné)|[*#_`]{2}|\n\n|  |None|\{| [,.]|\.\.", said
        ), where
        assert all(len(b.title) <= 24 for b in answer.buttons), where
        assert all(
            registry.entry(b.meaning[7:]) for b in answer.buttons if b.meaning.startswith("intent:")
        ), where
        for sentence in _sentences(answer):
            assert len(sentence.split()) <= _LONGEST_SENTENCE, f"{sentence} <- {where}"


def _sentences(answer: Any) -> list[str]:
    parts = (
        answer.conclusion,
        *answer.pourquoi,
        answer.reserve,
        answer.suite,
        answer.question_text,
    )
    text = "\n".join(part for part in parts if part).replace("\u00a0", " ")
    text = re.sub(r"« [^»]* »", "« »", text)  # titles of the file are not ours
    return [s for s in re.split(r"[.?!\n]|(?: [:;] )", text) if s.strip()]


def test_an_empty_file_gets_a_sentence(make_request: Any, read_dossier: Any) -> None:
    empty = replace(
        read_dossier("1000001A"),
        allocation="???",
        foyer_rsa="château",
        conseiller=None,
        contrat=None,
        rendez_vous=(),
        organisme_referent=None,
        oriente_le=None,
    )
    for intent, words in product(INTENTS, WORDS):
        assert plain(Parole(make_request, dossier=empty).dire(intent, words))


STRANGE: dict[str, dict[str, Any]] = {
    "valeurs inconnues": {
        "document": "parchemin",
        "mention_obligatoire": "peut-être",
        "dans_contrat": "",
        "prestataire": "oui",
        "dispense": "?",
        "statut": "prevu",
        "modalite": "par pigeon",
        "organisme": "la mairie",
    },
    "statut inconnu": {"statut": "perdu"},
    "sans durée ni lieu": {"duree_minutes": None, "lieu": None, "modalite": None},
    "très ancien": {"debut": datetime(2012, 2, 29, 9), "statut": "absent"},
    "ancien régime": {"debut": datetime(2024, 2, 29, 9), "statut": "absent"},
    "motif inconnu": {
        "debut": datetime(2026, 11, 3, 9),
        "statut": "absent",
        "absence": Absence("la flemme", None, (Justificatif("j", "dessin", None, "égaré", None),)),
    },
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_appointments_get_a_sentence(
    make_request: Any, read_dossier: Any, name: str
) -> None:
    file = read_dossier("1000001A")
    odd = replace(file.rendez_vous[1], **STRANGE[name])
    file = replace(file, rendez_vous=(odd,), allocation="RSA", procedures=())
    for intent, words in product(INTENTS, WORDS):
        assert plain(Parole(make_request, dossier=file).dire(intent, words))


def test_a_history_that_cannot_be_read_is_passed_over(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000012M")
    odd = tuple(replace(p, nature="mystère", rendez_vous=None) for p in file.procedures)
    said = Parole(make_request, dossier=replace(file, procedures=odd)).lire(
        "consequences_absence", "je risque quoi si je ne viens pas"
    )
    assert "1 à 2 mois" in said


values = st.sampled_from(
    ["oui", "non", "inconnu", "convocation", "RSA", "seul", "2", "zzz", 3, True]
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    intent=st.sampled_from(INTENTS),
    person=st.sampled_from(PERSONS),
    facts=st.dictionaries(
        st.sampled_from(
            [
                "document",
                "dans_contrat",
                "prestataire",
                "dispense",
                "allocation",
                "foyer_rsa",
                "organisme_referent",
                "rang",
                "motif",
                "preuve",
                "reports_utilises",
                "date_absence",
                "date_reception",
                "type_evenement",
                "type_atelier",
                "temps",
            ]
        ),
        values,
    ),
)
def test_any_fact_gets_a_sentence(
    make_request: Any, intent: str, person: str | None, facts: dict[str, Any]
) -> None:
    assert plain(Parole(make_request, dossier=person).dire(intent, "et alors ?", faits=facts))


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    day=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    allocation=st.sampled_from(["ARE", "ASS", "CEJ", "PACEA", "RSA", "ARE_et_RSA", "aucune", None]),
    motif=st.sampled_from([None, "maladie", "oubli", "autre"]),
    preuve=st.sampled_from([None, "fournie", "aucune"]),
)
def test_any_day_of_absence_gets_a_sentence(
    make_request: Any, day: date, allocation: str | None, motif: str | None, preuve: str | None
) -> None:
    facts = {"date_absence": day, "allocation": allocation, "motif": motif, "preuve": preuve}
    facts = {name: value for name, value in facts.items() if value is not None}
    assert plain(Parole(make_request).dire("consequences_absence", "je risque quoi", faits=facts))
