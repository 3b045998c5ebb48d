"""Reads a driver's error and says which of our causes it is."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from actions.dossiers.erreurs import BaseIndisponible

# SQLSTATE of PostgreSQL (appendix A of its manual).
SQLSTATES = {
    "25006": "lecture_seule",
    "42501": "lecture_seule",
    "42P01": "non_preparee",
    "42703": "non_preparee",
    "3D000": "absente",
    "55P03": "verrouillee",
    "57014": "verrouillee",
    "40001": "verrouillee",
    "40P01": "verrouillee",
    "53100": "pleine",
}
# Beginnings of what SQLite says; it has no codes in Python 3.10.
SQLITE_PHRASES = (
    ("database is locked", "verrouillee"),
    ("database table is locked", "verrouillee"),
    ("attempt to write a readonly", "lecture_seule"),
    ("unable to open database", "absente"),
    ("no such table", "non_preparee"),
    ("no such column", "non_preparee"),
    ("has no column", "non_preparee"),
    ("file is not a database", "illisible"),
    ("disk image is malformed", "illisible"),
    ("database or disk is full", "pleine"),
    ("disk i/o error", "pleine"),
)


def indisponible(error: SQLAlchemyError) -> BaseIndisponible | None:
    """Our error for a driver's one; None when the fault is in our own statement or values."""
    if isinstance(error, PoolTimeout):
        return BaseIndisponible("verrouillee")
    if isinstance(error, IntegrityError) or not isinstance(error, DBAPIError):
        return None
    cause = _cause_sqlite(error) or _cause_postgresql(error)
    if cause is None and isinstance(error, OperationalError):
        cause = "panne"
    return BaseIndisponible(cause) if cause else None


def _cause_sqlite(error: DBAPIError) -> str | None:
    said = str(error.orig).lower()
    return next((cause for phrase, cause in SQLITE_PHRASES if phrase in said), None)


def _cause_postgresql(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "pgcode", "")
    if state == "":
        return None
    if state is None or state.startswith(("08", "57P", "28")) or error.connection_invalidated:
        return "absente" if "does not exist" in str(error.orig) else "injoignable"
    return SQLSTATES.get(state)
