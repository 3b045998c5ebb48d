"""Which appointment a question is about, whether one must come to it, and how it is named in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from actions.dossier_rendez_vous import named, nom_du_fuseau
from actions.dossiers import vues
from actions.dossiers.mois import ajouter_mois
from actions.dossiers.personne import DossierPersonne, RendezVous
from actions.droit.obligation import decider_obligation
from actions.droit.resultat import Resultat
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.jours import jour_passe
from actions.langue.normaliser import normalise
from actions.recours.affaire import readable

OBLIGATION = ("document", "mention_obligatoire", "dans_contrat", "prestataire", "dispense")
_FAR = timedelta(days=180)
_FOLLOWING = 8  # words: longer messages stand on their own
_OTHER_ONE = re.compile(r"\b(prochain\w*|suivant\w*|autre\w*|premiere?|derniere?)\b")
_THAT_LETTER = re.compile(r"\b(mon|ma|cette|l'|la) (convocation|invitation|recommandation)\b")
# « mon », « ma »: a question about the person's own things.
_OWN = re.compile(r"\b(mon|ma|mes|moi|me|m'|j'|je|notre|nos)\b")


@dataclass(frozen=True)
class Cible:
    """An appointment of the file, or the one described, with the decision whether one must come."""

    facts: Mapping[str, Any]
    obligation: Resultat
    rdv: RendezVous | None = None
    nom: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)


def own_file(request: Request) -> DossierPersonne | None:
    """The person's file, unless they ask for somebody else."""
    other = request.facts.get("pour_autrui") in (True, "oui") and not request.facts.get("mon_cas")
    return None if other else request.dossier


def personal(request: Request) -> bool:
    """Whether the question is about the person's own case."""
    asked = request.facts.get("mon_cas") or _OWN.search(request.text.lower())
    return own_file(request) is not None and bool(asked)


def coming(request: Request) -> RendezVous | None:
    """The appointment that the message names, else the next one; None for somebody unproven."""
    dossier = own_file(request)
    if dossier is None:
        return None
    planned = vues.rendez_vous_a_venir(dossier, request.now)
    found = named(planned, request) or _on_day(dossier, request) or by_letter(planned, request)
    return found or spoken_of(request, planned) or next(iter(planned), None)


def spoken_of(request: Request, among: Sequence[RendezVous]) -> RendezVous | None:
    """« Et si j’y vais pas ? »: the appointment of the act under way, else the one that the last answer was about."""
    words = normalise(request.text)
    if len(words.split()) > _FOLLOWING or _OTHER_ONE.search(words):
        return None
    under_way = [rdv for rdv in among if rdv.ref == request.memory.demarche.get("rdv")]
    if under_way:
        return under_way[0]
    said = str(request.memory.sujet.get("conclusion", ""))
    found = [rdv for rdv in among if nommer(request, rdv) in said]
    return found[0] if len(found) == 1 else None


def by_letter(planned: Sequence[RendezVous], request: Request) -> RendezVous | None:
    """« Mon invitation »: the only appointment to come whose letter is of the kind that was said."""
    if not (request.facts.get("mon_cas") or _THAT_LETTER.search(normalise(request.text))):
        return None
    alike = [rdv for rdv in planned if rdv.document == request.facts.get("document")]
    return alike[0] if len(alike) == 1 else None


def _on_day(dossier: DossierPersonne, request: Request) -> RendezVous | None:
    """An appointment of any state on a day that the message names."""
    days = days_named(request)
    return next((rdv for rdv in dossier.rendez_vous if rdv.debut.date() in days), None)


def days_named(request: Request) -> set[date]:
    """Every reading of the days of a message, to come or past."""
    found = find_dates(request.text, request.today)
    past = {jour_passe(one, request.text, request.today) for one in found}
    days = past | {day for one in found for day in (one.jour, *one.autres)}
    # « décaler mon rendez-vous du 4 novembre », said after that day, is read as next year's.
    far = {day for day in days if day - request.today > _FAR}
    return days | {ajouter_mois(day, -12) for day in far}


def cibler(request: Request) -> Cible:
    """What the person asks about: an appointment of their file, or the letter that they describe."""
    rdv = coming(request)
    described = readable(request.facts_named(*OBLIGATION))
    if rdv is None:
        return _cible(request, described, None)
    own = facts_of(rdv)
    if request.facts.get("mon_cas"):
        return _cible(request, own, rdv)
    if another(request, own):
        return _cible(request, described, None)
    known = {name: value for name, value in own.items() if value != "inconnu"}
    said = readable({name: request.said.get(name) for name in OBLIGATION})
    return _cible(request, {**described, **known, **said}, rdv)


def another(request: Request, own: Mapping[str, Any]) -> bool:
    """Whether the letter or the meeting described is another one than that of the file."""
    letter, stage = request.facts.get("document"), request.said.get("prestataire")
    other_letter = letter not in (None, "inconnu", own.get("document"))
    return other_letter or stage not in (None, own.get("prestataire"))


def facts_of(rdv: RendezVous) -> dict[str, Any]:
    """The facts of the rules base that an appointment gives, without the values that it does not know."""
    return readable({name: getattr(rdv, name) for name in OBLIGATION})


def _cible(request: Request, facts: Mapping[str, Any], rdv: RendezVous | None) -> Cible:
    result = decider_obligation(facts, request.today, request.services.droit)
    return Cible(facts, result, rdv, nommer(request, rdv), variables(request, rdv))


def variables(request: Request, rdv: RendezVous | None) -> dict[str, Any]:
    """What the texts need of an appointment."""
    return {
        "rdv": rdv,
        "nom_rdv": nommer(request, rdv),
        "passe": rdv is not None and rdv.debut < request.now,
        "duree_rdv": length(rdv.duree_minutes if rdv else None),
    }


def length(minutes: int | None) -> str:
    """« 45 minutes », « 3 heures », « 3 h 30 »; empty when not known."""
    hours, rest = divmod(minutes or 0, 60)
    if not hours:
        return f"{rest} minutes" if rest else ""
    return f"{hours} h {rest:02d}" if rest else f"{hours} heure{'s' if hours > 1 else ''}"


def nommer(request: Request, rdv: RendezVous | None) -> str:
    """« « Atelier CV », le jeudi 26 novembre à 9 h »; empty without an appointment."""
    if rdv is None:
        return ""
    dossier = request.dossier
    zone = nom_du_fuseau(dossier) if dossier else ""
    return compose(request, "ateliers.rendez_vous", rdv=rdv, zone=zone).conclusion


def next_question(request: Request, result: Resultat) -> str | None:
    """The next missing fact that was not already answered « je ne sais pas »."""
    asked = (fact for fact in result.faits_manquants if request.facts.get(fact) != "inconnu")
    return next(asked, None)
