"""What people type, and who they are, stays where it belongs: in the tables, for their time, and nowhere else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import sqlalchemy as sa

from actions.settings import ROOT
from addons.channels.tokens import Tokens
from addons.storage.events import EVENTS, EventTable
from tests.house import CONFIRM, House
from tests.servers.damage import conversations, dossiers, garbage, locked

WHO = "1000012M"
ODD = [
    "2 85 07 33 063 117 42",
    "285073306311742",
    "ginette.zorglub@courriel-inventé.fr",
    "Zorglubowska-Quichenotte",
    "turlututu-chapeau-pointu",
    "06 39 98 77 66",
    WHO,
]
PRIVATE = [*ODD, "ZORGLUB.pdf", "Weber", "Philippe"]


def purge(house: House, *arguments: str) -> str:
    """What ``make purge`` says."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.purge", *arguments],
        cwd=ROOT,
        env={**os.environ, **house.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def stored(house: House, token: str) -> list[str]:
    """The events of a conversation."""
    name = Tokens(house.settings).visitor(token).conversation
    return EventTable(house.settings.tracker_database_url).read(name, everything=True)


def test_logs_hold_nothing_of_what_was_typed(hurt: House, files: dict[str, bytes]) -> None:
    """Neither in good days nor while everything fails."""
    known = len(hurt.logs())
    token, nobody = hurt.person(WHO), hurt.nobody()

    def talk() -> None:
        for text in ODD:
            for who in (token, nobody):
                hurt.say(who, f"je m'appelle {text} et {text}, mon dossier {text}")
        hurt.post("upload", token, files={"file": ("ZORGLUB.pdf", files["pdf"])})
        hurt.post("webhook", token, json={"message": ODD[0] * 100})
        hurt.post("webhook", token, content=f'{{"message": "{ODD[0]}'.encode())
        hurt.post("webhook", token + "x", json={"message": ODD[3]})
        hurt.get(f"/{ODD[2]}?nir={ODD[1]}")

    talk()
    for damage in (locked(conversations(hurt)), garbage(conversations(hurt))):
        with damage:
            hurt.say(nobody, ODD[0])
            hurt.say(token, f"mes absences {ODD[3]}")
        hurt.wait_healthy()
    with garbage(dossiers(hurt)):
        hurt.say(nobody, ODD[0])
        hurt.say(token, f"mes absences {ODD[3]}")
    hurt.wait_healthy()
    hurt.signal("actions", signal.SIGKILL)
    hurt.say(nobody, ODD[0])
    hurt.restart("actions")
    logs = hurt.logs()[known:]
    assert logs, "the failures themselves are logged"
    for private in [
        *PRIVATE,
        token,
        nobody,
        *(hurt.environment[k] for k in hurt.environment if "KEY" in k),
    ]:
        assert private not in logs
    assert "Traceback" not in logs


def test_one_person_is_erased_everywhere(house: House, files: dict[str, bytes]) -> None:
    token, other = house.person(WHO), house.person("1000003C")
    house.ready_to_declare(token)
    house.say(token, CONFIRM, message_id="m-1")
    house.say(other, "mes rendez-vous")
    reference = house.post("upload", token, files={"file": ("a.pdf", files["pdf"])}).json()[
        "reference"
    ]
    house.post("feedback", token, json={"message_id": "m-1", "useful": True})
    assert house.acts(WHO)
    assert (house.settings.uploads_dir / reference).is_file()

    said = purge(house, "--personne", "1000012m")

    assert "fichiers 1" in said
    assert WHO not in said
    assert stored(house, token) == []
    assert house.acts(WHO) == []
    assert not (house.settings.uploads_dir / reference).exists()
    assert stored(house, other), "nobody else is touched"
    assert "enregistré." not in house.say(token, "est-ce bien enregistré ?")[0]["text"]
    assert house.say(token, "mes rendez-vous")[0]["text"]
    assert not _traces(house, WHO)
    assert "nothing" in purge(house, "--personne", "NOBODY99")


def _traces(house: House, identifiant: str) -> list[str]:
    """Tables, the agency's own file apart, that still name a person."""
    engine = sa.create_engine(house.settings.database_url, future=True)
    found = []
    with engine.connect() as connection:
        for table in ("actes", "depots", "liens"):
            rows = connection.execute(
                sa.text(f"SELECT count(*) FROM {table} WHERE identifiant = :who"),
                {"who": identifiant},
            )
            if rows.scalar_one():
                found.append(table)
    engine.dispose()
    return found


def test_retention_takes_old_conversations_whole_and_strays(house: House) -> None:
    old, living = house.nobody(), house.nobody()
    for token in (old, living):
        house.say(token, "bonjour")
    _age(house, old, 31)
    _age(house, living, 31)
    house.say(living, "merci")
    folder = house.settings.uploads_dir
    folder.mkdir(exist_ok=True)
    stray, work, recent = folder / "stray", folder / ".controle-x", folder / "recent"
    work.mkdir()
    for file in (stray, work / "source", recent):
        file.write_bytes(b"x")
    for path in (stray, work):
        os.utime(path, (time.time() - 7200,) * 2)

    purge(house)

    assert stored(house, old) == []
    texts = [event.get("text") for event in map(json.loads, stored(house, living))]
    assert {"bonjour", "merci"} <= set(texts), "a living conversation stays whole"
    assert not stray.exists()
    assert not work.exists()
    assert recent.exists(), "somebody may be sending it right now"
    recent.unlink()


def _age(house: House, token: str, days: int) -> None:
    name = Tokens(house.settings).visitor(token).conversation
    engine = sa.create_engine(house.settings.tracker_database_url, future=True)
    with engine.begin() as connection:
        connection.execute(
            sa.update(EVENTS)
            .where(EVENTS.c.sender_id == name)
            .values(timestamp=EVENTS.c.timestamp - days * 86_400)
        )
    engine.dispose()


def test_nothing_is_said_to_other_machines(house: House) -> None:
    """Telemetry is off, and no server has a line, open or asked for, to anywhere but this machine."""
    code = "from addons import lean; lean.install(); from rasa import telemetry; print(telemetry.is_telemetry_enabled())"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if "TELEMETRY" not in name},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split()[-1:] == ["False"], done.stderr
    for text in ("bonjour", "mes droits", "quelle loi ?"):
        house.say(house.nobody(), text)
        for process in house.servers.processes.values():
            assert _foreign_lines(process.pid) == []


def _foreign_lines(pid: int) -> list[str]:
    """The remote ends of a process's TCP and UDP lines that are not this machine."""
    mine = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            mine.add(os.readlink(link))
        except OSError:
            continue
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()[1:]:
            remote, inode = line.split()[2], line.split()[9]
            here = remote.startswith(("0100007F", "0" * 8 + ":", "0" * 32)) or "0100007F:" in remote
            if f"socket:[{inode}]" in mine and not here:
                found.append(remote)
    return found
