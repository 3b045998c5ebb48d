"""What goes before and around a request: preflights of other sites' pages, and lengths that cannot be."""

from __future__ import annotations

import socket

import httpx
import pytest

from tests.house import House

HEAD = b"POST /webhooks/web/webhook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
CALLS = [
    ("POST", "session"),
    ("POST", "webhook"),
    ("POST", "feedback"),
    ("POST", "upload"),
    ("DELETE", "upload/abc"),
    ("DELETE", "conversation"),
]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_the_pages_of_an_allowed_site_may_call(public_house: House, method: str, path: str) -> None:
    """Their browser asks first, and needs a yes with a good status; other sites get no yes."""
    for origin, allowed in (("https://site.example", True), ("https://evil.example", False)):
        asking = {
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": "authorization,content-type",
        }
        address = f"{public_house.address}/webhooks/web/{path}"
        answer = httpx.options(address, headers=asking, trust_env=False, timeout=10)
        assert answer.status_code == 204
        assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
        assert (method in answer.headers.get("access-control-allow-methods", "")) is allowed
        named = answer.headers.get("access-control-allow-headers", "")
        assert ("authorization" in named and "content-type" in named) is allowed


LENGTHS = ["-1", "-99999", "+5", "1e3", "0x10", "abc", "", "1_0", "9" * 20]


@pytest.mark.parametrize(
    "headers",
    [
        *[f"Content-Length: {length}\r\n" for length in LENGTHS],
        "Content-Length: 2\r\nContent-Length: 20\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: identity\r\n",
    ],
)
def test_bodies_of_impossible_length(house: House, headers: str) -> None:
    """A negative length made the whole server loop for ever; one with two meanings could hide a second request."""
    with socket.create_connection(("127.0.0.1", int(house.environment["PORT"])), 5) as line:
        line.sendall(HEAD + headers.encode() + b"\r\n{}")
        assert line.recv(12) == b"HTTP/1.1 400"
    assert house.get("/health").status_code == 200
