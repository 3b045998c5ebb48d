"""Migrations and models say the same, and preparing is safe to repeat and to share."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine

from actions.dossiers.engine import check, create_engine
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.models import Base
from actions.dossiers.preparer import is_empty, migrate, prepare, run_command


def test_migrations_give_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_prepared_database_passes_the_check_and_is_empty(engine: Engine) -> None:
    check(engine)
    assert is_empty(engine)


def test_demo_database_is_not_empty(demo: Engine) -> None:
    assert not is_empty(demo)


def test_preparing_again_keeps_the_data(copy: Callable[[str], str]) -> None:
    engine = prepare(copy("demo"))
    assert not is_empty(engine)
    engine.dispose()


def test_several_processes_may_prepare_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'neuf' / 'd.db'}"
    with ThreadPoolExecutor(4) as pool:
        engines = list(pool.map(prepare, [url] * 4))
    check(engines[0])


def test_a_failed_migration_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'd.db'}", create=True)
    with engine.begin() as connection:
        # Stands in the way of the last table but one of the first migration.
        connection.exec_driver_sql("CREATE TABLE recours (id INTEGER)")
    with pytest.raises(BaseIndisponible) as failure:
        migrate(engine)
    assert failure.value.cause == "panne"
    assert sqlalchemy.inspect(engine).get_table_names() == ["recours"]


def test_migrations_can_be_undone(sqlite_engine: Engine) -> None:
    run_command(sqlite_engine, "downgrade", "base")
    assert sqlalchemy.inspect(sqlite_engine).get_table_names() == ["alembic_version"]


def test_unprepared_database_says_so(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'd.db'}", create=True)
    with pytest.raises(BaseIndisponible) as failure:
        check(engine)
    assert failure.value.cause == "non_preparee"
