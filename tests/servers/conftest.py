"""Servers that tests may share (``house``) or break (``own_house``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import files as uploads
from tests.house import House, opened


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One assistant for all the tests that leave it as it was."""
    with opened(tmp_path_factory.mktemp("house")) as one:
        yield one


@pytest.fixture(scope="session")
def public_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """As it is served to people: no demo, small limits, one site that may carry the widget."""
    settings = {
        "BOUSSOLE_DEMO": "",
        "ALLOWED_ORIGINS": "https://site.example",
        "MESSAGES_PER_MINUTE": "5",
        "SESSIONS_PER_MINUTE": "4",
    }
    with opened(tmp_path_factory.mktemp("public"), **settings) as one:
        yield one


@pytest.fixture(scope="session")
def _hurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One that tests break and that recovers each time: without a restart of what was not killed."""
    with opened(tmp_path_factory.mktemp("hurt")) as one:
        yield one


@pytest.fixture
def hurt(_hurt: House) -> Iterator[House]:
    """The house that tests break; a test that fails does not leave its ruins to the next one."""
    yield _hurt
    _hurt.heal()


@pytest.fixture
def own_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Assistants that a test may break: ``own_house(SETTING="value")``."""
    with ExitStack() as stack:
        yield lambda **extra: stack.enter_context(opened(tmp_path, **extra))


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Files that are accepted."""
    return {
        "pdf": uploads.pdf(),
        "jpeg": uploads.image("JPEG"),
        "png": uploads.image("PNG"),
    }
