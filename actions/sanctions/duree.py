"""How long a sanction lasts and how much is withheld: the person's own, or the limits of the law."""

from __future__ import annotations

import re
from datetime import date

from actions.droit.typographie import jour
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.recours import affaire
from actions.recours.citer import citer_d_abord
from actions.recours.parler import dire
from actions.recours.situation import Situation, phrase
from actions.sanctions import jugee, propre
from actions.sanctions.bornes import (
    RSA,
    debut_actuel,
    en_mots,
    fourchettes,
    limites,
    mois_annee,
    plafond,
    radiation_possible,
)
from actions.sanctions.propre import Mesure
from actions.sanctions.regles import bornes_de
from actions.sanctions.sujets import (
    cessation,
    debut_demande,
    jour_des_faits,
    mesures_nommees,
    mois_dits,
    personnel,
    pour_toujours,
)

FAITS = (
    "allocation",
    "foyer_rsa",
    "rang",
    "date_absence",
    "date_notification",
    "type_evenement",
    "procedure",
)
_TOPICS = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        ("fraude", r"\b(fraude\w*|fausse declaration|travail au noir|mentir|menti)\b"),
        ("offre", r"\b(refus\w* .{0,20}offre|offre\w* .{0,20}refus\w*)\b"),
        ("contrat", r"\b(refus\w*|pas) .{0,15}(signer?|signature) .{0,15}contrat\b"),
    )
)


@answers("duree_sanction", facts=FAITS)
def duree_sanction(request: Request) -> Answer:
    """The last day of the person's own sanction, else the limits for their allowance, else for all."""
    words = normalise(request.text)
    topic = next((topic for topic, pattern in _TOPICS if pattern.search(words)), None)
    if pour_toujours(words):
        topic = "definitive"
    if debut_demande(words) and (request.dossier is None or propre.mesure(request) is None):
        topic = "effet"
    if topic or cessation(words):
        return _autre(request, topic or "cessation")
    day = jour_des_faits(request)
    if request.dossier is not None and day and affaire.trouver(request).choisie:
        day = None  # the day, or the month, names a letter of the file
    months = mois_dits(words)
    if months and day:
        judged = jugee.juger(request, day, months) if jugee.demandee(words) else None
        return judged or _calcul(request, day, months)
    own = _propre(request) if request.dossier is not None and day is None else None
    if own is not None:
        return own
    if day and day < debut_actuel(request):
        return _ancien(request, day)
    return _limites(request)


def _propre(request: Request) -> Answer | None:
    """The sanction of the file; the one that a letter announces; None when the question is general."""
    letter, mine = propre.lettre_en_attente(request), propre.mesure(request)
    named = letter is not None and letter.cas.choisie
    if letter is not None and (named or mine is None):
        return _annoncee(request, letter)
    if mine is None or not (_personal(request) or _running(request, mine) or _named(mine)):
        return None
    return _mesure(request, mine)


def _annoncee(request: Request, letter: Situation) -> Answer | None:
    """Nothing is decided: the limits of what is announced, and until when to answer."""
    procedure = letter.cas.procedure
    breach = procedure.manquement_le
    if breach and breach < debut_actuel(request):
        return _ancien(request, breach)
    result = limites(request, on=breach)
    if not result.valeurs.get("mesures"):
        return None
    answer = dire(
        request,
        "duree_sanction.annoncee",
        letter,
        result.rule_ids,
        envisagee=nom("decision", procedure.sanction_envisagee, "une sanction"),
        rang=result.valeurs.get("rang"),
        mesures=en_mots(request, result),
        plafond=plafond(request),
        repondu=procedure.observations_le,
    )
    return citer_d_abord(request, answer, bornes_de(result.rule_ids), breach)


def _personal(request: Request) -> bool:
    return personnel(request) or bool(request.facts.get("mon_cas"))


def _named(mine: Mesure) -> bool:
    return mine.situation.cas.choisie


def _running(request: Request, mine: Mesure) -> bool:
    return mine.fin is not None and mine.fin >= request.today


def _mesure(request: Request, mine: Mesure) -> Answer:
    taken = mine.decision
    if taken.levee_le and taken.levee_le <= request.today:
        key = "levee"
    elif taken.nature == "avertissement":
        key = "avertissement" if taken.delai_avertissement_le else "sans_dates"
    elif mine.fin is None:
        key = "sans_dates"
    elif taken.effet_le > request.today:
        key = "a_venir"
    else:
        key = "terminee" if mine.fin < request.today else "en_cours"
    months = radiation_possible(request) if key == "avertissement" else None
    return propre.repondre(
        request, f"duree_sanction.{key}", mine, mois_2=months, plafond=plafond(request)
    )


def _limites(request: Request) -> Answer:
    if not affaire.readable({"allocation": request.facts.get("allocation")}):
        start = debut_actuel(request)
        answer = compose(
            request,
            "duree_sanction.general",
            depuis=mois_annee(start),
            rang=_rang(request),
            **fourchettes(request),
        )
        if request.identifiant is None and personnel(request):
            answer = answer.with_(suite=phrase(request, "recours.se_connecter"))
        return _demander(request, answer, "allocation")
    first, again = limites(request, "premier"), limites(request, "repete")
    rank = _rang(request)
    answer = compose(
        request,
        "duree_sanction.selon_allocation",
        again if rank == "repete" else first,
        rules=() if rank else again.rule_ids,
        rang=rank,
        premiere=en_mots(request, first),
        repetee=en_mots(request, again),
        plafond=plafond(request),
        double=request.facts.get("allocation") == "ARE_et_RSA",
    )
    if request.facts.get("allocation") == "ARE_et_RSA":
        told = (again if rank == "repete" else first).rule_ids
        answer = citer_d_abord(request, answer, bornes_de(told))
    if request.facts.get("allocation") in RSA and request.facts.get("foyer_rsa") is None:
        return _demander(request, answer, "foyer_rsa")
    return answer


def _rang(request: Request) -> str | None:
    """``premier`` or ``repete``, when it is said."""
    said = request.facts.get("rang")
    if said in (None, "inconnu"):
        return None
    return "premier" if str(said) in ("premier", "1") else "repete"


def _demander(request: Request, answer: Answer, fact: str) -> Answer:
    known = f"question.{fact}" in request.services.wording
    asked = request.facts.get(fact) != "inconnu"
    return ask(request, answer, fact) if known and asked else answer


def _autre(request: Request, topic: str) -> Answer:
    droit = request.services.droit
    return compose(
        request,
        f"duree_sanction.{topic}",
        depuis=mois_annee(debut_actuel(request)),
        contrat_1=droit.valeur("sanction.contrat_refus", "premiere", request.today),
        contrat_2=droit.valeur("sanction.contrat_refus", "repetee", request.today),
    )


def _calcul(request: Request, day: date, months: int) -> Answer:
    facts = affaire.readable({"date_effet": day, "mois": months})
    result = affaire.decide(request, "delai", {"type": "duree_mesure", **facts})
    named = mesures_nommees(normalise(request.text))
    answer = compose(
        request,
        "duree_sanction.calcul",
        result,
        on=min(day, request.today),
        duree=months,
        effet=day,
        fin=result.valeurs["dernier_jour"],
        retour=result.valeurs["retour_possible"],
    )
    return answer if len(named) != 1 else propre.boutons_utiles(answer, named[0])


def _ancien(request: Request, day: date) -> Answer:
    droit = request.services.droit
    if droit.version("ancien.radiation", day) is None:
        return compose(request, "duree_sanction.trop_ancien")
    between = droit.version("ancien.charniere_2025", day)
    rsa = request.facts.get("allocation") in RSA
    rules = (*(["ancien.rsa"] if rsa else []), *(["ancien.charniere_2025"] if between else []))
    return compose(
        request,
        "duree_sanction.ancien",
        on=day,
        rules=rules,
        rsa_1=droit.valeur("ancien.rsa", "premiere", day) if rsa else None,
        rsa_2=droit.valeur("ancien.rsa", "ensuite", day) if rsa else None,
        ancien=droit.valeur("ancien.radiation", "mois_par_rang", day),
        suppression=droit.valeur("ancien.suppression_rendez_vous", "mois_par_rang", day),
        charniere=jour(between.du) if between else None,
        debut_actuel=jour(debut_actuel(request)),
    )
