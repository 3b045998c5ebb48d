"""``GET /health``: is everything there that an answer needs?"""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from actions.dossiers.engine import check, create_engine
from actions.dossiers.erreurs import BaseIndisponible
from actions.settings import Settings

_SECONDS = 3


async def state(settings: Settings, agent: Any) -> dict[str, str]:
    """``ok`` or what is wrong, for the database, the conversations, the model and the action server."""
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
    if agent is None:
        return "absent"
    try:
        await asyncio.wait_for(agent.tracker_store.retrieve("health"), _SECONDS)
    except Exception:
        return "injoignable"
    return "ok"


async def _actions(settings: Settings) -> str:
    try:
        async with httpx.AsyncClient(timeout=_SECONDS, trust_env=False) as client:
            answer = await client.get(f"http://127.0.0.1:{settings.actions_port}/health")
    except httpx.HTTPError:
        return "injoignable"
    return "ok" if answer.status_code == 200 else "en panne"
