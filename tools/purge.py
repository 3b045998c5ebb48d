"""Applies the retention periods, or erases one person: ``make purge``, ``make purge PERSONNE=1234567A``."""

from __future__ import annotations

import argparse
import sys
import time

import sqlalchemy as sa
from sqlalchemy import select

from actions import settings as configuration
from actions.dossiers.engine import create_engine, read_session, write_session
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.models import DepotRow
from actions.dossiers.retention import Durees, Efface, effacer_personne, purger
from actions.framework.identity import conversation_id
from actions.framework.journal import conversation_hash
from addons.storage.events import EVENTS, plain_url
from addons.uploads import vault

_DAY_SECONDS = 86_400
_UNREACHABLE = "the database of the conversations cannot be opened: check TRACKER_DATABASE_URL."


def erase_old_conversations(url: str, days: int) -> int:
    """Delete whole conversations whose last event is older than ``days``; never part of a living one."""
    oldest = time.time() - days * _DAY_SECONDS
    old = (
        sa.select(EVENTS.c.sender_id)
        .group_by(EVENTS.c.sender_id)
        .having(sa.func.max(EVENTS.c.timestamp) < oldest)
    )
    return _execute(url, sa.delete(EVENTS).where(EVENTS.c.sender_id.in_(old)))


def _execute(url: str, statement: sa.sql.Delete) -> int:
    try:
        engine = sa.create_engine(plain_url(url), future=True)
    except (sa.exc.SQLAlchemyError, ImportError, ValueError):
        raise configuration.InvalidSettings(_UNREACHABLE) from None
    try:
        if not sa.inspect(engine).has_table("events"):
            return 0
        with engine.begin() as connection:
            if engine.dialect.name == "sqlite":  # what is erased is overwritten in the file too
                connection.exec_driver_sql("PRAGMA secure_delete=ON")
            return connection.execute(statement).rowcount
    except (sa.exc.SQLAlchemyError, OSError):
        raise configuration.InvalidSettings(_UNREACHABLE) from None
    finally:
        engine.dispose()


def erase_person(settings: configuration.Settings, identifiant: str) -> dict[str, int]:
    """Erase what the assistant keeps about one person; what was erased, by table."""
    conversation = conversation_id("p", identifiant, settings.session_key)
    # First: should it fail, nothing is lost that names the files still to be removed.
    mine = sa.delete(EVENTS).where(EVENTS.c.sender_id == conversation)
    events = _execute(settings.tracker_database_url, mine)
    engine = create_engine(settings.database_url)
    with write_session(engine) as session:
        done = effacer_personne(
            session, identifiant, conversations=[conversation_hash(conversation)]
        )
    return _report(settings, done, events)


def apply_retention(settings: configuration.Settings) -> dict[str, int]:
    """Delete what is older than the retention periods; what was erased, by table."""
    periods = Durees()
    events = erase_old_conversations(settings.tracker_database_url, periods.conversations)
    engine = create_engine(settings.database_url)
    with write_session(engine) as session:
        done = purger(session, settings.current_day(), periods)
    return _report(settings, done, events) | {"restes": remove_strays(settings)}


def remove_strays(settings: configuration.Settings) -> int:
    """Remove files that no deposit names (a server died between the two); how many."""
    with read_session(create_engine(settings.database_url)) as session:
        kept = select(DepotRow.reference).where(DepotRow.supprime_le.is_(None))
        known = set(session.execute(kept).scalars())
    return vault.remove_strays(settings.uploads_dir, known)


def _report(settings: configuration.Settings, done: Efface, events: int) -> dict[str, int]:
    for reference in done.depots:
        vault.remove(settings.uploads_dir, reference)
    return {**done.lignes, "events": events, "fichiers": len(done.depots)}


def main() -> int:
    """Entry point of ``make purge``."""
    parser = argparse.ArgumentParser(prog="make purge")
    parser.add_argument("--personne", help="identifiant whose traces are erased")
    arguments = parser.parse_args()
    try:
        settings = configuration.load()
        if arguments.personne:
            configuration.check_keys(settings)  # the conversation's name comes from SESSION_KEY
            done = erase_person(settings, arguments.personne.upper().replace(" ", ""))
        else:
            done = apply_retention(settings)
    except (configuration.InvalidSettings, BaseIndisponible) as error:
        print(f"boussole: {error}", file=sys.stderr)
        return 1
    erased = {name: count for name, count in done.items() if count}
    print(
        "Erased: "
        + (", ".join(f"{name} {count}" for name, count in erased.items()) or "nothing")
        + "."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
