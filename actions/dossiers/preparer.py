"""Brings a database to the newest schema; safe to run at each start and by several at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine

from actions.dossiers.engine import create_engine, read_session, translated
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.models import DossierRow

MIGRATIONS = Path(__file__).parent / "migrations"
# Any constant: only one process migrates a PostgreSQL database at a time.
ADVISORY_LOCK = 4_270_031


def prepare(url: str) -> Engine:
    """Creates the SQLite file when missing, migrates to the head, returns an engine.

    Raises ``BaseIndisponible``. All or nothing: one transaction on both databases.
    """
    creator = create_engine(url, create=True)
    if creator.dialect.name == "sqlite":
        _prepare_file(creator)
    migrate(creator)
    if creator.url.database in (None, "", ":memory:"):
        return creator
    creator.dispose()
    return create_engine(url)


def _prepare_file(engine: Engine) -> None:
    database = engine.url.database
    if not database or database == ":memory:":
        return
    try:
        Path(database.removeprefix("file:")).parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BaseIndisponible("absente") from None
    with translated():
        connection = engine.raw_connection()
        try:
            # Kept in the file: readers no longer wait for a writer.
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise BaseIndisponible("verrouillee") from error
        except sqlite3.DatabaseError as error:
            raise BaseIndisponible("illisible") from error
        finally:
            connection.close()


def migrate(engine: Engine) -> None:
    """Runs the Alembic migrations that are missing, in one transaction."""
    run_command(engine, "upgrade", "head")


def run_command(engine: Engine, name: str, revision: str) -> None:
    """Alembic's ``upgrade`` or ``downgrade`` to ``revision``; one process at a time."""
    writer = engine.execution_options(boussole_write=True)
    with translated(), writer.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        _alembic(connection, name, revision)


def _alembic(connection: Connection, name: str, revision: str) -> None:
    # Slow to import, and needed nowhere else.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, name)(config, revision)


def is_empty(engine: Engine) -> bool:
    """Is there no file at all (then the demo set may be loaded)?"""
    with read_session(engine) as session:
        return session.execute(select(DossierRow.identifiant).limit(1)).first() is None
