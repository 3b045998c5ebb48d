"""Absolute and relative dates of the exchange format."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.dossiers.dates import FIRST_YEAR, LAST_YEAR, lire_instant, lire_jour
from actions.dossiers.mois import ajouter_mois

J = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-25", date(2026, 11, 25)),
        ("2028-02-29", date(2028, 2, 29)),
        ("J", J),
        ("J-12", date(2026, 12, 19)),
        ("J+3", date(2027, 1, 3)),
        ("M-2", date(2026, 10, 31)),
        ("M-1", date(2026, 11, 30)),
        ("M-10", date(2026, 2, 28)),
        ("M+2", date(2027, 2, 28)),
        ("M-245", date(2006, 7, 31)),
    ],
)
def test_days(text: str, expected: date) -> None:
    assert lire_jour(text, J) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-13-01",
        "2027-02-29",
        "2026-1-5",
        "25/11/2026",
        "j-2",
        "J 2",
        "J+",
        "M",
        "J+2T09:00",
        "1850-01-01",
        "9999-01-01",
        "J-999999",
        "M-99999",
        "J+9999999",
        "demain",
        "٢٠٢٦-١١-٢٥",
        "",
    ],
)
def test_days_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        lire_jour(text, J)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-25T09:00", datetime(2026, 11, 25, 9)),
        ("J+2T09:05", datetime(2027, 1, 2, 9, 5)),
        ("JT23:59:30", datetime(2026, 12, 31, 23, 59, 30)),
        ("M-2T14:30", datetime(2026, 10, 31, 14, 30)),
    ],
)
def test_instants(text: str, expected: datetime) -> None:
    assert lire_instant(text, J) == expected


@pytest.mark.parametrize(
    "text",
    ["2026-11-25", "J", "JT24:00", "JT9:00", "JT09:60", "JT09:00Z", "JT09:00+01:00", "T09:00"],
)
def test_instants_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="heure|date"):
        lire_instant(text, J)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(-300, 300))
def test_days_are_counted_one_by_one(today: date, days: int) -> None:
    assert lire_jour(f"J{days:+d}", today) == today + timedelta(days=days)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(-500, 500))
def test_months_keep_the_day_or_take_the_last(today: date, months: int) -> None:
    found = ajouter_mois(today, months)
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == months
    last = (found + timedelta(days=1)).day == 1
    assert found.day == today.day or (last and found.day < today.day)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str) -> None:
    for read in (lire_jour, lire_instant):
        with suppress(ValueError):
            assert FIRST_YEAR <= read(text, J).year <= LAST_YEAR
