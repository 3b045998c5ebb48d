"""``GET /webhooks/web/document/<token>``: letters and calendar files that an act has prepared, for an hour."""

from __future__ import annotations

import asyncio

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.demarches.liens_documents import DocumentIndisponible, lire_document
from actions.dossiers.erreurs import BaseIndisponible
from actions.settings import Settings
from addons.channels.refusal import UNAVAILABLE
from addons.database import engine


def add(app: Sanic, settings: Settings) -> None:
    """Add the page to an application."""
    database = engine(settings.database_url)

    @app.get("/webhooks/web/document/<token:str>")
    async def document(request: Request, token: str) -> HTTPResponse:
        try:
            name, media_type, content = await asyncio.to_thread(
                lire_document, token, settings, database
            )
        except DocumentIndisponible as error:
            return response.json({"error": str(error)}, status=404)
        except BaseIndisponible:
            return response.json({"error": UNAVAILABLE}, status=503)
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        }
        return response.raw(content, content_type=media_type, headers=headers)
