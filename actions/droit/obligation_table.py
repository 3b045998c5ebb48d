"""Table 3 of the reference: sixteen rows, read from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The facts in the order in which to ask for them, with the values that an answer may give.
VALEURS: Mapping[str, tuple[str, ...]] = {
    "document": ("convocation", "invitation", "recommandation", "aucun"),
    "mention_obligatoire": ("oui", "non"),
    "dans_contrat": ("oui", "non"),
    "prestataire": ("non", "premier_rdv", "suite"),
    "dispense": ("oui", "non"),
}


@dataclass(frozen=True)
class Ligne:
    """A row. A condition that is None takes any value.

    `suite_explique`: the rule prestataire.suite joins the others when the event is the
    continuation of a programme.
    """

    numero: int
    statut: str
    tendance: str
    regles: tuple[str, ...]
    conditions: Mapping[str, tuple[str, ...]]
    suite_explique: bool = False

    def convient(self, situation: Any) -> bool:
        """Whether the row takes this situation."""
        return all(getattr(situation, nom) in permis for nom, permis in self.conditions.items())


PREMIER = ("premier_rdv",)
OUI, NON, INCONNU = ("oui",), ("non",), ("inconnu",)
CONVOCATION, INVITATION, AUCUN = ("convocation",), ("invitation",), ("aucun",)
RECOMMANDATION = ("recommandation",)
A_JUSTIFIER = "facultatif_mais_refus_a_justifier"


def _ligne(numero: int, statut: str, tendance: str | None, regles: str, **conditions: Any) -> Ligne:
    explique = numero == 4 or numero >= 8
    return Ligne(numero, statut, tendance or statut, tuple(regles.split()), conditions, explique)


# Rows 3 and after only see what rows 1 and 2 left: never a first meeting with a contractor.
# Rows 4 and after only see no exemption; rows 5 and after, not in the contract.
LIGNES = (
    _ligne(
        1,
        "a_verifier",
        "obligatoire",
        "prestataire.premier_rdv derogation.conseiller",
        prestataire=PREMIER,
        dispense=OUI,
    ),
    _ligne(2, "obligatoire", None, "prestataire.premier_rdv", prestataire=PREMIER),
    _ligne(3, "facultatif", None, "derogation.conseiller", dispense=OUI),
    _ligne(4, "obligatoire", None, "atelier.contrat_engagement", dans_contrat=OUI),
    _ligne(
        5,
        "obligatoire",
        None,
        "atelier.convocation",
        document=CONVOCATION,
        mention_obligatoire=OUI,
    ),
    _ligne(
        6,
        "a_verifier",
        "obligatoire",
        "atelier.convocation atelier.formulation",
        document=CONVOCATION,
    ),
    _ligne(7, "a_verifier", "obligatoire", "atelier.formulation", mention_obligatoire=OUI),
    _ligne(8, A_JUSTIFIER, None, "atelier.recommande", dans_contrat=NON, document=RECOMMANDATION),
    _ligne(
        9,
        "a_verifier",
        A_JUSTIFIER,
        "atelier.recommande atelier.formulation",
        document=RECOMMANDATION,
    ),
    _ligne(
        10,
        "facultatif",
        None,
        "atelier.invitation",
        dans_contrat=NON,
        document=INVITATION,
        mention_obligatoire=NON,
    ),
    _ligne(
        11,
        "a_verifier",
        "facultatif",
        "atelier.invitation atelier.formulation",
        dans_contrat=NON,
        document=INVITATION,
    ),
    _ligne(
        12,
        "a_verifier",
        "facultatif",
        "atelier.invitation atelier.formulation",
        document=INVITATION,
    ),
    _ligne(13, "facultatif", None, "atelier.sans_document", dans_contrat=NON, document=AUCUN),
    _ligne(
        14,
        "a_verifier",
        "facultatif",
        "atelier.sans_document atelier.formulation",
        document=AUCUN,
    ),
    _ligne(
        15,
        "facultatif",
        None,
        "prestataire.suite",
        prestataire=("suite",),
        dans_contrat=NON,
        mention_obligatoire=NON,
    ),
    _ligne(16, "a_verifier", "aucune", "atelier.formulation"),
)
