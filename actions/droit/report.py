"""May this appointment be moved, and how many times more? Table 4.6 of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import faits as lecture
from actions.droit.base import BaseDroit
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat

# Reasons that no proof makes acceptable (section 5 of the reference).
MOTIFS_ECARTES = ("refuse", "non_retenu")


def decider_report(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Decide from the facts; the practice is that of `today`.

    Values: `accepte` (oui, oui_avec_justificatif, non), `justificatif_requis`,
    `restants_apres` (postponements without reason that are left afterwards),
    `absence_injustifiee_si_absent`; for the question `combien_reste`, `restants` alone.
    """
    lus = lecture.lire("report", faits, base)
    fil = Raisonnement(base, today)
    tolerance = fil.figure("report.tolerance", "reports_toleres")
    utilises = lus.get("reports_utilises")
    if utilises is None:
        fil.manquer("reports_utilises")
    restants = None if utilises is None else max(0, tolerance - utilises)
    if lus.get("question") == "combien_reste":
        return _combien(fil, restants)
    if "avant_date" not in lus:
        fil.manquer("avant_date")
    prouve = lus.get("preuve") == "fournie"
    if not lus.get("avant_date", True):
        return _apres_la_date(fil, restants, prouve)
    motive = prouve and _motif_recevable(base, lus)
    if restants is None:
        return _compte_inconnu(fil, tolerance)
    if restants > 0:
        return _motive(fil, restants) if motive else _tolere(fil, restants)
    return _avec_preuve(fil, fournie=prouve and not _motif_ecarte(base, lus))


def _motif_recevable(base: BaseDroit, lus: Mapping[str, Any]) -> bool:
    return lus.get("motif", "aucun") != "aucun" and not _motif_ecarte(base, lus)


def _motif_ecarte(base: BaseDroit, lus: Mapping[str, Any]) -> bool:
    motif = base.motif(lus.get("motif", "aucun"))
    return motif is not None and motif.statut in MOTIFS_ECARTES


def _combien(fil: Raisonnement, restants: int | None) -> Resultat:
    tolerance = fil.figure("report.tolerance", "reports_toleres")
    texte = f"L’agence tolère en général {tolerance} reports sans motif, demandés avant la date."
    fil.dire("report.tolerance", texte, "reports_utilises")
    fil.citer("report.decompte")
    return fil.conclure("combien_reste", restants=restants)


def _compte_inconnu(fil: Raisonnement, tolerance: int) -> Resultat:
    fil.dire(
        "report.tolerance",
        f"Les {tolerance} premiers reports sont en général tolérés sans motif. "
        "Ensuite, une preuve est demandée.",
    )
    fil.agir(*DEMANDER)
    return fil.conclure("a_completer", accepte=None, restants_apres=None)


def _apres_la_date(fil: Raisonnement, restants: int | None, prouve: bool) -> Resultat:
    texte = "La date est passée : ce n’est plus un report, c’est une absence à justifier."
    fil.dire("absence.a_justifier", texte, "avant_date")
    fil.agir(
        "envoyer_preuve", "Expliquez votre absence et envoyez une preuve.", "justificatif.delai"
    )
    return fil.conclure(
        "absence_a_justifier",
        accepte="non",
        justificatif_requis=True,
        restants_apres=restants,
        absence_injustifiee_si_absent=not prouve,
    )


def _motive(fil: Raisonnement, restants: int) -> Resultat:
    texte = "Votre motif est prouvé : ce report n’entame pas vos reports sans motif."
    fil.dire("report.decompte", texte, "motif", "preuve")
    return _accepte(fil, "motive", "oui_avec_justificatif", restants)


def _tolere(fil: Raisonnement, restants: int) -> Resultat:
    reste = restants - 1
    suite = f"il vous en reste {reste} après celui-ci" if reste else "c’est le dernier sans motif"
    texte = f"Ce report est en général toléré sans donner de motif : {suite}."
    fil.dire("report.tolerance", texte, "reports_utilises", "avant_date")
    return _accepte(fil, "tolere", "oui", reste)


def _accepte(fil: Raisonnement, conclusion: str, accepte: str, restants: int) -> Resultat:
    fil.agir(*DEMANDER)
    return fil.conclure(
        conclusion,
        accepte=accepte,
        justificatif_requis=conclusion == "avec_preuve",
        restants_apres=restants,
        absence_injustifiee_si_absent=False,
    )


def _avec_preuve(fil: Raisonnement, *, fournie: bool) -> Resultat:
    texte = "Vos reports sans motif sont déjà utilisés : une preuve est maintenant demandée."
    fil.dire("report.justificatif", texte, "reports_utilises")
    if fournie:
        return _accepte(fil, "avec_preuve", "oui_avec_justificatif", 0)
    texte = "Sans preuve, l’absence qui suivrait peut être traitée comme injustifiée."
    fil.dire("report.sans_justificatif", texte, "preuve")
    fil.agir(
        "envoyer_preuve",
        "Si vous avez une preuve, joignez-la à votre demande. Sinon, venez.",
        "report.justificatif",
    )
    return fil.conclure(
        "preuve_requise",
        accepte="non",
        justificatif_requis=True,
        restants_apres=0,
        absence_injustifiee_si_absent=True,
    )


DEMANDER = (
    "demander_report",
    "Demandez le report avant la date, depuis votre espace personnel, et gardez la trace.",
    "report.canal",
)
