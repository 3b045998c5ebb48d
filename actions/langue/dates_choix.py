"""Choosing a day among those that fit the words: by the tense, else the nearest, asked when in doubt."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from actions.langue.dates_grammaire import Grammaire
from actions.langue.temps import PASSE

FAR = 45  # days: beyond, a day said without its year is asked again
_ABSURD = 180  # days: nobody says « le 18/11 » of next year when that of last week fits


@dataclass(frozen=True)
class Jours:
    """The likelier day (None: no date), the other readings, and whether the likelier one is unsure."""

    jour: date | None
    autres: tuple[date, ...] = ()
    ambigu: bool = False
    approximatif: bool = False


@dataclass(frozen=True)
class Contexte:
    """What a rule knows besides its words: the day, the tense (verbs), the hint (nouns)."""

    today: date
    sens: str | None
    indice: str | None
    grammaire: Grammaire

    @property
    def tendance(self) -> str | None:
        """The tense, else the hint."""
        return self.sens or self.indice


def ajouter_mois(day: date, months: int) -> date:
    """The same day of the month, else the last of the month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def avec_semaine(choix: Jours, semaine: int) -> Jours:
    """A weekday that agrees settles the year; one that does not is asked."""
    options = [day for day in (choix.jour, *choix.autres) if day]
    for day in options:
        if day.isoweekday() == semaine:
            return Jours(day)
    voisin = options[0] + timedelta(days=(semaine - options[0].isoweekday() + 3) % 7 - 3)
    return Jours(options[0], (voisin,), ambigu=True)


def quantieme(numero: int, contexte: Contexte) -> Jours:
    options = mois_voisins(numero, contexte.today, 2)
    return choisir(options, contexte)


def choisir(options: list[date], contexte: Contexte, sur: bool = False) -> Jours:
    """The nearest day in the direction of the tense; without one, the nearest, asked unless close."""
    today = contexte.today
    avant = [day for day in options if day <= today]
    apres = [day for day in options if day >= today]
    pas = max(avant, default=None), min(apres, default=None)
    passe, futur = pas
    if passe is None or futur is None or sur:
        seul = passe or futur or options[0]
        return Jours(seul)
    if contexte.sens:
        return Jours(passe if contexte.sens == PASSE else futur)
    proche, loin = sorted((passe, futur), key=lambda day: abs((day - today).days))
    if abs((proche - today).days) <= FAR and abs((loin - today).days) > _ABSURD:
        return Jours(proche, (loin,))
    if contexte.indice:
        pair = (passe, futur) if contexte.indice == PASSE else (futur, passe)
    else:
        pair = (futur, passe) if (futur - today) <= (today - passe) else (passe, futur)
    gaps = sorted(abs((day - today).days) for day in pair)
    ambigu = gaps[0] > FAR or gaps[1] <= FAR
    return Jours(pair[0], autres_que(pair[0], pair), ambigu=ambigu and pair[0] != pair[1])


def autres_que(jour: date | None, options: list[date] | tuple[date, ...]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(day for day in options if day != jour))


def mois_voisins(numero: int, today: date, portee: int) -> list[date]:
    firsts = (ajouter_mois(today.replace(day=1), delta) for delta in range(-portee, portee + 1))
    return [day for first in firsts if (day := jour_ou_rien(first.year, first.month, numero))]


def jour_ou_rien(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def annee(texte: str) -> int:
    return int(texte) + (2000 if len(texte) == 2 else 0)


def bord_du_mois(mot: str, year: int, month: int) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, {"fin": last, "debut": 1}.get(mot, 15))
