"""The store of conversations: Rasa's own table, order kept, nothing twice, nothing lost in an outage."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path
from typing import Any

from addons import lean

lean.install()

from rasa.core.tracker_store import SQLTrackerStore  # noqa: E402
from rasa.shared.core.domain import Domain  # noqa: E402
from rasa.shared.core.events import (  # noqa: E402
    ActionExecuted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

from addons.storage.conversations import ConversationStore  # noqa: E402

DOMAIN = Domain.from_yaml(
    "version: '3.1'\nslots:\n  s:\n    type: any\n    mappings:\n    - type: custom\n"
)


def store(path: Path) -> ConversationStore:
    """A store with its table made."""
    made = ConversationStore(DOMAIN, f"sqlite:///{path}")
    made._table.prepare()
    return made


async def turn(kept: Any, name: str, text: str, new_session: bool = False) -> None:
    """One turn, as Rasa's processor does it."""
    tracker = await kept.get_or_create_tracker(name, append_action_listen=False)
    if new_session or not tracker.events:
        tracker.update(ActionExecuted("action_session_start"))
        tracker.update(SessionStarted())
    tracker.update(UserUttered(text, intent={"name": "x", "confidence": 1.0}))
    tracker.update(SlotSet("s", {"dit": text}))
    await kept.save(tracker)


def texts(tracker: Any) -> list[str]:
    """What the user said in a tracker."""
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


async def test_rasas_own_store_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    kept = store(path)
    for text in ("un", "deux", "trois"):
        await turn(kept, "a", text)
    await turn(kept, "b", "autre")
    rasas = SQLTrackerStore(DOMAIN, db=str(path))
    ours, theirs = await kept.retrieve("a"), await rasas.retrieve("a")
    assert [e.as_dict() for e in ours.events] == [e.as_dict() for e in theirs.events]
    assert texts(ours) == ["un", "deux", "trois"]
    assert ours.get_slot("s") == {"dit": "trois"}
    assert sorted(await kept.keys()) == ["a", "b"]
    assert await kept.retrieve("nobody") is None


async def test_a_new_session_hides_the_old_one_and_keeps_it(tmp_path: Path) -> None:
    kept = store(tmp_path / "c.db")
    await turn(kept, "a", "avant")
    time.sleep(0.01)
    await turn(kept, "a", "après", new_session=True)
    await turn(kept, "a", "encore")
    assert texts(await kept.retrieve("a")) == ["après", "encore"]
    assert texts(await kept.retrieve_full_tracker("a")) == ["avant", "après", "encore"]


async def test_an_outage_in_the_middle(tmp_path: Path) -> None:
    """Known conversations keep their memory, new ones begin; afterwards all is written, once and in order."""
    folder = tmp_path / "disk"
    folder.mkdir()
    kept = store(folder / "c.db")
    await turn(kept, "a", "un")
    folder.rename(tmp_path / "unplugged")
    for name, text in (("a", "deux"), ("new", "bonjour"), ("a", "trois")):
        await turn(kept, name, text)
    assert texts(await kept.retrieve("a")) == ["un", "deux", "trois"]
    (tmp_path / "unplugged").rename(folder)
    for _ in range(50):
        await asyncio.sleep(0.1)
        if not kept._pending and not kept._down:
            break
    await turn(kept, "a", "quatre")
    again = store(folder / "c.db")
    assert texts(await again.retrieve("a")) == ["un", "deux", "trois", "quatre"]
    assert texts(await again.retrieve("new")) == ["bonjour"]


async def test_many_conversations_at_once(tmp_path: Path) -> None:
    kept = store(tmp_path / "c.db")

    async def talk(name: str) -> None:
        for number in range(5):
            await turn(kept, name, f"{number}")

    await asyncio.gather(*(talk(f"c{number}") for number in range(20)))
    for number in range(20):
        assert texts(await kept.retrieve(f"c{number}")) == ["0", "1", "2", "3", "4"]
    assert os.path.getsize(tmp_path / "c.db") > 0
