"""Links to documents: sealed with the session key, good for one hour, unreadable in a server's log."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy.engine import Engine

from actions.demarches import evenements
from actions.demarches.documents import Evenement, evenement_en_ics, texte_en_pdf
from actions.dossiers import vues
from actions.dossiers.actes import actes_de
from actions.dossiers.engine import read_session
from actions.dossiers.repository import dossier_complet
from actions.framework.request import Request
from actions.settings import Settings

PATH = "/webhooks/web/document/"
SECONDS = 3600
TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
Document = tuple[str, str, bytes]


class DocumentIndisponible(Exception):
    """The link is forged or too old, or what it leads to is gone; ``str()`` is a French sentence for people."""


def lien(request: Request, *, genre: str, **claims: Any) -> str:
    """The address of a document of the proven person.

    ``genre``: ``pdf`` or ``txt`` with ``acte``; ``ics`` with ``rdv``, or with ``voie``, ``procedure`` and ``jour``.
    """
    content = json.dumps({"genre": genre, "qui": request.identifiant, **claims}).encode()
    return PATH + _box(request.services.settings.session_key).encrypt(content).decode()


def lire_document(token: str, settings: Settings, engine: Engine) -> Document:
    """The document of a link: file name, media type, content.

    Raises:
        DocumentIndisponible: nothing can be given for this token (answer 404 with its sentence).
        BaseIndisponible: the database cannot be read.
    """
    claims = _open(token, settings.session_key)
    if claims["genre"] == "ics":
        event = _event(claims, settings.session_key, engine)
        return "rappel.ics", TYPES["ics"], evenement_en_ics(event)
    return _letter(claims, engine)


def _letter(claims: Mapping[str, Any], engine: Engine) -> Document:
    with read_session(engine) as session:
        acts = actes_de(session, claims["qui"], "courrier")
    found = next((act.contenu for act in acts if act.id == claims.get("acte")), {})
    if "texte" not in found:
        raise DocumentIndisponible(
            "Cette lettre n’existe plus. Redemandez-la dans la conversation."
        )
    genre, text = claims["genre"], str(found["texte"])
    name = f"lettre-{found.get('type', 'recours')}.{genre}"
    if genre == "pdf":
        return name, TYPES["pdf"], texte_en_pdf(text, found.get("titre", "Lettre"))
    return (
        name,
        TYPES["txt"],
        text.encode("utf-8-sig"),
    )  # the mark, or old word processors show « Ã© »


def _event(claims: Mapping[str, Any], key: str, engine: Engine) -> Evenement:
    who = claims["qui"]
    if "jour" in claims:
        day = date.fromisoformat(claims["jour"])
        return evenements.limite(who, claims["voie"], claims["procedure"], day, key)
    with read_session(engine) as session:
        file = dossier_complet(session, who)
    rdv = vues.rendez_vous_de_ref(file, claims.get("rdv")) if file else None
    if file is None or rdv is None:
        raise DocumentIndisponible("Ce rendez-vous n’est plus dans votre dossier.")
    return evenements.rendez_vous(file, rdv, key)


def _open(token: str, key: str) -> dict[str, Any]:
    try:
        return json.loads(_box(key).decrypt(token.encode("ascii", "ignore"), ttl=SECONDS))
    except (InvalidToken, ValueError):
        raise DocumentIndisponible(
            "Ce lien n’est plus valable. Redemandez le document dans la conversation."
        ) from None


def _box(key: str) -> Fernet:
    """The seal of documents: a key of its own, drawn from the session key."""
    digest = hashlib.sha256(b"boussole/documents\0" + key.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
