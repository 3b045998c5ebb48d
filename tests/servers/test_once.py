"""Written once, answered in order, whatever is repeated, interrupted or said at once."""

from __future__ import annotations

import json
import signal
import socket
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from addons.channels.tokens import Tokens
from addons.storage.events import EventTable
from tests.house import CONFIRM, House

CROWD, TURNS = 32, 5
# The goal is 1.5 s on two quiet cores; those of a test are busy.
P95_SECONDS = 4.0


def typed(house: House, token: str) -> list[str]:
    """What the tables hold of what a person typed."""
    name = Tokens(house.settings).visitor(token).conversation
    events = EventTable(house.settings.tracker_database_url).read(name, everything=True)
    return [e["text"] for e in map(json.loads, events) if e["event"] == "user"]


def test_four_identical_deliveries_at_once(house: House) -> None:
    token = house.person("1000004D")
    house.ready_to_declare(token)
    before = typed(house, token)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: house.say(token, CONFIRM, message_id="twice"), range(4)))
    assert all(answer == answers[0] for answer in answers)
    assert typed(house, token) == [*before, CONFIRM]
    assert len(house.acts("1000004D")) == 1
    assert house.say(token, CONFIRM, message_id="twice") == answers[0]


def test_ids_belong_to_their_conversation(house: House) -> None:
    first = house.say(house.person("1000005E"), "mes rendez-vous", message_id="same")
    second = house.say(house.nobody(), "mes rendez-vous", message_id="same")
    assert first[0]["text"] != second[0]["text"]


def test_several_messages_at_once_are_answered_in_order(house: House) -> None:
    token = house.nobody()
    house.say(token, "bonjour")
    said = [f"question numéro {number}" for number in range(6)]
    # Over lines that are open already, so that a busy machine does not send them in another order.
    place = ("127.0.0.1", int(house.environment["PORT"]))
    lines = [socket.create_connection(place, 30) for _ in said]
    for line, text in zip(lines, said, strict=True):
        line.sendall(_request(token, text))
        time.sleep(0.03)
    for line in lines:
        assert line.recv(12) == b"HTTP/1.1 200"
        line.close()
    assert typed(house, token) == ["bonjour", *said]


def _request(token: str, text: str) -> bytes:
    """A message as it goes over the line."""
    body = json.dumps({"message": text}).encode()
    head = f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
    start = f"POST /webhooks/web/webhook HTTP/1.1\r\nHost: a\r\n{head}"
    return f"{start}Content-Length: {len(body)}\r\n\r\n".encode() + body


def test_the_visitor_hangs_up_while_it_is_written(house: House) -> None:
    token = house.person("1000007G")
    house.ready_to_declare(token)
    _send_and_hang_up(house, token, CONFIRM, "hung-up")
    limit = time.monotonic() + 10
    while not house.acts("1000007G") and time.monotonic() < limit:
        time.sleep(0.1)
    assert len(house.acts("1000007G")) == 1
    again = house.say(token, CONFIRM, message_id="hung-up")[0]["text"]
    assert "transmis" in again
    assert typed(house, token)[-1] == CONFIRM
    assert len(house.acts("1000007G")) == 1


def test_the_assistant_is_killed_in_the_middle_of_a_turn(hurt: House) -> None:
    """The act is written, the turn is lost; the same delivery after the restart writes nothing more and tells the truth."""
    token = hurt.person("1000009J")
    hurt.ready_to_declare(token)
    _send_and_hang_up(hurt, token, CONFIRM, "killed", wait=0)
    limit = time.monotonic() + 10
    while not hurt.acts("1000009J") and time.monotonic() < limit:
        time.sleep(0.005)
    hurt.signal("assistant", signal.SIGKILL)
    hurt.restart("assistant")
    text = hurt.say(token, CONFIRM, message_id="killed")[0]["text"]
    assert len(hurt.acts("1000009J")) == 1
    assert "enregistré" in text or "transmis" in text
    assert len(hurt.acts("1000009J")) == 1


def test_both_servers_are_killed(hurt: House) -> None:
    """The conversation goes on where it was."""
    token = hurt.person("1000010K")
    hurt.ready_to_declare(token)
    for name in ("assistant", "actions"):
        hurt.signal(name, signal.SIGKILL)
    hurt.servers.start()
    assert "transmis" in hurt.say(token, CONFIRM, message_id="x")[0]["text"]
    assert len(hurt.acts("1000010K")) == 1


def test_a_crowd(house: House) -> None:
    """32 conversations at once: no error, nobody without an answer, nobody with another's."""
    said = [
        "bonjour",
        "ma convocation est obligatoire ?",
        "quelle loi ?",
        "je touche l'ARE",
        "merci",
    ]

    def talk(number: int) -> list[float]:
        token, spent, names = house.nobody(), [], set()
        for text in said:
            begun = time.monotonic()
            answer = house.post(
                "webhook", token, json={"message": text, "message_id": f"m{len(spent)}"}
            )
            spent.append(time.monotonic() - begun)
            assert answer.status_code == 200
            assert "pas pu terminer" not in answer.text
            assert "problème technique" not in answer.text
            names |= {message["recipient_id"] for message in answer.json()}
        assert len(names) == 1
        return spent

    begun = time.monotonic()
    with ThreadPoolExecutor(CROWD) as pool:
        spent = sorted(second for one in pool.map(talk, range(CROWD)) for second in one)
    p95 = spent[int(len(spent) * 0.95)]
    rate = len(spent) / (time.monotonic() - begun)
    print(
        f"{CROWD} conversations: {rate:.0f} turns/s, p50 {statistics.median(spent):.2f} s, p95 {p95:.2f} s"
    )
    assert p95 < P95_SECONDS


def _send_and_hang_up(
    house: House, token: str, text: str, message_id: str, wait: float = 0.02
) -> None:
    body = json.dumps({"message": text, "message_id": message_id}).encode()
    head = (
        f"POST /webhooks/web/webhook HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", house.settings.port)) as line:
        line.sendall(head.encode() + body)
        time.sleep(wait)
