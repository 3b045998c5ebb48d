"""Starts servers of its own on loopback, on a copy of the files, and talks through the public's web channel."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from actions import settings as configuration
from actions.dossiers.erreurs import BaseIndisponible
from tools import run, train
from tools.servers import Servers, ServersFailed, free_port
from tools.shell.dialogue import Dialogue
from tools.shell.talk import Talk

_KEY = "cle-du-seul-terminal-du-conseiller-sur-cette-machine"


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """``--dossier`` and ``--jour``."""
    parser = argparse.ArgumentParser(
        prog="make shell", description="Teste les réponses de l’assistant."
    )
    parser.add_argument(
        "--dossier", help="identifiant de la personne (sept chiffres et une lettre)"
    )
    parser.add_argument(
        "--jour", type=date.fromisoformat, help="jour de la conversation (AAAA-MM-JJ)"
    )
    return parser.parse_args(arguments)


def environment(settings: configuration.Settings, folder: Path) -> dict[str, str]:
    """Settings of the shell's own servers: free ports, own conversations, and a copy of the files when they are in
    SQLite, so that trying an act never writes into somebody's file."""
    values = dict.fromkeys(("WEB_JWT_KEY", "SESSION_KEY", "ACTION_SERVER_TOKEN"), _KEY)
    values |= {
        "HOST": "127.0.0.1",
        "PORT": str(free_port()),
        "ACTIONS_PORT": str(free_port()),
        "WEB_JWT_ALGORITHM": "HS256",
        "TRACKER_DATABASE_URL": f"sqlite:///{folder / 'conversations.db'}",
        "UPLOADS_DIR": str(folder / "depots"),
        "MESSAGES_PER_MINUTE": "1000",
        "REDIS_URL": "",
        "BOUSSOLE_ADVISER": "1",
    }
    prefix = "sqlite:///"
    if settings.database_url.startswith(prefix):
        copy = folder / "dossiers.db"
        shutil.copyfile(settings.database_url[len(prefix) :], copy)
        values["DATABASE_URL"] = f"{prefix}{copy}"
    return values


def main() -> int:
    """Entry point of ``make shell``."""
    arguments = read_arguments()
    folder = Path(tempfile.mkdtemp(prefix="boussole-"))
    servers = None
    try:
        settings = configuration.load()
        run.prepare_files(settings)
        train.train()
        values = environment(settings, folder)
        servers = Servers(values)
        print("Démarrage de l’assistant…", file=sys.stderr, flush=True)
        servers.start()
        talk = Talk(f"http://127.0.0.1:{values['PORT']}", configuration.load(values))
        return Dialogue(talk, arguments.jour or settings.current_day()).run(arguments.dossier)
    except (configuration.InvalidSettings, BaseIndisponible, ServersFailed) as error:
        print(f"boussole: {error}", file=sys.stderr)
        return 1
    finally:
        if servers:
            servers.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
