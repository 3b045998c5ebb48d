"""Several servers: PostgreSQL for both databases, Redis for locks, limits and repeated deliveries."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from addons.channels.web import SILENCE
from tests.house import CONFIRM, House, free_port
from tests.postgres import Unavailable, postgres_server
from tests.servers.test_erase import erase
from tests.servers.test_once import typed

WHO = "1000004D"


@contextmanager
def redis_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A real Redis on a free port, keeping nothing on disk."""
    program, port = shutil.which("redis-server"), free_port()
    if program is None:
        pytest.skip("no redis-server on this machine")
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{port}/0", server
    finally:
        server.kill()
        server.wait()


@pytest.fixture(scope="module")
def databases() -> Iterator[tuple[str, str]]:
    """Addresses of two databases of a real PostgreSQL."""
    try:
        with postgres_server() as address:
            engine = sa.create_engine(address, isolation_level="AUTOCOMMIT", future=True)
            base, addresses = address.rsplit("/", 1)[0], []
            with engine.connect() as connection:
                for name in ("dossiers", "conversations"):
                    connection.exec_driver_sql(f"CREATE DATABASE {name}")
                    addresses.append(f"{base}/{name}")
            engine.dispose()
            yield addresses[0], addresses[1]
    except Unavailable as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="module")
def pair(
    tmp_path_factory: pytest.TempPathFactory, databases: tuple[str, str]
) -> Iterator[tuple[House, House, subprocess.Popen[bytes]]]:
    """Two assistants that share everything but their ports, and their Redis."""
    folder = tmp_path_factory.mktemp("pair")
    with redis_server(folder) as (redis_url, redis):
        shared = {
            "DATABASE_URL": databases[0],
            "TRACKER_DATABASE_URL": databases[1],
            "REDIS_URL": redis_url,
            "MESSAGES_PER_MINUTE": "40",
        }
        first = House(folder, shared)
        ports = {"PORT": str(free_port()), "ACTIONS_PORT": str(free_port())}
        second = House(folder, {**first.environment, **ports})
        try:
            first.open()
            second.servers.start()
            yield first, second, redis
        finally:
            first.close()
            second.close()


Pair = tuple[House, House, "subprocess.Popen[bytes]"]


def test_a_conversation_goes_on_at_the_other_server(pair: Pair) -> None:
    first, second, _ = pair
    token = first.person(WHO)
    first.ready_to_declare(token)
    assert "transmis" in second.say(token, CONFIRM, message_id="m-1")[0]["text"]
    assert len(first.acts(WHO)) == 1


def test_the_same_delivery_at_both_servers(pair: Pair) -> None:
    first, second, _ = pair
    token = first.person("1000005E")
    first.ready_to_declare(token)
    with ThreadPoolExecutor(6) as pool:
        answers = list(
            pool.map(
                lambda number: pair[number % 2].say(token, CONFIRM, message_id="both"), range(6)
            )
        )
    assert all(answer == answers[0] for answer in answers)
    assert len(second.acts("1000005E")) == 1
    assert typed(first, token).count(CONFIRM) == 1


def test_what_is_erased_at_one_is_forgotten_by_both(pair: Pair) -> None:
    first, second, _ = pair
    token = first.nobody()
    said = first.say(token, "l'atelier de ma convocation est obligatoire ?", message_id="e-1")
    assert second.say(token, "bonjour", message_id="e-1") == said
    assert erase(second, token).status_code == 200
    assert typed(first, token) == []
    assert first.say(token, "bonjour", message_id="e-1") != said


def test_messages_at_both_servers_lose_nothing(pair: Pair) -> None:
    """The lock of a conversation is shared: no turn overwrites another."""
    token = pair[0].nobody()
    pair[0].say(token, "bonjour")
    said = [f"question numéro {number}" for number in range(10)]
    with ThreadPoolExecutor(10) as pool:
        answers = [pool.submit(pair[n % 2].say, token, text) for n, text in enumerate(said)]
        assert all(SILENCE not in answer.result()[0]["text"] for answer in answers)
    assert sorted(typed(pair[0], token)) == sorted(["bonjour", *said])


def test_limits_are_shared(pair: Pair) -> None:
    _start_of_a_minute()
    token = pair[0].person("1000007G")
    bodies = [{"json": {"message": "merci"}}] * 44
    with ThreadPoolExecutor(8) as pool:
        statuses = list(
            pool.map(
                lambda n: pair[n % 2].post("webhook", token, **bodies[n]).status_code, range(44)
            )
        )
    assert statuses.count(429) == 4
    assert statuses.count(200) == 40


def _start_of_a_minute() -> None:
    """Shared windows begin with the minute: do not straddle two."""
    left = 60 - time.time() % 60
    if left < 25:
        time.sleep(left)


def test_one_server_is_killed(pair: Pair) -> None:
    """What it was answering is taken over by the other one, and written once."""
    first, second, _ = pair
    token = first.person("1000009J")
    first.ready_to_declare(token)
    second.signal("assistant", signal.SIGKILL)
    assert "transmis" in first.say(token, CONFIRM, message_id="k")[0]["text"]
    second.restart("assistant")
    assert second.say(token, CONFIRM, message_id="k")
    assert len(first.acts("1000009J")) == 1


@pytest.mark.parametrize("how", [signal.SIGSTOP, signal.SIGKILL])
def test_redis_fails(pair: Pair, how: signal.Signals) -> None:
    """Each server goes on by itself, without long waits. Last: Redis does not come back from the second."""
    first, second, redis = pair
    token = first.nobody()
    first.say(token, "bonjour")
    redis.send_signal(how)
    try:
        begun = time.monotonic()
        for house in (first, second, first):
            assert SILENCE not in house.say(token, "merci", message_id=f"r{how}{begun}")[0]["text"]
        assert time.monotonic() - begun < 20
        begun = time.monotonic()
        first.say(token, "mes droits")
        assert time.monotonic() - begun < 8
    finally:
        if how is signal.SIGSTOP:
            redis.send_signal(signal.SIGCONT)
            time.sleep(5.5)


def test_postgresql_alone(
    tmp_path_factory: pytest.TempPathFactory, databases: tuple[str, str]
) -> None:
    """One server, both databases in PostgreSQL: acts, erasing, and connections that are cut."""
    extra = {"DATABASE_URL": databases[0], "TRACKER_DATABASE_URL": databases[1]}
    house = House(tmp_path_factory.mktemp("postgres"), extra)
    try:
        house.open()
        token = house.person("1000003C")
        house.ready_to_declare(token)
        _cut_connections(databases[0])
        assert "transmis" in house.say(token, CONFIRM, message_id="p")[0]["text"]
        assert len(house.acts("1000003C")) == 1
        assert house.get("/health").status_code == 200
        assert typed(house, token)[-1] == CONFIRM
    finally:
        house.close()


def _cut_connections(address: str) -> None:
    """Every connection to the server but ours is ended, as when PostgreSQL is started again."""
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT", future=True)
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND usename = current_user"
        )
    engine.dispose()
