"""What an absence may lead to: tables 4.1 to 4.4 of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import absence_textes as textes
from actions.droit import faits as lecture
from actions.droit.base import BaseDroit
from actions.droit.calendrier import ajouter_jours
from actions.droit.mesures_actuelles import AUCUNE_RADIATION, issues_actuelles
from actions.droit.mesures_anciennes import issues_anciennes
from actions.droit.raisonnement import Raisonnement
from actions.droit.rang import rang_actuel
from actions.droit.regime import expliquer_regime, trouver_regime
from actions.droit.resultat import Resultat


def decider_absence(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Decide from the facts; the law is that of the day of the absence.

    Values: `automatique` (always false), `sanction_possible` (oui, non, evitable, incertain,
    question), `regime` when the date is known, `mesures` (empty unless a sanction is possible),
    and then `rang` (premier or repete; 1 to 3 before 2025-06-01) and `radiation`. Shares are
    per cent, durations months. Never a single figure where the law has a range.
    """
    lus = lecture.lire("absence", faits, base)
    fil = Raisonnement(base, lus.get("date_absence", today))
    fil.valeurs["automatique"] = False
    if "date_absence" in lus:
        fil.valeurs["regime"] = trouver_regime(base, lus["date_absence"])
        expliquer_regime(fil, fil.valeurs["regime"], lus["date_absence"])
    fil.dire("absence.non_automatique", textes.NON_AUTOMATIQUE)
    code = _matiere(fil, lus)
    fil.valeurs["sanction_possible"] = code
    if code == "oui":
        return _issues(fil, lus)
    _agir(fil, lus, code)
    fil.valeurs["mesures"] = []
    if code == "non":
        fil.valeurs["radiation"] = dict(AUCUNE_RADIATION)
    return fil.conclure(code)


def _matiere(fil: Raisonnement, lus: Mapping[str, Any]) -> str:
    """Table 4.1: is there matter for a sanction?"""
    statut = lus.get("statut_evenement", "a_verifier")
    if "statut_evenement" not in lus:
        fil.manquer("statut_evenement")
    if statut != "obligatoire":
        return _retenir(fil, textes.STATUTS[statut])
    motif = lus.get("motif_legitime", "inconnu")
    if motif == "inconnu":
        fil.manquer("motif_legitime")
    if motif == "oui" and "preuve" not in lus:
        fil.manquer("preuve")
    prouve = motif == "oui" and lus.get("preuve") == "fournie"
    return _retenir(fil, textes.MOTIFS["prouve" if prouve else motif])


def _retenir(fil: Raisonnement, ligne: textes.Ligne) -> str:
    """A row of table 4.1 fires, with the rules that exist on the day of the facts."""
    if fil.en_vigueur(ligne.regle):
        fil.fonder(ligne.regle)
        fil.dire(ligne.regle, ligne.texte, *ligne.faits)
    fil.citer(*(regle for regle in ligne.autres if fil.en_vigueur(regle)))
    return ligne.code


def _issues(fil: Raisonnement, lus: Mapping[str, Any]) -> Resultat:
    """Row 7 of table 4.1: go on with the regime, the rank and the measures."""
    regime = fil.valeurs.get("regime")
    if regime == "hors_perimetre":
        fil.fonder("regime.choix")
        return fil.conclure("hors_perimetre", mesures=[])
    if regime is None:
        fil.manquer("date_absence")
    if "allocation" not in lus:
        fil.manquer("allocation")
    if regime is None or "allocation" not in lus:
        _agir(fil, lus, "oui")
        return fil.conclure("a_completer", mesures=[])
    if regime == "actuel":
        rang = rang_actuel(fil, lus)
        mesures, radiation = issues_actuelles(fil, lus, rang)
    else:
        rang, mesures, radiation = issues_anciennes(fil, lus)
    if "historique" not in lus:
        fil.manquer("historique")
    _agir(fil, lus, "oui")
    return fil.conclure("oui", rang=rang, mesures=mesures, radiation=radiation)


def _agir(fil: Raisonnement, lus: Mapping[str, Any], code: str) -> None:
    """Table 4.5, first steps: explain or prove, then answer the warning letter in time."""
    if code in textes.ACTES:
        fil.agir(*textes.ACTES[code])
    if code == "non" or not fil.en_vigueur("procedure.observations"):
        return
    if lus.get("allocation") == "RSA":
        fil.agir(*textes.LETTRE_DEPARTEMENT)
        return
    jours = fil.figure("procedure.observations", "jours")
    recue = lus.get("date_reception")
    limite = ajouter_jours(recue, jours) if recue else None
    fil.agir(
        "observations", textes.OBSERVATIONS.format(jours=jours), "procedure.observations", limite
    )
