"""Answers what is whole only beside the last answer: elliptical questions, « et la 3e ? », « et pour mon fils ? »."""

from __future__ import annotations

import re

from actions.framework import ellipses, registry, somebody_else
from actions.framework.again import again
from actions.framework.answer import Answer
from actions.framework.compose import compose, plain
from actions.framework.matters import TEXT
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_COUNT = ellipses.OPENING + (
    r"(?:si )?(?:c' est |c' etait )?(?:pour |a |au bout de )?(?:la |une |le |les )?"
    r"(?P<rank>premiere?|1 ?(?:er|re|ere)|deux(?:ieme)?|seconde?|2(?: ?e(?:me)?)?|trois(?:ieme)?|3(?: ?e(?:me)?)?|quatr(?:e|ieme)|4(?: ?e(?:me)?)?)"
    r"(?: (?:fois|absences?|coup|rendez-vous|ateliers?|reports?))?(?: (?:alors|du coup))?[ ?!.]*$"
)
_NTH = re.compile(_COUNT)
_BARE_NUMBER = re.compile(r"\d[ ?!.]*$")  # the number of a choice rather than a rank
_RANKS = {"p": 1, "1": 1, "d": 2, "s": 2, "2": 2, "t": 3, "3": 3, "q": 4, "4": 4}
# « et la prochaine fois ? » after what an absence may lead to: one more of them.
_NEXT_TIME = re.compile(
    ellipses.OPENING
    + r"(?:(?:si|s'|quand|lorsqu') ?.{0,25}\b(?:recommence\w*|reprodui\w+|refais|refait|arrive (?:encore|de nouveau)"
    r"|(?:rate|manque|loupe)\w* (?:encore|de nouveau|une autre fois))|(?:pour |a )?(?:la|une) (?:prochaine|suivante|fois (?:d' apres|suivante))"
    r"|en cas de recidive|apres la premiere)(?: fois| absence)?\b"
)
_LONGEST = 8  # words
_ABSENCES = frozenset(
    (
        "consequences_absence",
        "duree_sanction",
        "comprendre_sanction",
        "signaler_absence",
        "mes_absences",
        "mes_sanctions",
    )
)
_MEASURE = frozenset(("type_sanction", "decision"))  # facts by which a measure was told
_PLAIN = frozenset(
    (
        "lieu",
        "heure",
        "jour",
        "envoi",
        "montant",
        "suite",
        "sinon",
        "moyen",
        "prix",
        "preuve",
        "refus",
    )
)
_REPORTS = frozenset(("reporter_rendez_vous", "mes_reports"))

_VAGUE = frozenset(
    (
        "nlu_fallback",
        "demander_source",
        "demander_precision",
        "informer",
        "hors_sujet",
        "affirmer",
        "nier",
        "nature_du_bot",
    )
)
_NEXT_ACT = "suivi.a_faire"
# The same stage when the department decides (RSA).
_DEPARTMENT = {
    "suivi.apres.recours": "suivi.apres.departement",
    "suivi.duree.mediation": "suivi.duree.departement",
}
# What comes after what « et après ? » has just told.
_NEXT_STAGE = {
    "suivi.apres.absence": "suivi.apres.lettre",
    "suivi.apres.lettre": "suivi.apres.recours",
    "suivi.sinon.absence": "suivi.apres.lettre",
    "suivi.sinon.lettre": "suivi.apres.recours",
    "suivi.apres.recours": "suivi.apres.tribunal",
    "suivi.apres.departement": "suivi.apres.tribunal",
    "suivi.apres.tribunal": "suivi.apres.tribunal",
}


def answer(request: Request, words: str) -> Answer | None:
    """The answer to a question that leans on the last answer; None when the message stands on its own."""
    return (
        _counted(request, words)
        or somebody_else.answer_for(request, words)
        or _elliptical(request, words)
    )


def without_subject(request: Request, words: str) -> Answer | None:
    """An elliptical question with no answer before it: about the measure that was told, else ask what it is about."""
    if request.memory.faits.keys() & _MEASURE:
        asked = ellipses.read(words, "mes_sanctions")
        if asked and asked.target and not asked.target.startswith(TEXT):
            return again(request, asked.target)
    asked = ellipses.read(words, None)
    if asked is None:
        return None
    if asked.target == f"{TEXT}suivi.prix":
        return plain(request, "suivi.prix")
    return plain(request, "suivi.de_quoi") if request.intent in _VAGUE else None


def asks_plainly(request: Request) -> bool:
    """Whether the whole message is one of the elliptical questions in which no despair can hide."""
    asked = ellipses.read(normalise(request.text), request.memory.sujet.get("intent"))
    return asked is not None and asked.kind in _PLAIN


def _counted(request: Request, words: str) -> Answer | None:
    """« Et la 3e ? »: the absence, the postponement or the appointment of that rank; « et la prochaine fois ? »."""
    topic = request.memory.sujet["intent"]
    if len(words.split()) > _LONGEST or _BARE_NUMBER.match(words):
        return None
    nth = _NTH.match(words)
    rank = _RANKS[nth["rank"][0]] if nth else None
    if rank and topic in _REPORTS:
        return again(request, "reporter_rendez_vous", reports_utilises=rank - 1)
    if rank and topic == "prochain_rendez_vous":
        return again(request, topic, rang_rendez_vous=rank - 1)
    if rank and topic in _ABSENCES:
        return again(request, "consequences_absence", rang=str(rank) if rank > 1 else "premier")
    if topic in _ABSENCES and _NEXT_TIME.match(words):
        # One to come is judged by the law of today, whatever the day of the former one.
        return again(
            request, "consequences_absence", rang="repete", temps="futur", date_absence=None
        )
    return None


def _elliptical(request: Request, words: str) -> Answer | None:
    asked = ellipses.read(words, _topic(request))
    if asked is None or asked.target is None or _is_about_a_measure(request, asked.kind):
        return None
    if asked.target.startswith(TEXT):
        return _told(request, asked.kind, asked.target[len(TEXT) :])
    if asked.kind == "preuve":
        return _with_proof(request, asked.target)
    return again(request, asked.target)


def _topic(request: Request) -> str:
    """What the last answer was about. A delay to answer a letter is not one to challenge a decision; the measure of
    somebody whose file is closed is known by its letter only."""
    subject = request.memory.sujet
    topic = subject["intent"]
    if topic == "delai_recours" and "procedure.observations" in subject["rules"]:
        return "presenter_observations"
    if topic == "mes_sanctions" and request.dossier is None:
        return "comprendre_sanction"
    return topic


def _is_about_a_measure(request: Request, kind: str) -> bool:
    """« Et combien de temps j’ai ? », heard as a question of appeal by somebody who has named their measure."""
    known = request.memory.faits.keys() & _MEASURE
    return kind == "delai" and request.intent == "delai_recours" and bool(known)


def _told(request: Request, kind: str, key: str) -> Answer | None:
    """A text of its own; « et après ? » said again goes one stage further."""
    subject = request.memory.sujet
    told = {**subject.get("faits", {}), **request.facts}
    if kind == "suite":
        key = _NEXT_STAGE.get(subject["key"], key)
    if key == _NEXT_ACT and not subject["suite"]:
        return None
    department = told.get("auteur") == "conseil_departemental" or told.get("allocation") == "RSA"
    if department:
        key = _DEPARTMENT.get(key, key)
    return compose(request, key, a_faire=subject["suite"]).with_(about=subject["intent"])


def _with_proof(request: Request, target: str) -> Answer | None:
    """« Et si j’ai un certificat ? »: what a proof changes, then how to send it."""
    subject = request.memory.sujet
    topic, told = subject["intent"], subject.get("faits", {})
    found = registry.entry(topic)
    if found and "preuve" in found.facts and {**told, **request.said}.get("motif"):
        return again(request, topic, preuve="a_fournir")
    given = again(request, target)
    if given is None or not given.key.startswith(target):
        return given
    first = compose(request, "suivi.preuve")
    return given.with_(
        conclusion=f"{first.conclusion} {given.conclusion}",
        rules=tuple(dict.fromkeys((*first.rules, *given.rules))),
        sources=tuple(dict.fromkeys((*first.sources, *given.sources))),
    )
