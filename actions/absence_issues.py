"""The words for what an absence may lead to: measures with their ranges, who decides, which way to challenge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.absence_cible import Absence
from actions.absence_faits import Faits
from actions.absence_motifs import label
from actions.ateliers_cible import own_file
from actions.droit.resultat import Resultat
from actions.droit.typographie import fourchette, jour
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.request import Request

KEY = "consequences_absence"
# The rules that tell a first absence from a repeated one.
RANK_RULES = (
    "sanction.comptage_transitoire",
    "sanction.meme_nature",
    "sanction.reorientation",
    "sanction.reiteration",
)
_MEASURES = (
    "sanction.assiduite",
    "sanction.non_indemnise",
    "sanction.rsa.premiere",
    "sanction.rsa.repetee",
    "ancien.",
    "absence.facultatif",
    "absence.recommande",
    "absence.justifiee",
    "absence.a_justifier",
)
_ROUTES = {
    "france_travail": "recours.mediation",
    "mission_locale": "recours.mission_locale",
    "president_conseil_departemental": "recours.rsa",
}


@dataclass(frozen=True)
class Possibles:
    """What a decision on an absence allows, in words: measures, who decides (codes and sentence), how to challenge it."""

    mesures: str
    autorites: tuple[str, ...]
    autorite: str
    route: str


def possibles(request: Request, result: Resultat) -> Possibles:
    """Word the measures of a decision that sees matter for a sanction."""
    measures = result.valeurs.get("mesures") or ()
    authorities = tuple(
        dict.fromkeys(measure["autorite"] for measure in measures if "autorite" in measure)
    )
    one = authorities[0] if authorities else "france_travail"
    authority = "double" if len(authorities) > 1 else one
    old = result.valeurs.get("regime") == "ancien"
    if one == "france_travail" and not old and _unsure_body(request, result):
        authority = "jeune"
    told = (_measure(request, m, short=m is not measures[0], old=old) for m in measures)
    return Possibles(
        ". De plus, ".join(told),
        authorities,
        _phrase(request, "autorite", f"{authority}_ancien" if old else authority),
        _phrase(request, "route", "mission_locale" if authority == "jeune" else authority),
    )


def _unsure_body(request: Request, result: Resultat) -> bool:
    """A young person's allowance, and nobody said who follows them: the Mission locale decides if it does."""
    return (
        request.facts.get("allocation") in ("CEJ", "PACEA")
        and "organisme_referent" in result.faits_manquants
    )


def word(
    request: Request,
    key: str,
    result: Resultat,
    absence: Absence,
    facts: Faits,
    *,
    nouvelle: bool = False,
) -> Answer:
    """Word the block ``consequences_absence.<key>`` for a decision; ``nouvelle``: one more absence is imagined."""
    possible = possibles(request, result)
    values = _values(request, result, absence, facts, possible)
    routes = tuple(_ROUTES[a] for a in possible.autorites if a in _ROUTES)
    day = min(facts.jour, request.today)
    rules = (*routes, *absence.rules)
    answer = compose(
        request, f"{KEY}.{key}", result, on=day, rules=rules, nouvelle=nouvelle, **values
    )
    return _main_sources_first(request, answer, day)


def _values(
    request: Request, result: Resultat, absence: Absence, facts: Faits, possible: Possibles
) -> dict[str, Any]:
    """The variables of the texts on what an absence may lead to."""
    droit = request.services.droit
    motif = droit.motif(facts.motif or "")
    return {
        **absence.variables,
        "mesures": possible.mesures,
        "rang": result.valeurs.get("rang"),
        "rang_dit": facts.rang,
        "raisons_rang": _rank_reasons(result),
        "autorite": possible.autorite,
        "route": possible.route,
        "radiation": result.valeurs.get("radiation") or {},
        "allocation": facts.lus.get("allocation"),
        "type": facts.lus.get("type_evenement"),
        "plafond": _open_ceiling(result),
        "charniere": "ancien.charniere_2025" in result.rule_ids,
        "motif_nom": label(motif) if motif else "",
        "motif_statut": motif.statut if motif else None,
        "refus": absence.preuve.motif_refus if _refused(absence) and absence.preuve else None,
        "refusee": _refused(absence),
        "changement": jour(droit.valeur("regime.choix", "debut_actuel", request.today)),
        "premiere_annee": droit.valeur("regime.choix", "debut_ancien", request.today).year,
        "automatique": "automatique" in request.text.lower(),
        "personnel": own_file(request) is not None,
        "suppose": facts.statut is None,
        "tendance": facts.obligation.valeurs.get("tendance") if facts.obligation else None,
    }


def _main_sources_first(request: Request, answer: Answer, day: date) -> Answer:
    """The texts on the measure itself before those on the procedure; the choice of the period only when it matters."""
    current = request.services.droit.version("sanction.reiteration", day) is not None
    told = [rule for rule in answer.rules if not (current and rule == "regime.choix")]
    ordered = sorted(told, key=lambda rule: not rule.startswith(_MEASURES))
    return answer.with_(sources=request.services.droit.sources(ordered, day))


def _open_ceiling(result: Resultat) -> bool:
    """Whether the limit of a household of several may apply, and nobody has said so."""
    current = result.valeurs.get("regime") == "actuel"
    return current and "foyer_rsa" in result.faits_manquants


def _refused(absence: Absence) -> bool:
    return absence.preuve is not None and absence.preuve.statut == "refuse"


def _phrase(request: Request, family: str, name: str) -> str:
    return compose(request, f"{KEY}.{family}.{name}").conclusion


def _rank_reasons(result: Resultat) -> list[str]:
    """Why it counts as a first or a repeated one; what sets older sanctions aside rather than « none counts »."""
    found = {r.regle: r.texte for r in result.raisons if r.regle in RANK_RULES}
    if len(found) > 1 and result.valeurs.get("rang") == "premier":
        found.pop("sanction.reiteration", None)
    return list(found.values())[-1:]


def _measure(request: Request, measure: Mapping[str, Any], *, short: bool, old: bool) -> str:
    """« votre allocation peut être suspendue de 30 à 100 %, pendant 1 à 2 mois »; ``short``: words already explained."""
    part = share = length = ""
    if "part_min" in measure:
        part = fourchette(measure["part_min"], measure["part_max"], "%")
    elif "part_max" in measure:
        share = f"{measure['part_max']} %"
    if "mois_min" in measure:
        length = fourchette(measure["mois_min"], measure["mois_max"], "mois")
    text = compose(
        request,
        f"{KEY}.mesure.{measure['type']}",
        part=part,
        au_plus=share,
        duree=length,
        parfois=measure.get("mois_min") == 0,
        maximum=measure.get("mois_max"),
        court=short,
        peut="pouvait" if old else "peut",
    )
    return text.conclusion.rstrip(".")
