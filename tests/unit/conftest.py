"""Requests without Rasa: the real rules base and wording, a real SQLite database with the demo set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from actions import settings
from actions.dossiers.engine import create_engine, read_session
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.preparer import prepare
from actions.dossiers.repository import dossier_complet
from actions.droit.regles import charger
from actions.framework import wording
from actions.framework.answer import Answer
from actions.framework.memory import Memory
from actions.framework.render import text
from actions.framework.request import Request, merge, personal_facts
from actions.framework.services import Services
from actions.framework.turn import respond

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The tools of the action server on a database of its own, the demo set imported on ``TODAY``."""
    folder: Path = tmp_path_factory.mktemp("services")
    url = f"sqlite:///{folder / 'dossiers.db'}"
    prepare(url).dispose()
    engine = create_engine(url)
    assert importer(engine, DEMO, TODAY).accepte
    configuration = replace(
        settings.load({"DATABASE_URL": url, "SESSION_KEY": "k" * 32}), uploads_dir=folder
    )
    yield Services(configuration, charger(), wording.Wording(), engine)
    engine.dispose()


@pytest.fixture
def read_dossier(services: Services) -> Callable[[str], DossierPersonne]:
    """One person's file, as the database has it."""

    def read(identifiant: str) -> DossierPersonne:
        with read_session(services.engine) as session:
            found = dossier_complet(session, identifiant)
        assert found is not None
        return found

    return read


@pytest.fixture
def make_request(services: Services, read_dossier: Any) -> Callable[..., Request]:
    """Build a request: ``dossier`` is an identifiant of the demo set or a file; ``faits`` are said in this message."""

    def make(
        intent: str,
        text: str = "",
        *,
        dossier: str | DossierPersonne | None = None,
        faits: dict[str, Any] | None = None,
        memory: Memory | None = None,
        today: date = TODAY,
        at: time = time(9, 0),
        **changes: Any,
    ) -> Request:
        file = read_dossier(dossier) if isinstance(dossier, str) else dossier
        remembered, said = memory or Memory(), faits or {}
        values: dict[str, Any] = {
            "identifiant": file.identifiant if file else None,
            "dossier": file,
            "said": said,
            "facts": {**personal_facts(file), **merge(remembered.faits, said)},
            "now": datetime.combine(today, at),
            "conversation": "essai",
            **changes,
        }
        return Request(intent, text, services, remembered, today, **values)

    return make


@pytest.fixture
def say(make_request: Callable[..., Request]) -> Callable[..., tuple[Answer, str, Memory]]:
    """Say something of an intent: the answer, its text with plain spaces, the memory afterwards."""

    def run(intent: str, said: str = "", **options: Any) -> tuple[Answer, str, Memory]:
        answer, memory = respond(make_request(intent, said, **options))
        return answer, text(answer).replace("\u00a0", " "), memory

    return run
