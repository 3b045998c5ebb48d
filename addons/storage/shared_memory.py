"""Redis, shared by several servers: its address, and how long it is left alone after a failure."""

from __future__ import annotations

import logging
import time
from typing import Any
from urllib.parse import unquote, urlsplit

logger = logging.getLogger(__name__)

REDIS_SECONDS = 1
_REST_SECONDS = 5


class Rest:
    """After a failure Redis is left alone for a while, so that its time limit is not waited for at each message."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def on(self) -> bool:
        """Whether to do without Redis now."""
        return time.monotonic() < self._until

    def begin(self, error: Exception) -> None:
        """Redis has just failed."""
        logger.warning(
            "Redis fails (%s): doing without for %s s", type(error).__name__, _REST_SECONDS
        )
        self._until = time.monotonic() + _REST_SECONDS


def parts(url: str) -> dict[str, Any]:
    """A ``redis://`` or ``rediss://`` address as Rasa's lock store wants it.

    Raises:
        ValueError: it is not one.
    """
    address = urlsplit(url)
    if address.scheme not in ("redis", "rediss") or not address.hostname:
        raise ValueError("not the address of a Redis")
    return {
        "host": address.hostname,
        "port": address.port or 6379,
        "db": int(address.path.strip("/") or 0),
        "username": unquote(address.username) if address.username else None,
        "password": unquote(address.password) if address.password else None,
        "use_ssl": address.scheme == "rediss",
    }


def check(url: str) -> None:
    """Ask Redis whether it is there.

    Raises:
        ValueError, redis.RedisError.
    """
    import redis

    parts(url)
    client = redis.from_url(url, socket_timeout=3, socket_connect_timeout=3)
    client.ping()
    client.close()
