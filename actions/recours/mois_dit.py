"""« Contester celle d’avril », said by somebody whose file is closed: how to challenge it, and which decision it is."""

from __future__ import annotations

import calendar
import re
from datetime import date

from actions.droit.calendrier import ajouter_mois
from actions.droit.typographie import MOIS
from actions.framework.answer import Answer
from actions.framework.compose import ask
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import reperes
from actions.recours.parler import demandable, dire, sans_dossier
from actions.recours.situation import Situation

_NOMS = tuple(normalise(month) for month in MOIS)
_CELLE = re.compile(
    r"\b(?:celles?|celui|la sanction|la decision|la lettre|le courrier|une?)(?: que j' ai (?:eue?|recue?))?"
    rf" (?:d'|de|en|du mois de|du mois d') ?(?P<mois>{'|'.join(_NOMS)})\b(?: (?P<annee>20\d\d))?"
)
_SUJETS = frozenset(
    (
        "contester_sanction",
        "delai_recours",
        "saisir_mediateur",
        "saisir_tribunal",
        "chances_recours",
        "rediger_recours",
    )
)


def designe(request: Request) -> bool:
    """Whether a decision to challenge is named by its month."""
    words = normalise(request.text)
    about = request.memory.sujet.get("intent") in _SUJETS or reperes.CONTEST.search(words)
    return bool(about and _CELLE.search(words))


def decision_du_mois(request: Request, situation: Situation) -> Answer | None:
    """How a decision known by its month only is challenged, then what it is; None when more is known."""
    found = _CELLE.search(normalise(request.text))
    facts = situation.cas.faits
    undecided = situation.resultat.conclusion == "lire_la_lettre" and not facts.get("auteur")
    if found is None or situation.cas.propre or facts.get("date_notification") or not undecided:
        return None
    month = _NOMS.index(found["mois"]) + 1
    last = _dernier_jour(request.today, month, found["annee"])
    months = request.services.droit.valeur("delai.franc", "mois", request.today)
    late = ajouter_mois(last, months) < request.today
    answer = dire(
        request,
        "contester_sanction.du_mois",
        situation,
        ("recours.mention_absente",) if late else (),
        depasse=late,
        du_mois=f"{'d’' if MOIS[month - 1][0] in 'ao' else 'de '}{MOIS[month - 1]}",
    )
    answer = sans_dossier(request, answer)
    missing = "auteur" if facts.get("decision") else "decision"
    return ask(request, answer, missing) if demandable(request, missing) else answer


def _dernier_jour(today: date, month: int, year: str | None) -> date:
    """The last day of that month: this year's, or last year's when it is still to come."""
    told = int(year) if year else today.year - (month > today.month)
    return date(told, month, calendar.monthrange(told, month)[1])
