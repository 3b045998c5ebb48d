"""``python -m actions.dossiers`` as it is typed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from actions.dossiers.engine import create_engine
from actions.dossiers.importer import DEMO
from actions.dossiers.preparer import prepare
from tests.unit.dossiers.aides import lire

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def start(*args: object, **env: str) -> subprocess.CompletedProcess[str]:
        base = {"DATABASE_URL": f"sqlite:///{tmp_path / 'd.db'}", "TODAY": "2026-11-23"}
        return subprocess.run(
            [sys.executable, "-m", "actions.dossiers", *map(str, args)],
            env={**os.environ, **base, **env},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return start


def _fails(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_import_then_again(run: Run, tmp_path: Path) -> None:
    first, second = run("import", DEMO), run("import", DEMO)
    assert (first.returncode, second.returncode) == (0, 0)
    assert "12 dossiers : 12 ajoutés, 0 modifié, 0 inchangé" in first.stdout
    assert "12 dossiers : 0 ajouté, 0 modifié, 12 inchangés" in second.stdout
    engine = create_engine(f"sqlite:///{tmp_path / 'd.db'}")
    assert lire(engine, "1000001A").rendez_vous[1].debut.day == 25


def test_refused_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "faux.yml"
    path.write_text("dossiers:\n  - {identifiant: 12, prenom: A, nom: B, allocation: ARE}\n")
    done = run("import", path)
    assert done.returncode == 1
    assert "faux.yml, ligne 2, dossiers[0].identifiant (12) : « 12 » : 7 chiffres" in done.stdout
    assert "refusé, 1 erreur ; rien n’a été importé" in done.stdout


def test_good_files_beside_a_bad_one(run: Run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "rien.yml", DEMO)
    assert done.returncode == 1
    assert "n’existe pas" in done.stderr
    assert "12 ajoutés" in done.stdout


def test_prepare_loads_the_demo_only_into_an_empty_database(run: Run) -> None:
    assert run("prepare").stdout == ""
    assert "12 ajoutés" in run("prepare", "--demo").stdout
    again = run("prepare", "--demo")
    assert (again.returncode, again.stdout) == (0, "")


def test_wrong_usage(run: Run) -> None:
    for args in ((), ("import",), ("autre",)):
        _fails(run(*args), "Usage : python -m actions.dossiers import FICHIER…")


def test_bad_settings(run: Run) -> None:
    _fails(run("import", DEMO, TODAY="hier"), "TODAY")
    _fails(run("import", DEMO, DATABASE_URL="mysql://a/b"), "DATABASE_URL")


def test_locked_database(run: Run, tmp_path: Path) -> None:
    prepare(f"sqlite:///{tmp_path / 'd.db'}")
    rival = sqlite3.connect(tmp_path / "d.db", isolation_level=None)
    rival.execute("BEGIN EXCLUSIVE")
    _fails(run("import", DEMO), "occupée par un autre programme")
    rival.close()


def test_unreachable_server(run: Run) -> None:
    done = run("import", DEMO, DATABASE_URL="postgresql://u:secret@127.0.0.1:1/d")
    _fails(done, "ne répond pas")
    assert "secret" not in done.stderr


def test_file_that_is_no_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.db").write_text("pas une base " * 100)
    _fails(run("import", DEMO), "illisible")
