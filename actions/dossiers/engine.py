"""Engines and sessions: SQLite by default, PostgreSQL by address.

Two kinds of session, because SQLite needs to know at the start whether one will write:
``read_session`` sees one consistent snapshot, ``write_session`` commits at its end. Both turn
a driver's failure into ``BaseIndisponible`` and leave nothing half written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, StaticPool

from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.erreurs_sql import indisponible

CONNECT_TIMEOUT_S = 3
STATEMENT_TIMEOUT_MS = 5_000
LOCK_TIMEOUT_MS = 3_000


def create_engine(url: str, *, create: bool = False) -> Engine:
    """An engine for ``url``; nothing is opened yet.

    ``create``: a missing SQLite file may be created (import and set-up only; otherwise a wrong
    path would silently become an empty database).
    Raises ``BaseIndisponible("adresse")`` for an address that is not SQLite or PostgreSQL.
    """
    address = _parse(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, create)
    return _postgresql(address)


def _parse(url: str) -> URL:
    try:
        # The short form that hosting providers give, which SQLAlchemy no longer reads.
        address = make_url(url.strip().replace("postgres://", "postgresql://", 1))
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError, AttributeError):
        raise BaseIndisponible("adresse") from None
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise BaseIndisponible("adresse")
    return address


def _sqlite(address: URL, create: bool) -> Engine:
    options: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if address.database in (None, "", ":memory:"):
        options["poolclass"] = StaticPool
    else:
        path = Path(address.database).absolute()
        # SQLite's own file address, to refuse to create the file when only reading.
        quoted = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        mode = "rwc" if create else "rw"
        address = address.set(database=f"file:{quoted}").update_query_dict(
            {"mode": mode, "uri": "true"}
        )
        # No pool: a pooled connection would go on reading a file since replaced or deleted.
        options["poolclass"] = NullPool
    engine = sqlalchemy.create_engine(address, future=True, **options)
    event.listen(engine, "connect", _sqlite_connect)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_connect(connection: Any, _record: Any) -> None:
    # The driver's own way of opening transactions late breaks snapshots and savepoints.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {LOCK_TIMEOUT_MS}")
    # An act that was confirmed to a person must survive a power cut.
    connection.execute("PRAGMA synchronous = FULL")


def _sqlite_begin(connection: sqlalchemy.engine.Connection) -> None:
    write = connection.get_execution_options().get("boussole_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _postgresql(address: URL) -> Engine:
    return sqlalchemy.create_engine(
        address,
        future=True,
        pool_pre_ping=True,
        pool_timeout=CONNECT_TIMEOUT_S,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_S,
            "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS} "
            f"-c lock_timeout={LOCK_TIMEOUT_MS}",
        },
    )


@contextmanager
def read_session(engine: Engine) -> Iterator[Session]:
    """A session that sees one snapshot and must not write."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with translated(), Session(engine.execution_options(**options), future=True) as session:
        yield session


@contextmanager
def write_session(engine: Engine) -> Iterator[Session]:
    """A session that commits at its end, or rolls back whole when anything is raised."""
    writer = engine.execution_options(boussole_write=True)
    with translated(), Session(writer, future=True) as session, session.begin():
        yield session


@contextmanager
def translated() -> Iterator[None]:
    """Raises ``BaseIndisponible`` in place of a driver's failure."""
    try:
        yield
    except SQLAlchemyError as error:
        known = indisponible(error)
        if known is None:
            raise
        raise known from error


def check(engine: Engine) -> None:
    """Raises ``BaseIndisponible`` unless the prepared tables can be read (for /health)."""
    with translated(), engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM dossiers LIMIT 1")
