"""Events to which one need not come: what follows from staying away, in place of an absence « without excuse »."""

from __future__ import annotations

from dataclasses import replace

from actions.droit.resultat import Resultat

# Conclusion on the obligation -> rule on an absence from it (table 4.1, lines 1 and 2).
FACULTATIFS = {
    "facultatif": "absence.facultatif",
    "facultatif_mais_refus_a_justifier": "absence.recommande",
}
_INJUSTIFIEE = "report.sans_justificatif"


def sans_reproche(report: Resultat) -> Resultat:
    """A decision on a postponement of such an event: nothing is held against who does not come."""
    return replace(
        report,
        raisons=tuple(reason for reason in report.raisons if reason.regle != _INJUSTIFIEE),
        rule_ids=tuple(rule for rule in report.rule_ids if rule != _INJUSTIFIEE),
    )
