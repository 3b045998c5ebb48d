"""What the routes of appeal share: a date that is missing, a step taken in time, an act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.calendrier import DelaiFranc
from actions.droit.delai_recours import compter, mesurer
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


def en_temps(
    fil: Raisonnement, lus: Mapping[str, Any], today: date, delai: DelaiFranc, fait: str
) -> Etape | None:
    """The step, when it was opened in time; a delay that never ran is never over."""
    etape: Etape | None = lus.get(fait)
    if etape is None or lus.get("mention_mediation") == "non":
        return etape
    return etape if dans_le_delai(fil, etape, delai.franche, today, fait) else None


def compter_avec_aide(
    fil: Raisonnement, lus: Mapping[str, Any], today: date, depart: date, fait: str
) -> None:
    """Two months from `depart`. Legal aid asked for in time gives them anew once decided."""
    region = lus.get("region")
    delai = mesurer(fil, depart, region)
    aide = en_temps(fil, lus, today, delai, "aide_juridictionnelle")
    if aide is None or not fil.en_vigueur("recours.aide_juridictionnelle"):
        compter(fil, depart, region, today, fait)
        if "aide_juridictionnelle" not in lus:
            _avant_de_conclure(fil, fait)
        return
    fil.dire(
        "recours.aide_juridictionnelle",
        "L’aide juridictionnelle a été demandée à temps : un nouveau délai part de la réponse.",
        "aide_juridictionnelle",
    )
    if aide.fin is None:
        fil.valeurs["delai_interrompu"] = True
        return
    compter(fil, aide.fin, region, today, "aide_juridictionnelle")


def agir_avant(fil: Raisonnement, code: str, quoi: str, regle: str) -> None:
    """An act with its date: the prudent one, then the very last day. None while interrupted."""
    statut = fil.valeurs.get("statut")
    if statut is None:
        return
    dates = {"dans_les_temps": "date_prudente", "dernier_moment": "date_limite_franche"}
    fil.agir(code, quoi, regle, fil.valeurs[dates[statut]] if statut in dates else None)


def _avant_de_conclure(fil: Raisonnement, fait: str) -> None:
    """A delay that seems over may not be: legal aid gives it anew (rule delai.statut)."""
    regle = "recours.aide_juridictionnelle"
    if fil.valeurs["statut"] == "hors_delai" and fil.en_vigueur(regle):
        texte = "Avant de conclure : une aide juridictionnelle demandée à temps change ce délai."
        fil.dire(regle, texte, fait)


def compter_gracieux(fil: Raisonnement, lus: Mapping[str, Any], fin: date | None = None) -> None:
    """A plain complaint replaces no compulsory step; after the mediation it adds no delay."""
    etape: Etape | None = lus.get("recours_gracieux")
    if etape is None:
        return
    if fin and (etape.saisie is None or etape.saisie >= fin):
        texte = "Une réclamation faite après la médiation n’ajoute pas de délai."
        fil.dire("recours.apres_mediation", texte, "recours_gracieux")
        return
    texte = "Une réclamation ne remplace pas le médiateur : ne comptez pas dessus pour le délai."
    fil.dire("recours.reclamation", texte, "recours_gracieux")
