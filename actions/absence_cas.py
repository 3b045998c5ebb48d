"""Particular absences: late, not convened, failed by the agency, away, leaving a course."""

from __future__ import annotations

import re
from datetime import date

from actions.absence_cible import Absence, trouver
from actions.absence_lecture import when
from actions.ateliers_cible import nommer, own_file
from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.droit.typographie import MOIS
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import fold, normalise
from actions.themes import Themes

_NOW = re.compile(
    r"\b(suis|serai|vais (etre|arriver)|j' arrive|j' aurai|risque d' etre) .{0,15}\bretard\b"
)
_RANGE = re.compile(
    rf"\b(\d{{1,2}})(?:er)? (?:au|et|-) (\d{{1,2}})(?:er)? ({'|'.join(fold(m) for m in MOIS)})\b"
)
_BREAKDOWN = re.compile(
    r"\b(pannes?|bug\w*|plante\w*|(marchai\w*|marche\w*|fonctionn\w*|connect\w*) pas|visio\w*|teams|zoom|lien|site|internet|wifi)\b"
)
_NON_RECUE = "convocation_non_recue"
_SETTLED = ("honore", "annule", "reporte")
_ARRIVAL = Themes(
    {
        "parti": r"\b(parti\w*|quitt\w*|sorti\w*) (plus tot|avant|en cours|au milieu)|\bpartir (plus tot|avant)\b|\bavant la fin\b",
        "refuse": r"\b(refus\w*|pas (laisse\w*|accept\w*|voulu)|renvoy\w*|ferme\w*|pas pu (entrer|rentrer|participer))\b",
    }
)
_LETTER = Themes(
    {
        "adresse": r"\b(demenag\w*|ancienne adresse|mauvaise adresse|nouvelle adresse|change\w* d' adresse)\b",
        "tardive": r"\b(trop tard|tard|apres (la date|le rendez-vous|coup)|la veille|le jour meme|le lendemain|hier pour|en retard|matin meme|deux jours avant|dernier moment)\b",
        "en_ligne": r"\b(spams?|indesirables?|espace (personnel|perso)|appli\w*|en ligne|site|mails?|courriels?|notification)\b",
    }
)
# « jamais reçu la convocation »: it did not come late. « Pas reçue avant la veille » did.
_NEVER = re.compile(
    r"\b(jamais|pas|rien|aucune?|ni) (?!a temps|avant|(recue?|eue?|vue?) (a temps|avant|que|qu'))(\w+ ){0,3}(recue?|eue?|vue?|arrivee?)\b(?! (a temps|avant|que|qu'))"
    r"|\b(recue?|eue?|vue?) (aucune?|rien|ni)\b"
)
_LATE = re.compile(
    r"\b(trop tard|la veille|le lendemain|apres (la date|coup)|a temps|dernier moment)\b"
)
# « j’ai reçu un courrier »: it did come.
_RECEIVED = re.compile(
    r"^(?!.*\b(pas|jamais|rien|aucune?|sans|spams?|tard|trop)\b).*\b(j' ai|ai|viens de|j' avais) (bien |deja )?(recue?|recevoir|eue?)"
    r" (un|une|le|la|mon|ma|des?) (courrier|lettre|convocation|mail|avertissement)"
)
_SHORT_NOTICE = re.compile(
    r"(?=.*\b(rendez-vous|atelier|entretien)\b.{0,20}\b(demain|aujourd' ?hui|ce matin|cet apres-midi|ce soir)\b)"
    r"(?=.*\b(recue?s?|arrivee?|vue?|decouvert\w*)\b.{0,30}\b(aujourd' ?hui|hier|ce matin|ce soir|seulement|a l' instant)\b)"
)
_PLANNED = re.compile(r"\b(rendez-vous|rdv|atelier|convocation|convoque\w*)\b")
_HEALTH = re.compile(
    r"\b(malade|maladie|hospital\w*|arrets? (de travail|maladie|medical)|en arret)\b"
)
_LEAVING = Themes(
    {
        "emploi": r"(?=.*\b(trouve\w*|decroch\w*|signe\w*|commence\w*|embauch\w*|pris)\b)"
        r".*\b(emploi|travail|boulot|cdi|cdd|embauch\w*|poste|contrat|mission)\b",
        "harcelement": r"\b(harcel\w*|insult\w*|menac\w*|agress\w*|humili\w*|discrimin\w*)\b",
        "sante": r"\b(danger\w*|malade|sante|enceinte|depress\w*|burn)\b",
    }
)


def settled(request: Request, absence: Absence) -> Answer | None:
    """What is said of an appointment that the person cannot have missed: attended, cancelled, moved, failed by the agency."""
    status = absence.rdv.statut if absence.rdv else None
    if status == "manque_par_agence":
        return compose(request, "rendez_vous_manque_par_agence.personnel", **absence.variables)
    if status in _SETTLED:
        return compose(request, f"signaler_absence.statut.{status}", **absence.variables)
    return None


@answers("arriver_en_retard", facts=("temps", "motif"))
def arriver_en_retard(request: Request) -> Answer:
    """Late, refused at the door, or gone before the end."""
    words = normalise(request.text)
    topic = _ARRIVAL.premier(words, "general")
    absence = trouver(request)
    today = absence.rdv is not None and absence.rdv.debut.date() == request.today
    return compose(
        request,
        f"arriver_en_retard.{topic}",
        futur=when(request) == "futur" or bool(_NOW.search(words)),
        aujourdhui=today,
        **absence.variables,
    )


@answers("convocation_non_recue", facts=("date_reception", "date_absence"))
def convocation_non_recue(request: Request) -> Answer:
    """Never came, came too late, or only on line."""
    words = normalise(request.text)
    topic = _letter_topic(request, words)
    other = registry.entry("consequences_absence")
    if topic == "non_recue" and other is not None and _RECEIVED.search(words):
        return other.handler(request.with_intent("consequences_absence"))
    absence = trouver(request, recorded_first=True)
    return compose(
        request,
        f"convocation_non_recue.{topic}",
        rules=absence.rules,
        bientot=bool(_SHORT_NOTICE.search(words)),
        **{**absence.variables, "jour_dit": _day_said_next(request)},
    )


def _letter_topic(request: Request, words: str) -> str:
    """How the letter failed; a bare day leaves what was told before."""
    told = request.memory.derniere.partition(f"{_NON_RECUE}.")[2]
    topic = _LETTER.premier(words, told or "non_recue")
    if topic == "adresse":
        return topic
    if _NEVER.search(words) and not _LATE.search(words):
        return "non_recue" if topic == "tardive" else topic
    return "tardive" if _SHORT_NOTICE.search(words) else topic


def _day_said_next(request: Request) -> date | None:
    """The day of the appointment, said just after the letter was told not to have come."""
    day = request.said.get("date_absence")
    after = request.memory.derniere.startswith(_NON_RECUE)
    return day if after and isinstance(day, date) and day <= request.today else None


@answers("rendez_vous_manque_par_agence")
def rendez_vous_manque_par_agence(request: Request) -> Answer:
    """Not the person's absence; the appointment of the file that the agency missed."""
    dossier = own_file(request)
    missed = [r for r in dossier.rendez_vous if r.statut == "manque_par_agence"] if dossier else []
    absence = trouver(request, recorded_first=True)
    if absence.rdv is not None and absence.rdv.statut == "manque_par_agence":
        missed = [absence.rdv]
    if missed:
        return compose(
            request,
            "rendez_vous_manque_par_agence.personnel",
            rdv=missed[-1],
            nom_rdv=nommer(request, missed[-1]),
        )
    topic = "panne" if _BREAKDOWN.search(normalise(request.text)) else "general"
    return compose(
        request, f"rendez_vous_manque_par_agence.{topic}", rules=absence.rules, **absence.variables
    )


@answers("declarer_conges")
def declarer_conges(request: Request) -> Answer:
    """Days away from home, and the appointment that falls on them."""
    words = normalise(request.text)
    during = _during(request)
    asks_about_one = bool(_PLANNED.search(words))
    body = request.facts.get("organisme_referent")
    other = body if body not in (None, "france_travail", "inconnu") else None
    return compose(
        request,
        "declarer_conges.maladie" if _HEALTH.search(words) else "declarer_conges.general",
        rdv=during,
        nom_rdv=nommer(request, during),
        question_rdv=asks_about_one,
        autre_organisme=other is not None,
    )


def _during(request: Request) -> RendezVous | None:
    """The person's next appointment on one of the days named, or between the first and the last of them."""
    dossier = own_file(request)
    days = _days(request)
    if dossier is None or not days:
        return None
    coming = vues.rendez_vous_a_venir(dossier, request.now)
    return next((rdv for rdv in coming if _within(rdv.debut.date(), days)), None)


def _days(request: Request) -> list[date]:
    """The days named, those of « du 25 au 30 novembre » and « du 25 novembre au 2 décembre » among them."""
    same_month = _RANGE.search(normalise(request.text))
    parts = [request.text, *re.split(r"\bau\b", request.text)]
    if same_month:
        first, last, month = same_month.groups()
        parts = [f"le {first} {month}", f"le {last} {month}"]
    return [found.jour for part in parts for found in find_dates(part, request.today)]


def _within(day: date, days: list[date]) -> bool:
    return min(days) <= day <= max(days)


@answers("abandonner_formation", facts=("allocation", "motif"))
def abandonner_formation(request: Request) -> Answer:
    """Leaving or missing a course: like an absence, unless there is a reason; what to do before leaving."""
    topic = _LEAVING.premier(normalise(request.text), "general")
    answer = compose(request, f"abandonner_formation.{topic}")
    if request.said.get("motif") != "formation":
        return answer
    return answer.with_(facts={**answer.facts, "motif": None})  # what is left is no reason to leave
