"""Is this workshop or appointment compulsory? Table 3 of the reference, first row that fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions.droit import faits as lecture
from actions.droit import obligation_textes as textes
from actions.droit.base import BaseDroit
from actions.droit.obligation_table import LIGNES, VALEURS, Ligne
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat


@dataclass(frozen=True)
class Situation:
    """The five facts of the table, with what each is worth when it is left out."""

    document: str = "inconnu"
    mention_obligatoire: str = "inconnu"
    dans_contrat: str = "inconnu"
    prestataire: str = "non"
    dispense: str = "inconnu"


def decider_obligation(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Decide from the five facts; the law is that of `today`.

    Values: `statut`; `tendance`, what to presume while `statut` is `a_verifier` (`aucune`
    when nothing can be presumed); `ligne`, the row of the table. FaitInvalide on a bad fact.
    """
    lus = lecture.lire("obligation", faits, base)
    situation = Situation(**{nom: lus[nom] for nom in VALEURS if nom in lus})
    ligne = trouver_ligne(situation)
    fil = Raisonnement(base, today)
    for regle in regles_de(ligne, situation):
        fil.dire(regle, textes.raison(regle, ligne.numero), *textes.FAITS[regle])
    fil.manquer(*_manquants(situation, ligne, lus))
    if "derogation.conseiller" in ligne.regles:
        fil.agir(*textes.GARDER_ACCORD)
    if ligne.statut in textes.ACTES:
        fil.agir(*textes.ACTES[ligne.statut])
    return fil.conclure(
        ligne.statut, statut=ligne.statut, tendance=ligne.tendance, ligne=ligne.numero
    )


def trouver_ligne(situation: Situation) -> Ligne:
    """First row that fits; the last one takes everything that is left."""
    return next(ligne for ligne in LIGNES if ligne.convient(situation))


def regles_de(ligne: Ligne, situation: Situation) -> tuple[str, ...]:
    """Rules of the row, and the one on what follows a first meeting when it explains it."""
    explique = situation.prestataire == "suite" and ligne.suite_explique
    supplement = ("prestataire.suite",) if explique else ()
    return tuple(dict.fromkeys((*ligne.regles, *supplement)))


def _manquants(situation: Situation, ligne: Ligne, lus: Mapping[str, Any]) -> list[str]:
    """Unknown facts that can change the answer, in the order in which to ask.

    Once the answer is firm, only the exemption is still worth a question (reference, § 3).
    """
    inconnus = [nom for nom in VALEURS if lus.get(nom, "inconnu") == "inconnu"]
    if ligne.statut != "a_verifier":
        inconnus = [nom for nom in inconnus if nom == "dispense"]
    return [nom for nom in inconnus if _peut_changer(situation, ligne, nom)]


def _peut_changer(situation: Situation, ligne: Ligne, nom: str) -> bool:
    autres = (trouver_ligne(replace(situation, **{nom: valeur})) for valeur in VALEURS[nom])
    issues = {(autre.statut, autre.tendance) for autre in autres}
    return issues != {(ligne.statut, ligne.tendance)}
