"""The plug is pulled on each part in the middle of a talk: always a sentence, never a lost act, back without a restart."""

from __future__ import annotations

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from addons.channels.web import ANSWER_SECONDS, SILENCE
from tests.house import CONFIRM, House
from tests.servers.damage import DAMAGE, conversations, dossiers, gone, locked

QUESTION = "l'atelier de ma convocation est obligatoire ?"
FOLLOW_UP = "quelle loi ?"
# A second or so on a quiet machine.
SOON = 4.0


def timed(house: House, token: str, text: str, **body: str) -> tuple[float, str]:
    """How long an answer took, and its words."""
    begun = time.monotonic()
    messages = house.say(token, text, **body)
    return time.monotonic() - begun, "\n".join(message["text"] for message in messages)


def remembered(house: House) -> str:
    """What « quelle loi ? » is answered after the question: not what it is answered out of the blue."""
    token = house.nobody()
    timed(house, token, QUESTION)
    answer = timed(house, token, FOLLOW_UP)[1]
    assert answer != timed(house, house.nobody(), FOLLOW_UP)[1]
    return answer


def test_action_server_killed_and_back(hurt: House) -> None:
    token = hurt.nobody()
    assert SILENCE not in timed(hurt, token, QUESTION)[1]
    hurt.signal("actions", signal.SIGKILL)
    seconds, text = timed(hurt, token, FOLLOW_UP, message_id="m-1")
    assert seconds < SOON
    assert text == SILENCE
    hurt.wait_healthy(5, status=503)
    hurt.restart("actions")
    # The same delivery again, which failed: it is answered now, and the talk goes on where it was.
    assert timed(hurt, token, FOLLOW_UP, message_id="m-1")[1] == remembered(hurt)


def test_action_server_stopped(hurt: House) -> None:
    """Everybody gets their sentence in time, side by side; pages and health go on; then it goes on by itself."""
    tokens = [hurt.nobody() for _ in range(6)]
    hurt.signal("actions", signal.SIGSTOP)
    try:
        with ThreadPoolExecutor(6) as pool:
            waiting = [pool.submit(timed, hurt, token, QUESTION) for token in tokens]
            time.sleep(1)
            begun = time.monotonic()
            assert hurt.get("/widget/widget.js").status_code == 200
            assert hurt.post("session").status_code == 200
            assert time.monotonic() - begun < SOON
            for answer in waiting:
                seconds, text = answer.result()
                assert text == SILENCE
                assert seconds < ANSWER_SECONDS
    finally:
        hurt.signal("actions", signal.SIGCONT)
    hurt.wait_healthy()
    assert timed(hurt, tokens[0], QUESTION)[1] != SILENCE


def test_files_locked(hurt: House) -> None:
    """Who wants to write waits a little and hears that it could not be done; who only asks is served meanwhile; a second
    confirmation then writes, once."""
    token, other = hurt.person("1000002B"), hurt.nobody()
    hurt.ready_to_declare(token)
    with locked(dossiers(hurt)), ThreadPoolExecutor(1) as pool:
        writing = pool.submit(timed, hurt, token, CONFIRM, message_id="c-1")
        time.sleep(0.3)
        seconds, text = timed(hurt, other, "bonjour")
        assert seconds < SOON
        assert "technique" not in text
        seconds, text = writing.result()
        assert seconds < ANSWER_SECONDS
        assert "technique" in text
        assert hurt.acts("1000002B") == []
    timed(hurt, token, CONFIRM, message_id="c-2")
    assert len(hurt.acts("1000002B")) == 1


def test_files_gone(hurt: House) -> None:
    token = hurt.person("1000001A")
    before = timed(hurt, token, "mes rendez-vous")[1]
    with gone(dossiers(hurt)):
        seconds, text = timed(hurt, token, "mes rendez-vous")
        assert seconds < SOON
        assert "technique" in text
        assert "39\u00a049" in text or "39 49" in text
        hurt.wait_healthy(5, status=503)
        for path, options in (
            ("feedback", {"json": {"message_id": "m", "useful": True}}),
            ("upload", {"files": {"file": ("a.png", PNG)}}),
        ):
            answer = hurt.post(path, token, **options)
            assert answer.status_code == 503, path
            assert answer.json()["error"]
        assert list(hurt.settings.uploads_dir.glob("*")) == [], (
            "nothing is kept that is not recorded"
        )
    assert timed(hurt, token, "mes rendez-vous")[1].endswith(before)
    hurt.wait_healthy()


@pytest.mark.parametrize("how", ["locked", "gone", "garbage", "deleted"])
def test_conversations_out_of_reach(hurt: House, how: str) -> None:
    """The talk goes on, with its memory and without waiting; others are not held up; all of it is written afterwards."""
    token, newcomer, expected = hurt.nobody(), hurt.nobody(), remembered(hurt)
    timed(hurt, token, QUESTION)
    with DAMAGE[how](conversations(hurt)):
        seconds, text = timed(hurt, token, FOLLOW_UP)
        assert seconds < SOON
        assert text == expected, "it remembers what was said before"
        with ThreadPoolExecutor(8) as pool:
            spent = list(pool.map(lambda _: timed(hurt, hurt.nobody(), "bonjour")[0], range(8)))
        assert max(spent) < SOON
        assert timed(hurt, newcomer, "bonjour")[1] != SILENCE
        if how != "deleted":
            hurt.wait_healthy(5, status=503)
    hurt.wait_healthy()
    assert _waits_until_written(hurt, token) == [FOLLOW_UP], how
    assert _waits_until_written(hurt, newcomer) == ["bonjour"]


def _waits_until_written(house: House, token: str) -> list[str]:
    """What the table has of what a person typed, the question before the damage left out."""
    from addons.channels.tokens import Tokens
    from addons.storage.events import EventTable

    name = Tokens(house.settings).visitor(token).conversation
    table, limit = EventTable(house.settings.tracker_database_url), time.monotonic() + 8
    said: list[str] = []
    while not said and time.monotonic() < limit:
        events = [_json(event) for event in table.read(name, everything=True)]
        said = [e["text"] for e in events if e["event"] == "user" and e["text"] != QUESTION]
        time.sleep(0.2)
    return said


def _json(event: str) -> dict[str, str]:
    import json

    return json.loads(event)


def test_it_never_waits_for_the_conversations_twice(hurt: House) -> None:
    """The lock costs the first turn a second at most; later ones nothing."""
    tokens = [hurt.nobody() for _ in range(3)]
    with locked(conversations(hurt)):
        timed(hurt, tokens[0], "bonjour")
        spent = [timed(hurt, token, "bonjour")[0] for token in tokens for _ in range(2)]
        assert sorted(spent)[len(spent) // 2] < 0.8
    hurt.wait_healthy()


def test_an_act_survives_the_loss_of_the_conversations(hurt: House) -> None:
    """The truth about acts is in the tables of acts."""
    token = hurt.person("1000003C")
    hurt.ready_to_declare(token)
    with gone(conversations(hurt)):
        timed(hurt, token, CONFIRM, message_id="c-1")
        assert len(hurt.acts("1000003C")) == 1
        timed(hurt, token, CONFIRM, message_id="c-2")
        assert len(hurt.acts("1000003C")) == 1
    hurt.wait_healthy()
    assert "enregistré" in timed(hurt, token, "est-ce bien enregistré ?")[1]


def test_the_logs_say_what_failed_and_nothing_more(hurt: House) -> None:
    """Comes last in this file: after all these failures."""
    logs = hurt.logs()
    assert "database of the conversations lost" in logs
    assert "database of the conversations is back" in logs
    for private in (QUESTION, "quelle loi", "Déclarer", "1000002B", "Bearer", "Traceback"):
        assert private not in logs
    assert threading.active_count() < 50


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
