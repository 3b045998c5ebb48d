"""How much one conversation, one address, one person may ask; what does not get around it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from addons.channels.tokens import Tokens
from tests.house import House

FORGED = [
    {"X-Forwarded-For": "9.9.9.{n}"},
    {"X-Forwarded-For": "9.9.9.{n}, 8.8.8.{n}"},
    {"X-Real-IP": "9.9.9.{n}"},
    {"Forwarded": "for=9.9.9.{n};by=8.8.8.8"},
    {"True-Client-IP": "9.9.9.{n}", "CF-Connecting-IP": "9.9.9.{n}", "X-Client-IP": "9.9.9.{n}"},
]


def test_a_conversation_has_its_number_of_messages(public_house: House) -> None:
    """Other ids, the same id, other headers, another token of the same person, feedback: all count."""

    def send(number: int) -> int:
        token = public_house.person("1000002B")
        headers = {"X-Forwarded-For": f"9.9.9.{number}", "X-Real-IP": f"8.8.8.{number}"}
        body = {"message": "bonjour", "message_id": f"m{number}", "sender": f"s{number}"}
        return public_house.post("webhook", token, json=body, headers=headers).status_code

    with ThreadPoolExecutor(12) as pool:
        statuses = list(pool.map(send, range(12)))
    assert sorted(statuses) == [200] * 5 + [429] * 7
    token = public_house.person("1000002B")
    again = public_house.post("webhook", token, json={"message": "bonjour", "message_id": "m0"})
    assert again.status_code == 429
    assert "minute" in again.json()["error"]
    opinion = public_house.post("feedback", token, json={"message_id": "m0", "useful": True})
    assert opinion.status_code == 429
    assert public_house.say(public_house.person("1000003C"), "bonjour"), "others are served"


def sessions(house: House, headers: list[dict[str, str]]) -> list[int]:
    """What new sessions are answered, one for each set of headers."""
    return [house.post("session", headers=one).status_code for one in headers]


def test_an_address_has_its_number_of_sessions(public_house: House) -> None:
    """Whatever it says about where it comes from: nobody is believed unless proxies are declared."""
    filled = [
        {name: value.format(n=n) for name, value in FORGED[n % len(FORGED)].items()}
        for n in range(10)
    ]
    assert sessions(public_house, filled) == [200] * 4 + [429] * 6


def test_hoarded_sessions_give_an_address_no_more_than_a_minute_of_new_ones(
    public_house: House,
) -> None:
    """4 sessions of 5 messages: no more than 20 a minute, with any number of sessions opened before. A proven person at
    the same address is not counted with them."""
    tokens = [Tokens(public_house.settings).new_session()["token"] for _ in range(12)]

    def send(token: str) -> int:
        headers = {"X-Forwarded-For": f"9.9.9.{hash(token) % 250}"}
        body = {"json": {"message": "merci"}}
        return public_house.post("webhook", token, headers=headers, **body).status_code

    with ThreadPoolExecutor(6) as pool:
        statuses = list(pool.map(send, itertools.chain(*[tokens] * 2)))
    assert (statuses.count(200), statuses.count(429)) == (20, 4)
    assert public_house.say(public_house.person("1000006F"), "bonjour")


def test_behind_our_own_proxies_each_visitor_has_their_own_limit(
    own_house: Callable[..., House],
) -> None:
    """What a visitor puts in front of what our proxies add is not believed; without any header it is the proxy's."""
    house = own_house(SANIC_PROXIES_COUNT="2", SESSIONS_PER_MINUTE="3")

    def through(client: str, forged: str = "") -> dict[str, str]:
        return {"X-Forwarded-For": f"{forged}{client}, 10.0.0.7"}

    assert sessions(house, [through("203.0.113.1")] * 4) == [200] * 3 + [429]
    assert sessions(house, [through("203.0.113.2")] * 4) == [200] * 3 + [429]
    evading = [through("203.0.113.2", f"9.9.9.{n}, ") for n in range(3)]
    evading += [{"X-Real-IP": "9.9.9.9", **through("203.0.113.2")}, through("203.0.113.1")]
    assert sessions(house, evading) == [429] * 5
    subscriber = [through(f"2001:db8:1:2::{n}") for n in range(1, 5)]
    assert sessions(house, subscriber) == [200] * 3 + [429]
    nowhere = [{}, {"X-Forwarded-For": ""}, through("unknown"), {}]
    assert sessions(house, nowhere) == [200] * 3 + [429]


def test_a_person_has_their_number_of_deposits(public_house: House) -> None:
    token = public_house.person("1000004D")
    file = {"file": ("a.pdf", b"nothing")}
    statuses = [public_house.post("upload", token, files=file).status_code for _ in range(8)]
    assert statuses == [415] * 6 + [429] * 2
