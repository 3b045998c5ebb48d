"""Starts and stops the assistant and its action server together: used by run, serve, shell, tests and bench."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from actions.settings import ROOT

START_SECONDS = 60


class ServersFailed(Exception):
    """A server did not start, or stopped; the message says which."""


@dataclass
class Servers:
    """The two processes. ``environment``: settings that win over those of this process; ``log``: a file for what they
    print (default: the terminal)."""

    environment: Mapping[str, str]
    log: Path | None = None
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self) -> None:
        """Start both; returns when ``/health`` answers 200.

        Raises:
            ServersFailed: one of them stopped, or they took too long.
        """
        for name, module in (("actions", "actions.server"), ("assistant", "addons.server")):
            self.launch(name, module)
        self._wait()

    def launch(self, name: str, module: str) -> None:
        """Start one process in a group of its own, so that Ctrl-C reaches us first and we stop it."""
        output = self.log.open("ab") if self.log else None
        try:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", module],
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=output,
                stderr=output,
                start_new_session=True,
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

    def _wait(self) -> None:
        port = self.environment.get("PORT") or os.environ.get("PORT", "5005")
        deadline = time.monotonic() + START_SECONDS
        state = "no answer"
        while time.monotonic() < deadline:
            if name := self.stopped():
                raise ServersFailed(
                    f"the {name} server stopped while starting: see its message above."
                )
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/health", timeout=5, trust_env=False)
                if answer.status_code == 200:
                    return
                state = answer.text
            except httpx.HTTPError:
                pass
            time.sleep(0.1)
        raise ServersFailed(f"the servers did not get ready in {START_SECONDS} s ({state}).")
