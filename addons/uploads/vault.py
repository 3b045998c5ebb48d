"""Where deposited files live: random names, readable by the server's user alone, outside the web root."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from actions.settings import ROOT
from addons.channels.refusal import Refusal
from addons.uploads.rules import CHECK_SECONDS, INSPECTIONS_AT_ONCE, MAX_BYTES, REFUSALS

_STRAY_SECONDS = 3600
_REFERENCE = re.compile(r"[\w-]{1,64}\Z", re.ASCII)


@dataclass(frozen=True)
class Kept:
    """A file in the vault: ``reference`` is its random name, ``kind`` pdf, jpeg or png, ``size`` in bytes."""

    reference: str
    kind: str
    size: int
    sha256: str


async def keep(folder: Path, content: bytes) -> Kept:
    """Inspect a deposited file and keep its clean copy.

    Raises:
        Refusal: 413 or 415, with the reason in French.
    """
    if len(content) > MAX_BYTES:
        raise _refusal("size")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".controle-") as work:
        source, copy = Path(work) / "source", Path(work) / "copie"
        source.write_bytes(content)
        kind = await _inspect(source, copy)
        if copy.stat().st_size > 2 * MAX_BYTES:
            raise _refusal("size")
        copy.chmod(0o600)
        reference = secrets.token_urlsafe(24)
        digest = hashlib.sha256(copy.read_bytes()).hexdigest()
        os.replace(copy, folder / reference)
    return Kept(reference, kind, (folder / reference).stat().st_size, digest)


def remove(folder: Path, reference: str) -> None:
    """Remove a file; one that is gone already is no error."""
    if _REFERENCE.match(reference):
        (folder / reference).unlink(missing_ok=True)


def remove_strays(folder: Path, known: Container[str]) -> int:
    """Remove what a server that died left behind: files in no table, work folders; how many. Anything of the last hour
    may still be at work."""
    before = time.time() - _STRAY_SECONDS
    strays = [
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.name not in known and path.lstat().st_mtime < before
    ]
    for path in strays:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(strays)


@lru_cache(maxsize=1)
def _turnstile() -> asyncio.Semaphore:
    """Few inspections at once: each may take much memory and a whole processor."""
    return asyncio.Semaphore(INSPECTIONS_AT_ONCE)


async def _inspect(source: Path, copy: Path) -> str:
    async with _turnstile():
        return await _inspect_now(source, copy)


async def _inspect_now(source: Path, copy: Path) -> str:
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "addons.uploads.inspection",
            str(source),
            str(copy),
        ),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", ""), "OMP_NUM_THREADS": "1"},
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), CHECK_SECONDS + 2)
        outcome = json.loads(output)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        raise _refusal("unreadable") from None
    except ValueError:  # the process was stopped by its limits
        raise _refusal("unreadable") from None
    if "type" not in outcome:
        raise _refusal(outcome["refused"])
    return str(outcome["type"])


def _refusal(code: str) -> Refusal:
    return Refusal(*REFUSALS[code])
