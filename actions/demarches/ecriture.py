"""Writes acts: once, with their time and origin; and tells when they were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from actions.dossiers.actes import annuler_acte, enregistrer_acte
from actions.dossiers.depots import rattacher_depot
from actions.dossiers.engine import write_session
from actions.dossiers.fuseaux import fuseau
from actions.dossiers.personne import Acte
from actions.framework.request import Request
from actions.framework.wording import hour, long_date


@dataclass(frozen=True)
class Ecrit:
    """An act as the tables hold it; ``deja``: it was there before this message."""

    acte: Acte
    deja: bool


def transmettre(
    request: Request,
    nature: str,
    cle: str,
    contenu: Mapping[str, Any],
    *,
    rendez_vous: str | None = None,
    remplace: int | None = None,
    depots: Sequence[str] = (),
) -> Ecrit:
    """Write an act of the proven person and tie the deposits to it, in one transaction.

    Raises:
        BaseIndisponible: nothing was written.
    """
    who = _proven(request)
    with write_session(request.services.engine) as session:
        acte, deja = enregistrer_acte(
            session,
            identifiant=who,
            nature=nature,
            cle=cle,
            rendez_vous=rendez_vous,
            contenu={k: v for k, v in contenu.items() if v not in (None, [])},
            origine=request.origin,
            remplace=remplace,
            now=maintenant(request),
        )
        for depot in depots:
            rattacher_depot(session, who, depot, rendez_vous=rendez_vous, acte=acte.id)
    return Ecrit(acte, deja)


def defaire(request: Request, acte: Acte) -> Acte:
    """Undo an act, and record that the person asked for it; undoing twice keeps the first time."""
    who = _proven(request)
    with write_session(request.services.engine) as session:
        undone = annuler_acte(session, who, acte.id, now=maintenant(request))
        enregistrer_acte(
            session,
            identifiant=who,
            nature="annulation",
            cle=f"annulation:{acte.id}",
            rendez_vous=acte.rendez_vous,
            contenu={"acte": acte.id, "nature": acte.nature},
            origine=request.origin,
            now=maintenant(request),
        )
    return undone or acte


def moment(request: Request, quand: datetime) -> str:
    """« le mardi 24 novembre à 9 h 05 », where the person is; ``quand`` is aware."""
    local = quand.astimezone(fuseau(request.region)).replace(tzinfo=None)
    return f"le {long_date(local, request.today)} à {hour(local)}"


def maintenant(request: Request) -> datetime:
    """The moment of the message, aware and in UTC."""
    return request.now.replace(tzinfo=fuseau(request.region)).astimezone(timezone.utc)


def _proven(request: Request) -> str:
    if request.identifiant is None:
        raise PermissionError("an act needs a proven person")
    return request.identifiant
