"""What an absence may lead to: measure, range, who decides, which way to challenge it; for every allowance and period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.absence_cas import settled
from actions.absence_cible import Absence, trouver
from actions.absence_faits import Faits, rassembler
from actions.absence_motifs import label
from actions.ateliers_cible import OBLIGATION, next_question, own_file
from actions.droit.resultat import Resultat
from actions.droit.typographie import fourchette, jour
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.libelles import nom
from actions.recours.affaire import decide

FACTS = (
    *OBLIGATION,
    "allocation",
    "foyer_rsa",
    "organisme_referent",
    "rang",
    "date_absence",
    "type_evenement",
    "motif",
    "preuve",
)
_KEY = "consequences_absence"
_FACULTATIVE = {"facultatif": "facultatif", "facultatif_mais_refus_a_justifier": "recommande"}
_RANK_RULES = (
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
# What to ask, in this order; the others are taken when they are said.
_TO_ASK = ("allocation", "type_evenement", "rang", "foyer_rsa", "organisme_referent")


@answers("consequences_absence", facts=FACTS)
def consequences_absence(request: Request) -> Answer:
    """The answer on the absence meant: recorded, possible at the next appointment, or only described."""
    absence = trouver(request)
    closed = settled(request, absence)
    if closed is not None:
        return closed
    if absence.decided:
        return _again(request, absence)
    return _answer(request, absence)


def _again(request: Request, absence: Absence) -> Answer:
    """That absence is decided: say it, and what one more may lead to."""
    more = _answer(request, Absence(), nouvelle=True)
    decision = absence.procedure.decision if absence.procedure else None
    start = compose(
        request,
        f"{_KEY}.decidee",
        decision=nom("decision", decision.nature if decision else None, "une décision"),
        nom_rdv=absence.nom,
    )
    return more.with_(conclusion=f"{start.conclusion} {more.conclusion}", buttons=start.buttons)


def _answer(request: Request, absence: Absence, *, nouvelle: bool = False) -> Answer:
    """``nouvelle``: one more absence is imagined, beyond the one that was asked about."""
    facts = rassembler(request, absence)
    result = decide(request, "absence", facts.lus)
    code = str(result.valeurs["sanction_possible"])
    if result.valeurs.get("regime") == "hors_perimetre":
        return _word(request, "hors_perimetre", result, absence, facts)
    if code == "non" and facts.statut in _FACULTATIVE:
        return _word(request, _FACULTATIVE[facts.statut], result, absence, facts)
    if code == "non":
        return _word(request, "justifiee", result, absence, facts)
    if code == "incertain":
        answer = _word(request, "incertain", result, absence, facts)
        fact = next_question(request, facts.obligation) if facts.obligation else None
        return ask(request, answer, fact, _KEY) if fact else answer
    risk = decide(request, "absence", {**facts.lus, "motif_legitime": "non"})
    if code in ("evitable", "question") and risk.conclusion == "oui":
        return _avoidable(request, result, risk, absence, facts)
    if risk.conclusion != "oui":
        return _incomplete(request, code, risk, absence, facts)
    answer = _word(request, str(risk.valeurs["regime"]), risk, absence, facts, nouvelle=nouvelle)
    return _asking(request, answer, risk, facts)


def _avoidable(
    request: Request, result: Resultat, risk: Resultat, absence: Absence, facts: Faits
) -> Answer:
    """A reason that may be accepted: what a proof changes, and what may follow without it."""
    answer = _word(request, "evitable", risk, absence, facts)
    return answer.with_(
        rules=tuple(dict.fromkeys((*result.rule_ids, *answer.rules))),
        sources=tuple(dict.fromkeys((*answer.sources, *result.sources))),
    )


def _incomplete(
    request: Request, code: str, risk: Resultat, absence: Absence, facts: Faits
) -> Answer:
    """No allowance known: what is true for everybody, then the question."""
    old = risk.valeurs.get("regime") == "ancien"
    rank = "premier" if facts.rang in (None, "premier") else "repete"
    key = "general.ancien" if old else f"general.{rank}"
    if code != "oui":
        key = "general.evitable"
    answer = _word(request, key, risk, absence, facts)
    unknown = request.facts.get("allocation") == "inconnu"
    return answer if unknown else ask(request, answer, "allocation", _KEY)


def _word(
    request: Request,
    key: str,
    result: Resultat,
    absence: Absence,
    facts: Faits,
    *,
    nouvelle: bool = False,
) -> Answer:
    measures = result.valeurs.get("mesures") or ()
    authorities = tuple(
        dict.fromkeys(measure["autorite"] for measure in measures if "autorite" in measure)
    )
    authority = (
        "double" if len(authorities) > 1 else authorities[0] if authorities else "france_travail"
    )
    old = result.valeurs.get("regime") == "ancien"
    droit = request.services.droit
    motif = droit.motif(facts.motif or "")
    values = {
        **absence.variables,
        "mesures": " ; ".join(
            _measure(request, m, short=m is not measures[0], old=old) for m in measures
        ),
        "rang": result.valeurs.get("rang"),
        "rang_dit": facts.rang,
        "raisons_rang": _rank_reasons(result),
        "autorite": _phrase(request, "autorite", f"{authority}_ancien" if old else authority),
        "route": _phrase(request, "route", authority),
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
        "nouvelle": nouvelle,
        "personnel": own_file(request) is not None,
        "suppose": facts.statut is None,
        "tendance": facts.obligation.valeurs.get("tendance") if facts.obligation else None,
    }
    routes = tuple(_ROUTES[a] for a in authorities if a in _ROUTES)
    day = min(facts.jour, request.today)
    answer = compose(
        request, f"{_KEY}.{key}", result, on=day, rules=(*routes, *absence.rules), **values
    )
    return _main_sources_first(request, answer, day)


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
    return compose(request, f"{_KEY}.{family}.{name}").conclusion


def _rank_reasons(result: Resultat) -> list[str]:
    """Why it counts as a first or a repeated one; what sets older sanctions aside rather than « none counts »."""
    found = {r.regle: r.texte for r in result.raisons if r.regle in _RANK_RULES}
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
        f"{_KEY}.mesure.{measure['type']}",
        part=part,
        au_plus=share,
        duree=length,
        parfois=measure.get("mois_min") == 0,
        maximum=measure.get("mois_max"),
        court=short,
        peut="pouvait" if old else "peut",
    )
    return text.conclusion.rstrip(".")


def _asking(request: Request, answer: Answer, result: Resultat, facts: Faits) -> Answer:
    """Ask for the next fact that would change the answer; the file and the conversation are never asked again."""
    missing = list(result.faits_manquants)
    if facts.rang is None and own_file(request) is None and "historique" in missing:
        missing.append("rang")
    wanted = [fact for fact in _TO_ASK if fact in missing and request.facts.get(fact) != "inconnu"]
    if "organisme_referent" in wanted and facts.lus.get("allocation") not in ("CEJ", "PACEA"):
        wanted.remove("organisme_referent")
    return ask(request, answer, wanted[0], _KEY) if wanted else answer
