"""The same delivery twice is answered once: repeats of a ``message_id`` get the first answer."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from addons.storage.shared_memory import Rest

Messages = list[dict[str, Any]]
Answering = Callable[[], Awaitable[Messages]]
_KEPT_SECONDS = 900
_MAX_KEPT = 20_000
_POLL_SECONDS = 0.2
_PREFIX = "boussole:delivery:"
# Longer than any turn: after this a delivery whose server died is taken over by another one.
_PATIENCE_SECONDS = 25


class Unanswered(Exception):
    """A turn that failed: ``messages`` say so to everybody who waits, and the delivery may be tried again."""

    def __init__(self, messages: Messages) -> None:
        super().__init__("unanswered")
        self.messages = messages


class Deliveries(Protocol):
    """Remembers what was answered to each delivery."""

    async def once(self, key: str, answering: Answering) -> Messages:
        """The answer to delivery ``key`` (``<conversation>:<message id>``): computed by the first caller, shared by the
        others."""

    async def forget(self, conversation: str) -> None:
        """Drop the answers given in a conversation that is erased."""


class MemoryDeliveries:
    """For one server: later callers wait for the first one's task, which goes on when its caller hangs up."""

    def __init__(self) -> None:
        self._tasks: dict[str, tuple[float, asyncio.Future[Messages]]] = {}

    async def once(self, key: str, answering: Answering) -> Messages:
        """See ``Deliveries``. A delivery that failed may be tried again."""
        self._drop_old()
        known = self._tasks.get(key)
        if known is None or _failed(known[1]):
            task = asyncio.ensure_future(answering())
            task.add_done_callback(_failed)
            self._tasks[key] = (time.monotonic(), task)
        else:
            task = known[1]
        return await asyncio.shield(task)

    def drop(self, key: str) -> None:
        """Forget one delivery: somebody else remembers it."""
        self._tasks.pop(key, None)

    async def forget(self, conversation: str) -> None:
        """See ``Deliveries``."""
        for key, (_, task) in list(self._tasks.items()):
            if key.startswith(f"{conversation}:") and task.done():
                del self._tasks[key]

    def _drop_old(self) -> None:
        oldest = time.monotonic() - _KEPT_SECONDS
        while self._tasks:
            key, (started, task) = next(iter(self._tasks.items()))
            if (started > oldest and len(self._tasks) <= _MAX_KEPT) or not task.done():
                return
            del self._tasks[key]


class RedisDeliveries:
    """For several servers: the first one takes the delivery, the others poll for its answer. Each server remembers for
    itself while Redis is away."""

    def __init__(self, redis: Any) -> None:
        self._redis = redis
        self._here = MemoryDeliveries()
        self._rest = Rest()

    async def once(self, key: str, answering: Answering) -> Messages:
        """See ``Deliveries``."""
        answer = await self._here.once(key, lambda: self._among_servers(key, answering))
        if not self._rest.on:
            self._here.drop(key)  # Redis has it: what is erased there must not go on here
        return answer

    async def forget(self, conversation: str) -> None:
        """See ``Deliveries``."""
        await self._here.forget(conversation)
        names = await self._ask(self._named, f"{_PREFIX}{conversation}:*")
        if names:
            await self._ask(self._redis.delete, *names)

    async def _named(self, pattern: str) -> list[Any]:
        return [name async for name in self._redis.scan_iter(pattern, count=1000)]

    async def _among_servers(self, key: str, answering: Answering) -> Messages:
        name = f"{_PREFIX}{key}"
        while True:
            taken = await self._ask(self._redis.set, name, "", nx=True, ex=_PATIENCE_SECONDS)
            if taken or self._rest.on:
                return await self._answer(name, answering)
            if stored := await self._ask(self._redis.get, name):
                return json.loads(stored)
            await asyncio.sleep(_POLL_SECONDS)

    async def _answer(self, name: str, answering: Answering) -> Messages:
        try:
            answer = await answering()
        except BaseException:
            await self._ask(self._redis.delete, name)
            raise
        await self._ask(self._redis.set, name, json.dumps(answer), ex=_KEPT_SECONDS)
        return answer

    async def _ask(self, command: Callable[..., Awaitable[Any]], *args: Any, **options: Any) -> Any:
        from redis import RedisError

        if self._rest.on:
            return None
        try:
            return await command(*args, **options)
        except (RedisError, OSError) as error:
            self._rest.begin(error)
            return None


def _failed(task: asyncio.Future[Messages]) -> bool:
    """Whether a task ended without an answer (asking also tells asyncio that its exception was seen)."""
    return task.done() and (task.cancelled() or task.exception() is not None)
