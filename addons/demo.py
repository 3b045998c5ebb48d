"""The demo's stand-in for the website: signs tokens for the persons of the demo set. Served by ``make run`` only."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import jwt
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy import select

from actions.dossiers.engine import read_session
from actions.dossiers.models import DossierRow
from actions.settings import Settings
from addons.database import engine

LIFETIME_SECONDS = 600
HOME = "/widget/demo.html"
# What each person of the demo set is there to show.
_SITUATIONS = {
    "1000001A": "atelier dans deux jours",
    "1000002B": "une invitation, un appel qui n’est pas venu",
    "1000003C": "atelier recommandé",
    "1000004D": "premier rendez-vous avec Aksis",
    "1000005E": "deux reports déjà pris",
    "1000006F": "lettre d’intention reçue",
    "1000007G": "seconde lettre d’intention",
    "1000008H": "avertissement en cours",
    "1000009J": "suspension par le département",
    "1000010K": "absence, justificatif reçu",
    "1000011L": "suspension en cours",
    "1000012M": "suppression, médiation en cours",
}


def personal_token(
    key: str, identifiant: str, algorithm: str = "HS256", jour: date | None = None
) -> str:
    """A token as the website signs it for a logged-in person."""
    now = int(time.time())
    claims: dict[str, Any] = {
        "iss": "espace-personnel",
        "aud": "assistant",
        "sub": identifiant,
        "iat": now,
        "exp": now + LIFETIME_SECONDS,
    }
    if jour:
        claims["jour"] = jour.isoformat()
    return jwt.encode(claims, key, algorithm=algorithm)


def add(app: Sanic, settings: Settings) -> None:
    """Add ``/demo/persons`` and ``/demo/token`` to an application, and send ``/`` to the demo page."""

    @app.get("/")
    async def home(request: Request) -> HTTPResponse:
        return response.redirect(HOME)

    @app.get("/demo/persons")
    async def persons(request: Request) -> HTTPResponse:
        return response.json(_persons(settings))

    @app.get("/demo/token")
    async def token(request: Request) -> HTTPResponse:
        identifiant = request.args.get("identifiant", "")
        if identifiant not in {person["identifiant"] for person in _persons(settings)}:
            return response.json({"error": "Personne n’est connecté."}, status=401)
        return response.json({"token": personal_token(settings.web_jwt_key, identifiant)})


def _persons(settings: Settings) -> list[dict[str, str]]:
    with read_session(engine(settings.database_url)) as session:
        rows = session.execute(
            select(DossierRow.identifiant, DossierRow.prenom, DossierRow.allocation).order_by(
                DossierRow.identifiant
            )
        )
        return [
            {"identifiant": identifiant, "label": _label(identifiant, prenom, allocation)}
            for identifiant, prenom, allocation in rows
        ]


def _label(identifiant: str, prenom: str, allocation: str) -> str:
    """``Nadia (ARE), atelier dans deux jours``."""
    names = {"aucune": "sans allocation", "ARE_et_RSA": "ARE et RSA"}
    person = f"{prenom} ({names.get(allocation, allocation)})"
    situation = _SITUATIONS.get(identifiant)
    return f"{person}, {situation}" if situation else person
