"""The action server's door: on loopback, with its secret, silent about its failures."""

from __future__ import annotations

import socket

import httpx

from tests.house import House


def test_the_action_servers_door(house: House) -> None:
    """On loopback only, closed without its secret, silent about its failures with it."""
    port = house.environment["ACTIONS_PORT"]
    door = f"http://127.0.0.1:{port}"
    secret = {"X-Action-Token": house.environment["ACTION_SERVER_TOKEN"]}
    for headers in ({}, {"X-Action-Token": "x"}, {"X-Action-Token": "é".encode()}):
        for method, path in (("POST", "/webhook"), ("GET", "/actions")):
            answer = httpx.request(method, door + path, headers=headers, trust_env=False)
            assert answer.status_code == 403
    for body in (
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"next_action":"action_dossier"}',
        b'{"next_action":"x"}',
    ):
        answer = httpx.post(f"{door}/webhook", headers=secret, content=body, trust_env=False)
        assert answer.status_code >= 400
        for internal in ("Traceback", "line ", ".py", "Error", "tracker"):
            assert internal not in answer.text, (body, answer.text)
    assert _listens_on(int(port)) == {"127.0.0.1"}


def _listens_on(port: int) -> set[str]:
    """The addresses that a port listens on, as the kernel says."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table, encoding="ascii") as lines:
            for line in list(lines)[1:]:
                local, state = line.split()[1], line.split()[3]
                address, number = local.split(":")
                if int(number, 16) == port and state == "0A":
                    packed = bytes.fromhex(address)[::-1]
                    found.add(socket.inet_ntoa(packed) if len(packed) == 4 else address)
    return found
