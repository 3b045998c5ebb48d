"""Talks to the real action server over HTTP, in this process: what Rasa sends, what it gets back."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
import pytest
from sanic import Sanic

from actions.framework import action, identity
from actions.framework.memory import SLOT
from actions.framework.services import Services
from actions.server import HEADER, create_app
from tests.unit.conftest import TODAY

SECRET, CONVERSATION = "s" * 40, "t-essai"


@dataclass
class Rasa:
    """The assistant's side: it keeps the slots that the answers set."""

    door: str
    key: str
    person: str | None = None
    slots: dict[str, Any] = field(default_factory=dict)

    async def say(self, intent: str, text: str) -> list[dict[str, Any]]:
        """The messages with which a turn is answered."""
        async with httpx.AsyncClient(trust_env=False) as client:
            reply = await client.post(
                f"{self.door}/webhook",
                content=json.dumps(self._call(intent, text)),
                headers={HEADER: SECRET, "content-type": "application/json"},
            )
        assert reply.status_code == 200, reply.text
        for event in reply.json()["events"]:
            self.slots[event["name"]] = event["value"]
        return reply.json()["responses"]

    @property
    def memory(self) -> dict[str, Any]:
        """What the conversation remembers."""
        return self.slots.get(SLOT) or {}

    def _call(self, intent: str, text: str) -> dict[str, Any]:
        block = identity.sign(self.person, CONVERSATION, int(time.time()) + 600, self.key, TODAY)
        message = {
            "intent": {"name": intent},
            "text": text,
            "entities": [],
            "metadata": {identity.METADATA_KEY: block},
        }
        tracker = {
            "sender_id": CONVERSATION,
            "slots": self.slots,
            "latest_message": message,
            "events": [],
            "paused": False,
            "latest_input_channel": "web",
        }
        return {"next_action": "action_conversation", "sender_id": CONVERSATION, "tracker": tracker}


@pytest.fixture
async def door(services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The address of an action server, in this process so that tests may break its parts."""
    monkeypatch.setattr(Sanic, "test_mode", True)  # one application for each test, all of one name
    app = create_app(replace(services.settings, action_server_token=SECRET))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = await app.create_server(sock=listener, return_asyncio_server=True)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        await server.close()


@pytest.fixture
def rasa(door: str, services: Services, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rasa]:
    """A conversation with the action server: ``rasa(person)``; ``adviser`` as in the adviser's shell."""

    def open_(person: str | None = None, adviser: bool = False) -> Rasa:
        settings = replace(services.settings, adviser=adviser)
        monkeypatch.setattr(action.services, "load", lambda: replace(services, settings=settings))
        return Rasa(door, settings.session_key, person)

    return open_
