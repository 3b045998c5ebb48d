"""Dates said in a French message, resolved against a day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from actions.langue import temps
from actions.langue.dates_calcul import AUCUN, REGLES
from actions.langue.dates_choix import Contexte, Jours
from actions.langue.dates_grammaire import grammaire
from actions.langue.dates_modele import DateImpossible, DateTrouvee, Lecture
from actions.langue.heures import heure_apres, heure_avant
from actions.langue.mots import Mot, decouper

_RELATIFS = frozenset(("relatif", "prochain", "dernier", "en_huit", "semaine", "dans", "il_y_a"))


@dataclass(frozen=True)
class _Candidat:
    regle: str
    rang: int
    trouve: re.Match[str]
    de: int  # first word
    a: int  # word after the last

    @property
    def priorite(self) -> tuple[bool, int, int]:
        """Longest first; what hides wins at the same length; then the order of the rules."""
        return (self.a - self.de, self.regle == "neant", -self.rang)


def find_dates(text: str, today: date) -> list[DateTrouvee]:
    """Dates of a message, from left to right; ranges, durations and hours are left out."""
    return list(lire_dates(text, today).trouvees)


def lire_dates(text: str, today: date) -> Lecture:
    """Dates of a message, and those that the calendar does not hold (« 31 février »)."""
    mots = decouper(text)
    textes = [mot.texte for mot in mots]
    phrase = " ".join(textes)
    if not grammaire().declencheurs.search(phrase):
        return Lecture((), ())
    trouvees: list[DateTrouvee] = []
    impossibles: list[DateImpossible] = []
    for candidat in _retenir(phrase, textes):
        if candidat.regle == "neant":
            continue
        try:
            trouvee = _resoudre(candidat, mots, textes, today)
        except (ValueError, OverflowError):
            impossibles.extend(_impossible(candidat, mots, text))
            continue
        trouvees.extend(trouvee)
    return Lecture(tuple(trouvees), tuple(impossibles))


def _retenir(phrase: str, textes: Sequence[str]) -> list[_Candidat]:
    """Candidates without overlaps, from left to right."""
    gardes: list[_Candidat] = []
    for candidat in sorted(_candidats(phrase, textes), key=lambda c: c.priorite, reverse=True):
        if all(candidat.a <= autre.de or candidat.de >= autre.a for autre in gardes):
            gardes.append(candidat)
    return sorted(gardes, key=lambda candidat: candidat.de)


def _candidats(phrase: str, textes: Sequence[str]) -> Iterator[_Candidat]:
    debuts = [0, *accumulate(len(texte) + 1 for texte in textes)]
    for regle in grammaire().regles:
        for found in regle.expression.finditer(phrase):
            de = bisect_right(debuts, found.start()) - 1
            a = bisect_right(debuts, found.end() - 1)
            yield _Candidat(regle.nom, regle.rang, found, de, a)


def _resoudre(
    candidat: _Candidat, mots: Sequence[Mot], textes: Sequence[str], today: date
) -> tuple[DateTrouvee, ...]:
    de, a = candidat.de, candidat.a
    sens = temps.sens_autour(textes, de, a)
    contexte = Contexte(today, sens, temps.indice_autour(textes, de, a), grammaire())
    jours = REGLES[candidat.regle](candidat.trouve, contexte)
    if jours == AUCUN or jours.jour is None:
        return ()
    phrase = candidat.trouve.string
    heure = heure_apres(phrase[candidat.trouve.end() :]) or heure_avant(
        phrase[: candidat.trouve.start()]
    )
    trouvee = _dater(candidat, mots, jours)
    return (replace(trouvee, heure=heure, sens=_sens(candidat, jours.jour, sens, today)),)


def _dater(candidat: _Candidat, mots: Sequence[Mot], jours: Jours) -> DateTrouvee:
    premier = candidat.de + (candidat.trouve.group().startswith(("du ", "au ")))
    return DateTrouvee(
        start=mots[premier].start,
        end=mots[candidat.a - 1].end,
        jour=jours.jour,  # type: ignore[arg-type]
        ambigu=jours.ambigu,
        autres=jours.autres,
        approximatif=jours.approximatif,
    )


def _sens(candidat: _Candidat, jour: date, sens: str | None, today: date) -> str | None:
    """What the words themselves say wins over the verbs."""
    if candidat.regle not in _RELATIFS or jour == today:
        return sens
    return temps.PASSE if jour < today else temps.FUTUR


def _impossible(candidat: _Candidat, mots: Sequence[Mot], text: str) -> tuple[DateImpossible, ...]:
    groupes = candidat.trouve.groupdict()
    entier = candidat.trouve.group()
    if candidat.regle == "chiffres" and not groupes.get("a") and not entier.startswith("le "):
        avant = candidat.trouve.string[: candidat.trouve.start()].split()[-1:]
        if avant not in (["le"], ["du"], ["au"]) and not groupes.get("j") and len(mots) > 4:
            return ()
    start, end = mots[candidat.de].start, mots[candidat.a - 1].end
    return (DateImpossible(start, end, text[start:end]),)
