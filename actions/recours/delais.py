"""How much time is left to answer a letter or to challenge a decision."""

from __future__ import annotations

from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import reperes
from actions.recours.ailleurs import defaut_de_procedure, duree_demandee, reclamation
from actions.recours.contestation import prochaine_etape
from actions.recours.laquelle import demander_laquelle
from actions.recours.observations import repondre
from actions.recours.parler import FAITS, refuser_date, sans_dossier
from actions.recours.situation import Situation, phrase, situer

_AVEC_DATE = {
    "mediateur_regional": "delai_recours.mediateur_regional",
    "lire_la_lettre": "delai_recours.a_completer",
}
_SANS_DATE = {
    "mediateur_regional": "delai_recours.sans_date",
    "lire_la_lettre": "delai_recours.sans_date",
}


@answers("delai_recours", facts=FAITS)
def delai_recours(request: Request) -> Answer:
    """The date that counts; both delays when the letter is not known."""
    other = duree_demandee(request) or demander_laquelle(request)
    if other is not None:
        return other
    situation = situer(request)
    point = defaut_de_procedure(request, situation) or reclamation(request, situation)
    if point is not None:
        return point
    answer = _delai(request, situation)
    late = reperes.TOO_LATE.search(normalise(request.text))
    if not late or situation.variables.get("etat") != "dans_les_temps":
        return answer
    first = phrase(request, "delai_recours.pas_trop_tard")
    return answer.with_(conclusion=f"{first} {answer.conclusion}")


def _delai(request: Request, situation: Situation) -> Answer:
    if situation.cas.etape == "lettre":
        return repondre(request, situation)
    if situation.cas.etape == "inconnue":
        return refuser_date(request, situation) or _sans_lettre(request)
    dated = situation.variables["date"] is not None
    return prochaine_etape(request, situation, _AVEC_DATE if dated else _SANS_DATE)


def _sans_lettre(request: Request) -> Answer:
    mois = request.services.droit.valeur("delai.franc", "mois", request.today)
    answer = sans_dossier(request, compose(request, "delai_recours.general", mois=mois))
    if request.facts.get("lettre") is None:
        return ask(request, answer, "lettre")
    return answer
