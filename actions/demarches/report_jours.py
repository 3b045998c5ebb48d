"""The days of a postponement: that of the appointment to move, and the one wished for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from actions.ateliers_cible import spoken_of
from actions.demarches.choix_rdv import a_venir, de_ref, lectures, par_titre
from actions.demarches.etapes import RELUE, Etat
from actions.dossiers.personne import RendezVous
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.dates_modele import DateTrouvee
from actions.langue.normaliser import fold, normalise

_SEMAINE = re.compile(r"(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$")
_PLUS_TOT = re.compile(r"\b(avanc\w*|plus tot|avant|cette semaine)\b")
# « pas mardi », « parce que c’est dimanche »: set aside, or told of something else.
_NIE = re.compile(r"\b(pas|plus|sauf) (le |ce )?$|\bc['’ ]?est (un )?$")
_SOUHAIT = ("date", *RELUE)  # steps at which a day said is the one wished for


def jours_et_rendez_vous(request: Request, etat: Etat) -> Etat:
    """The appointment's own day names it; any other day is the one wished for (« pas mardi, jeudi »: Thursday)."""
    own = {rdv.debut.date(): rdv.ref for rdv in _visibles(request)}
    said = [(f, lectures(f, request.today)) for f in _affirmees(request)]
    named = (own[day] for _, readings in said for day in readings if day in own)
    ref = etat.get("rdv") or next(named, None)
    if ref is None:
        spoken = par_titre(request, a_venir(request)) or _dont_on_parle(request, etat)
        ref = spoken.ref if spoken else None
    rdv = de_ref(request, ref)
    others = [(f, r) for f, r in said if rdv is None or _autre_jour(request, etat, f, r, rdv)]
    if rdv is None and others:
        first = _souhaite(request, *others[0])
        if "choix" in etat or first < request.today:
            return {"inconnu": others[0][1][0].isoformat()}
    wished = {"souhait": _souhaite(request, *others[-1], rdv).isoformat()} if others else {}
    return wished | ({"rdv": ref, "inconnu": None} if ref else {})


def _affirmees(request: Request) -> list[DateTrouvee]:
    """The days said, without those set aside."""
    found = find_dates(request.text, request.today)
    return [f for f in found if not _NIE.search(fold(request.text[: f.start]))]


def _autre_jour(
    request: Request, etat: Etat, found: DateTrouvee, readings: tuple[date, ...], rdv: RendezVous
) -> bool:
    """Whether a day is another one than that of the appointment: « jeudi », once a day is asked for, is one to come."""
    asked = bool(etat.get("rdv")) and etat["etape"] in _SOUHAIT and _jour_nu(request, found)
    return asked or rdv.debut.date() not in readings


def _jour_nu(request: Request, found: DateTrouvee) -> bool:
    """Whether only a weekday was said."""
    return bool(_SEMAINE.search(normalise(request.text[found.start : found.end])))


def _dont_on_parle(request: Request, etat: Etat) -> RendezVous | None:
    """« Je peux le décaler ? »: the appointment of the last answer."""
    return None if "choix" in etat else spoken_of(request, a_venir(request))


def _souhaite(
    request: Request,
    found: DateTrouvee,
    readings: tuple[date, ...],
    rdv: RendezVous | None = None,
) -> date:
    """The first reading that is still to come, else the likelier one.

    A bare weekday (« mercredi ») is one after the appointment, unless an earlier date is asked for.
    """
    day = next((day for day in readings if day > request.today), readings[0])
    earlier = _PLUS_TOT.search(normalise(request.text)) or not _jour_nu(request, found)
    while rdv and not earlier and request.today < day <= rdv.debut.date():
        day += timedelta(weeks=1)
    return day


def _visibles(request: Request) -> tuple[RendezVous, ...]:
    """Appointments that a day may name: those to come, and those that were planned and have just passed."""
    planned = [rdv for rdv in request.dossier.rendez_vous if rdv.statut in ("prevu", "absent")]
    return tuple(sorted(planned, key=lambda rdv: rdv.debut > request.now))
