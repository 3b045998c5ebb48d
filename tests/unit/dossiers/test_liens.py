"""Codes that link a messaging account: once, for a while, not to be guessed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.engine import Engine

from actions.dossiers import liens
from actions.dossiers.engine import read_session, write_session
from actions.dossiers.models import LienRow

KEY = b"k" * 32
WHO, OTHER, ME = "1000001A", "1000002B", "a" * 64
NOON = datetime(2026, 11, 23, 11, tzinfo=timezone.utc)


def _code(engine: Engine, who: str = WHO, now: datetime = NOON) -> str:
    with write_session(engine) as session:
        return liens.creer_code(session, who, KEY, now=now)


def _link(
    engine: Engine, code: str, sender: str = ME, now: datetime = NOON, key: bytes = KEY
) -> str | None:
    with write_session(engine) as session:
        return liens.lier(session, "telegram", sender, code, key, now=now)


def _linked(engine: Engine, sender: str = ME, now: datetime = NOON) -> str | None:
    with read_session(engine) as session:
        return liens.personne_liee(session, "telegram", sender, now=now)


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_a_code_links_once(engine: Engine) -> None:
    code = _code(engine)
    assert len(code) == 6
    assert _linked(engine) is None
    assert _link(engine, f" {code} ") == WHO
    assert _linked(engine) == WHO
    assert _link(engine, code, sender="b" * 64) is None
    assert _linked(engine, sender="b" * 64) is None


def test_only_a_hash_of_the_code_is_kept(engine: Engine) -> None:
    code = _code(engine)
    with read_session(engine) as session:
        row = session.execute(select(LienRow)).scalars().one()
    assert code not in str(vars(row).values())
    assert _link(engine, code, key=b"z" * 32) is None


def test_a_code_and_a_link_grow_old(engine: Engine) -> None:
    late = NOON + liens.CODE_LIFE + timedelta(seconds=1)
    assert _link(engine, _code(engine), now=late) is None
    assert _link(engine, _code(engine, now=late), now=late) == WHO
    assert _linked(engine, now=late + liens.LINK_LIFE - timedelta(seconds=1)) == WHO
    assert _linked(engine, now=late + liens.LINK_LIFE) is None


def test_a_new_code_kills_the_one_before(engine: Engine) -> None:
    first = _code(engine)
    second = _code(engine)
    if first != second:
        assert _link(engine, first) is None
    assert _link(engine, second) == WHO


def test_guessing_is_stopped_for_a_while(engine: Engine) -> None:
    code = _code(engine)
    for _ in range(liens.MAX_TRIES):
        assert _link(engine, _wrong(code)) is None
    assert _link(engine, code) is None
    later = NOON + liens.TRIES_WINDOW + timedelta(minutes=1)
    assert _link(engine, _code(engine, now=later), now=later) == WHO


def test_somebody_elses_guesses_do_not_stop_me(engine: Engine) -> None:
    code = _code(engine)
    for _ in range(liens.MAX_TRIES + 1):
        _link(engine, _wrong(code), sender="b" * 64)
    assert _link(engine, code) == WHO


def test_linking_again_changes_the_person(engine: Engine) -> None:
    _link(engine, _code(engine))
    assert _link(engine, _code(engine, OTHER)) == OTHER
    assert _linked(engine) == OTHER


def test_log_out(engine: Engine) -> None:
    _link(engine, _code(engine))
    for existed in (True, False):
        with write_session(engine) as session:
            assert liens.delier(session, "telegram", ME) is existed
    assert _linked(engine) is None


def test_one_code_typed_by_many_at_once_links_one(engine: Engine) -> None:
    code = _code(engine)
    senders = [f"{n:064d}" for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        linked = list(pool.map(lambda sender: _link(engine, code, sender), senders))
    assert sorted(who for who in linked if who) == [WHO]


def test_parallel_guesses_are_all_counted(engine: Engine) -> None:
    code = _code(engine)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: _link(engine, _wrong(code)), range(liens.MAX_TRIES)))
    assert _link(engine, code) is None
