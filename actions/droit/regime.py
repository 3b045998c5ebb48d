"""Which law applies to an absence: its own date decides, not that of the letter (regime.choix)."""

from __future__ import annotations

from datetime import date

from actions.droit.base import BaseDroit
from actions.droit.raisonnement import Raisonnement
from actions.droit.typographie import jour

# A rule that exists under one regime only tells the regime of a day.
REPERES = {"actuel": "sanction.assiduite.premiere", "ancien": "ancien.radiation"}


def trouver_regime(base: BaseDroit, date_absence: date) -> str:
    """`actuel`, `ancien` or `hors_perimetre` (no figure may then be given)."""
    trouves = (nom for nom, regle in REPERES.items() if base.version(regle, date_absence))
    return next(trouves, "hors_perimetre")


def expliquer_regime(fil: Raisonnement, regime: str, date_absence: date) -> None:
    """Say which rules apply and why."""
    textes = {
        "actuel": "les règles actuelles s’appliquent.",
        "ancien": "les règles de l’époque s’appliquent, pas celles d’aujourd’hui.",
        "hors_perimetre": "ces règles sont trop anciennes pour être données ici.",
    }
    debut = f"Votre absence date du {jour(date_absence)} :"
    fil.dire("regime.choix", f"{debut} {textes[regime]}", "date_absence")
    if regime == "ancien" and fil.en_vigueur("ancien.charniere_2025"):
        fil.dire(
            "ancien.charniere_2025",
            "Entre janvier et mai 2025, la loi avait changé mais pas encore le barème : "
            "l’ancien barème sert de repère, son fondement est discutable.",
            "date_absence",
        )
