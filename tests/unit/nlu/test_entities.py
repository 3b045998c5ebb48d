"""The entity component on Rasa's messages."""

from __future__ import annotations

from datetime import date

import pytest
from rasa.shared.nlu.training_data.message import Message

from addons.nlu.entities import FrenchEntities


@pytest.fixture
def component(monkeypatch: pytest.MonkeyPatch) -> FrenchEntities:
    monkeypatch.setenv("TODAY", "2026-11-24")
    return FrenchEntities.create({}, None, None, None)


def test_entities_are_set_with_value_and_place(component: FrenchEntities) -> None:
    text = "Je serai absent jeudi à 9h, dossier 1234567 a"
    message = component.process([Message({"text": text})])[0]
    day, identifier = message.get("entities")
    assert (day["entity"], day["value"], day["heure"]) == ("date", "2026-11-26", "09:00")
    assert text[day["start"] : day["end"]] == "jeudi"
    assert (identifier["entity"], identifier["value"]) == ("identifiant", "1234567A")
    assert day["extractor"] == "FrenchEntities"
    assert "entities" in message.as_dict(only_output_properties=True)


def test_a_day_to_be_asked_says_so(component: FrenchEntities) -> None:
    (day,) = component.process([Message({"text": "mercredi"})])[0].get("entities")
    assert day["ambigu"]
    assert day["autres"] == ["2026-11-18"]


def test_entities_of_others_are_kept(component: FrenchEntities) -> None:
    other = {"entity": "x", "value": "y", "start": 0, "end": 1}
    message = component.process([Message({"text": "demain", "entities": [other]})])[0]
    assert [item["entity"] for item in message.get("entities")] == ["x", "date"]


def test_without_a_frozen_day_the_clock_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "")
    component = FrenchEntities.create({}, None, None, None)
    (day,) = component.process([Message({"text": "demain"})])[0].get("entities")
    assert date.fromisoformat(day["value"]) > date(2026, 1, 1)


@pytest.mark.parametrize("text", ["", "😀" * 1000, None])
def test_nothing_to_find(component: FrenchEntities, text: str | None) -> None:
    assert component.process([Message({"text": text})])[0].get("entities") == []
