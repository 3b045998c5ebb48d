"""One door to all decisions, by kind of question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from actions.droit.absence import decider_absence
from actions.droit.base import BaseDroit
from actions.droit.delai import calculer_delai
from actions.droit.motif import apprecier_motif
from actions.droit.obligation import decider_obligation
from actions.droit.recours import decider_recours
from actions.droit.report import decider_report
from actions.droit.resultat import FaitInvalide, Resultat

Decision = Callable[[Mapping[str, Any], date, BaseDroit], Resultat]

DECISIONS: Mapping[str, Decision] = {
    "obligation": decider_obligation,
    "absence": decider_absence,
    "report": decider_report,
    "delai": calculer_delai,
    "recours": decider_recours,
    "motif": apprecier_motif,
}


def decider(kind: str, faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Answer a question of the kind `kind`; FaitInvalide when kind or facts cannot be read."""
    decision = DECISIONS.get(kind) if isinstance(kind, str) else None
    if decision is None:
        raise FaitInvalide("kind", f"genre de question inconnu « {kind} »", tuple(DECISIONS))
    return decision(faits, today, base)
