"""What the file says of a letter or a decision, as facts of the rules base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.dossiers.enums import SANCTIONS
from actions.dossiers.personne import DossierPersonne, Procedure, Recours
from actions.framework.request import Request
from actions.recours.lus import decide, readable

_ETAPES = {"mediation": "mediation", "rapo": "recours_prealable", "tribunal": "tribunal"}
_POSSIBLE = ("dans_les_temps", "dernier_moment", "delai_non_couru")


def faits_de(dossier: DossierPersonne, procedure: Procedure) -> dict[str, Any]:
    """The facts of a letter (author, day received) or of a decision with the appeals made against it."""
    decision = procedure.decision
    if decision is None:
        # only the RSA says who wrote: the department
        author = "conseil_departemental" if dossier.allocation == "RSA" else None
        return readable({"date_reception": procedure.lettre_recue_le, "auteur": author})
    return readable(
        {
            "auteur": decision.auteur,
            "decision": decision.nature,
            "date_notification": decision.notifiee_le,
            "mention_mediation": decision.mention_mediation,
            **_steps(recours_de(dossier, procedure)),
        }
    )


def recours_de(dossier: DossierPersonne, procedure: Procedure) -> tuple[Recours, ...]:
    """The appeals made against a decision."""
    return tuple(r for r in dossier.recours if r.procedure == procedure.ref)


def contestable(request: Request, procedure: Procedure) -> bool:
    """Whether an appeal is still possible, or under way, as far as the file tells."""
    if request.dossier is None or not est_sanction(procedure):
        return False
    facts = faits_de(request.dossier, procedure)
    if "date_notification" not in facts:
        return False
    values = decide(request, "recours", {**facts, "region": request.region}).valeurs
    return bool(values.get("delai_interrompu")) or values.get("statut") in _POSSIBLE


def est_sanction(procedure: Procedure) -> bool:
    """Whether a decision of the file is one that can be challenged."""
    return procedure.decision is not None and procedure.decision.nature in SANCTIONS


def _steps(recours: tuple[Recours, ...]) -> Mapping[str, Any]:
    dated = sorted((r for r in recours if r.depose_le), key=lambda r: r.depose_le)
    return {
        _ETAPES[r.voie]: {"saisie": r.depose_le, "fin": r.fin_le}
        for r in dated
        if r.voie in _ETAPES
    }
