"""Absences: say that one will not or did not come. The other questions on absences are in the modules imported here."""

from __future__ import annotations

from actions import absence_cas, absence_consequences, absence_lecture, absence_motifs  # noqa: F401  (registered)
from actions.absence_cas import settled
from actions.absence_cible import Absence, statut, trouver, valeur_statut
from actions.absence_lecture import when
from actions.absence_motifs import judge, label, reason_of
from actions.absence_risque import risque
from actions.ateliers_changer import TOLD
from actions.ateliers_cible import OBLIGATION
from actions.facultatif import FACULTATIFS
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.papiers import papier_nomme


@answers("signaler_absence", facts=(*OBLIGATION, "motif", "preuve", "date_absence", "temps"))
def signaler_absence(request: Request) -> Answer:
    """What to do now; the declaration itself is an act, begun by its button."""
    told = registry.entry("demander_derogation")
    if told is not None and (
        request.said.get("dispense") == "oui" or TOLD.search(normalise(request.text))
    ):
        return told.handler(request.with_intent("demander_derogation", dispense="oui"))
    absence = trouver(request)
    closed = settled(request, absence)
    if closed is not None:
        return closed
    motif = reason_of(request, absence)
    result = judge(request, motif) if motif else None
    known = valeur_statut(statut(request, absence))
    past = absence.faite or when(request) == "passe"
    facultatif = known in FACULTATIFS
    paper = (
        papier_nomme(normalise(request.text)) if request.facts.get("preuve") != "aucune" else None
    )
    decision = absence.procedure.decision if absence.procedure else None
    risk = risque(request, absence) if past and not facultatif else {}
    return compose(
        request,
        f"signaler_absence.{'passee' if past else 'a_venir'}",
        result,
        rules=(*absence.rules, *risk.get("regles", ())),
        facultatif=facultatif,
        motif=label(motif) if motif else "",
        avis=result.valeurs["motif_legitime"] if result else None,
        preuves=[proof["libelle"] for proof in result.valeurs["preuves"]] if result else [],
        declaree=_declared(absence),
        piece=nom("justificatif", paper) if paper else "",
        risque=risk,
        decision=nom("decision", decision.nature, "une décision") if decision else "",
        **absence.variables,
    )


def _declared(absence: Absence) -> object:
    """The day on which the file says that this absence was declared."""
    recorded = absence.rdv.absence if absence.rdv else None
    return recorded.declaree_le if recorded else None
