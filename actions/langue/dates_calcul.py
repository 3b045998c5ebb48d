"""From the words of a date to days: each function takes a match of its rule and answers with days.

Every answer is a ``Jours``: the likelier day, the other readings, whether to ask. No day: the words
are no date after all. ``ValueError``: the calendar holds no such day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from actions.langue.dates_choix import (
    FAR,
    Contexte,
    Jours,
    ajouter_mois,
    annee,
    autres_que,
    avec_semaine,
    bord_du_mois,
    choisir,
    jour_ou_rien,
    mois_voisins,
    quantieme,
)
from actions.langue.temps import PASSE

_WEEKS = {"huit": 1, "8": 1, "quinze": 2, "15": 2}
_IDIOMS = {"huit": 7, "quinze": 14}  # « dans quinze jours » often means two weeks
_RELATIVE = {"apres demain": 2, "avant hier": -2, "hier": -1, "demain": 1}


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
    seul = quantieme(numero, contexte)
    options = [
        day for day in mois_voisins(numero, contexte.today, 6) if day.isoweekday() == semaine
    ]
    proches = [day for day in options if abs((day - contexte.today).days) <= FAR]
    if proches:
        return choisir(proches, contexte, sur=len(proches) == 1)
    return Jours(seul.jour, autres_que(seul.jour, [*seul.autres, *options[:1]]), ambigu=True)


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
        return Jours(bord_du_mois(found["b"], today.year, today.month), approximatif=True)
    if found["mp"] in ("prochain", "dernier"):
        voisin = ajouter_mois(today.replace(day=1), 1 if found["mp"] == "prochain" else -1)
        return Jours(bord_du_mois(found["b"], voisin.year, voisin.month), approximatif=True)
    mois = contexte.grammaire.mois[found["m"] or found["mn"]]
    if found["a"]:
        return Jours(bord_du_mois(found["b"], int(found["a"]), mois), approximatif=True)
    annees = [bord_du_mois(found["b"], today.year + delta, mois) for delta in (-1, 0, 1)]
    choix = choisir(annees, contexte)
    return Jours(choix.jour, choix.autres, choix.ambigu, approximatif=True)


def numero(found: Trouve, contexte: Contexte) -> Jours:
    """« le 12 »."""
    apres = _mot_suivant(found)
    grammaire = contexte.grammaire
    if found["m"]:
        return quantieme(grammaire.nombre(found["n"]), contexte)
    premier = found["n"] in ("premiere", "un", "une")
    if apres in grammaire.pas_un_jour or (premier and (apres or found["n"] != "premiere")):
        return AUCUN
    if not found["n"].isdigit() and apres[:1].isalnum() and apres not in grammaire.suite_d_un_jour:
        return AUCUN
    dit = grammaire.nombre(found["n"])
    return quantieme(dit, contexte) if 1 <= dit <= 31 else AUCUN


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
        choix = Jours(date(annee(groupes["a"]), mois, jour))
    else:
        annees = [
            d
            for delta in (-1, 0, 1, 2)
            if (d := jour_ou_rien(contexte.today.year + delta, mois, jour))
        ]
        if not annees:
            raise ValueError("no such day")
        choix = choisir(annees, contexte)
    semaine = contexte.grammaire.jours.get(groupes.get("j") or "")
    return avec_semaine(choix, semaine) if semaine else choix


def _mot_suivant(found: Trouve) -> str:
    """The word after a match; « j » before a verb is a pronoun, not the unit of « 12 j »."""
    suite = re.match(r" (\S+)(?: (\w+))?", found.string[found.end() :])
    if suite is None:
        return ""
    return "je" if suite.group(1) == "j" and suite.group(2) else suite.group(1)


def _suivant(found: Trouve, contexte: Contexte) -> date:
    ecart = (contexte.grammaire.jours[found["j"]] - contexte.today.isoweekday() - 1) % 7 + 1
    return contexte.today + timedelta(days=ecart)


def _precedent(found: Trouve, contexte: Contexte) -> date:
    ecart = (contexte.today.isoweekday() - contexte.grammaire.jours[found["j"]] - 1) % 7 + 1
    return contexte.today - timedelta(days=ecart)


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
