"""Limits and de-duplication: in memory for one server, in Redis when ``REDIS_URL`` is set."""

from __future__ import annotations

from actions.settings import Settings
from addons.channels.deliveries import Deliveries, MemoryDeliveries, RedisDeliveries
from addons.channels.limits import Limits, MemoryLimits, RedisLimits
from addons.storage.shared_memory import REDIS_SECONDS


def tools(settings: Settings) -> tuple[Limits, Deliveries]:
    """The tools that several servers must share."""
    if not settings.redis_url:
        return MemoryLimits(), MemoryDeliveries()
    from redis import asyncio as redis

    client = redis.from_url(settings.redis_url, socket_timeout=REDIS_SECONDS)
    return RedisLimits(client), RedisDeliveries(client)
