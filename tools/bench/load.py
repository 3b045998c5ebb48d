"""Speaks with a server and times each turn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import httpx

# One turn: (client, conversation number, text) -> number of messages answered.
Say = Callable[[httpx.AsyncClient, int, str], Awaitable[int]]

# People ask some ten things; then somebody else speaks. (Rasa's turns slow down as a conversation grows.)
TURNS_OF_A_TALK = 10
NEXT_CONVERSATION = 1000


@dataclass(frozen=True)
class Timing:
    """Milliseconds of each turn, turns in a second, and how many turns had no answer."""

    milliseconds: tuple[float, ...]
    per_second: float
    empty: int

    def percentile(self, share: float) -> float:
        """The time below which ``share`` of the turns stay."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def run(say: Say, texts: Sequence[str], conversations: int, turns: int) -> Timing:
    """``turns`` turns in each of ``conversations`` conversations at once, the texts in rotation."""
    return asyncio.run(_run(say, texts, conversations, turns))


async def _run(say: Say, texts: Sequence[str], conversations: int, turns: int) -> Timing:
    times: list[float] = []
    empty = 0

    async def talk(number: int) -> None:
        nonlocal empty
        for turn in range(turns):
            started = time.perf_counter()
            conversation = number + NEXT_CONVERSATION * (turn // TURNS_OF_A_TALK)
            answered = await say(client, conversation, texts[(number + turn) % len(texts)])
            times.append((time.perf_counter() - started) * 1000)
            empty += not answered

    limits = httpx.Limits(max_connections=conversations + 2)
    async with httpx.AsyncClient(timeout=120, trust_env=False, limits=limits) as client:
        started = time.perf_counter()
        await asyncio.gather(*(talk(number) for number in range(conversations)))
        elapsed = time.perf_counter() - started
    return Timing(tuple(times), len(times) / elapsed, empty)
