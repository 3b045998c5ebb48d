"""Rasa's conversations in SQLite or PostgreSQL, without ever freezing the server nor losing a turn to an outage."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from addons.storage.events import EventTable, Row, StoreUnavailable

logger = logging.getLogger(__name__)
T = TypeVar("T")

_THREADS = 8
_PROBE_SECONDS = 1
# Sessions kept in memory for an outage, and conversations whose unwritten events are kept.
_MAX_RECENT, _MAX_PENDING = 300, 5_000
# Attribute of a tracker: how many of its events the table (or ``_pending``) has.
_STORED = "boussole_stored"


class ConversationStore(TrackerStore):
    """Keeps order because Rasa's lock lets one message of a conversation through at a time.

    In an outage the talk goes on from memory: what could not be written waits, in order, and is written when the
    database is back; a task looks for it every second, so that no turn waits for a dead database twice.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """``host``: a SQLAlchemy URL (Rasa's name for the ``url`` of endpoints.yml)."""
        self._table = EventTable(host or "")
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="conversations")
        self._recent: OrderedDict[str, list[str]] = OrderedDict()
        self._pending: OrderedDict[str, list[Row]] = OrderedDict()
        self._down = False
        self._recovery: asyncio.Task[None] | None = None
        super().__init__(domain, event_broker, **kwargs)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a conversation's latest session."""
        events = await self._load(sender_id)
        return self._tracker(sender_id, events)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker of all sessions of a conversation."""
        events = await self._in_thread(self._table.read, conversation_id, True)
        return self._tracker(conversation_id, events)

    async def keys(self) -> Iterable[str]:
        """The names of all conversations."""
        return await self._in_thread(self._table.conversations)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that the tracker gained since it was retrieved."""
        await self.stream_events(tracker)
        name, known = tracker.sender_id, getattr(tracker, _STORED, 0)
        rows = [_row(name, event) for event in list(tracker.events)[known:]]
        setattr(tracker, _STORED, known + len(rows))
        self._remember(name, [*self._recent.get(name, []), *(row["data"] for row in rows)])
        if self._down or name in self._pending:
            self._keep(name, rows)
            return
        try:
            await self._in_thread(self._table.append, rows)
        except StoreUnavailable as error:
            self._keep(name, rows)
            self._lost(error)

    async def erase(self, name: str) -> None:
        """Forget a conversation whose lock is held.

        Raises:
            StoreUnavailable: the table does not serve now, or what waits to be written is not there yet.
        """
        if name in self._pending:
            raise StoreUnavailable("not written yet")
        try:
            await self._in_thread(self._table.erase, name)
        except StoreUnavailable as error:
            self._lost(error)
            raise
        self._recent.pop(name, None)

    async def check(self) -> None:
        """Raise ``StoreUnavailable`` unless the table can be read."""
        await self._in_thread(self._table.check)

    async def _load(self, name: str) -> list[str]:
        if not self._down and name not in self._pending:
            try:
                events = await self._in_thread(self._table.read, name)
            except StoreUnavailable as error:
                self._lost(error)
            else:
                self._remember(name, events)
                return events
        return self._recent.get(name) or [row["data"] for row in self._pending.get(name, [])]

    def _tracker(self, name: str, events: list[str]) -> DialogueStateTracker | None:
        if not events or self.domain is None:
            return None
        parsed = [json.loads(event) for event in events]
        tracker = DialogueStateTracker.from_dict(name, parsed, self.domain.slots)
        setattr(tracker, _STORED, len(tracker.events))
        return tracker

    def _remember(self, name: str, events: list[str]) -> None:
        self._recent[name] = events
        self._recent.move_to_end(name)
        while len(self._recent) > _MAX_RECENT:
            self._recent.popitem(last=False)

    def _keep(self, name: str, rows: list[Row]) -> None:
        self._pending.setdefault(name, []).extend(rows)
        while len(self._pending) > _MAX_PENDING:
            self._pending.popitem(last=False)
            logger.error("the oldest conversation that waits to be written was dropped")

    def _lost(self, error: StoreUnavailable) -> None:
        if not self._down:
            logger.error("database of the conversations lost (%s): going on in memory", error)
        self._down = True
        if self._recovery is None or self._recovery.done():
            self._recovery = asyncio.ensure_future(self._recover())

    async def _recover(self) -> None:
        while self._down or self._pending:
            await asyncio.sleep(_PROBE_SECONDS)
            try:
                # A file that was deleted comes back empty: it needs its table.
                await self._in_thread(self._table.prepare, probing=True)
                self._down = False
                await self._flush()
            except StoreUnavailable:
                self._down = True
        logger.warning("database of the conversations is back")

    async def _flush(self) -> None:
        for name in list(self._pending):
            count = len(self._pending[name])
            await self._in_thread(self._table.append, self._pending[name][:count])
            # A message may have come meanwhile.
            if rest := self._pending[name][count:]:
                self._pending[name] = rest
            else:
                del self._pending[name]

    async def _in_thread(self, work: Callable[..., T], *args: Any, probing: bool = False) -> T:
        def unless_down() -> T:
            # Those who queued behind the first failure need not wait as long as it did.
            if self._down and not probing:
                raise StoreUnavailable("down")
            return work(*args)

        return await asyncio.get_running_loop().run_in_executor(self._threads, unless_down)


def _row(name: str, event: Any) -> Row:
    data = event.as_dict()
    return {
        "sender_id": name,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": (data.get("parse_data") or {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def beneath(store: Any) -> Any:
    """Our own store, out of what Rasa wraps around it."""
    while hasattr(store, "_tracker_store"):
        store = store._tracker_store
    return store
