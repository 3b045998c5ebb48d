"""What an absence just told may lead to, for the allowance and the body of the person: said with the declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.absence_cible import Absence
from actions.absence_faits import rassembler
from actions.absence_issues import possibles
from actions.droit.typographie import jour
from actions.facultatif import FACULTATIFS
from actions.framework.request import Request
from actions.recours.affaire import decide, readable

_MEASURES = ("sanction.", "ancien.")


def risque(request: Request, absence: Absence) -> Mapping[str, Any]:
    """Variables of the texts: ``mesures``, ``autorite``, ``rang``, ``changement`` (day of the present law),
    ``suppose`` (the allowance is only likely), ``plafond`` (the limit of a household of several may apply), ``regles``.

    Empty when no allowance is known, when the decision is taken or the proof accepted, or when no law is known.
    """
    if absence.decided or (absence.preuve is not None and absence.preuve.statut == "accepte"):
        return {}
    gathered = rassembler(request, absence)
    facts = dict(gathered.lus)
    leaning = gathered.obligation.valeurs.get("tendance") if gathered.obligation else None
    if facts.get("statut_evenement") == "a_verifier":
        if leaning in FACULTATIFS:
            return {}
        facts["statut_evenement"] = "obligatoire"  # what is not known is judged with care
    young = facts.get("allocation") is None and facts.get("organisme_referent") == "mission_locale"
    told = {"allocation": "CEJ"} if young else {}  # the measure is the same for a PACEA
    judged = readable({**facts, **told, "motif_legitime": "non", "preuve": None})
    result = decide(request, "absence", judged)
    if result.conclusion != "oui" or not result.valeurs.get("mesures"):
        return {}
    possible, droit = possibles(request, result), request.services.droit
    measures = [rule for rule in result.rule_ids if rule.startswith(_MEASURES)]
    return {
        "mesures": possible.mesures,
        "autorite": possible.autorite,
        "rang": result.valeurs.get("rang"),
        "ancien": result.valeurs.get("regime") == "ancien",
        "changement": jour(droit.valeur("regime.choix", "debut_actuel", request.today)),
        "suppose": young,
        "plafond": "foyer_rsa" in result.faits_manquants,
        "regles": (*measures, *(("sanction.non_indemnise.premiere",) if young else ())),
    }
