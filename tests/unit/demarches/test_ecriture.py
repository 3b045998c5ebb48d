"""Written once, whatever happens: repeats, two threads, a lost turn, a locked database."""

from __future__ import annotations

import asyncio
import copy
import sqlite3
import time as clock
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dossiers import engine as engines
from actions.dossiers.engine import create_engine
from actions.dossiers.erreurs import BaseIndisponible
from actions.framework import identity, services
from actions.framework.memory import SLOT
from actions.framework.turn import respond
from actions.groups import ActionConversation

Parler = Callable[..., Any]
ENZO = "1000010K"


@pytest.fixture
def enzo(parler: Parler) -> Any:
    """Enzo, whose absence of tomorrow waits for a yes."""
    person = parler(ENZO)
    person.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="maladie")
    person.dit("Plus tard")
    return person


def test_the_yes_again_says_when_it_was_recorded(enzo: Any) -> None:
    waiting = copy.deepcopy(enzo.memoire)
    enzo.dit("oui", "affirmer")
    enzo.memoire = waiting  # the turn was lost after the write
    again = enzo.dit("oui", "affirmer")
    assert "C’est déjà enregistré le mardi 24 novembre à 9 h 03" in again
    assert "Je n’ai rien ajouté" in again
    assert len(enzo.actes()) == 1


def test_the_button_again_without_an_act_tells_the_truth(enzo: Any) -> None:
    enzo.dit("Oui, transmettre")
    assert "voici ce qui est enregistré" in enzo.dit("Oui, transmettre")
    assert len(enzo.actes()) == 1


def test_the_same_message_in_eight_threads_is_one_act(enzo: Any) -> None:
    enzo.tours += 1
    requests = [enzo.demande("oui", "affirmer") for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda request: respond(request)[0].conclusion, requests))
    assert len(enzo.actes()) == 1
    assert sum("C’est transmis" in said for said in answers) == 1
    assert sum("déjà enregistré" in said for said in answers) == 7


def test_a_message_delivered_again_after_undoing_does_not_redo_it(enzo: Any) -> None:
    waiting = copy.deepcopy(enzo.memoire)
    enzo.dit("oui", "affirmer")
    turn = enzo.tours
    enzo.dit("en fait je viens demain")
    enzo.dit("oui", "affirmer")
    enzo.memoire, enzo.tours = waiting, turn - 1
    assert "a été annulée" in enzo.dit("oui", "affirmer")
    assert enzo.actes("absence") == ()


@pytest.fixture
def locked(enzo: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The same conversation on a connection that waits little for a lock held by somebody else."""
    monkeypatch.setattr(engines, "LOCK_TIMEOUT_MS", 50)
    path = enzo.outils.engine.url.database.removeprefix("file:")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield enzo, other
    other.close()


def test_a_locked_database_loses_nothing(locked: Any) -> None:
    enzo, other = locked
    before = enzo.memoire.to_slot()
    with pytest.raises(BaseIndisponible):
        enzo.dit("oui", "affirmer")
    assert enzo.memoire.to_slot() == before
    assert enzo.actes() == ()
    other.execute("ROLLBACK")
    assert "Non, pas encore" in enzo.dit("est-ce bien enregistré ?")
    assert "C’est transmis" in enzo.dit("oui", "affirmer")
    assert len(enzo.actes()) == 1


def test_through_the_action_a_locked_database_gives_a_kind_sentence(
    locked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    enzo, other = locked
    monkeypatch.setattr(services, "load", lambda: enzo.outils)
    dispatcher = CollectingDispatcher()
    events = asyncio.run(ActionConversation().run(dispatcher, _tracker(enzo, "oui"), {}))
    (message,) = dispatcher.messages
    assert "Excusez-moi" in message["text"]
    assert "est-ce bien enregistré" in message["text"]
    assert events == []
    other.execute("ROLLBACK")
    dispatcher = CollectingDispatcher()
    asyncio.run(ActionConversation().run(dispatcher, _tracker(enzo, "oui"), {}))
    assert "C’est transmis" in dispatcher.messages[0]["text"]
    assert len(enzo.actes()) == 1


def _tracker(person: Any, text: str) -> Tracker:
    key, conversation = person.outils.settings.session_key, person.conversation
    proof = identity.sign(
        person.identifiant, conversation, int(clock.time()) + 60, key, day=person.jour
    )
    latest = {
        "text": text,
        "intent": {"name": "affirmer", "confidence": 1.0},
        "entities": [],
        "metadata": {identity.METADATA_KEY: proof, "message_id": "m-1"},
    }
    slots = {SLOT: person.memoire.to_slot()}
    slots[SLOT]["demarche"].pop(
        "touche"
    )  # the action reads the real clock, the person a frozen one
    return Tracker(conversation, slots, latest, [], False, None, {}, "action_listen")


def test_a_database_that_has_gone_is_no_silence(enzo: Any) -> None:
    enzo.outils = type(enzo.outils)(
        enzo.outils.settings,
        enzo.outils.droit,
        enzo.outils.wording,
        create_engine("sqlite:////nulle/part.db"),
    )
    with pytest.raises(BaseIndisponible):
        enzo.dit("oui", "affirmer")
