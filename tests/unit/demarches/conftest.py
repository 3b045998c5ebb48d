"""Conversations of acts without Rasa: every test has its own copy of a real database with the demo set.

``parler`` gives a person to speak as: ``dit(text, intent, **facts)`` is one turn; the file is read again at each turn, as
the action server does, and the memory goes through the JSON of its slot.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import actions.groups  # noqa: F401  (registers every handler and every act)
from actions.dossiers.actes import actes_de
from actions.dossiers.depots import enregistrer_depot
from actions.dossiers.engine import create_engine, read_session, write_session
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.personne import Acte, DossierPersonne
from actions.dossiers.preparer import prepare
from actions.dossiers.repository import dossier_complet
from actions.framework.answer import Answer
from actions.framework.memory import Memory
from actions.framework.render import text
from actions.framework.request import Request, merge, personal_facts
from actions.framework.services import Services
from actions.framework.turn import respond

TODAY = date(2026, 11, 24)  # a Tuesday
_numbers = count()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the demo set on ``TODAY``, to be copied."""
    path = tmp_path_factory.mktemp("demarches") / "demo.db"
    engine = prepare(f"sqlite:///{path}")
    assert importer(engine, DEMO, TODAY).accepte
    engine.dispose()
    return path


@pytest.fixture
def outils(services: Services, demo_file: Path, tmp_path: Path) -> Iterator[Services]:
    """The tools of the action server, on a database that this test may write to."""
    path = shutil.copy(demo_file, tmp_path / "dossiers.db")
    engine = create_engine(f"sqlite:///{path}")
    yield replace(services, engine=engine)
    engine.dispose()


class Personne:
    """Somebody who talks; ``memoire`` and ``reponse`` are those after the last turn."""

    def __init__(self, outils: Services, identifiant: str | None, *, channel: str = "web") -> None:
        self.outils, self.identifiant, self.channel = outils, identifiant, channel
        self.memoire, self.reponse = Memory(), Answer("")
        self.jour, self.heure = TODAY, time(9, 0)
        self.conversation = f"essai-{next(_numbers)}"
        self.tours = 0

    def dossier(self) -> DossierPersonne | None:
        """The file as the tables hold it now."""
        if self.identifiant is None:
            return None
        with read_session(self.outils.engine) as session:
            return dossier_complet(session, self.identifiant)

    def actes(self, nature: str | None = None) -> tuple[Acte, ...]:
        """The acts in force of this person."""
        with read_session(self.outils.engine) as session:
            found = actes_de(session, self.identifiant or "", nature)
        return tuple(acte for acte in found if acte.actif)

    def depose(self, reference: str) -> str:
        """Upload a file, as the web channel records it."""
        with write_session(self.outils.engine) as session:
            enregistrer_depot(
                session,
                reference=reference,
                identifiant=self.identifiant or "",
                nom_affiche="scan.pdf",
                type="application/pdf",
                taille=1,
                sha256="0" * 64,
                now=datetime.combine(self.jour, self.heure, timezone.utc),
            )
        return reference

    def demande(
        self, texte: str, intent: str = "informer", *, fichier: str | None = None, **faits: Any
    ) -> Request:
        """The request of a message, at the present point of the conversation."""
        file, memory = self.dossier(), Memory.from_slot(self.memoire.to_slot())
        start = datetime.combine(self.jour, self.heure)
        return Request(
            intent,
            texte,
            self.outils,
            memory,
            self.jour,
            now=start + timedelta(minutes=self.tours),
            conversation=self.conversation,
            channel=self.channel,
            message_id=f"{self.conversation}-{self.tours}",
            identifiant=self.identifiant,
            dossier=file,
            said=faits,
            facts={**personal_facts(file), **merge(memory.faits, faits)},
            upload=fichier,
        )

    def dit(self, texte: str, intent: str = "informer", **plus: Any) -> str:
        """One turn; the text as a channel shows it, with plain spaces."""
        self.tours += 1
        self.reponse, self.memoire = respond(self.demande(texte, intent, **plus))
        return text(self.reponse).replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def boutons(self) -> list[str]:
        """The titles of the buttons shown."""
        return [button.title for button in self.reponse.buttons]


@pytest.fixture
def parler(outils: Services) -> Callable[..., Personne]:
    """Speak as a person of the demo set, or as nobody in particular (None)."""
    return lambda identifiant, **plus: Personne(outils, identifiant, **plus)
