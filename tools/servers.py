"""Starts and stops the assistant and its action server together: used by run, serve, shell, tests and bench."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from actions.settings import ROOT

START_SECONDS = 60
MODULES = {"actions": "actions.server", "assistant": "addons.server"}
# A server that stops is started again, but not for ever.
_REVIVALS, _REVIVAL_SECONDS = 3, 120
_PR_SET_PDEATHSIG = 1


class ServersFailed(Exception):
    """A server did not start, or stopped; the message says which."""


@dataclass
class Servers:
    """The two processes. ``environment``: settings that win over those of this process; ``log``: a file for what they
    print (default: the terminal)."""

    environment: Mapping[str, str]
    log: Path | None = None
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    revivals: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start both; returns when ``/health`` answers 200.

        Raises:
            ServersFailed: one of them stopped, or they took too long.
        """
        for name in MODULES:
            self.launch(name)
        self._wait()

    def launch(self, name: str) -> None:
        """Start one process in a group of its own, so that Ctrl-C reaches us first and we stop it."""
        output = self.log.open("ab") if self.log else None
        try:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", MODULES[name]],
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        finally:
            if output:
                output.close()

    def stop(self) -> None:
        """Stop both, kindly then firmly."""
        for process in self.processes.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes.values():
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def stopped(self) -> str | None:
        """The name of a process that has stopped, if any."""
        return next((name for name, p in self.processes.items() if p.poll() is not None), None)

    def revive(self, name: str) -> bool:
        """Start a process that has stopped again; False when this happens too often."""
        now = time.monotonic()
        self.revivals = [one for one in self.revivals if now - one < _REVIVAL_SECONDS]
        if len(self.revivals) >= _REVIVALS:
            return False
        self.revivals.append(now)
        self.launch(name)
        return True

    def _wait(self) -> None:
        settings = {**os.environ, **self.environment}
        port, host = settings.get("PORT") or "5005", settings.get("HOST") or "127.0.0.1"
        host = "127.0.0.1" if host == "0.0.0.0" else host
        deadline = time.monotonic() + START_SECONDS
        state = "no answer"
        while time.monotonic() < deadline:
            if name := self.stopped():
                raise ServersFailed(
                    f"the {name} server stopped while starting: see its message above."
                )
            try:
                answer = httpx.get(f"http://{host}:{port}/health", timeout=5, trust_env=False)
                if answer.status_code == 200:
                    return
                state = answer.text
            except httpx.HTTPError:
                pass
            time.sleep(0.1)
        raise ServersFailed(f"the servers did not get ready in {START_SECONDS} s ({state}).")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end_with_parent() -> None:
    """In the child: stop when the parent is killed, so that no server is left to hold its port."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
