"""Challenging a decision: the next step, with its date, counting the steps already taken."""

from __future__ import annotations

from collections.abc import Mapping

from actions.droit.typographie import jour
from actions.framework.answer import Answer
from actions.framework.compose import ask
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.recours.parler import FAITS, completer, dire, plus_ancien, refuser_date
from actions.recours.situation import Situation, situer


@answers("contester_sanction", facts=FAITS)
def contester_sanction(request: Request) -> Answer:
    """Whether it can be challenged, before whom, until when."""
    return prochaine_etape(request, situer(request), {})


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
        rejet=situation.resultat.valeurs.get("date_rejet_implicite"),
        debut_mediation=jour(request.services.droit.regle("recours.mediation").versions[0].du),
    )
    return completer(request, answer, situation)


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
    if request.facts.get("mediation_finie") == "oui" and not cas.propre and not _fini(situation):
        answer = dire(request, "contester_sanction.mediation_finie", situation)
        answer = answer.with_(reasons=answer.pourquoi)  # those of the route speak of the mediator
        unknown = request.facts.get("date_fin_mediation") == "inconnu"
        return answer if unknown else ask(request, answer, "date_fin_mediation")
    return None


def _trop_ancien(request: Request, situation: Situation) -> bool:
    day = situation.jour_des_faits
    return day is not None and day < plus_ancien(request)


def _fini(situation: Situation) -> bool:
    return "date_fin_mediation" in situation.cas.faits


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
