"""Rights and duties of a person who is registered; the monthly update; offers; training; the online space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from actions.droit.base import BaseDroit
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.themes import Themes

_HEALTH = re.compile(
    r"\b(secu\w*|securite sociale|sante|mutuelle|css|carte vitale|medecin|soins?)\b"
)
_FORGOTTEN = re.compile(
    r"\b(oubli\w*|rate|ratee|manque\w*|pas (pu )?(m' )?actualis\w*|en retard|trop tard|passe)\b"
    r"|\b(radi\w*|vire\w*|desinscri\w*)\b"
)
_PASSWORD = re.compile(
    r"\b(mot de passe|mdp|code\w*|connect\w*|identifiants?|bloque\w*|acces|acceder|entrer|arrive pas)\b"
)
_BUSINESS = re.compile(
    r"\b(entreprise|boite|auto-entrepreneur|micro-entreprise|a mon compte|creer|monter)\b"
)


_TWICE = re.compile(r"\b(deux|2|plusieurs) (fois|refus|offres?)|\b(deuxieme|2eme|2e|second)\b")
_FRAUD = re.compile(
    r"\b(fraud\w*|fausses? declarations?|pas declare\w*|non declare\w*|travail au noir)\b"
)
_DUTIES = Themes(
    {
        "heures": r"\b(15 ?h\w*|quinze heures|travail gratuit|travaill\w* (gratuit\w*|sans etre paye\w*))",
        "changement": r"\b(demenag\w*|changement|change\w*|adresse|signaler|prevenir|declarer|enceinte|maternite|malade|maladie)\b",
    }
)


@dataclass(frozen=True)
class Actualisation:
    """The period for the update: ``ouverte`` today, from ``debut`` to ``fin`` (both included)."""

    ouverte: bool
    debut: date
    fin: date


def actualisation_period(today: date, droit: BaseDroit) -> Actualisation:
    """The period that is open today, else the next one (rule obligations.actualisation)."""
    start_day, february, end_day = (
        droit.valeur("obligations.actualisation", name, today)
        for name in ("jour_debut", "jour_debut_fevrier", "jour_fin")
    )

    def start(year: int, month: int) -> date:
        return date(year, month, february if month == 2 else start_day)

    def end(opening: date) -> date:
        year, month = divmod(opening.year * 12 + opening.month, 12)
        return date(year, month + 1, end_day)

    year, month = divmod(today.year * 12 + today.month - 2, 12)
    previous, current = start(year, month + 1), start(today.year, today.month)
    opening = previous if today <= end(previous) else current
    return Actualisation(opening <= today <= end(opening), opening, end(opening))


@answers("connaitre_droits", facts=("allocation",))
def connaitre_droits(request: Request) -> Answer:
    """What being registered gives; health care does not end with a sanction."""
    about_health = bool(_HEALTH.search(normalise(request.text)))
    return compose(
        request, "connaitre_droits.sante" if about_health else "connaitre_droits.general"
    )


@answers("connaitre_obligations", facts=("allocation",))
def connaitre_obligations(request: Request) -> Answer:
    """Duties in general, or what to report and when."""
    topic = _DUTIES.premier(normalise(request.text), "general")
    if topic == "changement":
        return compose(request, "connaitre_obligations.changement")
    key = "contrat_engagement.heures" if topic == "heures" else "connaitre_obligations.general"
    return compose(request, key, on=_on(request, "contrat.quinze_heures"))


@answers("actualisation")
def actualisation(request: Request) -> Answer:
    """When to update, with this month's dates; forgetting it is not a removal as a sanction."""
    words = normalise(request.text)
    period = actualisation_period(request.today, request.services.droit)
    key = "actualisation.oubliee" if _FORGOTTEN.search(words) else "actualisation.quand"
    return compose(request, key, periode=period)


@answers("offre_raisonnable", facts=("allocation",))
def offre_raisonnable(request: Request) -> Answer:
    """Refusing offers: what may be refused, and what two refusals may lead to."""
    other = registry.entry("duree_sanction")
    if other is not None and _FRAUD.search(normalise(request.text)):
        return other.handler(request.with_intent("duree_sanction"))
    return compose(
        request,
        "offre_raisonnable",
        on=_on(request, "sanction.offre_raisonnable"),
        deux=bool(_TWICE.search(normalise(request.text))),
    )


def _on(request: Request, rule: str) -> date:
    """Today, or the first day of a rule that did not exist yet."""
    first = request.services.droit.regle(rule).versions[0].du
    return max(request.today, first or request.today)


@answers("acces_formation")
def acces_formation(request: Request) -> Answer:
    """Training, change of trade, starting a business."""
    business = _BUSINESS.search(normalise(request.text))
    return compose(request, "acces_formation.creation" if business else "acces_formation.general")


@answers("espace_personnel")
def espace_personnel(request: Request) -> Answer:
    """What the online space is for, and what to do when one cannot get in."""
    locked = _PASSWORD.search(normalise(request.text))
    return compose(request, "espace_personnel.connexion" if locked else "espace_personnel.usage")
