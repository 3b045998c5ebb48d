"""The same delivery twice is answered once: repeats of a ``message_id`` get the first answer."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

Answering = Callable[[], Awaitable[list[dict[str, Any]]]]
_KEPT_SECONDS = 900
_MAX_KEPT = 20_000
_POLL_SECONDS = 0.2


class Deliveries(Protocol):
    """Remembers what was answered to each delivery."""

    async def once(self, key: str, answering: Answering) -> list[dict[str, Any]]:
        """The answer to delivery ``key``: computed by the first caller, shared by the others."""


class MemoryDeliveries:
    """For one server: later callers wait for the first one's task."""

    def __init__(self) -> None:
        self._tasks: dict[str, tuple[float, asyncio.Task[list[dict[str, Any]]]]] = {}

    async def once(self, key: str, answering: Answering) -> list[dict[str, Any]]:
        """See ``Deliveries``. A delivery that failed may be tried again."""
        self._forget()
        known = self._tasks.get(key)
        if known is None or (known[1].done() and (known[1].cancelled() or known[1].exception())):
            task = asyncio.ensure_future(answering())
            self._tasks[key] = (time.monotonic(), task)
        else:
            task = known[1]
        return await asyncio.shield(task)

    def _forget(self) -> None:
        oldest = time.monotonic() - _KEPT_SECONDS
        while self._tasks:
            key, (started, task) = next(iter(self._tasks.items()))
            if started > oldest and len(self._tasks) <= _MAX_KEPT:
                return
            if not task.done():
                return
            del self._tasks[key]


class RedisDeliveries:
    """For several servers: the first one takes the delivery, the others poll for its answer."""

    def __init__(self, redis: Any, patience_seconds: float = 25) -> None:
        self._redis = redis
        self._patience = patience_seconds

    async def once(self, key: str, answering: Answering) -> list[dict[str, Any]]:
        """See ``Deliveries``."""
        name = f"boussole:delivery:{key}"
        if await self._redis.set(name, "", nx=True, ex=int(self._patience)):
            return await self._answer(name, answering)
        deadline = time.monotonic() + self._patience
        while time.monotonic() < deadline:
            stored = await self._redis.get(name)
            if stored is None:
                return await self.once(key, answering)
            if stored:
                return json.loads(stored)
            await asyncio.sleep(_POLL_SECONDS)
        return await self._answer(name, answering)

    async def _answer(self, name: str, answering: Answering) -> list[dict[str, Any]]:
        try:
            answer = await answering()
        except BaseException:
            await self._redis.delete(name)
            raise
        await self._redis.set(name, json.dumps(answer), ex=_KEPT_SECONDS)
        return answer
