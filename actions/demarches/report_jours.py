"""The days of a postponement: that of the appointment to move, and the one wished for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from actions.ateliers_cible import spoken_of
from actions.demarches.choix_rdv import a_venir, de_ref, lectures, par_titre
from actions.demarches.etapes import Etat
from actions.dossiers.personne import RendezVous
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise

_SEMAINE = re.compile(r"\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b(?! \d)")
_PLUS_TOT = re.compile(r"\b(avanc\w*|plus tot|avant|cette semaine|demain|prochain)\b")


def jours_et_rendez_vous(request: Request, etat: Etat) -> Etat:
    """The appointment's own day names it; any other day is the one wished for."""
    own = {rdv.debut.date(): rdv.ref for rdv in _visibles(request)}
    said = [lectures(found, request.today) for found in find_dates(request.text, request.today)]
    ref = etat.get("rdv") or next((own[d] for readings in said for d in readings if d in own), None)
    if ref is None:
        named = par_titre(request, a_venir(request)) or _dont_on_parle(request, etat)
        ref = named.ref if named else None
    rdv = de_ref(request, ref)
    others = [r for r in said if rdv is None or rdv.debut.date() not in r]
    if rdv is None and others and ("choix" in etat or _wished(request, others[0]) < request.today):
        return {"inconnu": others[0][0].isoformat()}
    wished = {"souhait": _wished(request, others[-1], rdv).isoformat()} if others else {}
    return wished | ({"rdv": ref, "inconnu": None} if ref else {})


def _dont_on_parle(request: Request, etat: Etat) -> RendezVous | None:
    """« Je peux le décaler ? »: the appointment of the last answer."""
    return None if "choix" in etat else spoken_of(request, a_venir(request))


def _wished(request: Request, readings: tuple[date, ...], rdv: RendezVous | None = None) -> date:
    """The first reading that is still to come, else the likelier one.

    A bare weekday (« mercredi ») is one after the appointment, unless an earlier date is asked for.
    """
    day = next((day for day in readings if day > request.today), readings[0])
    words = normalise(request.text)
    later = rdv is not None and _SEMAINE.search(words) and not _PLUS_TOT.search(words)
    while later and rdv and request.today < day <= rdv.debut.date():
        day += timedelta(weeks=1)
    return day


def _visibles(request: Request) -> tuple[RendezVous, ...]:
    """Appointments that a day may name: those to come, and those that were planned and have just passed."""
    planned = [rdv for rdv in request.dossier.rendez_vous if rdv.statut in ("prevu", "absent")]
    return tuple(sorted(planned, key=lambda rdv: rdv.debut > request.now))
