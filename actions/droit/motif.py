"""Is this reason a legitimate one, and what proves it? Section 5 of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import faits as lecture
from actions.droit.base import BaseDroit
from actions.droit.modele import Motif
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat

# What the status of a reason makes of `motif_legitime` (row 6 of table 4.1).
LEGITIME = {
    "confirme": "oui",
    "plausible": "oui",
    "a_verifier": "inconnu",
    "refuse": "non",
    "non_retenu": "non",
}
TEXTES = {
    "confirme": "Cette raison fait partie de celles qui sont citées comme valables. "
    "L’institution apprécie.",
    "plausible": "Cette raison ressemble à celles qui sont acceptées, mais aucune source "
    "officielle ne la cite.",
    "a_verifier": "Aucune source ne dit si cette raison est acceptée : expliquez-la et prouvez-la.",
    "refuse": "La loi dit que cette raison n’excuse pas une absence.",
    "non_retenu": "Cette raison n’est en principe pas retenue.",
}
PRECISIONS = {"benevolat": "motif.benevolat", "non_recu": "motif.non_reception"}


def apprecier_motif(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Appreciate a reason and, when given, the kind of proof.

    Values: `statut` of the reason in the reference, `motif_legitime` (oui, non, inconnu),
    `preuves` (kinds and French names of what proves it), `preuve_adaptee` when a kind of
    proof (`justificatif`) is given.
    """
    lus = lecture.lire("motif", faits, base)
    fil = Raisonnement(base, lus.get("date_absence", today))
    motif = base.motif(lus.get("motif", "aucun"))
    if motif is None:
        fil.manquer("motif")
        fil.dire("motif.legitime", "Dites la raison de votre absence.", "motif")
        return fil.conclure("question", statut=None, motif_legitime="inconnu", preuves=[])
    precise = PRECISIONS.get(motif.code, "motif.legitime")
    regle = precise if fil.en_vigueur(precise) else "motif.legitime"
    fil.dire(regle, TEXTES[motif.statut], "motif")
    if motif.reserve:
        fil.reserver(motif.reserve)
    _prouver(fil, motif, lus)
    return fil.conclure(
        motif.statut, statut=motif.statut, motif_legitime=LEGITIME[motif.statut], motif=motif.code
    )


def _prouver(fil: Raisonnement, motif: Motif, lus: Mapping[str, Any]) -> None:
    fil.valeurs["preuves"] = [
        {"type": preuve.type, "libelle": preuve.libelle} for preuve in motif.preuves
    ]
    if LEGITIME[motif.statut] == "non":
        return
    fil.citer("justificatif.delai", "justificatif.canal")
    if "justificatif" in lus:
        types = {preuve.type for preuve in motif.preuves}
        fil.valeurs["preuve_adaptee"] = lus["justificatif"] in types
    elif "preuve" not in lus:
        fil.manquer("preuve")
    if lus.get("preuve") != "fournie":
        fil.agir(
            "envoyer_preuve",
            "Envoyez votre preuve le plus vite possible depuis votre espace personnel.",
            "justificatif.delai",
        )
