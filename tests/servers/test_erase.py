"""« Effacer »: what was said with a token is gone, at once and everywhere; acts, deposits and other people's talks stay."""

from __future__ import annotations

import signal
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import jwt
import pytest
import sqlalchemy as sa

from actions.dossiers.engine import create_engine, read_session, write_session
from actions.dossiers.models import AuditRegleRow, DepotRow, IncomprisRow, RetourRow
from actions.dossiers.retours import noter_incompris
from actions.framework.journal import conversation_hash
from addons.channels.erase import NOT_ERASED
from addons.channels.tokens import ERASE_SECONDS, Tokens
from tests.house import CONFIRM, House
from tests.servers.damage import DAMAGE, conversations, dossiers
from tests.servers.test_once import typed

QUESTION = "l'atelier de ma convocation est obligatoire ?"
ODD = "qsdfgjk wxcvbnz mlkjhgq azrtplk"


def erase(house: House, token: str | None) -> httpx.Response:
    """DELETE the conversation of a token."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    address = f"{house.address}/webhooks/web/conversation"
    return httpx.delete(address, headers=headers, trust_env=False, timeout=40)


def kept(house: House, token: str) -> list[str]:
    """The tables that hold something of a token's conversation."""
    name = conversation_hash(Tokens(house.settings).visitor(token).conversation)
    engine = create_engine(house.settings.database_url)
    with read_session(engine) as session:
        found = [
            row.__tablename__
            for row in (AuditRegleRow, IncomprisRow, RetourRow)
            if session.execute(
                sa.select(sa.func.count()).select_from(row).filter_by(conversation_hash=name)
            ).scalar_one()
        ]
    engine.dispose()
    return found + (["events"] if typed(house, token) else [])


def not_understood(house: House, token: str) -> None:
    """A message kept for review, as the action server keeps it; which ones are is the model's business."""
    name = conversation_hash(Tokens(house.settings).visitor(token).conversation)
    engine = create_engine(house.settings.database_url)
    with write_session(engine) as session:
        noter_incompris(session, ODD, [], conversation_hash=name)
    engine.dispose()


def aged(house: House, seconds: int, **claims: str) -> str:
    """An anonymous token that expired ``seconds`` ago."""
    now = int(time.time())
    usual = {"iss": "assistant", "aud": "conversation", "sub": "somebody"}
    times = {"iat": now - seconds - 60, "exp": now - seconds}
    key = claims.pop("key", house.settings.session_key)
    return jwt.encode({**usual, **times, **claims}, key, algorithm="HS256")


def test_all_that_was_said_is_forgotten(house: House) -> None:
    token, other = house.nobody(), house.nobody()
    for one in (token, other):
        house.say(one, QUESTION, message_id="m-1")
        not_understood(house, one)
        assert house.post("feedback", one, json={"message_id": "m-1", "useful": True}).is_success
    before = kept(house, other)
    assert set(before) == {"audit_regles", "incompris", "retours", "events"}
    remembering = house.say(token, "quelle loi ?")[0]["text"]

    answer = erase(house, token)

    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert kept(house, token) == []
    assert kept(house, other) == before, "nobody else lost anything"
    assert house.say(token, "quelle loi ?")[0]["text"] != remembering
    again = house.say(token, "merci", message_id="m-1")
    assert "obligatoire" not in again[0]["text"], "nor is the answer to a repeated delivery kept"
    assert erase(house, token).status_code == erase(house, token).status_code == 200


def test_the_words_are_not_left_in_the_file(house: House) -> None:
    token = house.nobody()
    house.say(token, "je suis allergique aux tournevis cruciformes")
    assert erase(house, token).is_success
    with sqlite3.connect(conversations(house)) as base:
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    for file in house.folder.glob("*.db*"):
        assert b"cruciformes" not in file.read_bytes(), file


def test_acts_and_deposits_are_records(house: House, files: dict[str, bytes]) -> None:
    who = "1000010K"
    token = house.person(who)
    house.ready_to_declare(token)
    house.say(token, CONFIRM)
    reference = house.post("upload", token, files={"file": ("a.pdf", files["pdf"])}).json()[
        "reference"
    ]
    acts = house.acts(who)
    assert acts
    house.say(token, "Déclarer une absence")

    assert erase(house, token).is_success

    assert house.acts(who) == acts
    assert (house.settings.uploads_dir / reference).is_file()
    engine = create_engine(house.settings.database_url)
    with read_session(engine) as session:
        assert (
            session.get(DepotRow, reference)
            or session.execute(sa.select(DepotRow).filter_by(reference=reference)).scalar_one()
        )
    engine.dispose()
    assert typed(house, token) == []
    assert "enregistré" in house.say(token, "est-ce bien enregistré ?")[0]["text"]
    assert house.acts(who) == acts, "an act begun before is not gone on with"


def test_nobody_else_can_erase(house: House) -> None:
    victim = house.person("1000011L")
    house.say(victim, "bonjour")
    forged = Tokens(house.settings).new_session("1000011L")["token"]  # anonymous, same subject
    stolen = aged(house, 0, key="k" * 32)
    expired = jwt.encode(
        {
            "iss": "espace-personnel",
            "aud": "assistant",
            "sub": "1000011L",
            "iat": int(time.time()) - 700,
            "exp": int(time.time()) - 100,
        },
        house.settings.web_jwt_key,
        algorithm="HS256",
    )
    for token, status in ((None, 401), ("x.y.z", 401), (stolen, 401), (expired, 401)):
        answer = erase(house, token)
        assert answer.status_code == status
        assert answer.json()["error"]
    assert erase(house, forged).status_code == 200
    name = Tokens(house.settings).visitor(victim).conversation
    headers = {"Authorization": f"Bearer {house.nobody()}"}
    for path in (f"conversation/{name}", f"conversation?sender={name}", "conversation/"):
        httpx.request(
            "DELETE",
            f"{house.address}/webhooks/web/{path}",
            headers=headers,
            json={"sender": name, "conversation": name},
            trust_env=False,
            timeout=20,
        )
    assert typed(house, victim) == ["bonjour"]
    for method in ("GET", "POST", "PUT", "PATCH"):
        answer = httpx.request(
            method, f"{house.address}/webhooks/web/conversation", trust_env=False, timeout=20
        )
        assert answer.status_code in (404, 405)


def test_a_session_that_has_expired_can_still_be_erased_and_nothing_else(house: House) -> None:
    token = aged(house, 3600)
    fresh = Tokens(house.settings).new_session("somebody")["token"]
    house.say(fresh, "bonjour")
    assert house.post("webhook", token, json={"message": "bonjour"}).status_code == 401
    assert erase(house, token).status_code == 200
    assert typed(house, fresh) == []
    assert erase(house, aged(house, ERASE_SECONDS + 60)).status_code == 401
    assert erase(house, aged(house, 3600, aud="assistant")).status_code == 401


def test_a_message_under_way_is_answered_then_erased(hurt: House) -> None:
    """And one sent after the erasing begins a new conversation."""
    token = hurt.nobody()
    hurt.say(token, QUESTION)
    hurt.signal("actions", signal.SIGSTOP)
    with ThreadPoolExecutor(3) as pool:
        before = pool.submit(hurt.say, token, "j'ai raté mon atelier", message_id="b")
        time.sleep(0.5)
        erasing = pool.submit(erase, hurt, token)
        time.sleep(0.5)
        after = pool.submit(hurt.say, token, "bonjour", message_id="a")
        time.sleep(0.5)
        hurt.signal("actions", signal.SIGCONT)
        assert before.result()[0]["text"]
        assert erasing.result().status_code == 200
        assert after.result()[0]["text"]
    assert typed(hurt, token) == ["bonjour"]


@pytest.mark.parametrize("which", [conversations, dossiers])
def test_what_could_not_be_erased_is_said(hurt: House, which: Callable[[House], Path]) -> None:
    token = hurt.nobody()
    hurt.say(token, ODD)
    with DAMAGE["locked"](which(hurt)):
        answer = erase(hurt, token)
        assert answer.status_code == 503
        assert answer.json() == {"error": NOT_ERASED}
    hurt.wait_healthy()
    deadline = time.monotonic() + 8
    while erase(hurt, token).status_code != 200:
        assert time.monotonic() < deadline
        time.sleep(0.3)
    assert kept(hurt, token) == []
    assert ODD not in hurt.logs()


def test_erasing_counts_like_a_message(public_house: House) -> None:
    token = public_house.person("1000008H")
    statuses = [erase(public_house, token).status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2
