"""``GET /health``: is everything there that an answer needs?"""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx

from actions.dossiers.engine import check, create_engine
from actions.dossiers.erreurs import BaseIndisponible
from actions.settings import Settings

_SECONDS = 3
# Anybody may ask, as often as they like: the parts are looked at once in this time.
_FRESH_SECONDS = 0.2


class Report:
    """The state of the parts, shared by all who ask at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._looking: asyncio.Task[dict[str, str]] | None = None
        self._since = 0.0

    async def state(self, agent: Any) -> dict[str, str]:
        """``ok`` or what is wrong, for the database, the conversations, the model and the action server."""
        now = time.monotonic()
        if self._looking is None or (self._looking.done() and now - self._since > _FRESH_SECONDS):
            self._looking, self._since = asyncio.ensure_future(look(self._settings, agent)), now
        return await asyncio.shield(self._looking)


async def look(settings: Settings, agent: Any) -> dict[str, str]:
    """Look at every part now."""
    database, conversations, actions = await asyncio.gather(
        _database(settings), _conversations(agent), _actions(settings)
    )
    model = "ok" if agent is not None and agent.is_ready() else "absent"
    return {
        "database": database,
        "conversations": conversations,
        "model": model,
        "actions": actions,
    }


async def _database(settings: Settings) -> str:
    engine = create_engine(settings.database_url)
    try:
        await asyncio.wait_for(asyncio.to_thread(check, engine), _SECONDS)
    except BaseIndisponible as error:
        return error.cause
    except asyncio.TimeoutError:
        return "injoignable"
    finally:
        engine.dispose()
    return "ok"


async def _conversations(agent: Any) -> str:
    from addons.storage.conversations import beneath

    if agent is None:
        return "absent"
    try:
        await asyncio.wait_for(beneath(agent.tracker_store).check(), _SECONDS)
    except Exception:
        return "injoignable"
    return "ok"


async def _actions(settings: Settings) -> str:
    try:
        # Plain HTTP on loopback: no certificates to load, which would take 20 ms of everybody's time.
        async with httpx.AsyncClient(timeout=_SECONDS, trust_env=False, verify=False) as client:
            answer = await client.get(f"http://127.0.0.1:{settings.actions_port}/health")
    except httpx.HTTPError:
        return "injoignable"
    return "ok" if answer.status_code == 200 else "en panne"
