"""The two servers that are compared: ours, and the stock configuration of ``rasa init`` on the same data."""

from __future__ import annotations

import os
import resource
import secrets
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import yaml

from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import prepare
from actions.settings import ROOT, load
from addons.demo import personal_token
from tools.bench.load import NEXT_CONVERSATION
from tools.servers import Servers, free_port

PERSONS = (
    "1000001A",
    "1000002B",
    "1000004D",
    "1000006F",
    "1000007G",
    "1000009J",
    "1000011L",
    "1000012M",
)
_STOCK = {
    "recipe": "default.v1",
    "language": "fr",
    "assistant_id": "stock",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": 100},
        {"name": "TEDPolicy", "max_history": 5, "epochs": 100, "constrain_similarities": True},
    ],
}


def memory_mb(pid: int) -> float:
    """Resident memory of a process, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return (
        int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
        / 1024
    )


class Ours:
    """Our assistant with its action server, on the demo files."""

    name = "boussole"

    def __init__(self, folder: Path) -> None:
        self.environment = {
            "PORT": str(free_port()),
            "ACTIONS_PORT": str(free_port()),
            "DATABASE_URL": f"sqlite:///{folder / 'dossiers.db'}",
            "TRACKER_DATABASE_URL": f"sqlite:///{folder / 'conversations.db'}",
            **{
                name: secrets.token_hex(32)
                for name in ("WEB_JWT_KEY", "SESSION_KEY", "ACTION_SERVER_TOKEN")
            },
            "WEB_JWT_ALGORITHM": "HS256",
            "MESSAGES_PER_MINUTE": "1000000",
            "SESSIONS_PER_MINUTE": "1000000",
            "REDIS_URL": "",
            "BOUSSOLE_ADVISER": "",
            "BOUSSOLE_DEMO": "",
            "HOST": "127.0.0.1",
        }
        settings = load(self.environment)
        engine = prepare(settings.database_url)
        importer(engine, DEMO, settings.current_day())
        engine.dispose()
        self.servers = Servers(self.environment, log=folder / "ours.log")
        self._address = f"http://127.0.0.1:{self.environment['PORT']}/webhooks/web"
        self._tokens: dict[int, str] = {}

    def start(self) -> None:
        """Start both servers and wait for them."""
        self.servers.start()

    def stop(self) -> None:
        """Stop both servers."""
        self.servers.stop()

    def pid(self) -> int:
        """The process of the assistant."""
        return self.servers.processes["assistant"].pid

    async def say(self, client: httpx.AsyncClient, number: int, text: str) -> int:
        """One turn; the first of the conversations at once is a proven person's, the others are anonymous."""
        if number not in self._tokens:
            self._tokens[number] = await self._token(client, number)
        headers = {"Authorization": f"Bearer {self._tokens[number]}"}
        answer = await client.post(
            f"{self._address}/webhook", headers=headers, json={"message": text}
        )
        answer.raise_for_status()
        return len(answer.json())

    async def _token(self, client: httpx.AsyncClient, number: int) -> str:
        if number % NEXT_CONVERSATION == 0:
            person = PERSONS[number // NEXT_CONVERSATION % len(PERSONS)]
            return personal_token(self.environment["WEB_JWT_KEY"], person)
        return str((await client.post(f"{self._address}/session")).json()["token"])


class Stock:
    """``rasa train`` and ``rasa run`` with the configuration that ``rasa init`` writes."""

    name = "stock Rasa"

    def __init__(self, folder: Path, ours: Ours, epochs: int) -> None:
        self.folder = folder / "stock"
        self.port = free_port()
        self._ours = ours
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = {
            **os.environ,
            "RASA_TELEMETRY_ENABLED": "false",
            "PYTHONWARNINGS": "ignore",
        }
        self._write(epochs)

    def _write(self, epochs: int) -> None:
        shutil.copytree(ROOT / "data", self.folder / "data")
        shutil.copy(ROOT / "domain.yml", self.folder)
        config = yaml.safe_load(yaml.safe_dump(_STOCK))
        for component in (*config["pipeline"], *config["policies"]):
            if "epochs" in component:
                component["epochs"] = epochs
        endpoint = {
            "url": f"http://127.0.0.1:{self._ours.environment['ACTIONS_PORT']}/webhook",
            "headers": {"X-Action-Token": self._ours.environment["ACTION_SERVER_TOKEN"]},
        }
        files = {
            "config.yml": config,
            "credentials.yml": {"rest": None},
            "endpoints.yml": {"action_endpoint": endpoint},
        }
        for name, content in files.items():
            (self.folder / name).write_text(yaml.safe_dump(content), encoding="utf-8")

    def train(self) -> tuple[float, float]:
        """Train; seconds of the clock and of the processors."""
        started, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        self._rasa("train", "--fixed-model-name", "stock").wait()
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        if not (self.folder / "models" / "stock.tar.gz").is_file():
            raise SystemExit(
                f"the stock configuration could not be trained: see {self.folder / 'stock.log'}."
            )
        processors = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
        return time.monotonic() - started, processors

    def model(self) -> Path:
        """The trained model."""
        return self.folder / "models" / "stock.tar.gz"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._process = self._rasa(
            "run",
            "-i",
            "127.0.0.1",
            "-p",
            str(self.port),
            "--endpoints",
            "endpoints.yml",
            "--credentials",
            "credentials.yml",
        )
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            try:
                if (
                    httpx.get(
                        f"http://127.0.0.1:{self.port}/", timeout=5, trust_env=False
                    ).status_code
                    == 200
                ):
                    return
            except httpx.HTTPError:
                time.sleep(0.2)
        raise SystemExit(f"the stock server did not start: see {self.folder / 'stock.log'}.")

    def stop(self) -> None:
        """Stop the server."""
        if self._process:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(20)

    def pid(self) -> int:
        """The process of the server."""
        assert self._process
        return self._process.pid

    async def say(self, client: httpx.AsyncClient, number: int, text: str) -> int:
        """One turn."""
        address = f"http://127.0.0.1:{self.port}/webhooks/rest/webhook"
        answer = await client.post(address, json={"sender": f"bench-{number}", "message": text})
        answer.raise_for_status()
        return len(answer.json())

    def _rasa(self, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "stock.log").open("ab") as log:
            command = [sys.executable, "-W", "ignore", "-m", "rasa", *arguments]
            return subprocess.Popen(
                command, cwd=self.folder, env=self._environment, stdout=log, stderr=log
            )
