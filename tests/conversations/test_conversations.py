"""Every conversation of ``tests/conversations/**/*.yml``, played through the model and the real actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions import settings as configuration
from actions.dossiers.engine import create_engine
from actions.framework import action, services
from tests.conversations.runner import KEY, Conversation, Databases, load_agent
from tools import train

FOLDER = Path(__file__).parent
CASES = [
    (path, yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted(FOLDER.rglob("*.yml"))
]


@pytest.fixture(scope="session")
def agent() -> Any:
    assert train.MODEL.is_file(), "train the model first: make train"
    return load_agent(train.MODEL)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return Databases(tmp_path_factory.mktemp("conversations"))


@pytest.fixture(scope="session")
def tools() -> services.Services:
    return services.load()


@pytest.fixture
def on_database(
    databases: Databases, tools: services.Services, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """Lets the actions work on a database of the conversation's own."""
    engines = []

    def use(day: date, name: str) -> None:
        url = databases.fresh(day, name)
        engine = create_engine(url)
        engines.append(engine)
        settings = configuration.load({"DATABASE_URL": url, "SESSION_KEY": KEY})
        own = replace(tools, settings=settings, engine=engine)
        monkeypatch.setattr(services, "load", lambda: own)
        monkeypatch.setattr(action.services, "load", lambda: own)

    yield use
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize(
    ("path", "case"), CASES, ids=[str(p.relative_to(FOLDER)) for p, _ in CASES]
)
async def test_conversation(path: Path, case: dict[str, Any], agent: Any, on_database: Any) -> None:
    day = date.fromisoformat(str(case["jour"]))
    name = "-".join(path.relative_to(FOLDER).with_suffix("").parts)
    on_database(day, name)
    talk = Conversation(agent, day, case.get("dossier"), name)
    for exchange in case["echanges"]:
        messages = await talk.say(exchange["dit"])
        check(exchange, messages)


def check(exchange: dict[str, Any], messages: list[dict[str, Any]]) -> None:
    """Compare what was answered with what the case expects; an answer is always there."""
    text = _plain(" ".join(message["text"] for message in messages))
    assert text, f"no answer to {exchange['dit']!r}"
    expected = exchange.get("repond", {})
    for part in expected.get("contient", []):
        assert _plain(part) in text, f"{part!r} is not in the answer to {exchange['dit']!r}: {text}"
    for part in expected.get("ne_contient_pas", []):
        assert _plain(part) not in text, f"{part!r} is in the answer to {exchange['dit']!r}: {text}"
    rules = {rule for message in messages for rule in message.get("rules", [])}
    missing = set(expected.get("regles", [])) - rules
    assert not missing, (
        f"rules {missing} did not fire for {exchange['dit']!r}: {sorted(rules)} {text}"
    )
    titles = {_plain(b["title"]) for message in messages for b in message.get("buttons", [])}
    absent = {button for button in expected.get("boutons", []) if _plain(button) not in titles}
    assert not absent, f"buttons {absent} are not offered after {exchange['dit']!r}: {titles}"


def _plain(text: str) -> str:
    """No-break spaces as spaces, straight apostrophes, lower case."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").lower()
