"""Limits count what they say, for each key, over a sliding minute."""

from __future__ import annotations

import pytest

from addons.channels import limits
from addons.channels.limits import MemoryLimits, place
from addons.channels.refusal import Refusal


async def test_a_minute_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    now, counted = [1000.0], MemoryLimits()
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    for second in (0, 30, 59):
        now[0] = 1000.0 + second
        await counted.check("a", 3)
    with pytest.raises(Refusal) as refusal:
        await counted.check("a", 3)
    assert refusal.value.status == 429
    await counted.check("b", 3)
    now[0] = 1060.5
    await counted.check("a", 3)
    with pytest.raises(Refusal):
        await counted.check("a", 3)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:4821", "203.0.113.7"),
        ("[2001:db8:1:2:cccc::3]", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2:cccc::3]:4821", "2001:db8:1:2::/64"),
        ("999.0.113.7:1", "999.0.113.7:1"),
        ("unix", "unix"),
        ("", ""),
    ],
)
def test_whoever_has_a_whole_network_is_one(address: str, counted: str) -> None:
    assert place(address) == counted
