"""A stand-in for the server, honouring the contract of the web channel with canned answers.

Faults are not made here: the tests make them in the browser, so that they run unchanged
against the real server.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from addons.pages import PAGE_POLICY

WIDGET = Path(__file__).resolve().parents[2] / "widget"
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
}
PERSONS = [
    {"identifiant": "1000001A", "label": "Nadia (ARE)"},
    {"identifiant": "1000002B", "label": "Thomas (ARE)"},
]
ARTICLE = {
    "ref": "Code du travail, art. R5412-1",
    "id": "LEGIARTI000051679596",
    "url": "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679596",
    "since": "2025-06-01",
}
LONG = {
    "text": "Cela dépend des mots de votre courrier.\n\n"
    "Une convocation qui dit que votre présence est obligatoire doit être suivie. "
    "Une invitation peut être déclinée, sauf si l’atelier est inscrit dans votre contrat d’engagement.\n\n"
    "Que faire maintenant :\n"
    "1. Relisez le titre et la dernière phrase du courrier.\n"
    "2. Vérifiez dans votre espace personnel si l’atelier figure à votre contrat.\n"
    "3. En cas de doute, demandez à votre conseiller.",
    "buttons": [
        {"title": "C’est une convocation", "payload": '/informer{"document":"convocation"}'},
        {"title": "C’est une invitation", "payload": '/informer{"document":"invitation"}'},
        {"title": "Je ne sais pas", "payload": "je ne sais pas"},
    ],
    "sources": [
        ARTICLE,
        {**ARTICLE, "ref": "Code du travail, art. L5412-1", "since": "2025-01-01"},
    ],
    "rules": ["atelier.obligatoire"],
    "reasons": ["Le document reçu n’est pas connu.", "Votre contrat d’engagement n’est pas connu."],
}


def answer(message: str, subject: str | None) -> list[dict[str, Any]]:
    """Canned messages, chosen by a word of the question."""
    if "obligatoire" in message:
        return [LONG]
    if message.startswith("/informer"):
        return [{"text": f"Compris : {message}"}]
    if "qui suis-je" in message:
        return [{"text": f"Vous êtes {subject}." if subject else "Je ne sais pas qui vous êtes."}]
    if "lettre" in message:
        return [
            {
                "text": "Voici un modèle.\nVoir aussi https://www.example.org/aide, en entier.",
                "attachments": [
                    {"title": "Modèle de lettre", "url": "https://www.example.org/modele.pdf"}
                ],
            }
        ]
    return [{"text": f"Vous avez dit :\n{message}"}]


def token(subject: str) -> str:
    """An unsigned token with the claims that the widget reads."""
    claims = {"sub": subject, "exp": int(time.time()) + 600, "jti": secrets.token_hex(4)}
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"e30.{body}.fake"


class Handler(BaseHTTPRequestHandler):
    """Serves ``widget/`` and the routes of the contract."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Backend

    def log_message(self, *_: Any) -> None:
        """Tests need no access log."""

    def do_GET(self) -> None:
        """The static files and the demo's routes."""
        url = urlsplit(self.path)
        if url.path == "/demo/persons":
            return self.json(PERSONS)
        if url.path == "/demo/token":
            person = parse_qs(url.query).get("identifiant", [""])[0]
            known = person in {entry["identifiant"] for entry in PERSONS}
            return self.json(
                {"token": token(person)} if known else {"error": "Personne."}, 200 if known else 401
            )
        if url.path in self.server.pages:
            return self.send(200, "text/html", self.server.pages[url.path].encode())
        file = (WIDGET / url.path.removeprefix("/widget/")).resolve()
        if (
            url.path.startswith("/widget/")
            and WIDGET in file.parents
            and file.is_file()
            and file.suffix in TYPES
        ):
            return self.send(200, TYPES[file.suffix], file.read_bytes())
        return self.json({"error": "Cette adresse n’existe pas."}, 404)

    def do_OPTIONS(self) -> None:
        """A site on another host asks first."""
        self.send(204, "text/plain", b"")

    def do_DELETE(self) -> None:
        """The conversation of a token is forgotten."""
        bearer = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        subject = None if bearer in self.server.sessions else self.subject(bearer)
        if subject is None and bearer not in self.server.sessions:
            return self.json({"error": "Votre session n’est pas reconnue."}, 401)
        self.server.received.append((self.path.removeprefix("/webhooks/web/"), bearer, subject))
        return self.json({"ok": True})

    def do_POST(self) -> None:
        """The four routes of the web channel."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        route = self.path.removeprefix("/webhooks/web/")
        if route == "session":
            made = token(f"anonyme-{secrets.token_hex(4)}")
            self.server.sessions.add(made)
            return self.json({"token": made, "expires_in": 7200})
        bearer = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        anonymous = bearer in self.server.sessions
        subject = None if anonymous else self.subject(bearer)
        if not anonymous and subject is None:
            return self.json({"error": "Votre session n’est pas reconnue."}, 401)
        if route == "upload":
            return self.upload(body, subject)
        content = json.loads(body)
        self.server.received.append((route, content, subject))
        if route == "feedback":
            return self.json({"ok": True})
        return self.json(answer(content["message"], subject))

    def upload(self, body: bytes, subject: str | None) -> None:
        """Checks as little as the contract lets a person see."""
        if subject is None:
            return self.json(
                {"error": "Connectez-vous à votre espace personnel pour déposer un fichier."}, 401
            )
        if b"%PDF" not in body:
            return self.json({"error": "Ce fichier n’est pas un PDF, ni une photo lisible."}, 415)
        self.server.received.append(("upload", len(body), subject))
        said = (
            "Votre justificatif est bien déposé.\nVotre conseiller le recevra avec votre absence."
        )
        return self.json({"reference": "abc", "messages": [{"text": said}]})

    @staticmethod
    def subject(bearer: str) -> str | None:
        """The person of a token, None when it is none of ours."""
        parts = bearer.split(".")
        if len(parts) != 3 or parts[2] != "fake":
            return None
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        return None if claims["sub"].startswith("anonyme") else claims["sub"]

    def json(self, content: Any, status: int = 200) -> None:
        """Answer with JSON."""
        self.send(status, "application/json", json.dumps(content).encode())

    def send(self, status: int, kind: str, body: bytes) -> None:
        """Answer; any site of this machine may carry the widget."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin") or "*")
        self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, DELETE")
        if kind == "text/html":
            self.send_header("Content-Security-Policy", self.server.csp)
        self.end_headers()
        self.wfile.write(body)


class Backend(ThreadingHTTPServer):
    """The stand-in, on a free loopback port. ``pages``: more pages by path; ``received``: what came."""

    daemon_threads = True

    def __init__(self, csp: str = PAGE_POLICY) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.csp = csp
        self.pages: dict[str, str] = {}
        self.sessions: set[str] = set()
        self.received: list[tuple[str, Any, str | None]] = []
        Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"
