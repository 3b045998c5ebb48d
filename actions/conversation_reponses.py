"""Yes, no and bare details when nothing was asked: use the subject under way, or ask kindly what is meant."""

from __future__ import annotations

import re

from actions.absence_lecture import tense
from actions.demarches.lecture import est_question
from actions.dossier_acces import s_identifier, types_number
from actions.fallback import NEVER_PROPOSED, person, plain_question
from actions.framework import acts, pending, registry
from actions.framework.answer import Answer, Button
from actions.framework.compose import plain
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.framework.wording import long_date
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.recours.mois_dit import designe

# What a bare detail may be about: fact, kind of its French name, intents to propose.
_ABOUT: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("type_sanction", None, ("contester_sanction", "delai_recours", "comprendre_sanction")),
    ("document", "document", ("atelier_obligatoire", "refuser_atelier", "signaler_absence")),
    ("motif", "motif", ("motifs_legitimes", "signaler_absence", "fournir_justificatif")),
    ("allocation", "allocation", ("consequences_absence", "connaitre_droits", "lever_sanction")),
    ("preuve", None, ("fournir_justificatif", "suivi_justificatif", "consequences_absence")),
    ("justificatif", "justificatif", ("fournir_justificatif", "suivi_justificatif")),
    ("prestataire", None, ("rendez_vous_prestataire", "atelier_obligatoire")),
    ("organisme_referent", "organisme", ("organismes_partenaires", "consequences_absence")),
)
# « Et si je suis malade ? » asks what it changes.
_SUPPOSED = re.compile(r"^(et |mais |ok |alors |euh )*(meme )?(si|avec|en cas d)\b")
_PLAIN_YES = re.compile(
    r"(oui|ouais|yes|ok|d' accord|vas-y|allez-y|je veux bien|volontiers|avec plaisir|on y va|s' il (vous|te) plait|stp|svp|merci|[ !.,])+$"
)
_LIKELY = 0.2
_DETAIL = 6  # words
_DATED = ("signaler_absence", "reporter_rendez_vous", "prochain_rendez_vous")
_GENERAL = ("atelier_obligatoire", "signaler_absence", "contester_sanction")


@answers("affirmer")
def affirmer(request: Request) -> Answer:
    """« Oui » to the only question or act that was proposed takes it; else ask what it is about."""
    begun = _only_act(request)
    if begun is not None:
        return begun
    noted = request.memory.derniere == "informer.note"
    proposed = [n for n in _offered(request) if noted or n in request.memory.proposes]
    meant = _misheard(request)
    if meant:
        return _go(request, meant)
    if len(proposed) == 1:
        return _go(request, proposed[0])
    if not proposed and request.memory.derniere.startswith("affirmer"):
        return plain(request, "remercier")
    if proposed:
        return plain(request, "affirmer.lequel").with_(buttons=_buttons(request, tuple(proposed)))
    return _resume(request, "affirmer")


def _only_act(request: Request) -> Answer | None:
    """The act of the only button offered, for a plain yes of somebody who may begin one."""
    buttons = list(request.memory.boutons)
    if (
        len(buttons) != 1
        or request.dossier is None
        or not _PLAIN_YES.match(normalise(request.text))
    ):
        return None
    return acts.begin(request, buttons[0])


def _misheard(request: Request) -> str | None:
    """The second guess for « et si je signe pas », heard as a yes without the words of one."""
    words = normalise(request.text)
    if not _SUPPOSED.match(words) or pending.says_yes(words):
        return None
    others = (name for name, share in request.ranking[1:2] if share >= _LIKELY)
    return next((name for name in others if name not in NEVER_PROPOSED), None)


@answers("nier")
def nier(request: Request) -> Answer:
    """« Non »: after a misunderstanding, a person; after an answer, ask what is wrong."""
    if request.memory.echecs or request.memory.derniere.startswith("nier"):
        return person(request)
    return _dated(request) or _resume(request, "nier")


@answers("informer")
def informer(request: Request) -> Answer:
    """A bare detail: say it back, and offer the questions that it may be about."""
    if types_number(request):
        return s_identifier(request)
    offered = _offered(request)
    chosen = pending.choice_number(request.text, len(offered))
    if chosen is not None:
        return _go(request, offered[chosen])
    if _tells_an_absence(request):
        return _go(request, "consequences_absence")
    if request.said.keys() & _APPEAL or designe(request):
        return _go(request, "contester_sanction")
    supposed = _SUPPOSED.match(normalise(request.text))
    for fact, kind, intents in _ABOUT:
        value = request.said.get(fact)
        if value is not None and supposed:
            return _go(request, intents[0])
        if value is not None:
            return _noted(request, nom(kind, str(value)) if kind else "", intents)
    return _dated(request) or _resume(request, "informer")


# « J’ai saisi le médiateur le 10 novembre », « contester celle d’avril »: what comes next is asked.
_APPEAL = frozenset(
    (
        "mediation",
        "mediation_finie",
        "recours_prealable",
        "departement_repondu",
        "tribunal",
        "procedure",
    )
)


def _tells_an_absence(request: Request) -> bool:
    """« J’ai l’ARE et j’ai loupé un atelier », « et si je viens pas le 3 décembre »: what follows from it is asked."""
    told = tense(normalise(request.text))
    days = find_dates(request.text, request.today)
    return bool(told) and ("allocation" in request.said or (told == "futur" and bool(days)))


def _dated(request: Request) -> Answer | None:
    """A day and nothing else to hold on to: say it back."""
    days = find_dates(request.text, request.today)
    return _noted(request, f"le {long_date(days[0].jour, request.today)}", _DATED) if days else None


def _noted(request: Request, what: str, intents: tuple[str, ...]) -> Answer:
    return plain(request, "informer.note", quoi=what).with_(buttons=_buttons(request, intents))


def is_detail(request: Request) -> bool:
    """Whether a short message gives a fact and asks nothing (« je touche l’ASS »)."""
    facts = {fact for fact, _, _ in _ABOUT}
    asks = "?" in request.text or est_question(request)
    return len(request.text.split()) <= _DETAIL and not asks and bool(facts & request.said.keys())


def still_there(request: Request) -> Answer | None:
    """After words about distress, a short reply stays with them, never twice in the same words; None otherwise."""
    last = request.memory.derniere
    if not last.startswith("exprimer_detresse"):
        return None
    otherwise = last == "exprimer_detresse.encore"
    return plain(request, f"exprimer_detresse.encore{'_autrement' if otherwise else ''}")


def _resume(request: Request, intent: str) -> Answer:
    """Go back to the subject under way when there is one."""
    after = still_there(request)
    if after is not None:
        return after
    subject = request.memory.sujet.get("intent")
    again = request.memory.derniere == f"{intent}.sujet"
    if subject and registry.entry(subject) and not again:
        question = plain_question(request, subject)
        return plain(
            request,
            f"{intent}.sujet",
            question=question,
            suite_dite=request.memory.sujet.get("suite"),
        )
    return plain(request, f"{intent}.rien").with_(buttons=_buttons(request, _GENERAL))


def _offered(request: Request) -> list[str]:
    """The intents of the buttons just offered, in order."""
    meanings = request.memory.boutons.values()
    return [meaning.partition(":")[2] for meaning in meanings if meaning.startswith("intent:")]


def _go(request: Request, intent: str) -> Answer:
    found = registry.entry(intent)
    if found is None:
        return person(request)
    return found.handler(request.with_intent(intent)).with_(about=intent)


def _buttons(request: Request, intents: tuple[str, ...]) -> tuple[Button, ...]:
    return tuple(Button(plain_question(request, name), f"intent:{name}") for name in intents)
