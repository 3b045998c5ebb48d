"""The limits that the law sets to a sanction, for the person's allowance: in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.droit.mesures_actuelles import RSA
from actions.droit.resultat import Resultat
from actions.droit.typographie import MOIS, fourchette
from actions.framework.request import Request
from actions.recours import affaire
from actions.recours.situation import phrase

_RANGS = {"premier": False, "repete": True}


def debut_actuel(request: Request) -> date:
    """First day of the present rules."""
    return request.services.droit.valeur("regime.choix", "debut_actuel", request.today)


def mois_annee(day: date) -> str:
    """« juin 2025 »."""
    return f"{MOIS[day.month - 1]} {day.year}"


def radiation_possible(request: Request) -> str:
    """« 1 à 4 mois »: the radiation that may follow an avertissement."""
    droit, rule = request.services.droit, "sanction.non_indemnise.repetee"
    low, high = (droit.valeur(rule, name, request.today) for name in ("mois_min", "mois_max"))
    return fourchette(low, high, "mois")


def limites(request: Request, rang: str | None = None, on: date | None = None) -> Resultat:
    """What an absence may lead to. ``rang``: ``premier`` or ``repete``; by default that of the person's file."""
    facts = affaire.readable(
        {
            name: request.facts.get(name)
            for name in ("allocation", "foyer_rsa", "organisme_referent", "type_evenement")
        }
    )
    facts |= {"statut_evenement": "obligatoire", "motif_legitime": "non"}
    facts["date_absence"] = on or request.today
    if rang:
        facts |= {"persistance": _RANGS[rang], "historique": []}
    elif request.dossier is not None:
        past = {name: request.facts.get(name) for name in ("historique", "date_reorientation")}
        facts |= affaire.readable(past)
    return affaire.decide(request, "absence", facts)


def en_mots(request: Request, result: Resultat) -> str:
    """« une suspension de 30 à 100 % de l’allocation, pendant 1 à 2 mois »."""
    return " ; et ".join(_mesure(request, mesure) for mesure in result.valeurs.get("mesures", ()))


def fourchettes(request: Request) -> dict[str, Any]:
    """The variables ``part_1``, ``mois_1``, ``part_2``, ``mois_2``, ``rsa`` and ``plafond`` of the texts."""
    droit = request.services.droit
    rsa = request.facts.get("allocation") == "RSA"
    family = "sanction.rsa" if rsa else "sanction.assiduite"
    found: dict[str, Any] = {"rsa": rsa, "plafond": plafond(request)}
    for rank, rule in ((1, f"{family}.premiere"), (2, f"{family}.repetee")):
        figures = {
            name: droit.valeur(rule, name, request.today)
            for name in ("part_min", "part_max", "mois_min", "mois_max")
        }
        if rsa and request.facts.get("foyer_rsa") == "plusieurs_ou_majoration":
            figures["part_max"] = droit.valeur("sanction.rsa.plafond", "part_max", request.today)
        found[f"part_{rank}"] = fourchette(figures["part_min"], figures["part_max"], "%")
        found[f"mois_{rank}"] = fourchette(figures["mois_min"], figures["mois_max"], "mois")
    return found


def plafond(request: Request) -> str | None:
    """The sentence on the limit for households of several, for somebody on the RSA."""
    if request.facts.get("allocation") not in RSA:
        return None
    household = request.facts.get("foyer_rsa")
    if household == "seul":
        return None
    known = household == "plusieurs_ou_majoration"
    return phrase(request, f"duree_sanction.plafond.{'connu' if known else 'inconnu'}")


def _mesure(request: Request, mesure: dict[str, Any]) -> str:
    part = duree = ""
    if "part_min" in mesure:
        part = fourchette(mesure["part_min"], mesure["part_max"], "%")
    if "mois_min" in mesure:
        duree = fourchette(mesure["mois_min"], mesure["mois_max"], "mois")
    return phrase(request, f"duree_sanction.mesure.{mesure['type']}", part=part, duree=duree)
