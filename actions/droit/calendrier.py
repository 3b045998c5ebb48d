"""Dates of the law: months, full delays (délais francs), working days, public holidays.

Rules `delai.*` of the reference. Days are calendar days of `datetime.date`, without hours.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays.countries import France

METROPOLE = (
    "auvergne-rhone-alpes",
    "bourgogne-franche-comte",
    "bretagne",
    "centre-val-de-loire",
    "corse",
    "grand-est",
    "hauts-de-france",
    "ile-de-france",
    "normandie",
    "nouvelle-aquitaine",
    "occitanie",
    "pays-de-la-loire",
    "provence-alpes-cote-d-azur",
)
ALSACE_MOSELLE = "alsace-moselle"
# Subdivision codes of the `holidays` library.
OUTRE_MER = {
    "guadeloupe": "971",
    "guyane": "973",
    "la-reunion": "974",
    "martinique": "972",
    "mayotte": "976",
}
REGIONS = (*METROPOLE, ALSACE_MOSELLE, *OUTRE_MER)


@dataclass(frozen=True)
class DelaiFranc:
    """A full delay. `prudente` is the date to announce, `franche` the very last possible day.

    `incertaine`: the start has no same day in the last month, sources disagree on the day
    that is added (rule delai.franc_fin_de_mois).
    """

    prudente: date
    franche: date
    incertaine: bool

    def statut(self, today: date) -> str:
        """`dans_les_temps`, `dernier_moment` or `hors_delai` (rule delai.statut)."""
        if today <= self.prudente:
            return "dans_les_temps"
        return "dernier_moment" if today <= self.franche else "hors_delai"


def ajouter_mois(d: date, n: int) -> date:
    """Same day n months later, or the last day of that month (rule delai.mois)."""
    annee, rang = divmod(d.year * 12 + d.month - 1 + n, 12)
    jour = min(d.day, calendar.monthrange(annee, rang + 1)[1])
    return date(annee, rang + 1, jour)


def ajouter_jours(d: date, n: int) -> date:
    """n calendar days later; the first day does not count (rule delai.jours)."""
    return d + timedelta(days=n)


@lru_cache(maxsize=512)
def jours_feries(annee: int, region: str | None = None) -> frozenset[date]:
    """Public holidays of a year (articles L3133-1, L3134-13 and L3422-2 of the Code du travail).

    Good Friday is a holiday in only some communes of Alsace-Moselle: it counts there, because
    a day announced as closed harms nobody, a closed day announced as open may. Overseas, only
    the day of the abolition of slavery is in the law: local customs of the library are left out.
    """
    communs = frozenset(France(years=annee, language="fr"))
    if region == ALSACE_MOSELLE:
        return communs | frozenset(France(years=annee, subdiv="6AE", language="fr"))
    if region in OUTRE_MER:
        locaux = France(years=annee, subdiv=OUTRE_MER[region], language="fr")
        return communs | {jour for jour, nom in locaux.items() if "Abolition" in nom}
    return communs


def est_ouvrable(d: date, region: str | None = None) -> bool:
    """Neither a Saturday, nor a Sunday, nor a public holiday."""
    return d.weekday() < calendar.SATURDAY and d not in jours_feries(d.year, region)


def jour_ouvrable_suivant(d: date, region: str | None = None) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not est_ouvrable(d, region):
        d = ajouter_jours(d, 1)
    return d


def jour_ouvrable_precedent(d: date, region: str | None = None) -> date:
    """The day itself when it is a working day, else the last one before it."""
    while not est_ouvrable(d, region):
        d = ajouter_jours(d, -1)
    return d


def date_franche(depart: date, mois: int, region: str | None = None) -> DelaiFranc:
    """Full delay of `mois` months from the day `depart`, which does not count (delai.franc)."""
    prudente = ajouter_mois(depart, mois)
    franche = jour_ouvrable_suivant(ajouter_jours(prudente, 1), region)
    return DelaiFranc(prudente, franche, incertaine=prudente.day != depart.day)


def fin_fenetre(notification: date, mois: int) -> date:
    """Last day, included, on which a new breach is a repeated one (delai.fenetre_24_mois)."""
    return ajouter_mois(notification, mois)


def dernier_jour_mesure(effet: date, mois: int) -> date:
    """Last day of a measure of `mois` months that starts on `effet` (delai.duree_mesure)."""
    return ajouter_jours(ajouter_mois(effet, mois), -1)
