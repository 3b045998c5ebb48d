"""« Radié 1 mois en mars 2024, c’est normal ? »: the length that somebody names, beside what the law of that day foresaw."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions.droit.typographie import jour
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.citer import citer_d_abord
from actions.sanctions.bornes import debut_actuel, fourchettes
from actions.sanctions.sujets import mesures_nommees

_JUGE = re.compile(
    r"\b(normal\w*|legal\w*|illegal\w*|legitime|regulier\w*|juste|injuste|correct\w*|autorise\w*|prevue?|(ont|avai\w+|a) (pas )?le droit"
    r"|(peuvent|pouvaient)(-ils)?|abus\w*|exager\w*|trop (long\w*|dur\w*|severe\w*|cher)|logique|valable|possible)\b"
)
_JOUR = re.compile(
    r"\b(le |du )?\d{1,2}(er)? (janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|\b\d{1,2}/\d{1,2}"
)
_RANGS = ("première", "deuxième", "troisième")


def demandee(words: str) -> bool:
    """Whether it is asked if a length was allowed; a month without its day makes no calendar either."""
    return bool(_JUGE.search(words)) or not _JOUR.search(words)


def juger(request: Request, day: date, months: int) -> Answer | None:
    """The length beside the limits at ``day``; None before the first day of the rules base."""
    droit = request.services.droit
    if droit.version("ancien.radiation", day) is None and day < debut_actuel(request):
        return None
    named = mesures_nommees(normalise(request.text))
    radiation = (
        named == ["radiation"]
        or not named
        and request.said.get("type_sanction")
        in (
            None,
            "radiation",
        )
    )
    if day < debut_actuel(request):
        return _ancienne(request, day, months, radiation)
    return _actuelle(request, day, months, radiation)


def _ancienne(request: Request, day: date, months: int, radiation: bool) -> Answer:
    droit = request.services.droit
    struck = droit.valeur("ancien.radiation", "mois_par_rang", day)
    meeting = droit.valeur("ancien.suppression_rendez_vous", "mois_par_rang", day)
    action = droit.valeur("ancien.suppression_action", "mois_par_rang", day)
    own = (
        ("ancien.radiation",)
        if radiation
        else (
            "ancien.suppression_rendez_vous",
            "ancien.suppression_action",
        )
    )
    answer = compose(
        request,
        "duree_sanction.jugee.ancienne",
        on=day,
        rules=(*own, *_charniere(request, day)),
        duree=months,
        radiation=radiation,
        rang=_rang(struck if radiation else action, months),
        atelier_seul=not radiation and months not in meeting,
        ancien=struck,
        suppression=meeting,
        action=action,
        charniere=bool(_charniere(request, day)),
        debut_actuel=jour(debut_actuel(request)),
    )
    return citer_d_abord(request, answer, own, day)


def _charniere(request: Request, day: date) -> tuple[str, ...]:
    rule = "ancien.charniere_2025"
    return (rule,) if request.services.droit.version(rule, day) else ()


def _rang(scale: Any, months: int) -> str | None:
    """« deuxième »: the absence for which the scale foresaw that many months."""
    found = [index for index, value in enumerate(scale) if value == months]
    return _RANGS[found[0]] if found else None


def _actuelle(request: Request, day: date, months: int, radiation: bool) -> Answer:
    droit, again = request.services.droit, "sanction.assiduite.repetee"
    rules = (
        ("sanction.radiation_4_mois", "sanction.non_indemnise.repetee")
        if radiation
        else (
            "sanction.assiduite.premiere",
            again,
        )
    )
    answer = compose(
        request,
        "duree_sanction.jugee.actuelle",
        on=min(day, request.today),
        rules=rules,
        duree=months,
        radiation=radiation,
        max_1=droit.valeur("sanction.assiduite.premiere", "mois_max", request.today),
        max_2=droit.valeur(again, "mois_max", request.today),
        **fourchettes(request),
    )
    return citer_d_abord(request, answer, rules, min(day, request.today))
