"""Ways to hurt a database under a running assistant, and to put it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.house import House


def dossiers(house: House) -> Path:
    """The database of the files."""
    return house.folder / "dossiers.db"


def conversations(house: House) -> Path:
    """The database of the conversations."""
    return house.folder / "conversations.db"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a database so that nobody else can write to it, nor, where possible, read it."""
    holder = sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=False)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        holder.rollback()
        holder.close()


@contextmanager
def gone(path: Path) -> Iterator[None]:
    """Move a database away (a disk that is not mounted: nor can a new one be made in its place)."""
    away = path.parent / "away"
    away.mkdir()
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    for file in files:
        file.rename(away / file.name)
    path.mkdir()
    try:
        yield
    finally:
        path.rmdir()
        for file in files:
            (away / file.name).rename(file)
        away.rmdir()


@contextmanager
def garbage(path: Path) -> Iterator[None]:
    """A file that is no database any more, then the good one put back."""
    kept = path.read_bytes()
    side = {file: file.read_bytes() for file in path.parent.glob(f"{path.name}-*")}
    path.write_bytes(b"this is no database" * 500)
    for file in side:
        file.unlink(missing_ok=True)
    try:
        yield
    finally:
        for file, content in {path: kept, **side}.items():
            file.write_bytes(content)


@contextmanager
def deleted(path: Path) -> Iterator[None]:
    """Deleted for good: a new one is begun."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    yield


DAMAGE = {"locked": locked, "gone": gone, "garbage": garbage, "deleted": deleted}
