"""Nobody speaks as somebody else: every way to forge, bend or misuse a token."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from tests.house import House

WHO, NAME = "1000001A", "Nadia"
Claims = dict[str, Any]


def claims(**changes: Any) -> Claims:
    """Those of a good personal token, with changes; ``None`` removes one."""
    now = int(time.time())
    good = {"iss": "espace-personnel", "aud": "assistant", "sub": WHO, "iat": now, "exp": now + 300}
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def raw(header: Any, payload: bytes, signature: bytes = b"x") -> str:
    """A token put together by hand."""
    parts = (json.dumps(header).encode(), payload, signature)
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def by_hand(secret: str, payload: bytes) -> str:
    """HS256 with any secret, even a public key, and any payload (PyJWT refuses to make some of them)."""
    body = raw({"alg": "HS256", "typ": "JWT"}, payload).rsplit(".", 1)[0]
    signature = hmac.new(secret.encode(), body.encode(), hashlib.sha256).digest()
    return f"{body}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def status(house: House, token: str) -> int:
    """What the channel answers to a message with this token; refusals are in French and say nothing of us."""
    answer = house.post("webhook", token, json={"message": "mes absences"})
    if answer.status_code != 200:
        assert set(answer.json()) == {"error"}
        assert "Traceback" not in answer.text
    return answer.status_code


def test_a_good_one_opens_the_file(house: House) -> None:
    token = jwt.encode(claims(), house.environment["WEB_JWT_KEY"], "HS256")
    assert status(house, token) == 200


BENT: dict[str, Callable[[], Claims]] = {
    "expired": lambda: claims(exp=int(time.time()) - 60, iat=int(time.time()) - 120),
    "no exp": lambda: claims(exp=None),
    "no iat": lambda: claims(iat=None),
    "no sub": lambda: claims(sub=None),
    "no aud": lambda: claims(aud=None),
    "no iss": lambda: claims(iss=None),
    "wrong aud": lambda: claims(aud="autre"),
    "anonymous aud": lambda: claims(aud="conversation"),
    "wrong iss": lambda: claims(iss="assistant"),
    "over ten minutes": lambda: claims(exp=int(time.time()) + 700),
    "made in the future": lambda: claims(iat=int(time.time()) + 3600, exp=int(time.time()) + 4000),
    "not valid yet": lambda: claims(nbf=int(time.time()) + 3600),
    "exp a text": lambda: claims(exp="demain"),
    "exp a list": lambda: claims(exp=[1]),
    "exp true": lambda: claims(exp=True),
    "exp endless": lambda: claims(exp=float("inf")),
    "exp no number": lambda: claims(exp=float("nan")),
    "iat endless": lambda: claims(iat=float("-inf")),
    "sub a number": lambda: claims(sub=1000001),
    "sub a list": lambda: claims(sub=[WHO]),
    "sub an object": lambda: claims(sub={"$ne": 1}),
    "sub empty": lambda: claims(sub=""),
    "sub huge": lambda: claims(sub="1" * 65),
    "sub with NUL": lambda: claims(sub="1000001A\0"),
    "sub half a character": lambda: claims(sub="\ud800"),
    "sub on two lines": lambda: claims(sub="1000001A\n"),
}


@pytest.mark.parametrize("case", BENT)
def test_bent_claims(house: House, case: str) -> None:
    token = jwt.encode(BENT[case](), house.environment["WEB_JWT_KEY"], "HS256")
    assert status(house, token) == 401


def test_an_issuer_in_a_list(house: House) -> None:
    body = json.dumps(claims(iss=["espace-personnel"])).encode()
    assert status(house, by_hand(house.environment["WEB_JWT_KEY"], body)) == 401


def test_foreign_keys_and_algorithms(house: House) -> None:
    key, session_key = house.environment["WEB_JWT_KEY"], house.environment["SESSION_KEY"]
    for name, secret, algorithm in (
        ("foreign key", "f" * 64, "HS256"),
        ("the key of sessions", session_key, "HS256"),
        ("another length", key, "HS512"),
        ("none", "", "none"),
    ):
        token = jwt.encode(claims(), secret or None, algorithm)
        assert status(house, token) == 401, name


def test_an_anonymous_session_is_not_a_person(house: House) -> None:
    """Neither as it is, nor signed with the website's key, nor with the issuer changed."""
    anonymous = house.nobody()
    said = jwt.decode(anonymous, options={"verify_signature": False})
    header, _, signature = anonymous.split(".")
    changed = raw({}, json.dumps({**said, "iss": "espace-personnel"}).encode()).split(".")[1]
    assert status(house, f"{header}.{changed}.{signature}") == 401
    assert status(house, jwt.encode({**said, "sub": WHO}, house.environment["WEB_JWT_KEY"])) == 401
    assert NAME not in house.say(anonymous, "mes absences")[0]["text"]


@pytest.mark.parametrize(
    "token",
    [
        raw({"alg": "HS256"}, b"[" * 4000),
        raw({"alg": "HS256"}, b'{"a":' * 1100),
        raw({"alg": "HS256"}, b"null"),
        raw({"alg": "HS256"}, b"[1]"),
        raw({"alg": "HS256"}, b"\xff\xfe"),
        raw({"alg": ["HS256"]}, b"{}"),
        raw({"alg": {"a": 1}}, b"{}"),
        raw({"alg": None}, b"{}"),
        raw(["HS256"], b"{}"),
        raw({"alg": "HS256", "b64": False}, b"{}"),
        raw({"alg": "HS256", "crit": ["x"], "x": 1}, b"{}"),
        raw({"alg": "HS256", "kid": "../../dev/null", "jku": "https://evil.example/k"}, b"{}"),
        "é.é.é",
        "a" * 6000,
        "....",
        "null",
    ],
    ids=range(16),
)
def test_broken_tokens(house: House, token: str) -> None:
    answer = house.post(
        "webhook",
        headers={"Authorization": f"Bearer {token}".encode()},
        json={"message": "bonjour"},
    )
    assert answer.status_code == 401
    assert "session" in answer.json()["error"]


def test_a_message_in_time_keeps_its_person(house: House) -> None:
    """Accepted within the tolerance for clocks, it is answered as the person's, whatever it waits for afterwards."""
    now = int(time.time())
    token = jwt.encode(claims(iat=now - 300, exp=now - 2), house.environment["WEB_JWT_KEY"])
    late = house.say(token, "mes rendez-vous")[0]["text"]
    assert late in house.say(house.person(WHO), "mes rendez-vous")[0]["text"]


def test_only_a_bearer_header_counts(house: House) -> None:
    good = house.person(WHO)
    for header in (good, f"Basic {good}", f"Bearer{good}", "Bearer", f"Token {good}"):
        answer = house.post("webhook", headers={"Authorization": header}, json={"message": "a"})
        assert answer.status_code == 401
    asked = house.post(f"webhook?token={good}", json={"message": "a", "token": good})
    assert asked.status_code == 401


def test_a_website_with_a_key_pair(own_house: Callable[..., House]) -> None:
    """RS256: only the website's private key signs; the public key, which everybody may know, is no HS256 secret."""
    private, public = _pair()
    foreign, _ = _pair()
    house = own_house(WEB_JWT_KEY=public, WEB_JWT_ALGORITHM="RS256")
    assert status(house, jwt.encode(claims(), private, "RS256")) == 200
    assert status(house, jwt.encode(claims(), foreign, "RS256")) == 401
    assert status(house, by_hand(public, json.dumps(claims()).encode())) == 401
    assert status(house, jwt.encode(claims(), house.environment["SESSION_KEY"], "HS256")) == 401
    assert house.say(house.nobody(), "bonjour")


def _pair() -> tuple[str, str]:
    key = rsa.generate_private_key(65537, 2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()
