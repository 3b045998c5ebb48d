"""Reading a set of facts.

A fact that is left out or null is absent: the decision says that it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.droit.alias import AUTRES_NOMS, MOTIFS
from actions.droit.base import BaseDroit
from actions.droit.lecteurs import Choix, Etape, SanctionPassee, lire_date
from actions.droit.resultat import FaitInvalide
from actions.droit.vocabulaire import NOMS, VOCABULAIRE

__all__ = ["NOMS", "Etape", "SanctionPassee", "lire", "lire_date"]


def lire(kind: str, brut: Any, base: BaseDroit) -> dict[str, Any]:
    """Read the facts of a question into typed values.

    Facts of other questions are read too (a caller may pass all it knows); a name outside the
    vocabulary, an unknown value or an impossible date raises FaitInvalide.
    """
    if not isinstance(brut, Mapping):
        raise FaitInvalide("facts", "objet attendu", NOMS[kind])
    lus: dict[str, Any] = {}
    for nom, valeur in brut.items():
        champ = AUTRES_NOMS.get(nom, nom)
        lecteur = VOCABULAIRE.get(champ) or _lecteur_motif(champ, base)
        if lecteur is None:
            raise FaitInvalide(str(nom), "fait inconnu", NOMS[kind])
        lu = None if valeur is None else lecteur(nom, valeur)
        if lu is not None:
            lus[champ] = lu
    return lus


def _lecteur_motif(champ: str, base: BaseDroit) -> Choix | None:
    """Reasons and proofs are data: their allowed values come from the base."""
    if champ == "motif":
        return Choix(("aucun", *(motif.code for motif in base.motifs)), MOTIFS)
    if champ == "justificatif":
        types = (preuve.type for motif in base.motifs for preuve in motif.preuves)
        return Choix(tuple(dict.fromkeys((*types, "autre"))))
    return None
