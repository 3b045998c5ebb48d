"""Whether an appeal is worth it: never a prediction, but the points of the file that count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from actions.dossiers.personne import Procedure, RendezVous
from actions.droit.calendrier import ajouter_jours
from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.recours import affaire
from actions.recours.ailleurs import defaut_de_procedure
from actions.recours.citer import citer_d_abord
from actions.recours.laquelle import demander_laquelle
from actions.recours.parler import FAITS, dire
from actions.recours.situation import Situation, phrase, situer

_OBLIGATION = ("document", "mention_obligatoire", "dans_contrat", "prestataire", "dispense")
Point = tuple[str, dict[str, Any]]


@answers("chances_recours", facts=FAITS)
def chances_recours(request: Request) -> Answer:
    """What helps, in general or in the person's own file."""
    which = demander_laquelle(request)
    if which is not None:
        return which
    situation = situer(request)
    defect = defaut_de_procedure(request, situation)
    if defect is not None:
        return defect
    points = [
        phrase(request, f"chances_recours.point.{name}", **v)
        for name, v in arguments(request, situation)
    ]
    key = "chances_recours.propre" if points else "chances_recours.general"
    answer = dire(request, key, situation, points=points[:3], etape=situation.cas.etape)
    return citer_d_abord(request, answer, ("recours.motifs_procedure", "recours.chances"))


def arguments(request: Request, situation: Situation) -> Iterator[Point]:
    """The points of the file that may help, the strongest first: name of the text block, its variables."""
    cas = situation.cas
    if cas.procedure is None:
        return
    yield from _sur_le_rendez_vous(request, cas.rendez_vous)
    yield from _sur_la_procedure(request, cas.procedure)
    if cas.faits.get("mention_mediation") == "non":
        yield "sans_mention", {}


def _sur_le_rendez_vous(request: Request, rdv: RendezVous | None) -> Iterator[Point]:
    if rdv is None:
        return
    facts = affaire.readable({name: getattr(rdv, name) for name in _OBLIGATION})
    if affaire.decide(request, "obligation", facts).conclusion == "facultatif":
        yield "facultatif", {}
    absence = rdv.absence
    if absence is None:
        return
    if absence.motif == "non_recu":
        yield "non_recu", {}
    for proof in absence.justificatifs[-1:]:
        known = {"accepte": "preuve_acceptee", "recu": "preuve_recue", "refuse": "preuve_refusee"}
        if proof.statut in known:
            yield known[proof.statut], {"motif": proof.motif_refus}


def _sur_la_procedure(request: Request, procedure: Procedure) -> Iterator[Point]:
    decision, received = procedure.decision, procedure.lettre_recue_le
    if decision is None or decision.notifiee_le is None or decision.auteur != "france_travail":
        return
    if received is None:
        yield "sans_lettre", {}
        return
    droit = request.services.droit
    if droit.version("procedure.observations", received):
        days = droit.valeur("procedure.observations", "jours", received)
        if decision.notifiee_le <= ajouter_jours(received, days) and not procedure.observations_le:
            yield "trop_tot", {}
