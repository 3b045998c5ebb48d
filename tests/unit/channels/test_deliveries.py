"""Repeats of a delivery share one answer; a failed one may be tried again; hanging up stops nothing."""

from __future__ import annotations

import asyncio

import pytest

from addons.channels.deliveries import MemoryDeliveries, Messages, Unanswered

ANSWER = [{"text": "voilà"}]


class Work:
    """Counts how often it is done."""

    def __init__(self, failures: int = 0) -> None:
        self.done, self.failures = 0, failures

    async def __call__(self) -> Messages:
        await asyncio.sleep(0.02)
        self.done += 1
        if self.done <= self.failures:
            raise Unanswered([{"text": "excusez-moi"}])
        return ANSWER


async def test_many_at_once_and_later() -> None:
    deliveries, work = MemoryDeliveries(), Work()
    answers = await asyncio.gather(*(deliveries.once("a:1", work) for _ in range(4)))
    assert answers == [ANSWER] * 4
    assert await deliveries.once("a:1", work) == ANSWER
    assert work.done == 1
    await deliveries.once("b:1", work)
    assert work.done == 2


async def test_a_failure_is_told_to_all_and_may_be_tried_again() -> None:
    deliveries, work = MemoryDeliveries(), Work(failures=1)
    told = await asyncio.gather(
        *(deliveries.once("a:1", work) for _ in range(3)), return_exceptions=True
    )
    assert all(isinstance(one, Unanswered) and one.messages for one in told)
    assert work.done == 1
    assert await deliveries.once("a:1", work) == ANSWER


async def test_hanging_up_stops_nothing() -> None:
    deliveries, work = MemoryDeliveries(), Work()
    caller = asyncio.ensure_future(deliveries.once("a:1", work))
    await asyncio.sleep(0.005)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert await deliveries.once("a:1", work) == ANSWER
    assert work.done == 1
