"""What was not understood: at most three questions in plain French, then a person; never twice the same."""

from __future__ import annotations

import re

from actions.dossier_acces import s_identifier, types_number
from actions.framework import hooks, registry
from actions.framework.answer import MAX_BUTTONS, Answer, Button
from actions.framework.compose import ask, plain
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.detresse import lire_signes
from actions.langue.normaliser import normalise
from actions.langues_etrangeres import asks_language, foreign

# Below this, a guess is worth no question; above the second one, distress is never passed over.
_WORTH_ASKING = 0.03
_MAY_BE_DISTRESS = 0.2
_LIKELY_DISTRESS = 0.25
LONG = 60  # words
NEVER_PROPOSED = frozenset(
    {
        "saluer",
        "au_revoir",
        "remercier",
        "affirmer",
        "nier",
        "annuler",
        "demander_precision",
        "demander_source",
        "exprimer_mecontentement",
        "exprimer_detresse",
        "hors_sujet",
        "informer",
        "demander_aide",
    }
)
_SMALL_TALK = ("demander_aide", "saluer", "hors_sujet", "demander_precision", "remercier")
_SUBJECTS = ("atelier_obligatoire", "consequences_absence", "contester_sanction")
_FAR = ("hors_sujet.loin", "hors_sujet.encore")  # answers that were no help either
_SPEECH = re.compile(r"[a-z]*[aeiouy][a-z]*")
_KEYS_IN_A_ROW = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|azerty|qwerty|qsdf|wxcv|asdf")


_RUDE = re.compile(r"(tg|ta gueule|fdp|ntm|stfu|vtf+|connards?|sale)\b")
# « Et l’autre question ? » after several were proposed.
_OTHERS = re.compile(
    r"(et |mais |ok |bon )*(pour )?(l' |les |mes |ma |la |mon )?(autres?|deuxieme|seconde) (questions?|truc|chose|point)\b"
)
_SOUNDS = re.compile(
    r"((mdr|lol|ptdr|xptdr|(ha|hi|he|ah)+|hum+|h+m+|mouais|bof|pf+|oups|wow|oh|genre) ?)+"
)


def _may_be_distress(text: str, share: float) -> bool:
    """The guard heard none; a doubt stays where the words hold a sign, or the classifier leans to it clearly."""
    signs = lire_signes(text)
    least = _MAY_BE_DISTRESS if signs.fort or signs.faible else _LIKELY_DISTRESS
    return share >= least


@answers("nlu_fallback")
def not_understood(request: Request) -> Answer:
    """Guess, once; the second time in a row, offer a person; further on, do not insist."""
    if types_number(request):
        return s_identifier(request)
    ranking = dict(request.ranking)
    if _may_be_distress(request.text, ranking.get("exprimer_detresse", 0.0)):
        return plain(request, "exprimer_detresse.doute").with_(missed=True)
    angry = registry.entry("exprimer_mecontentement")
    if angry and _RUDE.match(normalise(request.text)):
        return angry.handler(request)
    rest = [name for name in request.memory.proposes if name != request.memory.sujet.get("intent")]
    if rest and _OTHERS.match(normalise(request.text)):
        return proposing(request, plain(request, "affirmer.lequel"), rest[-MAX_BUTTONS:])
    more = registry.entry("demander_precision")
    if more and request.memory.sujet and set(request.text.strip()) == {"?"}:
        return more.handler(request)
    if foreign(request.text):
        return french_only(request).with_(missed=True)
    if request.memory.echecs:
        return person(request)
    if request.memory.question:
        return _ask_again(request)
    return _guess(request)


@hooks.finishes
def other_language(request: Request, answer: Answer) -> Answer:
    """One sentence of English to who asks for it, or only says hello in it; a question understood keeps its answer."""
    busy = answer.act or request.memory.question or request.intent == "exprimer_detresse"
    chat = request.intent in _SMALL_TALK and foreign(request.text)
    if busy or not (chat or asks_language(request.text)):
        return answer
    return french_only(request)


def french_only(request: Request) -> Answer:
    """Which language is spoken here, in French and in one sentence of English."""
    again = request.memory.derniere == "fallback.autre_langue"
    return plain(request, f"fallback.autre_langue{'_encore' if again else ''}")


def _ask_again(request: Request) -> Answer:
    """The question under way, once more, with its choices."""
    question = request.memory.question
    first = plain(request, "fallback.reponse").with_(missed=True)
    return ask(request, first, question["fait"], question["intent"])


def _guess(request: Request) -> Answer:
    guesses = candidates(request)
    if is_interjection(request.text):
        return plain(request, "hors_sujet.rire").with_(missed=True)
    if is_noise(request.text):
        return plain(request, "fallback.charabia").with_(missed=True)
    if not guesses and request.memory.derniere in _FAR:
        return person(request)
    if not guesses:
        return plain(request, "fallback.autrement").with_(missed=True)
    key = "fallback.long" if len(request.text.split()) > LONG else "fallback.vouliez_vous"
    return proposing(request, plain(request, key, nombre=len(guesses)), guesses).with_(missed=True)


def person(request: Request) -> Answer:
    """A human: phone, online space, call-back; other words when even that was said already."""
    again = request.memory.derniere.startswith("fallback.personne")
    phone = request.services.droit.valeur("report.canal", "telephone", request.today)
    key = "fallback.personne_encore" if again else "fallback.personne"
    answer = plain(request, key, telephone=phone).with_(missed=True)
    fresh = [name for name in _SUBJECTS if name not in request.memory.proposes]
    return proposing(request, answer, fresh[: MAX_BUTTONS - len(answer.buttons)])


def proposing(request: Request, answer: Answer, intents: list[str]) -> Answer:
    """The answer with these questions as buttons, remembered as offered."""
    buttons = tuple(Button(plain_question(request, name), f"intent:{name}") for name in intents)
    return answer.with_(buttons=(*buttons, *answer.buttons), offered=tuple(intents))


def candidates(request: Request) -> list[str]:
    """The likeliest questions that were not offered yet, at most three."""
    known = (
        name
        for name, confidence in request.ranking
        if confidence >= _WORTH_ASKING
        and name not in NEVER_PROPOSED
        and name not in request.memory.proposes
        and registry.entry(name)
    )
    return list(dict.fromkeys(known))[:MAX_BUTTONS]


def plain_question(request: Request, intent: str) -> str:
    """An intent as a person would ask it."""
    wording = request.services.wording
    return wording.render(
        wording.block(f"intention.{intent}")["question"], {"today": request.today}
    )


def is_interjection(text: str) -> bool:
    """« mdr », « hmm », « pff »: a sound, kind or not, that asks nothing."""
    return bool(_SOUNDS.fullmatch(normalise(text).strip(" !?.")))


def is_noise(text: str) -> bool:
    """Signs, keys hit at random: nothing that looks like a word of two letters with a vowel."""
    words = re.findall(r"[a-z]+", normalise(text))
    spoken = [
        w for w in words if len(w) > 1 and _SPEECH.fullmatch(w) and not _KEYS_IN_A_ROW.search(w)
    ]
    return not spoken
