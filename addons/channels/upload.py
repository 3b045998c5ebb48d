"""``POST /webhooks/web/upload``: a proven person deposits one justificatif; ``DELETE …/upload/<reference>`` takes it back."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

from sanic.request import Request

from actions.dossiers import depots
from actions.dossiers.engine import write_session
from actions.dossiers.erreurs import BaseIndisponible
from actions.settings import Settings
from addons.channels.limits import Limits
from addons.channels.refusal import BAD_REQUEST, UNAVAILABLE, UNSUPPORTED, Refusal
from addons.channels.tokens import Visitor
from addons.database import engine
from addons.uploads import vault
from addons.uploads.rules import TYPES, UPLOADS_PER_MINUTE

logger = logging.getLogger(__name__)

LOG_IN = "Pour envoyer un document, connectez-vous d’abord à votre espace personnel, puis rouvrez cette fenêtre."
ONE_FILE = "Envoyez un seul fichier à la fois."
ANNOUNCEMENT = "Voici mon justificatif."
METADATA_KEY = "depot"


async def deposit(settings: Settings, limits: Limits, visitor: Visitor, request: Request) -> str:
    """Check, clean and keep the file of a request; returns its reference.

    Raises:
        Refusal: 400, 401, 413, 415, 429 or 503.
    """
    if visitor.person is None:
        raise Refusal(401, LOG_IN)
    name, content = _one_file(request)
    await limits.check(f"upload:{visitor.conversation}", UPLOADS_PER_MINUTE)
    kept = await vault.keep(settings.uploads_dir, content)
    try:
        await asyncio.to_thread(_record, settings, visitor.person, name, kept)
    except BaseIndisponible as error:
        vault.remove(settings.uploads_dir, kept.reference)
        logger.warning("deposit not recorded: %s", error.cause)
        raise Refusal(503, UNAVAILABLE) from None
    return kept.reference


async def take_back(settings: Settings, visitor: Visitor, reference: str) -> None:
    """Delete a deposit of this person.

    Raises:
        Refusal: 401, 400 when it is not theirs, 503.
    """
    if visitor.person is None:
        raise Refusal(401, LOG_IN)

    def delete() -> bool:
        with write_session(engine(settings.database_url)) as session:
            return depots.supprimer_depot(session, str(visitor.person), reference)

    try:
        if not await asyncio.to_thread(delete):
            raise Refusal(400, BAD_REQUEST)
    except BaseIndisponible:
        raise Refusal(503, UNAVAILABLE) from None
    vault.remove(settings.uploads_dir, reference)


def _one_file(request: Request) -> tuple[str, bytes]:
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/form-data"):
        raise Refusal(415, UNSUPPORTED)
    try:
        files = [file for group in (request.files or {}).values() for file in group]
    except Exception:  # Sanic's parser raises whatever a broken body makes it raise
        raise Refusal(400, BAD_REQUEST) from None
    if len(files) != 1:
        raise Refusal(400, ONE_FILE if files else BAD_REQUEST)
    return _display_name(files[0].name), files[0].body


def _display_name(name: Any) -> str:
    """What people see of the name they gave; it never names a file of ours."""
    plain = re.sub(r"[^\w .()-]+", " ", str(name or "")).strip(" .")
    return plain[-80:] or "document"


def _record(settings: Settings, person: str, name: str, kept: vault.Kept) -> None:
    with write_session(engine(settings.database_url)) as session:
        depots.enregistrer_depot(
            session,
            reference=kept.reference,
            identifiant=person,
            nom_affiche=name,
            type=TYPES[kept.kind],
            taille=kept.size,
            sha256=kept.sha256,
        )
