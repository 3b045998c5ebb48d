"""What the routes of appeal share: a date that is missing, a step taken in time, an act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.lecteurs import Etape
from actions.droit.raisonnement import Raisonnement


def manquer_date(fil: Raisonnement, lus: Mapping[str, Any]) -> bool:
    """Whether no date can be counted; a question of principle does not need one."""
    if "date_notification" in lus:
        return False
    if "question" not in lus:
        fil.manquer("date_notification")
    return True


def dans_le_delai(fil: Raisonnement, etape: Etape, franche: date, today: date, fait: str) -> bool:
    """Whether a step was opened by the very last day. Its date unknown, it is so by today."""
    if etape.saisie is None:
        fil.manquer(fait)
    return (etape.saisie or today) <= franche


def agir_avant(fil: Raisonnement, code: str, quoi: str, regle: str) -> None:
    """An act with its date: the prudent one, or the very last day once that one is over."""
    statut = fil.valeurs["statut"]
    dates = {"dans_les_temps": "date_prudente", "dernier_moment": "date_limite_franche"}
    fil.agir(code, quoi, regle, fil.valeurs[dates[statut]] if statut in dates else None)
