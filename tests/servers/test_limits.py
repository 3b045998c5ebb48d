"""How much one conversation, one address, one person may ask; what does not get around it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.house import House


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


def test_an_address_has_its_number_of_sessions(public_house: House) -> None:
    statuses = [
        public_house.post("session", headers={"X-Forwarded-For": f"9.9.9.{number}"}).status_code
        for number in range(6)
    ]
    assert statuses == [200] * 4 + [429] * 2


def test_a_person_has_their_number_of_deposits(public_house: House) -> None:
    token = public_house.person("1000004D")
    file = {"file": ("a.pdf", b"nothing")}
    statuses = [public_house.post("upload", token, files=file).status_code for _ in range(8)]
    assert statuses == [415] * 6 + [429] * 2
