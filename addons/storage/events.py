"""The table of Rasa's events: plain SQL with short waits, for SQLite and PostgreSQL. Blocking: call it in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

Row = dict[str, Any]
T = TypeVar("T")

# A writer holds the table for milliseconds; whoever holds it longer (a backup, a purge) is not waited for.
_BUSY_MS = 400
_CONNECT_SECONDS = 2
_STATEMENT_MS = 3_000

# The same table as rasa.core.tracker_store.SQLTrackerStore, so that either may read it.
METADATA = sa.MetaData()
EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(255), nullable=False, index=True),
    sa.Column("type_name", sa.String(255), nullable=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("intent_name", sa.String(255)),
    sa.Column("action_name", sa.String(255)),
    sa.Column("data", sa.Text),
)


class StoreUnavailable(Exception):
    """The database of the conversations does not serve now; ``str()`` names the driver's error, without any value."""


class EventTable:
    """Reads and appends events; two attempts, then ``StoreUnavailable``."""

    def __init__(self, url: str) -> None:
        """``url``: a SQLAlchemy address (``postgres://`` too).

        Raises:
            StoreUnavailable: the address is not one.
        """
        try:
            self.engine = _engine(plain_url(url))
        except (SQLAlchemyError, ImportError, ValueError) as error:
            raise StoreUnavailable(type(error).__name__) from None

    def prepare(self) -> None:
        """Make the table when it is missing, and read it."""
        self._twice(lambda connection: METADATA.create_all(connection))
        self.check()

    def check(self) -> None:
        """Read something."""
        self._twice(lambda connection: connection.execute(sa.select(EVENTS.c.id).limit(1)).all())

    def read(self, conversation: str, everything: bool = False) -> list[str]:
        """The events of a conversation's latest session (or of all), oldest first, as JSON."""
        mine = EVENTS.c.sender_id == conversation
        started = EVENTS.c.type_name == "session_started"
        query = sa.select(EVENTS.c.data).where(mine).order_by(EVENTS.c.id)
        if not everything:
            start = sa.select(sa.func.coalesce(sa.func.max(EVENTS.c.timestamp), 0))
            query = query.where(EVENTS.c.timestamp >= start.where(mine, started).scalar_subquery())
        return self._twice(lambda connection: list(connection.execute(query).scalars()))

    def conversations(self) -> list[str]:
        """The names of all conversations."""
        query = sa.select(EVENTS.c.sender_id).distinct()
        return self._twice(lambda connection: list(connection.execute(query).scalars()))

    def append(self, rows: Sequence[Row]) -> None:
        """Add events, all or none."""
        if rows:
            self._twice(lambda connection: connection.execute(sa.insert(EVENTS), list(rows)))

    def erase(self, conversation: str) -> int:
        """Delete all of a conversation; returns the number of its events."""
        mine = sa.delete(EVENTS).where(EVENTS.c.sender_id == conversation)
        return self._twice(lambda connection: connection.execute(mine).rowcount)

    def _twice(self, work: Callable[[Connection], T]) -> T:
        try:
            return self._once(work)
        except SQLAlchemyError:
            pass
        try:
            return self._once(work)
        except (SQLAlchemyError, OSError) as error:
            raise StoreUnavailable(type(error).__name__) from None

    def _once(self, work: Callable[[Connection], T]) -> T:
        with self.engine.begin() as connection:
            return work(connection)


def plain_url(url: str) -> str:
    """The address as SQLAlchemy reads it; hosting providers give a shorter form."""
    return url.replace("postgres://", "postgresql://", 1)


def _engine(url: str) -> Engine:
    if url.startswith("postgresql"):
        options = f"-c statement_timeout={_STATEMENT_MS} -c lock_timeout={_BUSY_MS}"
        arguments = {"connect_timeout": _CONNECT_SECONDS, "options": options}
        return sa.create_engine(
            url, future=True, pool_pre_ping=True, pool_timeout=2, connect_args=arguments
        )
    # No pool: a pooled connection would go on writing to a file since replaced or deleted.
    arguments = {"timeout": _BUSY_MS / 1000, "check_same_thread": False}
    engine = sa.create_engine(url, future=True, poolclass=NullPool, connect_args=arguments)
    sa.event.listen(engine, "connect", _tune_sqlite)
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    """Readers do not wait for a writer (WAL); what is erased is overwritten in the file too."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA synchronous=NORMAL")
