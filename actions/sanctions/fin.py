"""How a sanction ends: a suspension lifted early, a new registration after a radiation."""

from __future__ import annotations

import re
from datetime import date, timedelta

from actions.dossiers import vues
from actions.droit.resultat import Resultat
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise
from actions.recours import affaire
from actions.recours.parler import dire
from actions.recours.situation import lettre, phrase
from actions.sanctions import propre
from actions.sanctions.bornes import debut_actuel, mois_annee
from actions.sanctions.propre import Mesure
from actions.sanctions.sujets import (
    cessation,
    debut_demande,
    jour_des_faits,
    mesures_nommees,
    mois_dits,
)

_REFUSED = re.compile(
    r"\b(refus\w* (de )?(la |me )?lev\w+|pas voulu lever|ne veu\w+ pas lever|refus\w* .{0,12}levee)\b"
)
_CONTRACT = re.compile(r"\b(sign\w+|etabli\w*) .{0,20}contrat\b|\bcontrat .{0,12}signe\w*\b")
_ENDS = re.compile(
    r"\b(fini\w*|termin\w*|s' arrete\w*|jusqu' (au|a)|dernier jour)( est| sera| le| c' est)*$"
)
_YEAR = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}")
_DURING = re.compile(r"\b(pendant|avant (la|les|le|que)|avant la fin|durant|en cours)\b")


@answers("lever_sanction", facts=("decision", "type_sanction", "procedure"))
def lever_sanction(request: Request) -> Answer:
    """Whether it can end early, and what to do; the refusal to lift one."""
    words = normalise(request.text)
    length = registry.entry("duree_sanction")
    if length and debut_demande(words):
        return length.handler(request.with_intent("duree_sanction")).with_(about="duree_sanction")
    months = request.services.droit.valeur("delai.franc", "mois", request.today)
    common = {"mois": months, "depuis": mois_annee(debut_actuel(request))}
    if _REFUSED.search(words) or request.said.get("decision") == "refus_levee":
        return compose(request, "lever_sanction.refus", **common)
    mine = propre.mesure(request)
    if mine is not None:
        return _lever_ce_qui_court(request, mine) or _lever(request, mine)
    cas = affaire.trouver(request)
    if cas.etape == "lettre":
        return dire(request, "lever_sanction.pas_encore", lettre(request, cas))
    if _CONTRACT.search(words):
        return compose(request, "lever_sanction.contrat", **common)
    named = [name for name in mesures_nommees(words) if name in ("suppression", "radiation")]
    if named and "suspension" not in mesures_nommees(words):
        return compose(
            request,
            "lever_sanction.impossible",
            nature=named[0],
            fin=None,
            retour=None,
            etat=None,
            interrompu=False,
            echeance="",
        )
    return compose(request, "lever_sanction.general", **common)


def _lever_ce_qui_court(request: Request, mine: Mesure) -> Answer | None:
    """The running measure, when the one that is named is over: who asks to lift one means that one."""
    running = vues.decision_en_cours(request.dossier, request.today)
    over = mine.fin is not None and mine.fin < request.today
    if not over or running is None or running is mine.situation.cas.procedure:
        return None
    answer = _lever(request, propre.lire(request, affaire.depuis(request, running)))
    first = phrase(request, "lever_sanction.deja_finie", **mine.variables())
    return answer.with_(conclusion=f"{first} {answer.conclusion}")


def _lever(request: Request, mine: Mesure) -> Answer:
    taken = mine.decision
    lifted = taken.levee_le and taken.levee_le <= request.today
    if taken.nature == "avertissement":
        key = "avertissement"
    elif lifted or (mine.fin and mine.fin < request.today):
        key = "terminee"
    elif taken.nature == "suspension":
        key = "propre" if mine.fin else "general"
    else:
        key = "impossible"
    adviser = request.dossier.conseiller
    common = {"referent": adviser.nom if adviser else None}
    return propre.repondre(request, f"lever_sanction.{key}", mine, **common)


@answers("se_reinscrire", facts=("decision", "date_notification"))
def se_reinscrire(request: Request) -> Answer:
    """When and how, after a radiation or after an end of registration that is none."""
    words = normalise(request.text)
    if cessation(words):
        return compose(request, "se_reinscrire.cessation")
    last = _dernier_jour(request)
    if last is not None:
        return _retour(request, last, None)
    day, months = jour_des_faits(request), mois_dits(words)
    if day and months:
        return _dates(request, day, months)
    if request.dossier is not None and day is None:
        return _propre(request, words)
    return compose(request, f"se_reinscrire.{'pendant' if _DURING.search(words) else 'general'}")


def _dates(request: Request, day: object, months: int) -> Answer:
    facts = affaire.readable({"date_effet": day, "mois": months})
    result = affaire.decide(request, "delai", {"type": "duree_mesure", **facts})
    return _retour(request, result.valeurs["dernier_jour"], result, months)


def _retour(
    request: Request, last: date, result: Resultat | None, months: int | None = None
) -> Answer:
    """From when one may register again, once the last day is known."""
    back = last + timedelta(days=1)
    words = {"le": None, "duree": months, "fin": last, "retour": back}
    return compose(request, "se_reinscrire.propre", result, **words)


def _dernier_jour(request: Request) -> date | None:
    """« ma radiation finit le 14 décembre »: the last day that the person tells."""
    for found in find_dates(request.text, request.today):
        if _ENDS.search(normalise(request.text[: found.start])):
            written = request.text[found.start : found.end]
            return found.jour if _YEAR.search(written) else _nearest(found.jour, request.today)
    return None


def _nearest(day: date, today: date) -> date:
    """A day without its year: the one nearest to today."""
    readings = [day]
    for year in (day.year - 1, day.year + 1):
        try:
            readings.append(day.replace(year=year))
        except ValueError:  # 29 February
            continue
    return min(readings, key=lambda reading: abs(reading - today))


def _propre(request: Request, words: str) -> Answer:
    mine = propre.radiation(request)
    if mine is not None and mine.fin is not None:
        rules = ("delai.duree_mesure", "sanction.reinscription", "sanction.radiation_effets")
        return compose(request, "se_reinscrire.propre", mine.duree, rules=rules, **mine.variables())
    running = propre.mesure(request)
    if mine is None and not request.dossier.procedures and "radi" in words:
        return compose(
            request, f"se_reinscrire.{'pendant' if _DURING.search(words) else 'general'}"
        )
    known = {"nature": running.decision.nature, "fin": running.fin} if running else {}
    return compose(request, "se_reinscrire.pas_radie", **{"nature": None, "fin": None, **known})
