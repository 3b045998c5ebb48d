"""Answers on sanctions and appeals stand whatever is in the file or in the message, and read as they should."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.dossiers.personne import DossierPersonne, Procedure
from tests.unit.parole import Parole, plain

INTENTS = (
    "contester_sanction",
    "delai_recours",
    "presenter_observations",
    "saisir_mediateur",
    "saisir_tribunal",
    "chances_recours",
    "rediger_recours",
    "comprendre_sanction",
    "controle_recherche_emploi",
    "duree_sanction",
    "lever_sanction",
    "se_reinscrire",
)
PERSONS = (None, *(f"10000{number:02d}{letter}" for number, letter in enumerate("ABCDEFGHJKLM", 1)))
WORDS = ("", "ma radiation", "c'est quoi une suppression", "reçue le 3 novembre", "et pour mon RSA")
DOMAIN = Path(__file__).parents[2] / "domain.yml"
_LONGEST_SENTENCE = 27  # words; the aim is 15


def test_answers_read_as_they_should(make_request: Any) -> None:
    known = {name for item in yaml.safe_load(DOMAIN.read_text())["intents"] for name in item}
    for person, intent, words in product(PERSONS, INTENTS, WORDS):
        answer = Parole(make_request, dossier=person).dire(intent, words)
        said = plain(answer)
        where = f"{person} {intent} {words!r}: {answer.key}"
        assert answer.rules, where
        assert answer.sources, where
        assert len(said) < 1000, where
        assert not re.search(r"vous serez (radié|sanctionné)|[*#_`]{2}|\n\n|  |None|\{", said), (
            where
        )
        assert all(len(b.title) <= 26 for b in answer.buttons), where
        assert all(b.meaning[7:] in known for b in answer.buttons if b.meaning[:7] == "intent:"), (
            where
        )
        for sentence in _sentences(answer):
            assert len(sentence.split()) <= _LONGEST_SENTENCE, f"{where}: {sentence}"


def _sentences(answer: Any) -> list[str]:
    parts = (
        answer.conclusion,
        *answer.pourquoi,
        answer.reserve,
        answer.suite,
        answer.question_text,
    )
    text = "\n".join(part for part in parts if part).replace("\u00a0", " ")
    return [s for s in re.split(r"[.?!\n]|(?: [:;] )", text) if s.strip()]


WEIRD = {
    "décision inconnue": {"nature": "blâme", "auteur": "le maire"},
    "sans dates": {"notifiee_le": None, "effet_le": None},
    "sans durée": {"mois": None, "part": None},
    "dans le futur": {"notifiee_le": date(2027, 5, 1), "effet_le": date(2027, 5, 2)},
    "levée": {"levee_le": date(2026, 11, 20)},
    "classement": {"nature": "classement", "part": None, "mois": None},
    "mention inconnue": {"mention_mediation": "peut-être"},
    "très ancienne": {"notifiee_le": date(2016, 1, 4), "effet_le": date(2016, 1, 4)},
}


@pytest.mark.parametrize("name", WEIRD)
def test_strange_decisions_get_a_sentence(make_request: Any, read_dossier: Any, name: str) -> None:
    file = read_dossier("1000011L")
    decided = replace(file.procedures[0].decision, **WEIRD[name])
    file = replace(file, procedures=(replace(file.procedures[0], decision=decided),))
    for intent, words in product(INTENTS, WORDS):
        assert plain(Parole(make_request, dossier=file).dire(intent, words))


def test_an_empty_file_gets_a_sentence(make_request: Any, read_dossier: Any) -> None:
    empty = replace(
        read_dossier("1000001A"),
        allocation="???",
        conseiller=None,
        contrat=None,
        rendez_vous=(),
        organisme_referent=None,
    )
    for intent in INTENTS:
        assert plain(Parole(make_request, dossier=empty).dire(intent))


def test_a_classified_case_has_nothing_to_challenge(make_request: Any, read_dossier: Any) -> None:
    file = read_dossier("1000011L")
    decided = replace(file.procedures[0].decision, nature="classement", part=None, mois=None)
    file = replace(file, procedures=(replace(file.procedures[0], decision=decided),))
    assert "rien à contester" in Parole(make_request, dossier=file).lire("contester_sanction")


days = st.dates(date(2018, 1, 1), date(2028, 1, 1)) | st.none()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    received=days,
    notified=days,
    answered=days,
    heard=days,
    effect=days,
    intent=st.sampled_from(INTENTS),
)
def test_any_dates_get_a_sentence(
    make_request: Any,
    read_dossier: Any,
    received: date | None,
    notified: date | None,
    answered: date | None,
    heard: date | None,
    effect: date | None,
    intent: str,
) -> None:
    file: DossierPersonne = read_dossier("1000011L")
    first: Procedure = file.procedures[0]
    decided = replace(first.decision, notifiee_le=notified, effet_le=effect)
    changes: dict[str, Any] = {
        "lettre_recue_le": received,
        "observations_le": answered,
        "audition_le": heard,
        "decision": decided if notified else None,
    }
    file = replace(file, procedures=(replace(first, **changes),))
    assert plain(Parole(make_request, dossier=file).dire(intent, "et ma lettre ?"))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(gap=st.integers(0, 61))
def test_a_decision_of_the_last_two_months_is_always_in_time(make_request: Any, gap: int) -> None:
    day = date(2026, 11, 24) - timedelta(days=gap)
    said = Parole(make_request).lire(
        "contester_sanction",
        f"France Travail m'a suspendu, notifié le {day:%d/%m/%Y}",
    )
    late = day < date(2026, 9, 24)
    assert ("Vous avez jusqu’" in said) is not late
