"""The facts of an absence for the rules base: status, reason, proof, rank, day, from the message and the person's file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from actions.absence_cible import Absence, statut, valeur_statut
from actions.absence_lecture import REFUSAL
from actions.ateliers_cible import own_file
from actions.dossiers.enums import NATURES_MANQUEMENT_ANCIEN
from actions.droit.motif import apprecier_motif
from actions.droit.regime import trouver_regime
from actions.droit.resultat import Resultat
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.affaire import readable

_PERSONAL = ("allocation", "foyer_rsa", "organisme_referent", "type_evenement")
_RECEIVED = ("recu", "accepte")
# Old rules: appointments and other breaches were counted apart, those of a CEJ by themselves.
_OWN_RANK = re.compile(
    r"^(?!si\b).*\b(suis|etait|est|c' est|compte\w*)\b.{0,25}\b(recidiv\w*|repetee?)\b"
)
_COUNTED = re.compile(
    r"^(?!.*\b(sanction\w*|avertissement|deja|encore|recidiv\w*)\b).*\b(rate|manque|loupe|seche)\w* (deux|2|trois|3|plusieurs) (absences?|rendez-vous|ateliers?)\b"
)
_BEFORE = timedelta(days=90)


@dataclass(frozen=True)
class Faits:
    """``lus``: what the rules base reads. ``rang``: the rank said; ``statut``, ``obligation``: None if unknown."""

    lus: Mapping[str, Any]
    motif: str | None
    rang: str | None
    statut: str | None
    jour: date
    obligation: Resultat | None


def rassembler(request: Request, absence: Absence) -> Faits:
    """All that is known of an absence. Without any letter, it is judged as one to a compulsory event."""
    obligation = statut(request, absence)
    known = valeur_statut(obligation)
    reason, proof = motif_et_preuve(request, absence)
    day = _day(request, absence)
    rank = _rank(request, day)
    facts: dict[str, Any] = {
        "statut_evenement": known or "obligatoire",
        "motif_legitime": legitime(request, reason),
        "preuve": proof,
        "date_absence": day,
        **{name: request.facts.get(name) for name in _PERSONAL},
        **_type(absence),
        **_history(request, rank, day),
    }
    return Faits(readable(facts), reason, rank, known, day, obligation)


def motif_et_preuve(request: Request, absence: Absence) -> tuple[str | None, str | None]:
    """The reason said, else the one of the file; the proof said, else what the file shows of it."""
    said = _reason_said(request)
    recorded = absence.rdv.absence if absence.rdv else None
    if said is None and recorded is not None and request.services.droit.motif(recorded.motif or ""):
        said = recorded.motif
    proof = request.facts.get("preuve")
    if proof is None and absence.preuve is not None:
        refused = REFUSAL.search(normalise(request.text))
        proof = (
            "a_fournir"
            if refused
            else "fournie"
            if absence.preuve.statut in _RECEIVED
            else "a_fournir"
        )
    return said, proof


def _reason_said(request: Request) -> str | None:
    """The finer reason when its words were said, else the one of the files; only those that the rules base knows."""
    codes = (request.facts.get("motif_precis"), request.facts.get("motif"))
    return next((str(c) for c in codes if c and request.services.droit.motif(str(c))), None)


def legitime(request: Request, reason: str | None) -> str:
    """``motif_legitime``: no reason given is judged as none."""
    if reason is None:
        return "non"
    result = apprecier_motif({"motif": reason}, request.today, request.services.droit)
    return str(result.valeurs["motif_legitime"])


def _day(request: Request, absence: Absence) -> date:
    """The day of the absence: said, else that of the appointment, else today."""
    said = readable({"date_absence": request.facts.get("date_absence")}).get("date_absence")
    if absence.rdv is not None and (said is None or request.facts.get("mon_cas")):
        return absence.rdv.debut.date()
    return said or request.today


def _rank(request: Request, day: date) -> str | None:
    """``premier``, ``repete``, or the number said; None when nothing was said or the own case is asked for."""
    rank = request.facts.get("rang")
    if own_file(request) is not None and _OWN_RANK.search(normalise(request.text)):
        return None
    current = trouver_regime(request.services.droit, day) == "actuel"
    known = own_file(request) is not None and current and request.facts.get("historique")
    if known and str(rank) not in (
        "premier",
        "1",
    ):  # the file knows better than « encore une fois »
        return None
    if _COUNTED.search(normalise(request.text)):  # two absences are not yet a repeated one
        return None
    if rank in (None, "inconnu") or request.facts.get("mon_cas"):
        return None
    if str(rank) in ("premier", "1"):
        return "premier"
    return str(rank) if str(rank).isdigit() else "repete"


def _type(absence: Absence) -> dict[str, str]:
    """Only an interview is surely an « appointment » under the old rules; a workshop may be either."""
    interview = absence.rdv is not None and absence.rdv.nature == "entretien"
    return {"type_evenement": "rendez_vous"} if interview else {}


def _history(request: Request, rank: str | None, day: date) -> dict[str, Any]:
    if rank is None:
        if own_file(request) is None:
            return {}
        past = [
            one for one in request.facts.get("historique") or () if readable({"historique": [one]})
        ]
        return {"historique": past, "date_reorientation": request.facts.get("date_reorientation")}
    if trouver_regime(request.services.droit, day) == "ancien":
        return {"historique": _past(int(rank) if rank.isdigit() else 2 - (rank == "premier"), day)}
    return {"historique": [] if rank == "premier" else [_sanctioned_before(day)]}


def _sanctioned_before(day: date) -> dict[str, Any]:
    """The sanction that makes an absence a repeated one: notified a month before, for a breach of the month before."""
    notice, month = day - timedelta(days=30), timedelta(days=30)
    return {"date_manquement": notice - month, "date_notification": notice, "nature": "assiduite"}


def _past(rank: int, day: date) -> list[dict[str, Any]]:
    """Sanctions that make an absence of the old days the ``rank``-th one, whatever its group."""
    breach, notice = day - 2 * _BEFORE, day - _BEFORE
    return [
        {
            "date_manquement": breach + timedelta(days=91 * number),
            "date_notification": notice + timedelta(days=number),
            "nature": group,
        }
        for group in NATURES_MANQUEMENT_ANCIEN
        for number in range(min(rank, 3) - 1)
    ]
