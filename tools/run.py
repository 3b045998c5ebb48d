"""``make run``: trains if needed, prepares keys and the demo files, serves the assistant and its demo page."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import sys
import time

from actions import settings as configuration
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import is_empty, prepare
from addons.server import check_port, check_surroundings
from tools import train
from tools.servers import Servers, ServersFailed

_KEYS = ("WEB_JWT_KEY", "SESSION_KEY", "ACTION_SERVER_TOKEN")
_ENV_FILE = configuration.ROOT / ".env"


def write_keys() -> None:
    """Make a local ``.env`` with random keys, once; only its owner may read it."""
    if _ENV_FILE.exists():
        return
    lines = ["# Made by `make run`: random keys of this machine."]
    lines += [f"{name}={secrets.token_urlsafe(32)}" for name in _KEYS]
    with os.fdopen(os.open(_ENV_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write("\n".join(lines) + "\n")
    print("Random keys written to .env.", flush=True)


def prepare_files(settings: configuration.Settings) -> None:
    """Make or migrate the database of the files; an empty one gets the demo set."""
    engine = prepare(settings.database_url)
    try:
        if is_empty(engine):
            print("Loading the demo files...", flush=True)
            importer(engine, DEMO, settings.current_day())
    finally:
        engine.dispose()


def serve(environment: dict[str, str], ready: str) -> int:
    """Run both servers until Ctrl-C (or SIGTERM, or the terminal is closed); returns the exit code."""
    servers = Servers(environment)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        print("Starting the servers...", flush=True)
        servers.start()
        print(ready, flush=True)
        while True:
            if name := servers.stopped():
                again = servers.revive(name)
                then = "starting it again." if again else "it stops too often, giving up."
                print(f"boussole: the {name} server has stopped: {then}", file=sys.stderr)
                if not again:
                    return 1
            time.sleep(0.5)
    except ServersFailed as error:
        print(f"boussole: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopping.", flush=True)
        return 0
    finally:
        servers.stop()


def main() -> int:
    """Entry point of ``make run``."""
    argparse.ArgumentParser(prog="make run", description=__doc__).parse_args()
    try:
        write_keys()
        settings = configuration.load()
        configuration.check_keys(settings)
        check_port(settings.port, "PORT")
        check_port(settings.actions_port, "ACTIONS_PORT")
        prepare_files(settings)
        check_surroundings(settings)
        train.train()
    except (configuration.InvalidSettings, BaseIndisponible) as error:
        print(f"boussole: {error}", file=sys.stderr)
        return 1
    except OSError as error:  # a folder that cannot be written, a full disk
        place = f" ({error.filename})" if error.filename else ""
        print(f"boussole: the disk refuses: {error.strerror}{place}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped before it was ready.", file=sys.stderr)
        return 130
    page = f"http://localhost:{settings.port}/widget/demo.html"
    # The demo hands out tokens: only who asks for it on the spot may open it to other machines.
    host = os.environ.get("HOST") or "127.0.0.1"
    environment = {"BOUSSOLE_DEMO": "1", "PORT": str(settings.port), "HOST": host}
    return serve(environment, f"The assistant is ready: {page}  (Ctrl-C stops it)")


if __name__ == "__main__":
    sys.exit(main())
