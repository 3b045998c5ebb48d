"""Which rules hold the answer about one measure of a file: their sources come first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from actions.dossiers.enums import SANCTIONS
from actions.dossiers.personne import Procedure
from actions.framework.request import Request

_OTHER_BREACH = {
    "contrat_refuse": "sanction.contrat_refus",
    "offre_refusee": "sanction.offre_raisonnable",
    "fraude": "sanction.fraude",
    "activite_breve": "sanction.activite_breve",
}
_FORMER = {"radiation": "ancien.radiation", "suppression": "ancien.suppression_rendez_vous"}
_LIMITS = (
    "sanction.assiduite.",
    "sanction.non_indemnise.",
    "sanction.rsa.premiere",
    "sanction.rsa.repetee",
)


def regles_de(request: Request, procedure: Procedure) -> tuple[str, ...]:
    """The rules on which the measure of a procedure rests, by its kind, its author and the law of its day."""
    taken, droit = procedure.decision, request.services.droit
    kind = taken.nature if taken else None
    start = droit.valeur("regime.choix", "debut_actuel", request.today)
    if procedure.manquement_le and procedure.manquement_le < start:
        return tuple(filter(None, (_FORMER.get(kind or ""),)))
    rank = "repetee" if _sanctioned_before(request, procedure, start) else "premiere"
    rsa = bool(taken and taken.auteur == "conseil_departemental")
    if procedure.nature in _OTHER_BREACH:
        refused = procedure.nature == "contrat_refuse" and rsa
        return ("sanction.rsa.contrat_refus" if refused else _OTHER_BREACH[procedure.nature],)
    if kind == "avertissement":
        return ("sanction.non_indemnise.premiere",)
    if kind == "radiation":
        paid = request.dossier is not None and request.dossier.allocation != "aucune"
        return ("sanction.radiation_4_mois" if paid else "sanction.non_indemnise.repetee",)
    if kind in SANCTIONS:
        return (f"sanction.{'rsa' if rsa else 'assiduite'}.{rank}",)
    return ()


def loi_de(request: Request, procedure: Procedure, own: Sequence[str]) -> tuple[str, ...]:
    """Those of the text block and those of the measure; the department's own law comes first."""
    rules = regles_de(request, procedure)
    if rules and rules[0].startswith("sanction.rsa."):
        return (*rules, *own)
    return (*own, *rules)


def bornes_de(rules: Sequence[str]) -> tuple[str, ...]:
    """Of the rules of a decision, those that set how much and how long."""
    return tuple(rule for rule in rules if rule.startswith(_LIMITS))


def _sanctioned_before(request: Request, procedure: Procedure, start: date) -> bool:
    """Whether the file holds an earlier sanction for a breach of the present rules."""
    others = request.dossier.procedures if request.dossier else ()
    day = procedure.manquement_le or date.max
    return any(
        p.decision is not None
        and p.decision.nature in SANCTIONS
        and p is not procedure
        and start <= (p.manquement_le or date.min) < day
        for p in others
    )
