"""The case of a request with its decision in the rules base, and the variables of the texts about both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions.droit.resultat import Resultat
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.recours import affaire
from actions.recours.affaire import Affaire
from actions.recours.designation import jour_de

_POUR_LE_RECOURS = (
    "auteur",
    "decision",
    "date_notification",
    "mention_mediation",
    "mediation",
    "tribunal",
    "recours_prealable",
    "aide_juridictionnelle",
    "defenseur_droits",
)


def _etat(values: Mapping[str, Any]) -> str:
    if values.get("delai_interrompu") and "statut" not in values:
        return "interrompu"
    return values.get("statut") or "sans_date"


@dataclass(frozen=True)
class Situation:
    """A case, the decision of the rules base about it, and the variables of the texts."""

    cas: Affaire
    resultat: Resultat
    variables: Mapping[str, Any]

    @property
    def jour_des_faits(self) -> date | None:
        """The day whose law applies."""
        return self.cas.faits.get("date_notification") or self.cas.faits.get("date_reception")


def situer(request: Request) -> Situation:
    """The appeal, or the reply to the letter, that the case calls for."""
    cas = affaire.trouver(request)
    return lettre(request, cas) if cas.etape == "lettre" else decision(request, cas)


def decision(request: Request, cas: Affaire) -> Situation:
    """The route of appeal and its delay."""
    result = _route(request, cas)
    values = result.valeurs
    day, state = values.get("date_prudente"), values.get("statut")
    days = values.get("jours_restants", 0)
    variables = {
        "mois": _mois(request),
        "date": day,
        "etat": state,
        "interrompu": bool(values.get("delai_interrompu")),
        "jours": days,
        "decision": _nom(request, cas),
        "le": cas.faits.get("date_notification"),
        "echeance": phrase(
            request,
            f"recours.echeance.{_etat(values)}",
            date=day,
            jours=days,
            incertaine=values.get("franche_incertaine"),
        ),
        "conseil": None,
        "mention": cas.faits.get("mention_mediation"),
        "auteur": cas.faits.get("auteur"),
    }
    return Situation(cas, result, variables)


def lettre(request: Request, cas: Affaire) -> Situation:
    """The days left to answer a letter that announces a sanction."""
    facts = {
        name: cas.faits.get(name)
        for name in ("date_reception", "date_envoi", "auteur")
        if cas.faits
    }
    result = affaire.decide(
        request, "delai", {"type": "observations", "region": request.region, **facts}
    )
    values = result.valeurs
    state = {"a_completer": "sans_date", "hors_perimetre": "sans_date"}.get(
        result.conclusion, result.conclusion
    )
    if state == "sans_date" and cas.faits.get("auteur") == "conseil_departemental":
        state = "lire_la_lettre"  # the department's letter sets its own delay
    day = values.get("limite_observations")
    advice = values.get("conseil_dernier_jour_ouvre")
    variables = {
        "mois": _mois(request),
        "etat": state,
        "date": day,
        "jours": values.get("jours_restants", 0),
        "lettre_le": cas.faits.get("date_reception") or cas.faits.get("date_envoi"),
        "conseil": None if state != "dans_les_temps" else max(advice, request.today),
        "ouvre": values.get("limite_jour_ouvre", True),
        "envoi": values.get("base") == "envoi",
        "propre": cas.propre,
        "auteur": None,
        "rdv": cas.rendez_vous,
        "decision": _nom(request, cas),
        "decision_le": _decision_attendue(request, cas),
        "echeance": phrase(
            request,
            f"presenter_observations.echeance.{state}",
            date=day,
            jours=values.get("jours_restants", 0),
        ),
    }
    return Situation(cas, result, variables)


def phrase(request: Request, key: str, **variables: Any) -> str:
    """The conclusion of a block, to put into another text."""
    return compose(request, key, **{"mois": _mois(request), **variables}).conclusion


def _route(request: Request, cas: Affaire) -> Resultat:
    facts = {name: cas.faits.get(name) for name in _POUR_LE_RECOURS}
    ended = cas.faits.get("date_fin_mediation")
    if ended and cas.faits.get("auteur") != "conseil_departemental":  # its beginning is not known
        return _apres_mediation(request, ended)
    return affaire.decide(request, "recours", {**facts, "region": request.region})


def _apres_mediation(request: Request, ended: date) -> Resultat:
    """The mediation described is over: only its end counts for the court."""
    facts = {"type": "tribunal", "date_fin_mediation": ended, "region": request.region}
    result = affaire.decide(request, "delai", facts)
    return replace(result, conclusion="tribunal_administratif")


def _mois(request: Request) -> int:
    return request.services.droit.valeur("delai.franc", "mois", request.today)


def _nom(request: Request, cas: Affaire) -> str:
    nature = cas.faits.get("decision")
    if nature in (None, "calcul_are", "classement", "reduction"):
        return phrase(request, "recours.decision.inconnue")
    le = jour_de(cas.procedure) if cas.procedure else cas.faits.get("date_notification")
    return phrase(request, "recours.decision.connue", nature=nature.replace("_", " "), le=le)


def _decision_attendue(request: Request, cas: Affaire) -> date | None:
    """Until when the decision is expected, for France Travail's letters."""
    dates = {name: cas.faits.get(name) for name in ("date_reception", "date_envoi")}
    if cas.procedure:
        dates["date_audition"] = cas.procedure.audition_le
    if not any(dates.values()) or cas.faits.get("auteur") == "conseil_departemental":
        return None
    result = affaire.decide(request, "delai", {"type": "decision", **dates})
    return result.valeurs.get("limite_decision")
