"""Rasa's conversations in SQLite or PostgreSQL, by one URL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain

_BUSY_SECONDS = 3


class ConversationStore(SQLTrackerStore):
    """Rasa's SQL store with short waits, so that a locked database never freezes everybody for long."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """``host``: a SQLAlchemy URL (Rasa's name for the ``url`` of endpoints.yml)."""
        super().__init__(domain=domain, host=host, event_broker=event_broker, **kwargs)
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _tune_sqlite)
            self.engine.dispose()  # the connection made before the listener


def _tune_sqlite(connection: Any, _record: Any) -> None:
    """Readers do not wait for a writer (WAL); a writer waits a little, not Rasa's 5 s three times over."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")
    cursor.close()
