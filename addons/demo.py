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

from actions.dossiers.engine import create_engine, read_session
from actions.dossiers.models import DossierRow
from actions.settings import Settings

LIFETIME_SECONDS = 600


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
    """Add ``/demo/persons`` and ``/demo/token`` to an application."""

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
    with read_session(create_engine(settings.database_url)) as session:
        rows = session.execute(
            select(DossierRow.identifiant, DossierRow.prenom, DossierRow.allocation).order_by(
                DossierRow.identifiant
            )
        )
        return [
            {"identifiant": identifiant, "label": f"{prenom} ({_allowance(allocation)})"}
            for identifiant, prenom, allocation in rows
        ]


def _allowance(code: str) -> str:
    return {"aucune": "sans allocation", "ARE_et_RSA": "ARE et RSA"}.get(code, code)
