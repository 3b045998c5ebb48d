"""What the practice of agencies makes of a postponement asked for here: tolerated, with its reason proven, or refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.demarches.etapes import Etat, dire
from actions.demarches.motifs import INCONNU, apprecier, excusable, libelle, preuves
from actions.demarches.pieces import nom_piece
from actions.dossier_echeances import obligation
from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.droit.report import decider_report
from actions.droit.resultat import Resultat
from actions.facultatif import FACULTATIFS, sans_reproche
from actions.framework.answer import Answer
from actions.framework.request import Request

INTENT = "reporter_rendez_vous"
SANS_PREFERENCE = "aucune"


def tolerance(request: Request, etat: Etat) -> Resultat:
    """The decision on this postponement, asked for before the date (table 4.6)."""
    facts: dict[str, Any] = {"reports_utilises": utilises(request), "avant_date": True}
    motif = etat.get("motif")
    if motif and request.services.droit.motif(motif):
        facts["motif"] = motif
    if etat.get("preuve"):
        facts["preuve"] = etat["preuve"]
    return decider_report(facts, request.today, request.services.droit)


def utilises(request: Request) -> int:
    """Postponements without reason that the file counts."""
    return vues.reports_utilises(request.dossier) if request.dossier else 0


def a_prouver(request: Request, etat: Etat, result: Resultat) -> bool:
    """Whether a proof is to be asked for: no tolerance is left, or the reason given would spare it."""
    if "preuve" in etat:
        return False
    motif = etat.get("motif")
    told = motif not in (None, INCONNU) and excusable(apprecier(request, motif))
    return told or result.conclusion == "preuve_requise"


def souhait(etat: Etat) -> date | str | None:
    """The day wished for, ``SANS_PREFERENCE``, or None when it was not said."""
    wished = etat.get("souhait")
    return wished if wished in (None, SANS_PREFERENCE) else date.fromisoformat(wished)


def juger(request: Request, key: str, etat: Etat, rdv: RendezVous, result: Resultat) -> Answer:
    """A step that tells what the tolerance allows."""
    status = obligation(request, rdv).conclusion
    optional = FACULTATIFS.get(status)
    shown = sans_reproche(result) if optional else result
    # A reason once proven is not counted: only where some tolerance is left to spare.
    told = etat.get("motif") and result.conclusion in ("tolere", "motive")
    spared = ("report.decompte",) if told else ()
    answer = dire(
        request,
        key,
        etat,
        about=INTENT,
        rules=(*shown.rule_ids, *((optional,) if optional else ()), *spared),
        rdv=rdv,
        statut=status if optional else None,
        **_dits(request, etat),
        avis=result.conclusion,
        utilises=utilises(request),
        restants=result.valeurs.get("restants_apres"),
    )
    return answer.with_(reasons=tuple(reason.texte for reason in shown.raisons))


def _dits(request: Request, etat: Etat) -> dict[str, Any]:
    """What the person has said of this postponement."""
    motif = etat.get("motif")
    result = apprecier(request, motif) if motif else None
    return {
        "souhait": souhait(etat),
        "raison": libelle(request, motif, etat.get("motif_dit")) if motif else None,
        "retenue": excusable(result),
        "preuves": preuves(result),
        "preuve": etat.get("preuve"),
        "piece": nom_piece(etat["piece"]) if etat.get("piece") else "",
        "depot": etat.get("depots"),
        "remplace": etat.get("remplace"),
    }
