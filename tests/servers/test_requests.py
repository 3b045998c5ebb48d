"""Requests that are too big, too slow, broken, or for addresses that are closed; the action server's door."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.house import House

HEAD = b"POST /webhooks/web/webhook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
PATIENCE = 13.0


def test_the_longest_message(house: House) -> None:
    assert house.say(house.nobody(), ("je ne comprends pas ma convocation " * 30)[:1000])


@pytest.mark.parametrize("size", [1001, 20_000, 100_000, 7_000_000, 60_000_000])
def test_too_long(house: House, size: int) -> None:
    answer = house.post("webhook", house.nobody(), json={"message": "a" * size})
    assert answer.status_code == 413
    assert "1\u00a0000" in answer.json()["error"] or "1 000" in answer.json()["error"]


def test_too_long_without_saying_how_long(house: House) -> None:
    def pieces() -> Any:
        for _ in range(300):
            yield b"x" * 10_000

    headers = {"Content-Type": "application/json"}
    answer = house.post("webhook", house.nobody(), content=pieces(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "content",
    [
        b'{"message":' + b"[" * 9_000 + b"]" * 9_000 + b"}",
        b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
        b'{"message":"a"' + b',"k":1' * 3_000,
        b"\xef\xbb\xbf{}",
        '{"message":"bonjour"}'.encode("utf-16"),
        b'{"message":"a","message":null}',
        b'{"message": NaN}',
        b"--x\r\nContent-Disposition: form-data\r\n\r\n",
    ],
    ids=range(8),
)
def test_broken_bodies(house: House, content: bytes) -> None:
    headers = {"Content-Type": "application/json; charset=utf-8"}
    answer = house.post("webhook", house.nobody(), content=content, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_bodies_of_the_other_calls(house: House) -> None:
    token = house.nobody()
    for path in ("feedback", "webhook", "upload"):
        for content in (b"", b"null", b"{", b"[]", b'{"useful": 1}', b'{"message_id": {}}'):
            answer = house.post(
                path, token, content=content, headers={"Content-Type": "application/json"}
            )
            assert answer.status_code in (400, 401, 415), (path, content)
            assert answer.json()["error"]


def talk_slowly(house: House, first: bytes, piece: bytes) -> tuple[float, bytes]:
    """Send ``first``, then ``piece`` every second; how long the server listened, and what it said."""
    begun, heard = time.monotonic(), b""
    with socket.create_connection(("127.0.0.1", house.settings.port)) as line:
        line.sendall(first)
        line.settimeout(1)
        while time.monotonic() - begun < 30:
            try:
                said = line.recv(4096)
                heard += said
                if not said:
                    break
            except TimeoutError:
                try:
                    line.sendall(piece)
                except OSError:
                    break
            except OSError:
                break
    return time.monotonic() - begun, heard


def test_slow_senders_are_hung_up_on_and_nobody_waits_for_them(house: House) -> None:
    """Half a request, headers letter by letter, a body letter by letter: fifteen of each at once."""
    kinds = [(HEAD, b""), (HEAD, b"X"), (HEAD + b"Content-Length: 5000\r\n\r\n", b"x")]
    with ThreadPoolExecutor(45) as pool:
        lines = [pool.submit(talk_slowly, house, *kind) for kind in kinds * 15]
        time.sleep(1)
        begun = time.monotonic()
        assert house.say(house.nobody(), "bonjour")
        assert time.monotonic() - begun < 2
        for line in lines:
            seconds, heard = line.result()
            assert seconds < PATIENCE
            assert b" 400 " in heard
            assert b"error" in heard


def test_nonsense_on_the_line(house: House) -> None:
    for said in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"X" * 20_000,
        b"POST /webhooks/web/webhook HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /webhooks/web/webhook HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        b"POST /webhooks/web/webhook HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        HEAD + b"Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        HEAD + b"X-Long: " + b"y" * 9_000 + b"\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", house.settings.port)) as line:
            line.settimeout(12)
            line.sendall(said)
            line.shutdown(socket.SHUT_WR)
            heard = b""
            try:
                while more := line.recv(4096):
                    heard += more
            except ConnectionResetError:
                pass
            assert b"Traceback" not in heard
            assert b" 500 " not in heard
    assert house.get("/health").status_code == 200


CLOSED = [
    "/conversations/x/tracker",
    "/conversations/x/messages",
    "/conversations/x/execute",
    "/conversations/x/trigger_intent",
    "/model/parse",
    "/model/train",
    "/model",
    "/domain",
    "/status",
    "/version",
    "/webhooks/rest/webhook",
    "/webhooks/rest/",
    "/webhooks/socketio/",
    "/webhooks/callback/webhook",
    "/webhooks/web/",
    "/webhooks/web",
    "/socket.io/",
    "/.env",
    "/endpoints.yml",
]


@pytest.mark.parametrize("path", CLOSED)
def test_closed_addresses(house: House, path: str) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        answer = httpx.request(method, house.address + path, trust_env=False, timeout=10)
        assert answer.status_code in (404, 405), method
        assert answer.json()["error"]
        assert "asa" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "../actions/settings.py",
        "..%2factions%2fsettings.py",
        "%2e%2e/actions/settings.py",
        "%2e%2e%2f%2e%2e%2fetc/passwd",
        "....//....//.env",
        "..\\..\\.env",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "widget.js%00.html",
        "a%00b.js",
        "x" * 3_000 + ".js",
        "README.md",
        "parts",
        "parts/",
        "",
        "~root/.ssh/id_rsa",
    ],
)
def test_no_way_out_of_the_widgets_folder(house: House, path: str) -> None:
    """Asked on the line itself: a polite client would shorten the path first."""
    with socket.create_connection(("127.0.0.1", house.settings.port)) as line:
        request = f"GET /widget/{path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        line.sendall(request.encode())
        line.settimeout(10)
        heard = b""
        while more := line.recv(65_536):
            heard += more
    assert heard.split(b" ", 2)[1] in (b"404", b"400"), heard[:200]
    for secret in (b"root:", b"import", b"KEY"):
        assert secret not in heard


def test_the_demo_page_is_for_the_demo_alone(public_house: House) -> None:
    house = public_house
    for path in ("/widget/demo.html", "/widget/demo.html/", "/widget/./demo.html", "/demo/persons"):
        assert house.get(path).status_code == 404, path
    assert house.get("/demo/token?identifiant=1000001A").status_code == 404
    assert house.get("/widget/widget.js").status_code == 200


def test_other_sites_may_not_read_our_answers(public_house: House) -> None:
    house, good, evil = public_house, "https://site.example", "https://evil.example"
    for method, path in (
        ("OPTIONS", "/webhooks/web/webhook"),
        ("POST", "/webhooks/web/webhook"),
        ("GET", "/widget/widget.js"),
    ):
        for origin, allowed in ((good, good), (evil, None), ("null", None), ("", None)):
            answer = httpx.request(
                method, house.address + path, headers={"Origin": origin}, trust_env=False
            )
            assert answer.headers.get("access-control-allow-origin") == allowed, (path, origin)
            assert answer.headers["vary"] == "Origin"
            assert "access-control-allow-credentials" not in answer.headers
