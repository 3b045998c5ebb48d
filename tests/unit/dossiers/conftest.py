"""Each test runs on a new, real database: SQLite, and PostgreSQL where it can be started.

Prepared databases are made once and copied, so that a test costs milliseconds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
import yaml
from sqlalchemy.engine import Engine

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.engine import create_engine
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.preparer import prepare
from tests.postgres import Unavailable, postgres_server
from tests.unit.dossiers.aides import JOUR, lire

MODELS = ("vide", "demo")
_numbers = count()


@pytest.fixture(scope="session")
def sqlite_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files ``vide.db`` and ``demo.db``."""
    folder = tmp_path_factory.mktemp("modeles")
    _fill({name: f"sqlite:///{folder / name}.db" for name in MODELS})
    return folder


@pytest.fixture(scope="session")
def postgres_admin() -> Iterator[str]:
    """A server with the databases ``vide`` and ``demo`` to copy."""
    try:
        with postgres_server() as url:
            for name in MODELS:
                _sql(url, f"CREATE DATABASE {name}")
            _fill({name: url.replace("/postgres", f"/{name}") for name in MODELS})
            yield url
    except Unavailable as reason:
        pytest.skip(str(reason))


def _fill(urls: dict[str, str]) -> None:
    engines = {name: prepare(url) for name, url in urls.items()}
    assert importer(engines["demo"], DEMO, JOUR).accepte
    for engine in engines.values():
        engine.dispose()


def _sql(admin: str, statement: str) -> None:
    engine = sqlalchemy.create_engine(admin, future=True, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture
def sqlite_copy(sqlite_models: Path, tmp_path: Path) -> Callable[[str], str]:
    def copy(model: str) -> str:
        path = shutil.copy(sqlite_models / f"{model}.db", tmp_path / "dossiers.db")
        return f"sqlite:///{path}"

    return copy


@pytest.fixture
def postgres_copy(postgres_admin: str) -> Iterator[Callable[[str], str]]:
    name = f"essai_{next(_numbers)}"

    def copy(model: str) -> str:
        _sql(postgres_admin, f"CREATE DATABASE {name} TEMPLATE {model}")
        return postgres_admin.replace("/postgres", f"/{name}")

    yield copy
    _sql(postgres_admin, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def copy(request: pytest.FixtureRequest) -> Callable[[str], str]:
    return request.getfixturevalue(f"{request.param}_copy")


@pytest.fixture
def engine(copy: Callable[[str], str]) -> Iterator[Engine]:
    """A prepared database without any file."""
    yield from _opened(copy("vide"))


@pytest.fixture
def demo(copy: Callable[[str], str]) -> Iterator[Engine]:
    """A database with the demo set on ``JOUR``."""
    yield from _opened(copy("demo"))


@pytest.fixture
def sqlite_engine(sqlite_copy: Callable[[str], str]) -> Iterator[Engine]:
    yield from _opened(sqlite_copy("vide"))


@pytest.fixture
def postgres_engine(postgres_copy: Callable[[str], str]) -> Iterator[Engine]:
    yield from _opened(postgres_copy("vide"))


def _opened(url: str) -> Iterator[Engine]:
    engine = create_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def dossier(demo: Engine) -> Callable[[str], DossierPersonne]:
    def read(identifiant: str) -> DossierPersonne:
        return lire(demo, identifiant)

    return read


@pytest.fixture
def importe(tmp_path: Path) -> Callable[..., Bilan]:
    """Import a document given as Python values, or as YAML text."""

    def run(engine: Engine, document: Any, today: Any = JOUR) -> Bilan:
        path = tmp_path / "essai.yml"
        text = document if isinstance(document, str) else yaml.safe_dump(document)
        path.write_text(text, encoding="utf-8")
        return importer(engine, path, today)

    return run
