"""What the rules base says of things written in a file: obligation, deadlines, measures, appeals.

Files come from other tools: a missing date or a value that the rules base does not know gives None or is left out, never
an error.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.dossiers import vues
from actions.dossiers.enums import DOCUMENTS, OUI_NON_INCONNU, PRESTATAIRES
from actions.dossiers.personne import Decision, DossierPersonne, Procedure, RendezVous
from actions.droit.decisions import decider
from actions.droit.resultat import FaitInvalide, Resultat
from actions.framework.request import Request
from actions.recours import affaire

_OBLIGATION = {
    "document": DOCUMENTS,
    "mention_obligatoire": OUI_NON_INCONNU,
    "dans_contrat": OUI_NON_INCONNU,
    "prestataire": PRESTATAIRES,
    "dispense": OUI_NON_INCONNU,
}


def decide(request: Request, kind: str, **facts: Any) -> Resultat | None:
    """A decision on the facts that are known; None when they cannot be read together."""
    known = {name: value for name, value in facts.items() if value is not None}
    try:
        return decider(kind, known, request.today, request.services.droit)
    except FaitInvalide:
        return None


def obligation(request: Request, rdv: RendezVous) -> Resultat:
    """Must the person come to this appointment?"""
    facts = {
        name: value
        for name, allowed in _OBLIGATION.items()
        if (value := getattr(rdv, name)) in allowed
    }
    return decider("obligation", facts, request.today, request.services.droit)


def reply_delay(request: Request, procedure: Procedure) -> Resultat | None:
    """Until when to answer the letter of intention; the department's letter says it itself."""
    if procedure.lettre_recue_le is None:
        return None
    departement = request.dossier is not None and request.dossier.allocation == "RSA"
    return decide(
        request,
        "delai",
        type="observations",
        date_reception=procedure.lettre_recue_le,
        auteur="conseil_departemental" if departement else None,
        region=request.region,
    )


def advised(delay: Resultat | None, today: date) -> date | None:
    """The day by which to answer: the last working day of the delay; None when it is past or not known."""
    values = delay.valeurs if delay else {}
    if values.get("depasse") or not values.get("limite_observations"):
        return None
    return max(today, values.get("conseil_dernier_jour_ouvre") or values["limite_observations"])


def decision_delay(request: Request, procedure: Procedure) -> Resultat | None:
    """Until when the decision is expected."""
    return decide(
        request,
        "delai",
        type="decision",
        date_reception=procedure.lettre_recue_le,
        date_audition=procedure.audition_le,
    )


def last_day(request: Request, decision: Decision) -> date | None:
    """Last day of a measure, None when its dates are not known."""
    if decision.effet_le is None or not decision.mois:
        return None
    found = decide(
        request,
        "delai",
        type="duree_mesure",
        date_effet=decision.effet_le,
        date_notification=decision.notifiee_le,
        mois=decision.mois,
    )
    return found.valeurs.get("dernier_jour") if found else None


def appeal(request: Request, dossier: DossierPersonne, procedure: Procedure) -> Resultat | None:
    """The next step of an appeal against a decision, counting the steps already taken."""
    decision = procedure.decision
    if decision is None or decision.notifiee_le is None:
        return None
    facts = affaire.depuis(request, procedure).faits
    return decide(request, "recours", **{**facts, "region": dossier.region})


def procedure_of(dossier: DossierPersonne, rdv: RendezVous) -> Procedure | None:
    """The procedure that an appointment led to."""
    return next((p for p in reversed(dossier.procedures) if p.rendez_vous == rdv.ref), None)


def current_letter(request: Request) -> Procedure | None:
    """The letter of intention that waits for a decision."""
    return vues.lettre_en_cours(request.dossier) if request.dossier else None
