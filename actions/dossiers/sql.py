"""Statements that SQLite and PostgreSQL share beyond the standard."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def _insert(session: Session, row: type) -> Any:
    name = session.get_bind().dialect.name
    return (postgresql if name == "postgresql" else sqlite).insert(row.__table__)


def insert_once(session: Session, row: type, values: Mapping[str, Any]) -> bool:
    """Insert unless a unique key forbids it; True when inserted. Waits for a rival's end."""
    statement = _insert(session, row).values(**values).on_conflict_do_nothing()
    return session.execute(statement).rowcount == 1


def upsert(session: Session, row: type, values: Mapping[str, Any], key: Iterable[str]) -> None:
    """Insert, or set the columns outside ``key`` of the row that is there."""
    keys = list(key)
    changes = {name: value for name, value in values.items() if name not in keys}
    statement = _insert(session, row).values(**values)
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=changes))


def short(message_id: str) -> str:
    """A client's message id that any of our columns can hold (200 characters, no NUL)."""
    if len(message_id) <= 200 and "\0" not in message_id:
        return message_id
    return "sha256:" + hashlib.sha256(message_id.encode("utf-8", "replace")).hexdigest()
