"""The loop of the shell: what is typed, what is answered and why, and the commands for advisers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tools.shell import export
from tools.shell.show import details, explanation
from tools.shell.talk import Talk

_HELP = """Commandes :
  /dossier 1234567A   parler comme cette personne (/dossier seul : comme une personne non connectée)
  /jour 2026-12-01    changer le jour
  /pourquoi           tout ce qui fonde la dernière réponse : faits, règles, sources, faits manquants
  /export [fichier]   garder la conversation comme cas de test (tests/conversations)
  /aide               cette aide
  /quitter            sortir (ou Ctrl-D)"""


class Dialogue:
    """State of the shell: person, day, exchanges so far."""

    def __init__(self, talk: Talk, day: date) -> None:
        self._talk = talk
        self._day = day
        self._person: str | None = None
        self._exchanges: list[tuple[str, list[dict[str, Any]]]] = []
        self._commands: dict[str, Callable[[str], None]] = {
            "/dossier": self._choose_person,
            "/jour": self._choose_day,
            "/pourquoi": self._explain,
            "/export": self._export,
            "/aide": lambda _: print(_HELP),
        }

    def run(self, person: str | None) -> int:
        """Read and answer until the end; returns the exit code."""
        if person and not self._set_person(person):
            return 1
        print(
            f"{self._who()}, le {self._day.isoformat()}. /aide pour les commandes, Ctrl-D pour sortir."
        )
        for line in _lines():
            text = line.strip()
            if text == "/quitter":
                break
            if text:
                self._take(text)
        return 0

    def _take(self, text: str) -> None:
        name, _, rest = text.partition(" ")
        if name in self._commands:
            self._commands[name](rest.strip())
        else:
            messages = self._talk.say(text, self._person, self._day)
            self._exchanges.append((text, messages))
            for message in messages:
                print(f"\n{message['text']}")
                print(details(message))

    def _who(self) -> str:
        return (
            f"Vous parlez comme {self._person}"
            if self._person
            else "Vous parlez comme une personne non connectée"
        )

    def _set_person(self, person: str) -> bool:
        identifiant = person.upper().replace(" ", "")
        if not self._talk.known(identifiant):
            print(f"Le dossier {identifiant} n’existe pas dans cette base.", file=sys.stderr)
            return False
        self._person = identifiant
        return True

    def _choose_person(self, identifiant: str) -> None:
        if not identifiant:
            self._person = None
            self._talk.restart()
        elif not self._set_person(identifiant):
            return
        self._exchanges.clear()
        print(self._who() + ".")

    def _choose_day(self, day: str) -> None:
        try:
            self._day = date.fromisoformat(day)
        except ValueError:
            print("Écrivez le jour ainsi : /jour 2026-12-01")
            return
        print(f"Nous sommes le {self._day.isoformat()}.")

    def _explain(self, _: str) -> None:
        if not self._exchanges:
            print("Il n’y a pas encore de réponse.")
            return
        for message in self._exchanges[-1][1]:
            print(explanation(message))

    def _export(self, name: str) -> None:
        if not self._exchanges:
            print("Il n’y a pas encore de conversation à garder.")
            return
        content = export.case(self._person, self._day, self._exchanges)
        if not name:
            print(content)
            return
        Path(name).write_text(content, encoding="utf-8")
        print(
            f"Conversation gardée dans {name}. Vérifiez ce qui est attendu avant de l’ajouter aux tests."
        )


def _lines() -> Iterator[str]:
    """Lines typed, with history and editing in a terminal; plain standard input otherwise."""
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession()
    while True:
        try:
            yield session.prompt("\n> ")
        except (EOFError, KeyboardInterrupt):
            return
