"""Which appointment an act is about: named by its day, by words of its title, or chosen from a short list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from actions.absence_lecture import tense
from actions.dossiers import vues
from actions.dossiers.mois import ajouter_mois
from actions.dossiers.personne import RendezVous
from actions.framework.request import Request
from actions.framework.wording import hour, long_date
from actions.langue.dates import find_dates
from actions.langue.dates_modele import DateTrouvee
from actions.langue.normaliser import normalise

LISTE = 3
_LOIN = timedelta(days=183)
_RECENT = timedelta(days=60)  # older absences are no longer declared by themselves
# Words of titles that name no appointment in particular.
_COMMUNS = frozenset(
    (
        "atelier",
        "rendez-vous",
        "premier",
        "seance",
        "suivi",
        "de",
        "d'",
        "du",
        "des",
        "le",
        "la",
        "les",
    )
    + ("l'", "en", "et", "avec", "qui", "sa", "son", "ses", "un", "une")
)


def jours_dits(request: Request) -> list[date]:
    """The days that the message names, the likelier reading of each."""
    today = request.today
    return [lectures(said, today)[0] for said in find_dates(request.text, today)]


def du_jour(request: Request) -> tuple[RendezVous, ...]:
    """The person's appointments, whatever their state, on the days that the message names.

    Of an ambiguous day (« mercredi »), the first reading on which there is an appointment counts.
    """
    found: list[RendezVous] = []
    for said in find_dates(request.text, request.today):
        found += next(
            filter(None, (_le(request, day) for day in lectures(said, request.today))), ()
        )
    return tuple(dict.fromkeys(found))


def lectures(said: DateTrouvee, today: date) -> tuple[date, ...]:
    """Every reading of a day said, the likelier one first.

    Nobody speaks of an appointment more than half a year ahead: a day of last year is then meant.
    """
    readings = (said.jour, *said.autres)
    near = [day for day in readings if day <= today + _LOIN]
    earlier = [ajouter_mois(day, -12) for day in readings if day > today + _LOIN]
    return tuple(dict.fromkeys((*near, *earlier)))


def _le(request: Request, day: date) -> tuple[RendezVous, ...]:
    everything = request.dossier.rendez_vous if request.dossier else ()
    return tuple(rdv for rdv in everything if rdv.debut.date() == day)


def par_titre(request: Request, parmi: Sequence[RendezVous]) -> RendezVous | None:
    """The one appointment whose title shares most words with the message."""
    said = set(normalise(request.text).split()) - _COMMUNS
    scores = [len(said & (set(normalise(rdv.titre).split()) - _COMMUNS)) for rdv in parmi]
    best = max(scores, default=0)
    return parmi[scores.index(best)] if best and scores.count(best) == 1 else None


def a_declarer(request: Request) -> tuple[RendezVous, ...]:
    """Appointments that the person may be absent from: those to come and the recent ones, nearest first."""
    if request.dossier is None:
        return ()
    now, when = request.now, request.said.get("temps") or tense(normalise(request.text))
    open_ones = [rdv for rdv in request.dossier.rendez_vous if _declarable(rdv, now)]
    kept = [rdv for rdv in open_ones if when is None or (rdv.debut < now) == (when == "passe")]
    return tuple(sorted(kept or open_ones, key=lambda rdv: abs(rdv.debut - now)))


def _declarable(rdv: RendezVous, now: datetime) -> bool:
    if rdv.statut == "prevu":
        return rdv.debut > now - _RECENT
    declared = rdv.absence is not None and rdv.absence.declaree_le is not None
    return rdv.statut == "absent" and not declared and rdv.debut > now - _RECENT


def a_venir(request: Request) -> tuple[RendezVous, ...]:
    """Planned appointments that have not begun, soonest first."""
    return vues.rendez_vous_a_venir(request.dossier, request.now) if request.dossier else ()


def de_ref(request: Request, ref: str | None) -> RendezVous | None:
    """The appointment of the person's file with this ref."""
    return vues.rendez_vous_de_ref(request.dossier, ref) if request.dossier else None


def boutons(rdvs: Sequence[RendezVous], today: date) -> tuple[tuple[str, str], ...]:
    """At most three (title, ref); the hour only when two fall on the same day."""
    shown = rdvs[:LISTE]
    days = [rdv.debut.date() for rdv in shown]
    return tuple((_title(rdv, today, days.count(rdv.debut.date()) > 1), rdv.ref) for rdv in shown)


def _title(rdv: RendezVous, today: date, with_hour: bool) -> str:
    day = long_date(rdv.debut, today)
    return f"{day}, {hour(rdv.debut)}" if with_hour else day
