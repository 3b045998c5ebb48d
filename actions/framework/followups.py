"""Follow-ups on the last answer: « pourquoi ? », « c’est quelle loi ? », « plus simple », « et si… », « et dans mon cas ? »."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from actions.droit.typographie import jour
from actions.framework import elliptical, registry
from actions.framework.again import again
from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.pending import ANSWERING
from actions.framework.render import source_from_json
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_SHORT = 12  # words: longer messages are questions of their own
_BARE = 4  # words: « pourquoi ? » is about the last answer, « pourquoi suis-je radié ? » is a question of its own
_COMPUTING = "delai."  # how days are counted: for those who compute, not for those who read
_SURE, _LIKELY = 0.8, 0.25  # confidence in the message's intent, and in that of the last answer
_REASONS = 5  # more of them would not be read
_PLAIN = 6  # words: up to there, the words of a follow-up count more than the intent
_WHY = re.compile(
    r"^(et |mais |ah |bon |ok |dis |dites |explique\w*(-moi)? |moi )*"
    r"(pourquoi|pour quelle raison|comment ca se fait|en quoi|a cause de quoi)\b"
)
_SINCE = re.compile(
    r"\b(depuis quand|ca date de quand|c' est (recent|nouveau)|de quand date(nt)? (ca|cette|ce|la|l'|ces) ?(regle|loi|texte|article)?)\b"
)
_LAW = re.compile(
    r"\b(quels? (lois?|articles?|textes?|decrets?)|quelles? (lois?|regles?|sources?)|article de loi|texte de loi"
    r"|d' ou (ca|cela|vous|tu|c' est|sort)|c' est ecrit ou|ou c' est ecrit|sources?|(?<!je )(?<!on )prouve[zs]?"
    r"|(peux|pouvez)(-(tu|vous))? .{0,10}prouver|(vous|te|t'|y) cro(is|it|yez) (pas|rien|plus)|(tu es|t' es|vous etes|etes-vous|es-tu) sure?)\b"
)
_SIMPLER = re.compile(
    r"\b(plus simple\w*|simplement|pas compris|rien compris|comprends? (pas|rien)|en clair|explique\w* mieux"
    r"|trop (complique|long)|plus court|c' est[- ]a[- ]dire|comment (ca|cela)(?= *\?*$)|en francais)\b"
)
_LONGER = re.compile(
    r"\b(plus de details?|(en|m' en) dire plus|dis(-m'| m') en plus|detaille\w*|developpe\w*|precise\w*|plus d' info\w*)\b"
)
_AGAIN = re.compile(r"\b(repete\w*|redi(s|tes)|encore une fois|^encore(?= *[?!]*$))\b")
_MY_CASE = re.compile(
    r"\b((dans|pour) mon cas|dans ma situation|et (pour )?moi|me concernant|a mon niveau)\b"
)
_WHAT_IF = re.compile(
    r"^(et |mais |ok |d' accord )*(et |mais |meme )?(si|pour|quand|la|le|les|au|a la|chez|avec|en cas|sans|dans|meme"
    r"|apres|ensuite|celui|celle|ceux)\b"
)


def answer(request: Request) -> Answer | None:
    """The answer to a follow-up, or None when the message stands on its own."""
    subject = request.memory.sujet
    words = normalise(request.text)
    if len(words.split()) > _SHORT or request.intent == "exprimer_detresse":
        return None
    if not subject:
        return _without_subject(request, words)
    for pattern, intents, reply in _FOLLOWUPS:
        plainly = len(words.split()) <= (_BARE if pattern is _WHY else _PLAIN)
        if pattern.search(words) and (request.intent in intents or plainly):
            return reply(request)
    leaning = elliptical.answer(request, words) or _what_if(request, words)
    return leaning or _still_about(request, words)


def _without_subject(request: Request, words: str) -> Answer | None:
    """A follow-up with nothing before it: the person's file, or what may be asked."""
    if len(words.split()) > _PLAIN:
        return None
    if _MY_CASE.search(words):
        found = registry.entry("consulter_dossier")
        return found.handler(request).with_(about="consulter_dossier") if found else None
    # « pourquoi j’ai été sanctionné » is a question of its own
    if _WHY.search(words) and (request.intent in _ASKING or len(words.split()) <= 2):
        return plain(request, "suivi.rien_avant")
    return elliptical.without_subject(request, words)


def _what_if(request: Request, words: str) -> Answer | None:
    """The last question again, with the facts that this message changes."""
    intent = request.memory.sujet["intent"]
    found = registry.entry(intent)
    if found is None or not found.facts & request.said.keys():
        return None
    leads_on = bool(_WHAT_IF.match(words)) or request.intent in ANSWERING
    if not leads_on and request.intent != intent:
        return None
    return again(request, intent)


def _still_about(request: Request, words: str) -> Answer | None:
    """« Et si je refuse deux fois ? », nearly as likely about the last answer as about something else."""
    topic, shares = request.memory.sujet["intent"], dict(request.ranking)
    hesitates = shares.get(request.intent, 1.0) < _SURE and shares.get(topic, 0.0) >= _LIKELY
    if topic == request.intent or not (hesitates and _WHAT_IF.match(words)):
        return None
    return again(request, topic)


def _why(request: Request) -> Answer:
    subject = request.memory.sujet
    return _about(
        request,
        "suivi.pourquoi",
        raisons=subject["reasons"][:_REASONS],
        conclusion=subject["conclusion"],
    )


def _law(request: Request) -> Answer:
    return _about(request, "suivi.loi", sources=request.memory.sujet["sources"])


def _since(request: Request) -> Answer:
    sources = [source_from_json(item) for item in request.memory.sujet["sources"]]
    dated = [
        {"ref": source.ref, "depuis": jour(source.since)} for source in sources if source.since
    ]
    return _about(request, "suivi.depuis_quand" if dated else "suivi.sans_date", sources=dated)


def _simpler(request: Request) -> Answer:
    """The heart of the last answer; when that was not enough either, a person."""
    subject = request.memory.sujet
    again = request.memory.derniere == "suivi.plus_simple"
    return _about(
        request,
        "suivi.plus_simple_encore" if again else "suivi.plus_simple",
        conclusion=_first_sentences(subject["conclusion"]),
        suite=subject["suite"],
    )


def _first_sentences(text: str, count: int = 2) -> str:
    return " ".join(re.split(r"(?<=[.?!])\s+", text)[:count])


def _again(request: Request) -> Answer:
    subject = request.memory.sujet
    return _about(
        request, "suivi.repeter", conclusion=subject["conclusion"], suite=subject["suite"]
    )


def _longer(request: Request) -> Answer:
    subject, droit = request.memory.sujet, request.services.droit
    day = subject.get("jour")
    on = date.fromisoformat(day) if day else request.today
    told = (rule for rule in subject["rules"] if not rule.startswith(_COMPUTING))
    versions = (droit.version(rule, on) for rule in told)
    details = list(dict.fromkeys(version.consequence for version in versions if version))[:4]
    return _about(request, "suivi.details", details=details)


def _my_case(request: Request) -> Answer:
    """The last general question, on the person's own file; how to be recognised when nobody is proven."""
    subject = request.memory.sujet
    if request.dossier is None:
        return plain(request, "suivi.pas_reconnu").with_(sticky=False)
    found = registry.entry(subject["intent"])
    if found is None:
        return _why(request)
    own = request.with_intent(subject["intent"], mon_cas=True)
    return found.handler(own).with_(about=subject["intent"])


def _about(request: Request, key: str, **variables: object) -> Answer:
    """An answer about the last one: same rules and sources, and the subject stays what it was."""
    subject = request.memory.sujet
    return plain(request, key, **variables).with_(
        rules=tuple(subject["rules"]),
        sources=tuple(source_from_json(item) for item in subject["sources"]),
        reasons=tuple(subject["reasons"]),
    )


_ASKING = ("demander_precision", "demander_source", "nlu_fallback", "informer", "hors_sujet")
_FOLLOWUPS: tuple[tuple[re.Pattern[str], tuple[str, ...], Callable[[Request], Answer]], ...] = (
    (_MY_CASE, (*_ASKING, "consulter_dossier", "mes_sanctions", "mes_absences"), _my_case),
    (_SINCE, _ASKING, _since),
    (_LAW, _ASKING, _law),
    (_WHY, ("demander_precision", "demander_source"), _why),
    (_LONGER, _ASKING, _longer),
    (_SIMPLER, _ASKING, _simpler),
    (_AGAIN, _ASKING, _again),
)


# The two catalogue intents that are nothing but follow-ups, when no pattern above took them.
@registry.answers("demander_precision")
def more(request: Request) -> Answer:
    """Explain the last answer again, more simply."""
    return _simpler(request) if request.memory.sujet else plain(request, "suivi.rien_avant")


@registry.answers("demander_source")
def law(request: Request) -> Answer:
    """Give the texts on which the last answer rests."""
    return _law(request) if request.memory.sujet else plain(request, "suivi.source_generale")
