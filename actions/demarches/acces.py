"""Who may act: somebody proven, with a file; the others learn what they can do themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actions.demarches.etapes import Etat, dire
from actions.framework.answer import Answer
from actions.framework.request import Request


def sans_dossier(request: Request, nature: str, etat: Etat | None = None) -> Answer | None:
    """What is said to somebody unproven, or without any file with us; None for the others.

    Args:
        nature: key of the texts (``absence``, ``report``…).
        etat: the act afterwards; ``{}`` when one is under way and must stop.
    """
    if request.identifiant is None:
        return dire(request, f"{nature}.non_reconnu", etat)
    return dire(request, "commun.pas_de_dossier", etat) if request.dossier is None else None


def debut(
    request: Request,
    nature: str,
    lire: Callable[[Request, Etat], Etat | None],
    suite: Callable[[Request, Etat], Answer],
    **known: Any,
) -> Answer:
    """The first step of an act about an appointment, with all that the message says; ``known``: found out before."""
    refused = sans_dossier(request, nature)
    if refused:
        return refused
    etat: Etat = {"nature": nature, "etape": "choisir", **known}
    return suite(request, lire(request, etat) or etat)
