"""Challenging a decision: the next step, with its date, counting the steps already taken."""

from __future__ import annotations

from collections.abc import Mapping

from actions.droit.typographie import jour
from actions.framework.answer import Answer
from actions.framework.compose import ask
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.recours.ailleurs import autre_question, defaut_de_procedure, reclamation
from actions.recours.choix import ETAPE_DE
from actions.recours.citer import citer_d_abord
from actions.recours.laquelle import demander_laquelle
from actions.recours.mois_dit import decision_du_mois
from actions.recours.parler import FAITS, completer, dire, plus_ancien, refuser_date
from actions.recours.situation import Situation, situer

# The texts that hold each next step.
_LOI = {
    "attendre_fin_mediation": ("recours.mediation_effet",),
    "attendre_defenseur_droits": ("recours.defenseur",),
    "tribunal_administratif": ("recours.tribunal", "recours.mediation_effet"),
    "hors_delai": ("delai.franc", "recours.mediation"),
    "mission_locale": ("recours.mission_locale",),
}
_FAITE = ("attendre_fin_mediation", "tribunal_administratif")


@answers("contester_sanction", facts=FAITS)
def contester_sanction(request: Request) -> Answer:
    """Whether it can be challenged, before whom, until when."""
    other = autre_question(request) or demander_laquelle(request)
    if other is not None:
        return other
    situation = situer(request)
    return (
        defaut_de_procedure(request, situation)
        or reclamation(request, situation)
        or decision_du_mois(request, situation)
        or prochaine_etape(request, situation, {})
    )


def prochaine_etape(request: Request, situation: Situation, propres: Mapping[str, str]) -> Answer:
    """The next step. ``propres``: the caller's own blocks, by route, in place of those of ``contester_sanction``."""
    exception = _exception(request, situation, propres)
    if exception is not None:
        return exception
    key = cle(situation)
    answer = dire(
        request,
        propres.get(key, f"contester_sanction.{key}"),
        situation,
        saisie=saisie(situation),
        dit=_just_told(request, situation),
        rejet=situation.resultat.valeurs.get("date_rejet_implicite"),
        debut_mediation=jour(request.services.droit.regle("recours.mediation").versions[0].du),
    )
    return completer(request, _selon_la_voie(request, answer, situation), situation)


def _selon_la_voie(request: Request, answer: Answer, situation: Situation) -> Answer:
    """The law of the next step first; once the mediator is seized, « saisissez le médiateur » is no reason any more."""
    key = cle(situation)
    if key not in _LOI:
        return answer
    answer = citer_d_abord(request, answer, _LOI[key], situation.jour_des_faits)
    told = situation.resultat.raisons
    if key not in _FAITE or answer.pourquoi != tuple(r.texte for r in told)[:2]:
        return answer
    left = tuple(r.texte for r in told if r.regle not in ("recours.mediation", "recours.rsa"))
    return answer.with_(pourquoi=left[:2] or answer.pourquoi, reasons=left or answer.reasons)


def _exception(request: Request, situation: Situation, propres: Mapping[str, str]) -> Answer | None:
    """Nothing to challenge yet, a date that cannot be, an appeal that is over or already before the court."""
    cas = situation.cas
    refused = refuser_date(request, situation)
    if refused is not None:
        return refused
    if _trop_ancien(request, situation):
        return dire(request, "contester_sanction.trop_ancien", situation)
    if cas.etape == "lettre":
        return dire(request, propres.get("pas_encore", "contester_sanction.pas_encore"), situation)
    done = next((r for r in cas.recours if r.statut == "accord"), None)
    if done:
        return dire(request, "contester_sanction.accord", situation, fin=done.fin_le)
    court = next((r for r in cas.recours if r.voie == "tribunal" and r.statut == "en_cours"), None)
    if court and court.depose_le and any(r.fin_le for r in cas.recours):
        return dire(request, "contester_sanction.tribunal_saisi", situation, saisie=court.depose_le)
    return _repondu(request, situation)


def _repondu(request: Request, situation: Situation) -> Answer | None:
    """The mediator, or the department, has answered: for the person, or on a day that is not known yet."""
    cas = situation.cas
    if cas.procedure and request.facts.get(ETAPE_DE) not in (None, cas.procedure.ref):
        return None
    if request.facts.get("mediation_finie") == "accord" and _concerne(situation, "mediation_finie"):
        return dire(request, "contester_sanction.accord_dit", situation, fin=_fin(situation))
    for fact, day, block in (
        ("mediation_finie", "date_fin_mediation", "mediation_finie"),
        ("departement_repondu", "date_reponse_departement", "departement_repondu"),
    ):
        if request.facts.get(fact) != "oui" or _fin(situation) or not _concerne(situation, fact):
            continue
        answer = dire(request, f"contester_sanction.{block}", situation)
        answer = answer.with_(
            reasons=answer.pourquoi
        )  # those of the route speak of the step before
        known = request.facts.get(day)
        return answer if known == "inconnu" else ask(request, answer, day)
    return None


def _concerne(situation: Situation, fact: str) -> bool:
    """The department answers on the RSA, the mediator on the other decisions."""
    author = situation.cas.faits.get("auteur")
    department = author == "conseil_departemental"
    return department if fact == "departement_repondu" else not department


def _trop_ancien(request: Request, situation: Situation) -> bool:
    day = situation.jour_des_faits
    return day is not None and day < plus_ancien(request)


def _fin(situation: Situation) -> object:
    """The day on which the mediation, or the department's review, ended, when it is known."""
    facts = situation.cas.faits
    steps = (facts.get("mediation"), facts.get("recours_prealable"))
    ends = (step.get("fin") for step in steps if isinstance(step, Mapping))
    return facts.get("date_fin_mediation") or next(filter(None, ends), None)


def _just_told(request: Request, situation: Situation) -> bool:
    """Whether this very message tells that the mediator was seized: the answer begins by saying so."""
    return "mediation" in request.said and any(n == "etape" for n, _ in situation.cas.notes)


def cle(situation: Situation) -> str:
    """The block for a route and the state of its delay."""
    result = situation.resultat
    route, state = result.conclusion, result.valeurs.get("statut")
    if "recours.aide_juridictionnelle" in result.rule_ids and state is None:
        return "aide_demandee"
    if route == "mediateur_regional" and "ancien.recours_prealable" in result.rule_ids:
        return "ancien_mediateur"
    if route == "lire_la_lettre" and situation.cas.faits.get("auteur") == "mission_locale":
        return "mission_locale"
    if state == "hors_delai" and route != "recours_prealable_directeur_regional":
        return "hors_delai" if route == "mediateur_regional" else "hors_delai_autre"
    return route


def saisie(situation: Situation) -> object:
    """The day on which the mediator was seized, when it is known."""
    step = situation.cas.faits.get("mediation")
    return step.get("saisie") if isinstance(step, Mapping) else step if step != "oui" else None
