"""`make run` and `make serve` look after their two servers: one that dies is started again, none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import prepare
from actions.settings import ROOT, InvalidSettings, read_dotenv
from tests.house import House
from tools.servers import Servers


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[House, subprocess.Popen[bytes]]]:
    """A whole `make serve`, and its settings."""
    house = House(tmp_path, {"TODAY": "", "BOUSSOLE_DEMO": ""})
    engine = prepare(house.settings.database_url)
    importer(engine, DEMO, house.settings.current_day())
    engine.dispose()
    with house.servers.log.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tools.serve"],
            cwd=ROOT,
            env={**os.environ, **house.environment},
            stdout=log,
            stderr=log,
        )
    try:
        house.wait_healthy()
        yield house, process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(15)


def children(process: subprocess.Popen[bytes]) -> dict[str, int]:
    """The servers of a process, by name of their module."""
    listing = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_text().split("\0") for pid in listing}
    return {line[-2]: pid for pid, line in lines.items() if "-m" in line}


def answers(house: House) -> bool:
    """Does anybody still listen on the house's ports?"""
    for name in ("PORT", "ACTIONS_PORT"):
        try:
            httpx.get(
                f"http://127.0.0.1:{house.environment[name]}/health", timeout=2, trust_env=False
            )
        except httpx.ConnectError:
            continue
        return True
    return False


def gone(house: House, seconds: float = 10) -> bool:
    """Are both servers away, soon?"""
    deadline = time.monotonic() + seconds
    while answers(house):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_a_server_that_dies_is_started_again_and_the_talk_goes_on(
    served: tuple[House, subprocess.Popen[bytes]],
) -> None:
    house, process = served
    token = house.nobody()
    house.say(token, "l'atelier de ma convocation est obligatoire ?")
    before = children(process)
    os.kill(before["actions.server"], signal.SIGKILL)
    deadline = time.monotonic() + 20
    while children(process).get("actions.server") in (None, before["actions.server"]):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    house.wait_healthy(20)
    assert children(process)["addons.server"] == before["addons.server"], "the other one stayed"
    assert "loi" in house.say(token, "quelle loi ?")[0]["text"].lower()
    assert "the actions server has stopped: starting it again." in house.logs()
    process.send_signal(signal.SIGHUP)
    assert process.wait(15) == 0
    assert gone(house)
    assert "Traceback" not in house.logs()


def test_nobody_is_left_behind_when_it_is_killed(
    served: tuple[House, subprocess.Popen[bytes]],
) -> None:
    house, process = served
    process.kill()
    process.wait()
    assert gone(house)


def test_one_that_will_not_stay_is_given_up() -> None:
    servers = Servers({})
    launched: list[str] = []
    servers.launch = launched.append
    assert [servers.revive("actions") for _ in range(4)] == [True, True, True, False]
    assert launched == ["actions"] * 3


@pytest.mark.parametrize("kind", ["bytes", "folder"])
def test_settings_that_cannot_be_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"\xff\xfe\x00") if kind == "bytes" else path.mkdir()
    with pytest.raises(InvalidSettings, match=".env cannot be read"):
        read_dotenv(path)
