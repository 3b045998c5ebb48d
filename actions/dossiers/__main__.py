"""``python -m actions.dossiers import FILE…`` and ``prepare [--demo]``.

Reads DATABASE_URL and TODAY. Exit code 0 when everything was done, 1 otherwise; every failure
is one French sentence.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

from sqlalchemy.engine import Engine

from actions.dossiers.echange.fichier import FichierIllisible
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import is_empty, prepare
from actions.settings import InvalidSettings, load


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(
            "Usage : python -m actions.dossiers import FICHIER…, "
            "ou python -m actions.dossiers prepare [--demo]",
            file=sys.stderr,
        )
        raise SystemExit(1)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m actions.dossiers")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import", help="importer des fichiers de dossiers")
    importing.add_argument("fichiers", nargs="+", type=Path, metavar="FICHIER")
    preparing = commands.add_parser("prepare", help="créer ou mettre à jour les tables")
    preparing.add_argument(
        "--demo", action="store_true", help="charger le jeu de démonstration si la base est vide"
    )
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the command; 0 when everything was done, else 1."""
    args = _parser().parse_args(argv)
    try:
        settings = load()
        if args.command == "prepare":
            return _prepare(settings.database_url, settings.current_day(), args.demo)
        return _import(settings.database_url, settings.current_day(), args.fichiers)
    except (BaseIndisponible, InvalidSettings) as failure:
        print(failure, file=sys.stderr)
        return 1


def _prepare(url: str, today: date, demo: bool) -> int:
    engine = prepare(url)
    if demo and is_empty(engine):
        print("\n".join(importer(engine, DEMO, today).lignes()))
    return 0


def _import(url: str, today: date, paths: list[Path]) -> int:
    engine = prepare(url)
    done = [_import_one(engine, path, today) for path in paths]
    return 0 if all(done) else 1


def _import_one(engine: Engine, path: Path, today: date) -> bool:
    try:
        bilan = importer(engine, path, today)
    except FichierIllisible as failure:
        print(failure, file=sys.stderr)
        return False
    print("\n".join(bilan.lignes()))
    return bilan.accepte


if __name__ == "__main__":
    raise SystemExit(main())
