"""Reads a message in the light of what was just asked or offered: a choice, its number, yes, no, « je ne sais pas »."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.framework.request import Request
from actions.langue.dates import find_dates, lire_dates
from actions.langue.jours import jour_passe
from actions.langue.normaliser import normalise

_YES = re.compile(
    r"^(oui|ouais|ouai|ui|wi|yes|yep|ok|okay|d' accord|exact\w*|tout a fait|bien sur|voila|c' est (ca|bon)|je confirme|confirme|vas-y|allez-y|si(?= si\b|$))\b"
)
_NO = re.compile(r"^(non|nan|nn|nope|no|pas du tout|surtout pas|jamais|negatif)\b")
_UNKNOWN = re.compile(
    r"^(euh?\s+|bah?\s+|ben\s+)?(je (ne )?(sais|c|ses|sait) (pas|plus|rien|po)|(j' |je n' )?en sais rien|j(e )?sp|chais pas|aucune idee|sais pas|pas sure?|je (ne )?suis pas sure?|aucune|inconnu|peut-etre|\?+$)"
)
# Intents that carry an answer rather than a question of their own.
ANSWERING = frozenset(
    {
        "informer",
        "affirmer",
        "nier",
        "nlu_fallback",
        "s_identifier",
        "hors_sujet",
        "demander_precision",
    }
)


# Answers that propose questions, besides those to what was not understood.
_PROPOSING = (
    "informer.note",
    "affirmer.lequel",
    "hors_sujet.loin",
    "saluer.anonyme",
    "saluer.reconnu",
)
_ORDINALS = tuple(
    re.compile(names)
    for names in (
        r"1|premiere?|1 ?(er|re|ere)|une?",
        r"2|deuxieme|seconde?|deux|2 ?e(me)?|celle? du milieu",
        r"3|troisieme|trois|3 ?e(me)?",
    )
)


_ARTICLES = frozenset(
    ("le", "la", "les", "l", "un", "une", "du", "de", "des", "en", "c", "est", "a")
)


def fold_title(title: str) -> str:
    """The form under which a button's title is recognised when typed."""
    return " ".join(re.sub(r"[^\w ]+", " ", normalise(title)).split())


def says_yes(words: str) -> bool:
    """Whether normalised words begin like a yes."""
    return bool(_YES.match(words))


def is_yes(request: Request) -> bool:
    """Whether the message says yes."""
    return request.intent == "affirmer" or says_yes(normalise(request.text))


def is_no(request: Request) -> bool:
    """Whether the message says no."""
    return request.intent == "nier" or bool(_NO.match(normalise(request.text)))


def is_unknown(request: Request) -> bool:
    """Whether the message says « je ne sais pas »."""
    return bool(_UNKNOWN.match(normalise(request.text)))


def choice_number(text: str, count: int) -> int | None:
    """The place, from 0, of the choice that « 2 », « la deuxième », « le dernier » names among ``count``; else None."""
    words = re.sub(
        r"^(alors |euh |bon )*(c' est )?(le |la |les |n° ?|numero )*", "", normalise(text)
    )
    words = words.strip(" .!)?")
    if words in ("dernier", "derniere"):
        return count - 1 if count else None
    number = next((rank for rank, names in enumerate(_ORDINALS) if names.fullmatch(words)), count)
    return number if number < count else None


def _offered(request: Request) -> Request | None:
    """The question taken by its place, when questions have just been proposed and nothing else was asked."""
    meanings = list(request.memory.boutons.values())
    proposing = request.memory.echecs or request.memory.derniere in _PROPOSING
    if not proposing or request.memory.question:
        return None
    place = choice_number(request.text, len(meanings))
    return _pressed(request, meanings[place]) if place is not None else None


def reinterpret(request: Request) -> Request:
    """The request as it is meant here: a button pressed or typed, or the answer to the question just asked."""
    pressed = request.memory.boutons.get(fold_title(request.text))
    if pressed and pressed != "texte":
        return _pressed(request, pressed)
    return _answered(request) or _offered(request) or request


def choose(request: Request, choices: list[Any]) -> str | None:
    """The value of the choice that the message names: its title, its number, a title that it contains, or words that
    only one title has."""
    said = fold_title(request.text)
    for number, (title, value) in enumerate(choices, start=1):
        folded = fold_title(title)
        if said in (
            folded,
            str(number),
            f"{number}e",
            f"le {number}",
            f"la {number}",
        ) or said == fold_title(value):
            return str(value)
    inside = [str(value) for title, value in choices if f" {fold_title(title)} " in f" {said} "]
    if len(inside) == 1:
        return inside[0]
    told = set(said.split()) - _ARTICLES
    part = [str(value) for title, value in choices if told <= set(fold_title(title).split())]
    return part[0] if told and len(part) == 1 else None


def _pressed(request: Request, meaning: str) -> Request:
    kind, _, value = meaning.partition(":")
    if kind == "intent":
        return request.with_intent(value)
    if kind == "fait":
        name, _, chosen = value.partition("=")
        intent = (
            request.memory.question.get("intent")
            or request.memory.sujet.get("intent")
            or request.intent
        )
        return _with_fact(request, intent, name, chosen)
    return request


def _answered(request: Request) -> Request | None:
    """The answer to the fact that was asked, if this message gives one."""
    asked = request.memory.question
    if not asked:
        return None
    fact, intent = asked["fait"], asked["intent"]
    value = _value(request, fact, asked.get("choix", []))
    if value is None and fact.startswith("date_") and _about(request):
        # « le 31 février »: whoever asked says that this day does not exist, and asks again
        wrong = lire_dates(request.text, request.today).impossibles
        return replace(request, intent=intent) if wrong else None
    return None if value is None else _with_fact(request, intent, fact, value)


def _value(request: Request, fact: str, choices: list[Any]) -> Any:
    chosen = choose(request, choices)
    if chosen is not None and not _said_better(request, fact, choices):
        return chosen
    if fact in request.said:
        return (
            request.said[fact]
            if request.intent in ANSWERING or len(request.text.split()) <= 12
            else None
        )
    values = {value for _, value in choices}
    if is_unknown(request):
        return "inconnu"
    if fact.startswith("date_") and _about(request):
        days = find_dates(request.text, request.today)
        return jour_passe(days[0], request.text, request.today) if days else None
    if request.intent not in ANSWERING and len(request.text.split()) > 4:
        return None
    if {"oui", "non"} <= values:
        return "oui" if is_yes(request) else "non" if is_no(request) else None
    return None


def _said_better(request: Request, fact: str, choices: list[Any]) -> bool:
    """Whether words that are no whole title say the fact themselves: « malade » is not « Enfant malade »."""
    whole = {fold_title(title) for title, _ in choices}
    said = fold_title(request.text)
    return fact == "motif" and fact in request.said and said not in whole and not said.isdigit()


def _about(request: Request) -> bool:
    """Whether a message may be the answer to an open question: bare, short, or on the same matter."""
    return (
        request.intent in {*ANSWERING, request.memory.question.get("intent")}
        or len(request.text.split()) <= 8
    )


def _with_fact(request: Request, intent: str, name: str, value: Any) -> Request:
    """The request as the answer that asks for ``name`` must see it: with the facts that it was given on."""
    said = {**request.said, name: value}
    subject = request.memory.sujet
    asked = subject.get("faits", {}) if subject.get("intent") == intent else {}
    return replace(request, intent=intent, said=said, facts={**request.facts, **asked, **said})
