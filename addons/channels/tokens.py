"""Who speaks: anonymous session tokens that we sign, personal tokens that the website signs."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from actions.framework.identity import conversation_id
from actions.settings import InvalidSettings, Settings
from addons.channels.refusal import EXPIRED, NO_SESSION, Refusal

SESSION_SECONDS = 2 * 3600
PERSONAL_SECONDS = 600
# An anonymous token that has expired opens nothing, but still erases what was said with it, while that is kept.
ERASE_SECONDS = 30 * 86_400
_LEEWAY = 5
_ANONYMOUS = {"issuer": "assistant", "audience": "conversation"}
_PERSONAL = {"issuer": "espace-personnel", "audience": "assistant"}
# Besides PyJWT's own errors: endless nesting, infinite times, and claims of unexpected types.
_UNREADABLE = (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError)
_REQUIRED = {"require": ["exp", "iat", "sub", "aud", "iss"]}


@dataclass(frozen=True)
class Visitor:
    """The holder of a valid token. ``person``: the proven ``identifiant``, or None; ``expires_at``: Unix seconds."""

    conversation: str
    person: str | None
    expires_at: int
    day: date | None = None


def check_key(settings: Settings) -> None:
    """Refuse a public key that cannot be read: every personal token would be refused, and nobody would know why.

    Raises:
        InvalidSettings: with what to do.
    """
    if settings.web_jwt_algorithm != "RS256":
        return
    try:
        load_pem_public_key(settings.web_jwt_key.encode())
    except (ValueError, UnsupportedAlgorithm):
        raise InvalidSettings("WEB_JWT_KEY is not a public key that can be read (PEM).") from None


class Tokens:
    """Issues and reads the tokens of the web channel."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def new_session(self, subject: str | None = None, day: date | None = None) -> dict[str, Any]:
        """A fresh anonymous session: ``token`` and ``expires_in`` (seconds). ``subject`` and ``day`` are for the
        adviser's shell."""
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": _ANONYMOUS["issuer"],
            "aud": _ANONYMOUS["audience"],
            "sub": subject or secrets.token_urlsafe(18),
            "iat": now,
            "exp": now + SESSION_SECONDS,
        }
        if day:
            claims["jour"] = day.isoformat()
        token = jwt.encode(claims, self._settings.session_key, algorithm="HS256")
        return {"token": token, "expires_in": SESSION_SECONDS}

    def read(self, authorization: str | None, to_erase: bool = False) -> Visitor:
        """The visitor of an ``Authorization`` header; ``to_erase``: an anonymous token may have expired.

        Raises:
            Refusal: 401, for anything but a valid, unexpired token of the right issuer and audience.
        """
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Refusal(401, NO_SESSION)
        return self.visitor(token.strip(), to_erase)

    def visitor(self, token: str, to_erase: bool = False) -> Visitor:
        """The visitor of a token (see ``read``)."""
        if _issuer(token) == _PERSONAL["issuer"]:
            return self._personal(token)
        leeway = ERASE_SECONDS if to_erase else _LEEWAY
        claims = _decode(token, self._settings.session_key, "HS256", _ANONYMOUS, leeway)
        return Visitor(
            self._conversation("a", claims["sub"]), None, claims["exp"], self._day(claims)
        )

    def _personal(self, token: str) -> Visitor:
        settings = self._settings
        claims = _decode(token, settings.web_jwt_key, settings.web_jwt_algorithm, _PERSONAL)
        if claims["exp"] - claims["iat"] > PERSONAL_SECONDS:
            raise Refusal(401, NO_SESSION)
        return Visitor(
            self._conversation("p", claims["sub"]), claims["sub"], claims["exp"], self._day(claims)
        )

    def _day(self, claims: dict[str, Any]) -> date | None:
        """Only the adviser's shell, which runs its own servers, may speak on another day."""
        said = claims.get("jour") if self._settings.adviser else None
        return date.fromisoformat(said) if said else None

    def _conversation(self, kind: str, subject: str) -> str:
        return conversation_id(kind, subject, self._settings.session_key)


def _issuer(token: str) -> Any:
    """The issuer that a token claims, unverified: only chooses the key that verifies it."""
    try:
        return jwt.decode(token, options={"verify_signature": False}).get("iss")
    except _UNREADABLE:
        raise Refusal(401, NO_SESSION) from None


def _decode(
    token: str, key: str, algorithm: str, expected: dict[str, str], leeway: int = _LEEWAY
) -> dict[str, Any]:
    try:
        claims = jwt.decode(
            token, key, algorithms=[algorithm], leeway=leeway, options=_REQUIRED, **expected
        )
    except jwt.ExpiredSignatureError:
        raise Refusal(401, EXPIRED) from None
    except _UNREADABLE:
        raise Refusal(401, NO_SESSION) from None
    subject, times = claims["sub"], (claims["iat"], claims["exp"])
    # Printable: no NUL, which databases refuse, no lone surrogate, which nothing can encode.
    plain = isinstance(subject, str) and 0 < len(subject) <= 64 and subject.isprintable()
    if not plain or not all(type(time_) in (int, float) for time_ in times):
        raise Refusal(401, NO_SESSION)
    return claims
