"""Dates: the list of ``tests/nlu/dates.yml``, offsets, properties of the resolution."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from actions.langue.dates import find_dates, lire_dates
from actions.settings import ROOT

TODAY = date(2026, 11, 24)  # a Tuesday
CASES: dict[str, list[Any]] = yaml.safe_load((ROOT / "tests/nlu/dates.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["certaines"], ids=lambda case: str(case[0]))
def test_sure_days(case: list[Any]) -> None:
    found = find_dates(case[0], TODAY)
    assert [day.jour for day in found] == case[1:]
    assert not [day for day in found if day.ambigu]


@pytest.mark.parametrize("case", CASES["a_demander"], ids=lambda case: str(case[0]))
def test_unsure_days_are_given_with_their_other_readings(case: list[Any]) -> None:
    (day,) = find_dates(case[0], TODAY)
    assert day.jour == case[1]
    assert day.ambigu
    assert day.autres
    assert day.jour not in day.autres


@pytest.mark.parametrize("text", CASES["aucune"])
def test_what_is_no_day(text: str) -> None:
    assert find_dates(text, TODAY) == []


@pytest.mark.parametrize("text", CASES["impossibles"])
def test_days_that_no_calendar_has_are_reported_apart(text: str) -> None:
    reading = lire_dates(text, TODAY)
    assert reading.trouvees == ()
    assert reading.impossibles[0].texte in text


@pytest.mark.parametrize("case", CASES["heures"], ids=lambda case: str(case[0]))
def test_hours_said_with_a_day(case: list[Any]) -> None:
    assert find_dates(case[0], TODAY)[0].heure == case[1]


def test_offsets_are_those_of_the_message() -> None:
    text = "Bonjour… j’ai  reçu le courrier « hier », rdv le 03/12/2026 !"
    assert [text[day.start : day.end] for day in find_dates(text, TODAY)] == [
        "hier",
        "le 03/12/2026",
    ]


def test_the_tense_of_the_verb_turns_the_day() -> None:
    past = find_dates("je n'ai pas pu venir jeudi", TODAY)[0]
    future = find_dates("je ne pourrai pas venir jeudi", TODAY)[0]
    assert (past.sens, future.sens) == ("passe", "futur")
    assert future.jour - past.jour == timedelta(weeks=1)


@pytest.mark.parametrize("offset", range(0, 400, 7))
def test_relative_days_hold_on_every_day(offset: int) -> None:
    today = TODAY + timedelta(days=offset)
    assert find_dates("demain", today)[0].jour == today + timedelta(days=1)
    next_monday = find_dates("lundi prochain", today)[0].jour
    assert next_monday.isoweekday() == 1
    assert 1 <= (next_monday - today).days <= 7
    assert find_dates("fin du mois", today)[0].jour + timedelta(days=1) == (
        (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    )
