"""Where the person's own appeals stand, and the next date."""

from __future__ import annotations

from datetime import date

from actions.dossier_acces import on_file, word
from actions.dossier_echeances import appeal, current_letter
from actions.dossier_mesures import how_to_appeal
from actions.dossiers import vues
from actions.dossiers.enums import VOIES
from actions.dossiers.personne import DossierPersonne, Procedure, Recours
from actions.framework import registry
from actions.framework.answer import Answer, Button
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.recours.citer import citer_d_abord
from actions.recours.dit import etape_dite

# The rule of the step that is done, then that of what it changes.
_DONE = {
    "mediation": ("recours.mediation", "recours.mediation_effet"),
    "rapo": ("", "recours.rsa"),
    "tribunal": ("recours.sans_mediation", "recours.tribunal"),
}
_ENDS = ("accord", "rejet", "termine")


@answers("suivi_recours", facts=("mediation_finie", "date_fin_mediation", "procedure"))
def suivi_recours(request: Request) -> Answer:
    """The pending appeal, the one that ended last, else until when one can still be made."""
    challenge = registry.entry("contester_sanction")
    if challenge and etape_dite(request):
        # they tell the answer that they wait for: what comes next
        answer = challenge.handler(request.with_intent("contester_sanction"))
        return answer.with_(about="contester_sanction")
    return on_file(request, "suivi_recours.general", _appeals)


def _appeals(request: Request, dossier: DossierPersonne) -> Answer:
    pending = vues.recours_en_cours(dossier)
    if pending:
        return _one(request, dossier, _last(pending), "en_cours")
    ended = tuple(r for r in dossier.recours if r.statut in _ENDS)
    if ended:
        last = _last(ended)
        return _one(request, dossier, last, "accord" if last.statut == "accord" else "fini")
    return _none(request, dossier)


def _one(request: Request, dossier: DossierPersonne, recours: Recours, key: str) -> Answer:
    procedure = vues.procedure_de_ref(dossier, recours.procedure)
    result = appeal(request, dossier, procedure) if procedure else None
    answer = word(
        request,
        f"suivi_recours.{key}",
        result,
        recours=recours,
        voie=recours.voie if recours.voie in VOIES else "autre",
        decision=procedure.decision if procedure else None,
        rejet_implicite=result.valeurs.get("date_rejet_implicite") if result else None,
        contester=how_to_appeal(request, result),
    )
    done = _DONE.get(recours.voie or "")
    if done is None:
        return answer
    # « saisissez d’abord… » is done: the reasons are those of what comes next
    left = tuple(r.texte for r in result.raisons if r.regle != done[0]) if result else ()
    answer = citer_d_abord(request, answer, done[1:])
    return answer.with_(pourquoi=left[:2], reasons=left or answer.reasons)


def _last(some: tuple[Recours, ...]) -> Recours:
    return max(some, key=lambda recours: recours.fin_le or recours.depose_le or date.min)


def _none(request: Request, dossier: DossierPersonne) -> Answer:
    procedure = to_dispute(request, dossier)
    result = appeal(request, dossier, procedure) if procedure else None
    letter = current_letter(request)
    answer = word(
        request,
        "suivi_recours.aucun",
        result,
        procedure=procedure,
        lettre=letter,
        contester=how_to_appeal(request, result),
    )
    if procedure:
        return answer.with_(buttons=(Button("Contester", "intent:contester_sanction"),))
    reply = Button("Répondre à la lettre", "intent:presenter_observations")
    return answer.with_(buttons=(reply,) if letter else ())


def to_dispute(request: Request, dossier: DossierPersonne) -> Procedure | None:
    """The last sanction, when its delay is not over."""
    last = vues.derniere_decision(dossier)
    if last is None or last.decision is None or last.decision.nature == "classement":
        return None
    result = appeal(request, dossier, last)
    return None if result is None or result.valeurs.get("statut") == "hors_delai" else last
