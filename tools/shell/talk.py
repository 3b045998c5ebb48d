"""Speaks with the assistant over its web channel, as a person of the files or as nobody, on any day."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

import httpx

from actions.dossiers.engine import create_engine, read_session
from actions.dossiers.repository import existe
from actions.settings import Settings
from addons.channels.tokens import Tokens
from addons.demo import personal_token


class Talk:
    """One conversation at a time. Tokens are signed anew for each message, so that no session ends in mid-test."""

    def __init__(self, address: str, settings: Settings) -> None:
        self._address = address
        self._settings = settings
        self._tokens = Tokens(settings)
        self._nobody = secrets.token_urlsafe(12)
        self._client = httpx.Client(timeout=60, trust_env=False)

    def known(self, identifiant: str) -> bool:
        """Whether this person has a file."""
        engine = create_engine(self._settings.database_url)
        with read_session(engine) as session:
            return existe(session, identifiant)

    def restart(self) -> None:
        """Forget the anonymous conversation."""
        self._nobody = secrets.token_urlsafe(12)

    def say(self, text: str, person: str | None, day: date) -> list[dict[str, Any]]:
        """The assistant's messages, or its refusal as one message."""
        answer = self._client.post(
            f"{self._address}/webhooks/web/webhook",
            headers={"Authorization": f"Bearer {self._token(person, day)}"},
            json={"message": text, "message_id": secrets.token_hex(8)},
        )
        content = answer.json()
        return content if isinstance(content, list) else [{"text": content["error"]}]

    def _token(self, person: str | None, day: date) -> str:
        if person is None:
            return str(self._tokens.new_session(self._nobody, day)["token"])
        return personal_token(self._settings.web_jwt_key, person, jour=day)
