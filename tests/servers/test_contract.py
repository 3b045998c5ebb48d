"""The web channel as its contract says: sessions, messages, errors in French, health."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.house import House

QUESTION = "Bonjour, ma convocation dit que l'atelier est obligatoire, je dois y aller ?"


def test_anonymous_session(house: House) -> None:
    answer = house.post("session").json()
    assert set(answer) == {"token", "expires_in"}
    assert answer["expires_in"] > 0


def test_a_rule_comes_with_its_sources_rules_and_reasons(house: House) -> None:
    message = house.say(house.nobody(), QUESTION)[0]
    assert "obligatoire" in message["text"]
    assert "atelier.convocation" in message["rules"]
    assert message["reasons"]
    assert message["sources"]
    assert set(message["sources"][0]) == {"ref", "id", "url", "since"}


def test_the_same_delivery_twice_is_answered_once(house: House) -> None:
    token = house.nobody()
    first = house.say(token, "bonjour", message_id="m-1")
    again = house.say(token, "autre chose", message_id="m-1")
    assert first == again


def test_health(house: House) -> None:
    answer = httpx.get(f"{house.address}/health", timeout=10, trust_env=False)
    assert answer.status_code == 200
    assert set(answer.json().values()) == {"ok"}


@pytest.mark.parametrize("token", [None, "", "x", "a.b.c", "Bearer"])
def test_without_a_good_token(house: House, token: str | None) -> None:
    answer = house.post("webhook", token, json={"message": "bonjour"})
    assert answer.status_code == 401
    assert answer.json()["error"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ([], 400),
        ("x", 400),
        ({"message": None}, 400),
        ({"message": 5}, 400),
        ({"message": ["a"]}, 400),
        ({"message": {"a": 1}}, 400),
        ({"message": ""}, 400),
        ({"message": "   "}, 400),
        ({"message": "\u0000\u0000"}, 400),
        ({"message": "x" * 1001}, 413),
        ({"message": "a", "message_id": 4}, 400),
        ({"message": "a", "message_id": "x" * 101}, 400),
    ],
)
def test_bad_bodies(house: House, body: Any, status: int) -> None:
    answer = house.post("webhook", house.nobody(), json=body)
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b'{"message": "\\ud800"}', b"{", b"\xff\xfe", b"[" * 20_000, b"message=bonjour"],
)
def test_broken_json(house: House, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = house.post("webhook", house.nobody(), content=content, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_other_formats_are_refused(house: House) -> None:
    headers = {"Content-Type": "text/plain"}
    answer = house.post(
        "webhook", house.nobody(), content=b'{"message":"bonjour"}', headers=headers
    )
    assert answer.status_code == 415


def test_unknown_addresses_speak_french(house: House) -> None:
    for path in (
        "/webhooks/rest/webhook",
        "/conversations/x/tracker",
        "/model/parse",
        "/nowhere",
    ):
        answer = httpx.post(
            f"{house.address}{path}", json={"message": "a"}, timeout=10, trust_env=False
        )
        assert answer.status_code in (404, 405), path
        assert answer.json()["error"]
