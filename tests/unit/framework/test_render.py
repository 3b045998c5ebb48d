"""What is sent: one bubble of plain text, sources in one bracket, and for advisers the facts as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from actions.droit.modele import Source
from actions.framework.answer import Answer
from actions.framework.render import message, source_from_json, source_json, sources_line


def test_an_advisers_facts_travel_as_json() -> None:
    facts = {
        "date_absence": date(2026, 11, 9),
        "historique": [{"date_notification": date(2026, 3, 2), "nature": "assiduite"}],
        "allocation": "ARE",
        "persistance": True,
        "reports_utilises": 2,
        "motif": None,
    }
    content = json.loads(json.dumps(message(Answer("Oui.", facts=facts), adviser=True)))
    assert content["facts"]["date_absence"] == "2026-11-09"
    assert "2026" in content["facts"]["historique"]
    assert content["facts"]["allocation"] == "ARE"
    assert content["facts"]["persistance"] is True
    assert content["facts"]["reports_utilises"] == 2
    assert "facts" not in message(Answer("Oui.", facts=facts))


async def test_an_adviser_reads_the_days_of_an_old_absence(rasa: Any) -> None:
    """Through the action server: the day said and the history of the file are dates."""
    talk = rasa("1000012M", adviser=True)
    (answer,) = await talk.say(
        "consequences_absence", "j'ai raté un rendez-vous le 3 février 2025, je risque quoi"
    )
    assert answer["facts"]["date_absence"] == "2025-02-03"
    assert "2026" in answer["facts"]["historique"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            Source("Code du travail, art. R5412-1", None, None, date(2025, 6, 1)),
            "Code du travail, art. R5412-1 (depuis le 1er juin 2025)",
        ),
        (Source("Usage des agences, sans texte de loi"), "Usage des agences, sans texte de loi"),
        (
            Source(
                "Code du travail, art. R5412-5 (rédaction du 1er novembre 2019 au 31 mai 2025)",
                None,
                None,
                date(2019, 11, 1),
            ),
            "Code du travail, art. R5412-5 (rédaction du 1er novembre 2019 au 31 mai 2025)",
        ),
        (
            Source("Fiche F1 (copie communale)", None, None, date(2024, 1, 1)),
            "Fiche F1 (copie communale, depuis le 1er janvier 2024)",
        ),
    ],
)
def test_a_source_has_one_bracket(source: Source, shown: str) -> None:
    assert sources_line((source,)) == f"{shown}."


def test_no_source_of_the_rules_base_is_shown_with_two_brackets(services: Any) -> None:
    days = (date(2019, 6, 1), date(2022, 1, 1), date(2025, 3, 1), date(2026, 11, 24))
    rules = sorted(services.droit.regles)
    lines = [sources_line((s,)) for day in days for s in services.droit.sources(rules, day)]
    assert len(lines) > 100
    assert not [line for line in lines if ") (" in line]


def test_a_source_survives_the_memory() -> None:
    source = Source("Code du travail, art. R5412-1", "LEGIARTI1", "https://x", date(2025, 6, 1))
    assert source_from_json(source_json(source)) == source
