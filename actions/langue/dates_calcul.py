"""From the words of a date to days: each function takes a match of its rule and answers with days.

Every answer is a ``Jours``: the likelier day, the other readings, whether to ask. No day: the words
are no date after all. ``ValueError``: the calendar holds no such day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from actions.langue.dates_grammaire import Grammaire
from actions.langue.temps import PASSE

_FAR = 45  # days: beyond, a day said without its year is asked again
_WEEKS = {"huit": 1, "8": 1, "quinze": 2, "15": 2}
_IDIOMS = {"huit": 7, "quinze": 14}  # « dans quinze jours » often means two weeks
_RELATIVE = {"apres demain": 2, "avant hier": -2, "hier": -1, "demain": 1}


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


Trouve = re.Match[str]
AUCUN = Jours(None)


def iso(found: Trouve, contexte: Contexte) -> Jours:
    """« 2026-12-03 »."""
    return Jours(date(int(found["a"]), int(found["m"]), int(found["n"])))


def chiffres(found: Trouve, contexte: Contexte) -> Jours:
    """« 3/12 », « 03/12/2026 », « mardi 3/12 »."""
    return _jour_du_mois(found, int(found["n"]), int(found["m"]), contexte)


def lettres(found: Trouve, contexte: Contexte) -> Jours:
    """« 12 mars », « mardi 24 novembre 2026 », « 1er décembre »."""
    grammaire = contexte.grammaire
    return _jour_du_mois(found, grammaire.nombre(found["n"]), grammaire.mois[found["m"]], contexte)


def jour_nombre(found: Trouve, contexte: Contexte) -> Jours:
    """« mardi 24 »: the nearest 24 that is a Tuesday."""
    numero = contexte.grammaire.nombre(found["n"])
    semaine = contexte.grammaire.jours[found["j"].rstrip(" .")]
    seul = _quantieme(numero, contexte)
    options = [
        day for day in _mois_voisins(numero, contexte.today, 6) if day.isoweekday() == semaine
    ]
    proches = [day for day in options if abs((day - contexte.today).days) <= _FAR]
    if proches:
        return _choisir(proches, contexte, sur=len(proches) == 1)
    return Jours(seul.jour, _sans(seul.jour, [*seul.autres, *options[:1]]), ambigu=True)


def relatif(found: Trouve, contexte: Contexte) -> Jours:
    """« demain », « avant-hier », « ce matin »."""
    jour = contexte.today + timedelta(days=_RELATIVE.get(found["r"], 0))
    weeks = _WEEKS.get(found.groupdict().get("h") or "", 0)
    return Jours(jour + timedelta(weeks=weeks))


def en_huit(found: Trouve, contexte: Contexte) -> Jours:
    """« lundi en huit »: a week after next Monday."""
    return Jours(_suivant(found, contexte) + timedelta(weeks=_WEEKS[found["h"]]))


def semaine(found: Trouve, contexte: Contexte) -> Jours:
    """« mardi de la semaine prochaine »."""
    mot = found["s"] or ""
    decalage = 0 if not mot else -1 if mot.startswith(("dern", "pass")) else 1
    lundi = contexte.today - timedelta(days=contexte.today.weekday())
    rang = contexte.grammaire.jours[found["j"]] - 1
    return Jours(lundi + timedelta(weeks=decalage, days=rang))


def prochain(found: Trouve, contexte: Contexte) -> Jours:
    """« mardi prochain »: the next one; said one or two days before, it may be a week later."""
    jour = _suivant(found, contexte)
    proche = (jour - contexte.today).days <= 2 and "prochain" in found.group()
    return Jours(jour, (jour + timedelta(weeks=1),) if proche else (), ambigu=proche)


def dernier(found: Trouve, contexte: Contexte) -> Jours:
    """« mardi dernier »."""
    return Jours(_precedent(found, contexte))


def jour(found: Trouve, contexte: Contexte) -> Jours:
    """« mardi » alone: by the tense, else the next one and asked; « le mardi » may be a habit."""
    avant, apres = _precedent(found, contexte), _suivant(found, contexte)
    if (found["le"] or "").startswith("le") and contexte.sens != PASSE:
        return AUCUN
    if contexte.today.isoweekday() == contexte.grammaire.jours[found["j"]]:
        value = avant if contexte.tendance == PASSE else apres
        return Jours(value, (contexte.today,), ambigu=True)
    value, autre = (avant, apres) if contexte.tendance == PASSE else (apres, avant)
    sure = contexte.sens is not None
    return Jours(value, () if sure else (autre,), ambigu=not sure)


def dans(found: Trouve, contexte: Contexte) -> Jours:
    """« dans trois jours »; « d’ici » and « sous » give a limit, no day."""
    if not found.group().startswith("dans"):
        return AUCUN
    return _ecart(found, contexte, 1)


def il_y_a(found: Trouve, contexte: Contexte) -> Jours:
    """« il y a trois semaines », « ça fait un mois »."""
    return _ecart(found, contexte, -1)


def bord(found: Trouve, contexte: Contexte) -> Jours:
    """« fin du mois », « début décembre », « mi-novembre »: the last, the first, the fifteenth."""
    today = contexte.today
    if found["mc"]:
        return Jours(_bord(found["b"], today.year, today.month), approximatif=True)
    if found["mp"] in ("prochain", "dernier"):
        voisin = ajouter_mois(today.replace(day=1), 1 if found["mp"] == "prochain" else -1)
        return Jours(_bord(found["b"], voisin.year, voisin.month), approximatif=True)
    mois = contexte.grammaire.mois[found["m"] or found["mn"]]
    if found["a"]:
        return Jours(_bord(found["b"], int(found["a"]), mois), approximatif=True)
    annees = [_bord(found["b"], today.year + delta, mois) for delta in (-1, 0, 1)]
    choix = _choisir(annees, contexte)
    return Jours(choix.jour, choix.autres, choix.ambigu, approximatif=True)


def numero(found: Trouve, contexte: Contexte) -> Jours:
    """« le 12 »."""
    apres = _mot_suivant(found)
    grammaire = contexte.grammaire
    premier = found["n"] in ("premiere", "un", "une")
    if apres in grammaire.pas_un_jour or (premier and (apres or found["n"] != "premiere")):
        return AUCUN
    if not found["n"].isdigit() and apres[:1].isalnum() and apres not in grammaire.suite_d_un_jour:
        return AUCUN
    quantieme = grammaire.nombre(found["n"])
    return _quantieme(quantieme, contexte) if 1 <= quantieme <= 31 else AUCUN


def ajouter_mois(day: date, months: int) -> date:
    """The same day of the month, else the last of the month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


REGLES: Mapping[str, Callable[[Trouve, Contexte], Jours]] = {
    "iso": iso,
    "chiffres": chiffres,
    "lettres": lettres,
    "jour_nombre": jour_nombre,
    "relatif": relatif,
    "en_huit": en_huit,
    "semaine": semaine,
    "prochain": prochain,
    "dernier": dernier,
    "jour": jour,
    "dans": dans,
    "il_y_a": il_y_a,
    "bord": bord,
    "numero": numero,
}


def _jour_du_mois(found: Trouve, jour: int, mois: int, contexte: Contexte) -> Jours:
    groupes = found.groupdict()
    if groupes.get("a"):
        choix = Jours(date(_annee(groupes["a"]), mois, jour))
    else:
        annees = [
            d for delta in (-1, 0, 1, 2) if (d := _jour(contexte.today.year + delta, mois, jour))
        ]
        if not annees:
            raise ValueError("no such day")
        choix = _choisir(annees, contexte)
    semaine = contexte.grammaire.jours.get(groupes.get("j") or "")
    return _avec_semaine(choix, semaine) if semaine else choix


def _avec_semaine(choix: Jours, semaine: int) -> Jours:
    """A weekday that agrees settles the year; one that does not is asked."""
    options = [day for day in (choix.jour, *choix.autres) if day]
    for day in options:
        if day.isoweekday() == semaine:
            return Jours(day)
    voisin = options[0] + timedelta(days=(semaine - options[0].isoweekday() + 3) % 7 - 3)
    return Jours(options[0], (voisin,), ambigu=True)


def _quantieme(numero: int, contexte: Contexte) -> Jours:
    options = _mois_voisins(numero, contexte.today, 2)
    return _choisir(options, contexte)


def _choisir(options: list[date], contexte: Contexte, sur: bool = False) -> Jours:
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
    if contexte.indice:
        pair = (passe, futur) if contexte.indice == PASSE else (futur, passe)
    else:
        pair = (futur, passe) if (futur - today) <= (today - passe) else (passe, futur)
    gaps = sorted(abs((day - today).days) for day in pair)
    ambigu = gaps[0] > _FAR or gaps[1] <= _FAR
    return Jours(pair[0], _sans(pair[0], pair), ambigu=ambigu and pair[0] != pair[1])


def _mot_suivant(found: Trouve) -> str:
    """The word after a match; « j » before a verb is a pronoun, not the unit of « 12 j »."""
    suite = re.match(r" (\S+)(?: (\w+))?", found.string[found.end() :])
    if suite is None:
        return ""
    return "je" if suite.group(1) == "j" and suite.group(2) else suite.group(1)


def _sans(jour: date | None, options: list[date] | tuple[date, ...]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(day for day in options if day != jour))


def _mois_voisins(numero: int, today: date, portee: int) -> list[date]:
    firsts = (ajouter_mois(today.replace(day=1), delta) for delta in range(-portee, portee + 1))
    return [day for first in firsts if (day := _jour(first.year, first.month, numero))]


def _jour(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _annee(texte: str) -> int:
    return int(texte) + (2000 if len(texte) == 2 else 0)


def _suivant(found: Trouve, contexte: Contexte) -> date:
    ecart = (contexte.grammaire.jours[found["j"]] - contexte.today.isoweekday() - 1) % 7 + 1
    return contexte.today + timedelta(days=ecart)


def _precedent(found: Trouve, contexte: Contexte) -> date:
    ecart = (contexte.today.isoweekday() - contexte.grammaire.jours[found["j"]] - 1) % 7 + 1
    return contexte.today - timedelta(days=ecart)


def _bord(mot: str, year: int, month: int) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, {"fin": last, "debut": 1}.get(mot, 15))


def _ecart(found: Trouve, contexte: Contexte, signe: int) -> Jours:
    quantite, unite = found["q"], found["u"]
    nombre = contexte.grammaire.nombre(quantite)
    if unite in ("mois", "an"):
        return Jours(
            ajouter_mois(contexte.today, signe * min(nombre * (12 if unite == "an" else 1), 600))
        )
    jours = nombre * (7 if unite == "semaine" else 1)
    idiome = _IDIOMS.get(quantite) if unite in ("jours", "j") else None
    jour = contexte.today + timedelta(days=signe * jours)
    if idiome is None:
        return Jours(jour)
    return Jours(jour, (contexte.today + timedelta(days=signe * idiome),), ambigu=True)
