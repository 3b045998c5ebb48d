"""The examples of deploy/: nginx in front of a real assistant, units that systemd can read, settings that are ours."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from getpass import getuser
from pathlib import Path

import httpx
import pytest

from actions.settings import ROOT, check_keys, load, read_dotenv
from tests import files
from tests.house import House, free_port

DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
FRAME = """
daemon off; user {user}; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{site}
}}
"""


def site(house_port: str, folder: Path, port: int) -> str:
    """The site of nginx.conf without TLS, on our ports and in our folder."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"\n    ssl_.*", "", text).replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    return text.replace(":5005 ", f":{house_port} ").replace("/var/log/nginx", str(folder))


@pytest.fixture
def behind(own_house: Callable[..., House], tmp_path: Path) -> Iterator[House]:
    """An assistant as deploy/ serves it; ``address`` is that of nginx."""
    if NGINX is None:
        pytest.skip("no nginx on this machine")
    house = own_house(SANIC_PROXIES_COUNT="1", SESSIONS_PER_MINUTE="6", BOUSSOLE_DEMO="")
    folder, port = tmp_path / "nginx", free_port()
    folder.mkdir(mode=0o755)
    config = folder / "nginx.conf"
    content = site(house.environment["PORT"], folder, port)
    config.write_text(FRAME.format(user=getuser(), folder=folder, site=content), encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-e", str(folder / "errors"), "-c", str(config)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    house.front = f"http://127.0.0.1:{port}"
    try:
        _wait_for(port)
        yield house
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")


def test_nginx_in_front(behind: House, tmp_path: Path) -> None:
    """One house for all of it: a start takes seconds."""
    token = behind.nobody()
    assert "obligatoire" in behind.say(token, "mon atelier est-il obligatoire ?")[0]["text"]
    assert behind.get("/health").status_code == 200
    assert behind.get("/widget/widget.js").headers["content-type"].startswith("text/javascript")
    for path in ("/", "/model/parse", "/widget/demo.html", "/widget/../.env", "/demo/token"):
        assert behind.get(path).status_code == 404, path
    _addresses_cannot_be_forged(behind)
    _sizes_are_refused_in_french(behind)
    behind.get("/webhooks/web/document/secret-of-a-letter")
    behind.signal("assistant", signal.SIGKILL)
    down = behind.post("webhook", token, json={"message": "bonjour"})
    assert (down.status_code, down.headers["retry-after"]) == (503, "60")
    assert "39 49" in down.json()["error"]
    log = (tmp_path / "nginx" / "boussole.log").read_text(encoding="utf-8")
    assert "/webhooks/web/webhook 200" in log
    assert "127.0.0.1" not in log
    assert "secret-of-a-letter" not in log


def _addresses_cannot_be_forged(behind: House) -> None:
    """Five sessions are left, whatever comes with the requests; straight to the port one could lie, hence HOST."""
    statuses = [
        behind.post("session", headers={"X-Forwarded-For": f"9.9.9.{n}", "X-Real-IP": f"8.8.8.{n}"})
        for n in range(7)
    ]
    assert [answer.status_code for answer in statuses] == [200] * 5 + [429] * 2


def _sizes_are_refused_in_french(behind: House) -> None:
    person = behind.person("1000006F")
    good = behind.post("upload", person, files={"file": ("a.pdf", files.pdf())})
    assert good.status_code == 200
    for size in (5_300_000, 9_000_000):
        answer = behind.post(
            "upload", person, files={"file": ("a.pdf", b"%PDF-1.4 " + b"x" * size)}
        )
        assert answer.status_code == 413
        assert "5 Mo" in answer.json()["error"].replace("\u00a0", " ")
    long = behind.post("webhook", person, json={"message": "x" * 300_000})
    assert long.status_code == 413
    assert "1 000" in long.json()["error"].replace("\u202f", " ").replace("\u00a0", " ")
    assert httpx.get(f"{behind.address}/health", trust_env=False).status_code == 200


def test_the_settings_are_ours(tmp_path: Path) -> None:
    """Filled in, they are accepted; every name is one of .env.example."""
    given = read_dotenv(DEPLOY / "boussole.env.example")
    known = read_dotenv(ROOT / ".env.example")
    assert set(given) <= set(known)
    filled = {**given, "SESSION_KEY": "s" * 32, "ACTION_SERVER_TOKEN": "a" * 32}
    settings = load(filled)
    check_keys(settings)
    assert (settings.host, settings.proxies) == ("127.0.0.1", 1)
    assert settings.web_jwt_key.count("\n") == 2


def test_the_units_can_be_read(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd on this machine")
    units = []
    for name in ("boussole@.service", "boussole-purge.service", "boussole-purge.timer"):
        text = (DEPLOY / name).read_text(encoding="utf-8").replace("/opt/boussole", str(ROOT))
        units.append(tmp_path / name.replace("@", "@5005"))
        units[-1].write_text(text, encoding="utf-8")
    done = subprocess.run(
        [program, "verify", "--man=no", *map(str, units)],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "boussole" in line]
    assert ours == []
