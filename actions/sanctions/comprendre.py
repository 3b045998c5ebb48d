"""What the words of a letter mean, in general or on the person's own letter."""

from __future__ import annotations

import re
from datetime import timedelta

from actions.dossiers import vues
from actions.droit.typographie import jour
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.recours import affaire
from actions.recours.parler import dire
from actions.recours.situation import Situation, decision, lettre, phrase
from actions.sanctions import propre
from actions.sanctions.bornes import debut_actuel, fourchettes
from actions.sanctions.sujets import (
    MESURES,
    cessation,
    cette_lettre,
    debut_demande,
    definition,
    jour_des_faits,
    jusqu_a_quand,
    mesures_nommees,
    personnel,
    pour_toujours,
)

_TOPICS = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        (
            "sante",
            r"\b(secu\w*|securite sociale|mutuelle|css|cmu|soins?|medecin|soigne\w*|carte vitale|ameli"
            r"|couverture|assurance maladie|hopital|complementaire sante|frais de sante)\b",
        ),
        ("remobilisation", r"\bremobilisation\b"),
        (
            "avertissement_ou_lettre",
            r"\b[dl]?avertissement.{0,40}\b(lettre d' )?intention\b|\bintention\b.{0,40}avertissement",
        ),
        (
            "lettre_intention",
            r"\b(lettre d' intention|intention|avant (la )?sanction|projet de sanction|envisag\w+|observations?"
            r"|(dix|10) jours|pre-? ?radiation|lettre d' avertissement|pas encore)\b",
        ),
    )
)
# « J’ai reçu une lettre, on va me couper… »: about what the letter announces.
_ANNOUNCED = re.compile(
    r"\b(lettre|courrier|recu\w*|menac\w*|annonc\w*|(va|vont|veut|veulent|vais|allez|compte\w*) (me |m' |etre |bientot )*\w+)\b"
)
_RSA = re.compile(r"\brsa\b")
_BREACH = re.compile(r"\b(manquement|assiduite)\b")


@answers("comprendre_sanction", facts=("type_sanction", "allocation", "foyer_rsa", "procedure"))
def comprendre_sanction(request: Request) -> Answer:
    """Explain the word, the letter or the effect that the message names."""
    topic, words = _topic(request), normalise(request.text)
    length = registry.entry("duree_sanction")
    if (
        length
        and topic in MESURES
        and (jusqu_a_quand(words) or pour_toujours(words) or debut_demande(words))
    ):
        found = length.handler(request.with_intent("duree_sanction"))
        return found.with_(about="duree_sanction")
    if request.facts.get("mon_cas") or (topic in ("general", "lettre_intention", *MESURES)):
        own = _own(request, topic)
        if own is not None:
            return own
    announced = request.said.get("lettre") == "intention" and not definition(words)
    if announced and topic in (*MESURES, "general"):
        topic = "lettre_intention"
    told = affaire.trouver(request) if topic == "lettre_intention" else None
    if told and not told.propre and told.faits.get("date_reception"):
        return _letter(request, lettre(request, told), request.said.get("type_sanction"))
    day = jour_des_faits(request)
    start = debut_actuel(request)
    before = start - timedelta(days=1)
    if topic == "radiation" and day and day < start:
        topic = "radiation_ancien"
    months = request.services.droit.valeur("ancien.radiation", "mois_par_rang", before)
    answer = compose(
        request,
        f"comprendre_sanction.{topic}",
        on=before if topic == "radiation_ancien" else None,
        rules=_family(request) if topic in ("suspension", "suppression", "difference") else (),
        ancien=months,
        debut_actuel=jour(start),
        **fourchettes(request),
    )
    if topic == "general":
        return ask(request, answer, "type_sanction")
    return (
        _ici(request, answer) if topic in (*MESURES, "lettre_intention", "difference") else answer
    )


def _ici(request: Request, answer: Answer) -> Answer:
    """The meaning of a word, then where the person stands and what to do about it."""
    here = _situation(request) or _decision_told(request)
    return answer.with_(suite=here.conclusion, buttons=here.buttons) if here else answer


def _decision_told(request: Request) -> Answer | None:
    """Until when to challenge the decision that somebody describes with its day; None otherwise."""
    if request.dossier is not None or request.said.get("lettre") != "decision":
        return None
    words = decision(request, affaire.trouver(request)).variables
    if words["date"] is None or words["etat"] not in ("dans_les_temps", "dernier_moment"):
        return None
    return compose(request, "comprendre_sanction.et_le_delai", **words)


def _situation(request: Request) -> Answer | None:
    """Where a proven person stands, after the meaning of a word: the letter to answer, the measure that runs."""
    if request.dossier is None:
        return None
    running = vues.decision_en_cours(request.dossier, request.today)
    letter = vues.lettre_en_cours(request.dossier)
    if running and running.decision and not (letter and not letter.observations_le):
        mine = propre.lire(request, affaire.depuis(request, running))
        here = compose(request, "comprendre_sanction.et_pour_vous", **mine.variables())
        return propre.boutons_utiles(here, running.decision.nature)
    if letter is None or letter.observations_le:
        return None
    words = lettre(request, affaire.depuis(request, letter)).variables
    if words["etat"] not in ("dans_les_temps", "lire_la_lettre"):
        return None
    envisaged = nom("decision", letter.sanction_envisagee, "une sanction")
    return compose(request, "comprendre_sanction.et_votre_lettre", envisagee=envisaged, **words)


def _topic(request: Request) -> str:
    words = normalise(request.text)
    found = next((topic for topic, pattern in _TOPICS if pattern.search(words)), None)
    if found:
        return found
    if cessation(words):
        return "cessation"
    named = mesures_nommees(words)
    if _RSA.search(words) and "radiation" in named:
        return "rsa"
    if {"suspension", "suppression"} <= set(named) and len(named) == 2:
        return "difference"
    if len(named) == 1:
        return named[0]
    chosen = request.said.get("type_sanction")
    if not named and f"comprendre_sanction.{chosen}" in request.services.wording:
        return str(chosen)
    return "manquement" if not named and _BREACH.search(words) else "general"


def _own(request: Request, topic: str) -> Answer | None:
    """The person's own letter or decision, when the question is about it."""
    if request.dossier is None or not _about_mine(request, topic):
        return None
    letter = propre.lettre_en_attente(request)
    if letter and (topic in ("general", "lettre_intention") or _fears(request, topic)):
        return _letter(request, letter, letter.cas.procedure.sanction_envisagee)
    mine = propre.mesure(request)
    if mine is None or (topic in MESURES and topic != mine.decision.nature):
        return None
    meaning = _meaning(request, mine.decision.nature)
    return propre.repondre(request, "comprendre_sanction.ma_decision", mine, sens=meaning)


def _letter(request: Request, letter: Situation, envisaged: str | None) -> Answer:
    """What a letter announces, and until when to answer it."""
    return dire(
        request,
        "comprendre_sanction.ma_lettre",
        letter,
        envisagee=nom("decision", envisaged),
        sens=_meaning(request, envisaged),
    )


def _about_mine(request: Request, topic: str) -> bool:
    """Whether it is about the person's own letter or measure: said so, or « et l’avertissement, je fais quoi »."""
    words = normalise(request.text)
    if personnel(request) or cette_lettre(words):
        return True
    running = vues.decision_en_cours(request.dossier, request.today)
    kind = running.decision.nature if running and running.decision else None
    return topic == kind and not definition(words)


def _fears(request: Request, topic: str) -> bool:
    """Whether a measure is named as one that comes, by somebody who has none."""
    coming = topic in MESURES and _ANNOUNCED.search(normalise(request.text))
    return bool(coming) and vues.decision_en_cours(request.dossier, request.today) is None


def _meaning(request: Request, nature: str | None) -> str:
    key = f"comprendre_sanction.sens.{nature}"
    return phrase(request, key) if key in request.services.wording else ""


def _family(request: Request) -> tuple[str, ...]:
    kind = "rsa" if request.facts.get("allocation") == "RSA" else "assiduite"
    return (f"sanction.{kind}.premiere", f"sanction.{kind}.repetee", "absence.non_automatique")
