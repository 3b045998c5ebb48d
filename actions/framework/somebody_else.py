"""« Et pour mon fils ? »: the same rule for somebody else, and nobody’s file told to another."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.framework import hooks
from actions.framework.again import again
from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.ellipses import OPENING
from actions.framework.request import PERSONAL_FACTS, Request
from actions.langue.normaliser import normalise

_CHILD = r"(?:fils|fille|enfants?|gosses?|gamine?s?|ado|petite?)"
_RELATIVE = (
    rf"(?:{_CHILD}|mari|femme|conjointe?|compagn(?:on|e)|copain|copine|mere|pere|maman|papa|frere|soeur|amie?|pote|voisine?"
    r"|collegue|cousine?|neveu|niece|beau-\w+|belle-\w+)"
)
_OTHER = re.compile(
    rf"{OPENING}(?:(?:si )?c' est |ca marche |pareil )?(?:pour |chez )?(?:mon|ma|mes|un|une|le|la) {_RELATIVE}(?: aussi)?[ ?!.]*$"
)
_MY_CHILD = re.compile(rf"\b(?:mon|ma|mes) {_CHILD}\b")
_THEIRS = re.compile(
    rf"\b(?:rendez-vous|ateliers?|dossier|absences?|sanctions?|conseill\w+|allocations?|rsa|suspension|radiation|courrier|lettre|recours)"
    rf" (?:de|a|pour) (?:mon|ma|mes|notre) {_RELATIVE}\b"
)
_ME = re.compile(r"\b(?:me|m'|moi|mon|ma|mes|j' ai|je suis|(?:le|la|les) mien(?:ne)?s?)(?= |$)")
_THEM = re.compile(
    rf"\b(?:{_RELATIVE}|lui|leur|son|sa|ses|elle|il (?:a|est|touche|doit|risque|peut|va|n'|ne|avait|etait))\b"
)
# What a person's file gives: not true of anybody else.
_FILE_FACTS = PERSONAL_FACTS | {"reports_utilises", "date_reorientation"}
_OWN_FILE = frozenset(
    (
        "consulter_dossier",
        "prochain_rendez_vous",
        "mes_absences",
        "mes_reports",
        "mes_sanctions",
        "suivi_justificatif",
        "suivi_recours",
    )
)


@hooks.reads
def of_a_relative(request: Request) -> dict[str, str]:
    """« Le rendez-vous de mon fils »."""
    return {"pour_autrui": "oui"} if _THEIRS.search(normalise(request.text)) else {}


@hooks.reads
def for_oneself(request: Request) -> dict[str, str]:
    """« Et moi ? », « mon rendez-vous » after questions about somebody else: the person speaks of themselves again."""
    if request.memory.faits.get("pour_autrui") != "oui" or "pour_autrui" in request.said:
        return {}
    words = normalise(request.text)
    oneself = _ME.search(words) and not _THEM.search(words)
    return {"pour_autrui": "non"} if oneself else {}


@hooks.finishes
def about_somebody_else(request: Request, answer: Answer) -> Answer:
    """Nobody’s file is told to another; a rule for somebody else is said once to be the general one."""
    before = request.memory.faits.get("pour_autrui") == "oui"
    if request.said.get("pour_autrui") != "oui" or answer.act:
        return answer
    if (answer.about or request.intent) in _OWN_FILE and request.dossier is not None:
        return plain(request, "suivi.autrui_dossier")
    first = plain(request, "suivi.pour_autrui").conclusion
    if before or not (answer.rules and answer.sticky) or answer.conclusion.startswith(first):
        return answer
    return _asking_about_them(request, answer.with_(conclusion=f"{first} {answer.conclusion}"))


def _asking_about_them(request: Request, answer: Answer) -> Answer:
    """What they receive is asked without « vous »."""
    if answer.question is None or answer.question.fait != "allocation":
        return answer
    return answer.with_(question_text=plain(request, "suivi.pour_autrui").question_text)


def answer_for(request: Request, words: str) -> Answer | None:
    """The same rule without anybody's file; a child’s illness after the person’s own."""
    if not _OTHER.match(words):
        return None
    subject = request.memory.sujet
    topic, told = subject["intent"], subject.get("faits", {})
    if told.get("motif") == "maladie" and _MY_CHILD.search(words):
        return again(request, topic, motif="maladie_enfant", motif_precis=None)
    if topic in _OWN_FILE:
        return plain(request, "suivi.autrui_dossier")
    # What is known of the person is not true of somebody else.
    facts = {name: value for name, value in told.items() if name not in _FILE_FACTS}
    stranger = replace(
        request,
        dossier=None,
        identifiant=None,
        said={},
        facts={},
        memory=replace(request.memory, sujet={**subject, "faits": facts}),
    )
    given = again(stranger, topic, pour_autrui="oui")
    return _in_general(request, given) if given else None


def _in_general(request: Request, given: Answer) -> Answer:
    """The answer for somebody whose file is closed; what they receive is asked without « vous »."""
    first = plain(request, "suivi.pour_autrui")
    asks = given.question is not None and given.question.fait == "allocation"
    return given.with_(
        conclusion=f"{first.conclusion} {given.conclusion}",
        question=None,
        question_text=first.question_text if asks else None,
        buttons=() if given.question else given.buttons,
    )
