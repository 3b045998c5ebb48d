"""Rasa's conversation locks in Redis, for several servers; in the memory of this one while Redis is away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import redis
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, RedisLockStore

from addons.storage.shared_memory import REDIS_SECONDS, Rest, parts

T = TypeVar("T")


class SharedLocks(RedisLockStore):
    """Rasa reads a lock, changes it and writes it back: two servers that do so at once would both get the same turn,
    so a mutex is held for that millisecond."""

    def __init__(self, url: str) -> None:
        """``url``: the address of Redis."""
        super().__init__(key_prefix="boussole", socket_timeout=REDIS_SECONDS, **parts(url))
        self._alone = InMemoryLockStore()
        self._rest = Rest()

    def get_lock(self, conversation_id: str) -> TicketLock | None:
        """See the parent class."""
        shared = super().get_lock
        return self._try(lambda: shared(conversation_id), self._alone.get_lock, conversation_id)

    def save_lock(self, lock: TicketLock) -> None:
        """See the parent class."""
        shared = super().save_lock
        self._try(lambda: shared(lock), self._alone.save_lock, lock)

    def delete_lock(self, conversation_id: str) -> None:
        """See the parent class."""
        shared = super().delete_lock
        self._alone.delete_lock(conversation_id)
        self._try(lambda: shared(conversation_id), lambda _: None, conversation_id)

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME) -> int:
        """See the parent class."""
        with self._mutex(conversation_id):
            return super().issue_ticket(conversation_id, lock_lifetime)

    def update_lock(self, conversation_id: str) -> None:
        """See the parent class."""
        with self._mutex(conversation_id):
            super().update_lock(conversation_id)

    def cleanup(self, conversation_id: str, ticket_number: int) -> None:
        """See the parent class."""
        with self._mutex(conversation_id):
            super().cleanup(conversation_id, ticket_number)

    def _try(self, shared: Callable[[], T], alone: Callable[..., T], argument: object) -> T:
        if not self._rest.on:
            try:
                return shared()
            except redis.RedisError as error:
                self._rest.begin(error)
        return alone(argument)

    @contextmanager
    def _mutex(self, conversation_id: str) -> Iterator[None]:
        name = f"{self.key_prefix}mutex:{conversation_id}"
        mutex = self.red.lock(
            name, timeout=REDIS_SECONDS, blocking_timeout=REDIS_SECONDS, sleep=0.002
        )
        held = self._try(mutex.acquire, lambda _: False, None)
        try:
            yield
        finally:
            if held:
                self._try(mutex.release, lambda _: None, None)
