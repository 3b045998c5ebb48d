"""A real PostgreSQL server for the tests: own data folder, free port, loopback only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError

from tools.servers import free_port

USER = "boussole"
START_S = 30
DEBIAN = "/usr/lib/postgresql"


class Unavailable(Exception):
    """No server can be started here; the message says why (for ``pytest.skip``)."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """Yields the address of the server's ``postgres`` database; stops the server at the end.

    Raises ``Unavailable`` when there is no server program, or no user to run it as.
    """
    programs, prefix, owner = _programs(), *_runner()
    folder = Path(tempfile.mkdtemp(prefix="boussole-pg-"))
    try:
        if owner is not None:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        _initialise(programs, prefix, folder)
        with _running(programs, prefix, folder) as port:
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder that holds ``initdb`` and ``postgres``."""
    on_path = shutil.which("postgres")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path(DEBIAN).glob("*/bin/postgres"))
    if not found:
        raise Unavailable("no PostgreSQL server program on this machine")
    return found[-1].parent


def _runner() -> tuple[list[str], pwd.struct_passwd | None]:
    """What to put before a command so that it does not run as root (the server refuses)."""
    if os.geteuid() != 0:
        return [], None
    named = {user.pw_name: user for user in pwd.getpwall()}
    owner = named.get("postgres") or named.get("nobody")
    if owner is None or not shutil.which("setpriv"):
        raise Unavailable("running as root, and no other user to run PostgreSQL as")
    ids = [f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids], owner


def _initialise(programs: Path, prefix: list[str], folder: Path) -> None:
    options = ["-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync"]
    command = [*prefix, str(programs / "initdb"), *options, "-D", str(folder / "data")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if done.returncode:
        raise Unavailable(f"initdb failed: {done.stderr.strip()[-300:]}")


@contextmanager
def _running(programs: Path, prefix: list[str], folder: Path) -> Iterator[int]:
    port = free_port()
    # No fsync: the data live as long as the tests.
    options = ["-F", "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)]
    command = [*prefix, str(programs / "postgres"), "-D", str(folder / "data"), *options]
    log = (folder / "log").open("wb")
    server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        _wait(server, port, folder)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        log.close()


def _wait(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    engine = create_engine(f"postgresql://{USER}@127.0.0.1:{port}/postgres", future=True)
    limit = time.monotonic() + START_S
    while time.monotonic() < limit and server.poll() is None:
        try:
            with engine.connect():
                engine.dispose()
                return
        except SQLAlchemyError:
            time.sleep(0.1)
    raise Unavailable(f"the server did not start: {(folder / 'log').read_text()[-300:]}")
