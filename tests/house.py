"""A whole assistant for a test: real servers on free ports, databases and keys of its own."""

from __future__ import annotations

import secrets
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from actions.dossiers.actes import actes_de
from actions.dossiers.engine import create_engine, read_session
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import prepare
from actions.settings import Settings, load
from addons.demo import personal_token
from tools.servers import Servers, free_port

CONFIRM = "Oui, transmettre"


@dataclass
class House:
    """The servers and how to speak with them."""

    folder: Path
    extra: dict[str, str] = field(default_factory=dict)
    front: str = ""

    def __post_init__(self) -> None:
        self.environment = {
            "HOST": "127.0.0.1",
            "PORT": str(free_port()),
            "ACTIONS_PORT": str(free_port()),
            "DATABASE_URL": f"sqlite:///{self.folder / 'dossiers.db'}",
            "TRACKER_DATABASE_URL": f"sqlite:///{self.folder / 'conversations.db'}",
            "UPLOADS_DIR": str(self.folder / "depots"),
            "WEB_JWT_KEY": secrets.token_hex(32),
            "WEB_JWT_ALGORITHM": "HS256",
            "SESSION_KEY": secrets.token_hex(32),
            "ACTION_SERVER_TOKEN": secrets.token_hex(32),
            "MESSAGES_PER_MINUTE": "10000",
            "SESSIONS_PER_MINUTE": "10000",
            "TODAY": "2026-11-24",
            "REDIS_URL": "",
            "SANIC_PROXIES_COUNT": "0",
            "BOUSSOLE_DEMO": "1",
            "BOUSSOLE_ADVISER": "",
            **self.extra,
        }
        self.servers = Servers(self.environment, log=self.folder / "servers.log")

    @property
    def settings(self) -> Settings:
        """The settings that the servers run with."""
        return load(self.environment)

    @property
    def address(self) -> str:
        """The assistant's address, or that of what stands in front of it."""
        return self.front or f"http://127.0.0.1:{self.environment['PORT']}"

    def open(self) -> None:
        """Prepare the databases, load the demo set and start the servers."""
        engine = prepare(self.settings.database_url)
        assert importer(engine, DEMO, self.settings.current_day()).accepte
        engine.dispose()
        self.servers.start()

    def close(self) -> None:
        """Stop the servers, at once: nothing of theirs is kept."""
        for process in self.servers.processes.values():
            process.kill()
            process.wait()

    def nobody(self) -> str:
        """The token of a new anonymous session."""
        answer = httpx.post(f"{self.address}/webhooks/web/session", timeout=10, trust_env=False)
        return str(answer.json()["token"])

    def person(self, identifiant: str) -> str:
        """A personal token as the website signs it."""
        return personal_token(self.environment["WEB_JWT_KEY"], identifiant)

    def post(self, path: str, token: str | None = None, **options: Any) -> httpx.Response:
        """POST to the web channel."""
        headers = {
            **({"Authorization": f"Bearer {token}"} if token else {}),
            **options.pop("headers", {}),
        }
        options.setdefault("timeout", 40)
        return httpx.post(
            f"{self.address}/webhooks/web/{path}", headers=headers, trust_env=False, **options
        )

    def say(self, token: str, text: str, **body: Any) -> list[dict[str, Any]]:
        """What the assistant answers to a message."""
        answer = self.post("webhook", token, json={"message": text, **body})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET anything."""
        return httpx.get(f"{self.address}{path}", trust_env=False, timeout=20, **options)

    def ready_to_declare(self, token: str) -> None:
        """Bring a person of the demo set to the last question before an absence is declared."""
        for text in ("Déclarer une absence", "maladie", "Plus tard"):
            last = self.say(token, text)[-1]
        assert CONFIRM in [button["title"] for button in last.get("buttons", [])], last["text"]

    def acts(self, identifiant: str) -> list[Any]:
        """What the tables hold of a person's acts."""
        engine = create_engine(self.settings.database_url)
        with read_session(engine) as session:
            found = [act for act in actes_de(session, identifiant) if act.actif]
        engine.dispose()
        return found

    def signal(self, name: str, number: signal.Signals) -> None:
        """Send a signal to ``assistant`` or ``actions``; a killed one is waited for."""
        process = self.servers.processes[name]
        process.send_signal(number)
        if number is signal.SIGKILL:
            process.wait(5)

    def restart(self, name: str) -> None:
        """Start ``assistant`` or ``actions`` again; returns when both serve."""
        self.servers.launch(name)
        self.wait_healthy()

    def heal(self) -> None:
        """Bring back what a test that failed has left dead or asleep."""
        for name, process in list(self.servers.processes.items()):
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
            else:
                self.restart(name)

    def wait_healthy(self, seconds: float = 60, status: int = 200) -> None:
        """Wait until ``/health`` says that everything is there (or, with 503, that something is not)."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if self.get("/health").status_code == status:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"no {status} in {seconds} s: {self.logs()[-1000:]}")

    def logs(self) -> str:
        """All that the servers have printed."""
        return (self.folder / "servers.log").read_text(encoding="utf-8", errors="replace")


@contextmanager
def opened(folder: Path, **extra: str) -> Iterator[House]:
    """A house that serves, with settings of its own, and is closed at the end."""
    house = House(folder, extra)
    try:
        house.open()
        yield house
    finally:
        house.close()
