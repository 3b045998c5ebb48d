"""It refuses to start in one sentence that says what to do, and with an exit code that says so too."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from actions.settings import ROOT
from tests.house import House

LOAD = "import sys, pathlib, addons.server as s; s.MODEL = pathlib.Path(sys.argv[1]); s.main()"


def start(folder: Path, *command: str, **settings: str) -> tuple[int, str]:
    """Start a command with good settings but for those given; its exit code and what it said."""
    good = {**House(folder).environment, "TODAY": "", "BOUSSOLE_DEMO": ""}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command],
        cwd=ROOT,
        env={**os.environ, **good, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def refused(outcome: tuple[int, str], about: str) -> None:
    """A refusal: one sentence for the operator, about what is at fault."""
    code, said = outcome
    assert code not in (0, None)
    assert about in said, said
    assert said.startswith("boussole"), said
    assert len(said.strip().splitlines()) == 1, said
    assert said.strip().endswith((".", "…")), said


GARBAGE = b"this is no database" * 500

KEYS = [
    ({"WEB_JWT_KEY": ""}, "WEB_JWT_KEY"),
    ({"SESSION_KEY": ""}, "SESSION_KEY"),
    ({"ACTION_SERVER_TOKEN": ""}, "ACTION_SERVER_TOKEN"),
    ({"SESSION_KEY": "change-me"}, "SESSION_KEY"),
    ({"WEB_JWT_KEY": "x" * 31}, "WEB_JWT_KEY"),
    ({"WEB_JWT_ALGORITHM": "none"}, "WEB_JWT_ALGORITHM"),
    ({"WEB_JWT_ALGORITHM": "RS256"}, "public key"),
    (
        {
            "WEB_JWT_ALGORITHM": "RS256",
            "WEB_JWT_KEY": "-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----",
        },
        "public key",
    ),
    ({"TODAY": "2026-11-24"}, "TODAY"),
    ({"TODAY": "demain"}, "TODAY"),
    ({"PORT": "0"}, "PORT"),
    ({"MESSAGES_PER_MINUTE": "-1"}, "MESSAGES_PER_MINUTE"),
    ({"SANIC_PROXIES_COUNT": "one"}, "SANIC_PROXIES_COUNT"),
    ({"HOST": "203.0.113.9"}, "HOST"),
    ({"DATABASE_URL": "mysql://a/b"}, "DATABASE_URL"),
    ({"TRACKER_DATABASE_URL": "nonsense"}, "TRACKER_DATABASE_URL"),
    ({"TRACKER_DATABASE_URL": "postgresql://a:b@127.0.0.1:1/c"}, "TRACKER_DATABASE_URL"),
    ({"REDIS_URL": "redis://127.0.0.1:1"}, "REDIS_URL"),
    ({"REDIS_URL": "http://127.0.0.1"}, "REDIS_URL"),
]


@pytest.mark.parametrize(("settings", "about"), KEYS, ids=range(len(KEYS)))
def test_settings_at_fault(tmp_path: Path, settings: dict[str, str], about: str) -> None:
    refused(start(tmp_path, "-m", "tools.serve", **settings), about)


@pytest.mark.parametrize("name", ["PORT", "ACTIONS_PORT"])
def test_a_port_is_taken(tmp_path: Path, name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused(start(tmp_path, "-m", "tools.serve", **{name: port}), port)


@pytest.mark.parametrize(
    ("file", "about"), [("dossiers.db", "base de données"), ("conversations.db", "conversations")]
)
@pytest.mark.parametrize("how", ["garbage", "folder"])
def test_a_database_cannot_be_read(tmp_path: Path, file: str, about: str, how: str) -> None:
    path = tmp_path / file
    path.write_bytes(GARBAGE) if how == "garbage" else path.mkdir()
    refused(start(tmp_path, "-m", "tools.serve"), about)


def test_the_model_is_missing(tmp_path: Path) -> None:
    refused(start(tmp_path, "-c", LOAD, str(tmp_path / "none.tar.gz")), "make train")


@pytest.mark.parametrize("kind", ["garbage", "another archive"])
def test_the_model_cannot_be_read(tmp_path: Path, kind: str) -> None:
    model = tmp_path / "model.tar.gz"
    if kind == "garbage":
        model.write_bytes(b"no archive")
    else:
        with tarfile.open(model, "w:gz") as archive:
            archive.add(__file__, "metadata.json")
    code, said = start(tmp_path, "-c", LOAD, str(model))
    assert code not in (0, None)
    assert "make train" in said
    assert "Traceback" not in said


def test_the_action_server_refuses_too(tmp_path: Path) -> None:
    for name in ("SESSION_KEY", "ACTION_SERVER_TOKEN"):
        code, said = start(tmp_path, "-m", "actions.server", **{name: "short"})
        assert code == 1
        assert name in said
        assert len(said.strip().splitlines()) == 1
