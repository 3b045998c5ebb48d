"""Until when to sign the contrat d'engagement (rules contrat.delai and contrat.transition)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import calendrier
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat
from actions.droit.typographie import jour


def calculer(fil: Raisonnement, lus: Mapping[str, Any], today: date, depart: str) -> Resultat:
    """One month from the notification of the orientation; a reorientation starts it again."""
    if not fil.en_vigueur("contrat.delai"):
        return _deja_suivie(fil, lus, today)
    limite = calendrier.ajouter_mois(lus[depart], fil.figure("contrat.delai", "mois"))
    reoriente = depart == "date_reorientation"
    origine = "réorientation" if reoriente else "orientation"
    texte = f"Le contrat se signe dans le mois qui suit votre {origine} : jusqu’au {jour(limite)}."
    fil.dire("contrat.delai", texte, depart)
    fil.citer("delai.mois")
    if today <= limite:
        texte = "Signez votre contrat d’engagement avec votre référent."
        fil.agir("signer_contrat", texte, "contrat.delai", limite)
    return _conclure(fil, limite, today, "reorientation" if reoriente else "orientation")


def _deja_suivie(fil: Raisonnement, lus: Mapping[str, Any], today: date) -> Resultat:
    """Persons followed before the contract existed: the body has years, more overseas."""
    outre_mer = lus.get("region") in calendrier.OUTRE_MER
    regle = fil.base.regle("contrat.transition").versions[-1]
    limite = regle.valeurs["echeance_outre_mer" if outre_mer else "echeance"]
    fil = Raisonnement(fil.base, regle.du)
    texte = (
        "Votre suivi a commencé avant le contrat d’engagement : votre organisme a jusqu’au "
        f"{jour(limite)} pour vous le faire signer."
    )
    fil.dire("contrat.transition", texte, "date_orientation", "region")
    return _conclure(fil, limite, today, "transition")


def _conclure(fil: Raisonnement, limite: date, today: date, base: str) -> Resultat:
    return fil.conclure(
        "depasse" if today > limite else "dans_les_temps",
        limite_contrat=limite,
        limite_signature=limite,
        base=base,
        jours_restants=(limite - today).days,
        depasse=today > limite,
    )
