"""The two months of an appeal, full delay: prudent date, very last day, where one stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.calendrier import DelaiFranc, date_franche
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat
from actions.droit.typographie import jour

ETATS = {
    "dans_les_temps": "Vous êtes dans les temps : la date à retenir est le {}.",
    "dernier_moment": "La date prudente était le {}, mais il paraît encore possible d’agir, "
    "sans attendre.",
    "hors_delai": "Le délai paraît passé : la date à retenir était le {}.",
}


def mesurer(fil: Raisonnement, depart: date, region: str | None) -> DelaiFranc:
    """The two full months, without saying anything of them."""
    return date_franche(depart, fil.figure("delai.franc", "mois"), region)


def compter(
    fil: Raisonnement, depart: date, region: str | None, today: date, *faits: str
) -> DelaiFranc:
    """Count two full months from `depart`, set the values of the delay, and explain them."""
    delai = mesurer(fil, depart, region)
    statut = delai.statut(today)
    fil.valeurs.update(
        date_prudente=delai.prudente,
        date_limite_franche=delai.franche,
        franche_incertaine=delai.incertaine,
        statut=statut,
        jours_restants=(delai.prudente - today).days,
    )
    fil.dire("delai.franc", ETATS[statut].format(jour(delai.prudente)), *faits)
    fil.citer("delai.mois", "delai.statut")
    if delai.incertaine:
        fil.dire(
            "delai.franc_fin_de_mois",
            "Le délai part d’une fin de mois : seule la date prudente est sûre.",
            *faits,
        )
    return delai


def mediateur(fil: Raisonnement, lus: Mapping[str, Any], today: date, depart: str) -> Resultat:
    """Until when to seize the regional mediator."""
    compter(fil, lus[depart], lus.get("region"), today, depart)
    actuel = fil.en_vigueur("recours.mediation")
    fil.citer("recours.mediation" if actuel else "ancien.recours_prealable")
    return fil.conclure(fil.valeurs["statut"])


def tribunal(fil: Raisonnement, lus: Mapping[str, Any], today: date, depart: str) -> Resultat:
    """Until when to go to the administrative court, once the mediation is over."""
    compter(fil, lus[depart], lus.get("region"), today, depart)
    fil.citer("recours.tribunal", "recours.mediation_effet")
    return fil.conclure(fil.valeurs["statut"])
