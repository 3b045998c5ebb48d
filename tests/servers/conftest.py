"""Servers that tests may share (``house``) or break (``own_house``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import files as uploads
from tests.servers.house import House


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One assistant for all the tests that leave it as it was."""
    opened = House(tmp_path_factory.mktemp("house"))
    try:
        opened.open()
        yield opened
    finally:
        opened.close()


@pytest.fixture(scope="session")
def public_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """As it is served to people: no demo, small limits, one site that may carry the widget."""
    settings = {
        "BOUSSOLE_DEMO": "",
        "ALLOWED_ORIGINS": "https://site.example",
        "MESSAGES_PER_MINUTE": "5",
        "SESSIONS_PER_MINUTE": "4",
    }
    opened = House(tmp_path_factory.mktemp("public"), settings)
    try:
        opened.open()
        yield opened
    finally:
        opened.close()


@pytest.fixture(scope="session")
def _hurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One that tests break and that recovers each time: without a restart of what was not killed."""
    opened = House(tmp_path_factory.mktemp("hurt"))
    try:
        opened.open()
        yield opened
    finally:
        opened.close()


@pytest.fixture
def hurt(_hurt: House) -> Iterator[House]:
    """The house that tests break; a test that fails does not leave its ruins to the next one."""
    yield _hurt
    _hurt.heal()


@pytest.fixture
def own_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Assistants that a test may break: ``own_house(SETTING="value")``."""
    opened: list[House] = []

    def build(**extra: str) -> House:
        one = House(tmp_path, extra)
        opened.append(one)
        one.open()
        return one

    yield build
    for one in opened:
        one.close()


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Files that are accepted."""
    return {
        "pdf": uploads.pdf(),
        "jpeg": uploads.image("JPEG"),
        "png": uploads.image("PNG"),
    }
