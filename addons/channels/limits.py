"""How much one conversation, or one address, may ask in a minute: in memory, or in Redis for several servers."""

from __future__ import annotations

import ipaddress
import re
import time
from collections import deque
from typing import Any, Protocol

from addons.channels.refusal import TOO_MANY, Refusal
from addons.storage.shared_memory import Rest

_WINDOW_SECONDS = 60
_MAX_KEYS = 50_000
_WITH_PORT = re.compile(r"(?:\[(?P<v6>[^]]+)\]|(?P<v4>[\d.]+))(?::\d+)?\Z")


class Limits(Protocol):
    """Counts what each key does."""

    async def check(self, key: str, limit: int) -> None:
        """Count one more; raises ``Refusal`` (429) past ``limit`` in a minute."""


class MemoryLimits:
    """Sliding window, for one server."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[float]] = {}

    async def check(self, key: str, limit: int) -> None:
        """See ``Limits``."""
        now = time.monotonic()
        if len(self._seen) > _MAX_KEYS:
            self._forget(now)
        times = self._seen.setdefault(key, deque())
        while times and times[0] <= now - _WINDOW_SECONDS:
            times.popleft()
        if len(times) >= limit:
            raise Refusal(429, TOO_MANY)
        times.append(now)

    def _forget(self, now: float) -> None:
        old = [
            key
            for key, times in self._seen.items()
            if not times or times[-1] <= now - _WINDOW_SECONDS
        ]
        for key in old:
            del self._seen[key]


class RedisLimits:
    """Fixed windows of a minute, shared by several servers; each its own while Redis is away."""

    def __init__(self, redis: Any) -> None:
        self._redis = redis
        self._alone = MemoryLimits()
        self._rest = Rest()

    async def check(self, key: str, limit: int) -> None:
        """See ``Limits``."""
        count = None if self._rest.on else await self._count(key)
        if count is None:
            await self._alone.check(key, limit)
        elif count > limit:
            raise Refusal(429, TOO_MANY)

    async def _count(self, key: str) -> int | None:
        from redis import RedisError

        name = f"boussole:limit:{key}:{int(time.time() // _WINDOW_SECONDS)}"
        try:
            async with self._redis.pipeline(transaction=True) as pipeline:
                count, _ = await pipeline.incr(name).expire(name, 2 * _WINDOW_SECONDS).execute()
        except (RedisError, OSError) as error:
            self._rest.begin(error)
            return None
        return int(count)


def place(address: str) -> str:
    """What a limit by address counts: an IPv4 address, or the /64 network that one IPv6 subscriber has. Proxies may
    write the port too (``203.0.113.7:1234``), and IPv6 addresses in brackets."""
    written = _WITH_PORT.match(address)
    try:
        known = ipaddress.ip_address(written["v6"] or written["v4"] if written else address)
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    mapped = known.ipv4_mapped
    return str(mapped or ipaddress.ip_network((known, 64), strict=False))
