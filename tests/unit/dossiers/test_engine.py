"""What a failing database becomes: one cause, one French sentence, nothing half written."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy.engine import Engine

from actions.dossiers.actes import actes_de, enregistrer_acte
from actions.dossiers.engine import check, create_engine, read_session, write_session
from actions.dossiers.erreurs import PHRASES, BaseIndisponible
from actions.dossiers.preparer import prepare

WHO = "1000001A"


def _act(engine: Engine, cle: str = "absence:rdv-2") -> None:
    with write_session(engine) as session:
        enregistrer_acte(session, identifiant=WHO, nature="absence", cle=cle)


def _cause(failure: pytest.ExceptionInfo[BaseIndisponible]) -> str:
    assert str(failure.value) == PHRASES[failure.value.cause]
    return failure.value.cause


@pytest.mark.parametrize("url", ["", "n'importe quoi", "mysql://x/y", "oracle://", "sqlite", "://"])
def test_bad_address(url: str) -> None:
    with pytest.raises(BaseIndisponible) as failure:
        create_engine(url)
    assert _cause(failure) == "adresse"


def test_short_postgresql_address_is_understood() -> None:
    assert create_engine("postgres://a:b@h/d").dialect.name == "postgresql"


def test_missing_file_is_not_created(tmp_path: Path) -> None:
    path = tmp_path / "rien.db"
    with pytest.raises(BaseIndisponible) as failure:
        check(create_engine(f"sqlite:///{path}"))
    assert _cause(failure) == "absente"
    assert not path.exists()


def test_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "faux.db"
    path.write_text("Ceci n'est pas une base. " * 100)
    for attempt in (prepare, lambda url: check(create_engine(url))):
        with pytest.raises(BaseIndisponible) as failure:
            attempt(f"sqlite:///{path}")
        assert _cause(failure) == "illisible"


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    with pytest.raises(BaseIndisponible) as failure:
        prepare(f"sqlite:///{tmp_path / 'fichier' / 'd.db'}")
    assert _cause(failure) == "absente"


def test_strange_file_names(tmp_path: Path) -> None:
    engine = prepare(f"sqlite:///{tmp_path}/a b#c%20é.db")
    _act(engine)
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".db"] == ["a b#c%20é.db"]


def test_locked_file_is_said_after_the_waiting_time(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    engine = prepare(f"sqlite:///{path}")
    rival = sqlite3.connect(path, isolation_level=None)
    rival.execute("BEGIN EXCLUSIVE")
    start = time.monotonic()
    with pytest.raises(BaseIndisponible) as failure:
        _act(engine)
    assert _cause(failure) == "verrouillee"
    assert time.monotonic() - start < 6
    with read_session(engine) as session:
        assert actes_de(session, WHO) == ()
    rival.execute("ROLLBACK")
    rival.close()
    _act(engine)


def test_locked_table_on_postgresql(postgres_engine: Engine) -> None:
    engine = postgres_engine
    rival = sqlalchemy.create_engine(engine.url, future=True)
    with rival.begin() as connection:
        connection.exec_driver_sql("LOCK TABLE actes IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(BaseIndisponible) as failure:
            _act(engine)
    assert _cause(failure) == "verrouillee"
    rival.dispose()
    _act(engine)


def test_read_only_database(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    prepare(f"sqlite:///{path}")
    # Root may write anywhere: SQLite's own read-only mode stands for the permissions.
    engine = sqlalchemy.create_engine(
        f"sqlite:///file:{path}?mode=ro&uri=true", future=True, poolclass=sqlalchemy.pool.NullPool
    )
    with pytest.raises(BaseIndisponible) as failure:
        _act(engine)
    assert _cause(failure) == "lecture_seule"


def test_postgresql_read_only(postgres_engine: Engine) -> None:
    engine = postgres_engine
    with engine.connect() as connection:
        name = engine.url.database
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        connection.commit()
    engine.dispose()
    with pytest.raises(BaseIndisponible) as failure:
        _act(engine)
    assert _cause(failure) == "lecture_seule"


@pytest.mark.parametrize("port", [1, 9])
def test_unreachable_server(port: int) -> None:
    engine = create_engine(f"postgresql://u:secret@127.0.0.1:{port}/d")
    start = time.monotonic()
    with pytest.raises(BaseIndisponible) as failure:
        check(engine)
    assert _cause(failure) == "injoignable"
    assert "secret" not in str(failure.value)
    assert time.monotonic() - start < 4


def test_unknown_database_of_a_server(postgres_admin: str) -> None:
    with pytest.raises(BaseIndisponible) as failure:
        check(create_engine(postgres_admin.replace("/postgres", "/inconnue")))
    assert _cause(failure) == "absente"


def test_connections_cut_by_the_server_are_replaced(postgres_engine: Engine) -> None:
    engine = postgres_engine
    _act(engine, "un")
    rival = sqlalchemy.create_engine(engine.url, future=True)
    with rival.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    rival.dispose()
    _act(engine, "deux")


def test_an_exception_undoes_the_whole_session(engine: Engine) -> None:
    def fail() -> None:
        with write_session(engine) as session:
            enregistrer_acte(session, identifiant=WHO, nature="absence", cle="a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with read_session(engine) as session:
        assert actes_de(session, WHO) == ()


def test_a_read_session_sees_one_snapshot(engine: Engine) -> None:
    with read_session(engine) as session:
        assert actes_de(session, WHO) == ()
        _act(engine)
        assert actes_de(session, WHO) == ()
    with read_session(engine) as session:
        assert len(actes_de(session, WHO)) == 1


def test_a_replaced_file_is_seen_without_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'd.db'}"
    engine = prepare(url)
    _act(engine)
    for path in tmp_path.glob("d.db*"):
        path.unlink()
    with pytest.raises(BaseIndisponible):
        check(engine)
    prepare(url)
    with read_session(engine) as session:
        assert actes_de(session, WHO) == ()


def test_in_memory_database_lives_with_its_engine() -> None:
    engine = prepare("sqlite://")
    _act(engine)
    with read_session(engine) as session:
        assert len(actes_de(session, WHO)) == 1
