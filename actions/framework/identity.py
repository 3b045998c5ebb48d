"""Signed identity: the web channel proves who speaks, the actions verify it. Nothing else is believed."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

METADATA_KEY = "identite"


@dataclass(frozen=True)
class Identity:
    """A proven person: ``sub`` is the ``identifiant`` of the file; ``day`` is set by the adviser's shell only."""

    sub: str | None
    day: date | None = None


ANONYMOUS = Identity(None)


def conversation_id(kind: str, subject: str, key: str) -> str:
    """The conversation of a token's subject: nobody can guess or choose it."""
    return f"{kind}-{_mac(key, 'conversation', kind, subject)[:40]}"


def sign(
    sub: str | None, conversation: str, expires_at: int, key: str, day: date | None = None
) -> dict[str, Any]:
    """The metadata block that travels with a message. ``expires_at``: Unix seconds."""
    claims = {
        "sub": sub,
        "conversation": conversation,
        "exp": expires_at,
        "day": day.isoformat() if day else None,
    }
    return {**claims, "sig": _mac(key, "identite", json.dumps(claims, sort_keys=True))}


def verify(block: Any, conversation: str, key: str, now: float | None = None) -> Identity:
    """The proven identity of a message, or ``ANONYMOUS`` for anything forged, foreign or expired."""
    if not isinstance(block, dict) or not key:
        return ANONYMOUS
    claims = {name: block.get(name) for name in ("sub", "conversation", "exp", "day")}
    signature = block.get("sig")
    expected = _mac(key, "identite", json.dumps(claims, sort_keys=True, default=str))
    if not isinstance(signature, str) or not hmac.compare_digest(
        signature.encode(), expected.encode()
    ):
        return ANONYMOUS
    if claims["conversation"] != conversation or claims["exp"] < (now or time.time()):
        return ANONYMOUS
    return Identity(claims["sub"], date.fromisoformat(claims["day"]) if claims["day"] else None)


def _mac(key: str, *parts: str) -> str:
    return hmac.new(key.encode(), "\0".join(parts).encode(), hashlib.sha256).hexdigest()
