"""Greetings, thanks, moods, and who is speaking: the talk around the questions."""

from __future__ import annotations

import re

from actions import questions_multiples  # noqa: F401  (they register themselves)
from actions.conversation_reponses import informer, is_detail, still_there
from actions.dossier import consulter_dossier
from actions.dossier_acces import asks_to_be_forgotten, s_identifier, types_number
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.retention import Durees
from actions.fallback import french_only, is_interjection, is_noise, not_understood
from actions.framework.answer import Answer
from actions.framework.compose import compose, plain
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.hors_sujet import near_subject
from actions.langue.normaliser import normalise
from actions.langues_etrangeres import foreign

_SELF_HARM = re.compile(
    r"\b(suicid\w*|me tuer|mourir|en finir|plus vivre|envie de vivre|me faire du mal|me pendre|me jeter|disparaitre"
    r"|mettre fin|sans moi|me foutre en l' air|ne (pas|plus) me reveiller)\b"
)
_HEARD = 0.1
_SURE = 0.6
_CURT = ("au_revoir", "remercier")
_ERASE = re.compile(r"\b(effac\w*|supprim\w*)\b")
_WHO_DECIDES = re.compile(r"\b(decid\w*|sanctionn\w*|prend\w* (la|les|cette) decision\w*)\b")
_WHAT_NOW = re.compile(
    r"\b((fais|fait|dois faire|faire|repond\w*|dire) quoi|quoi (faire|repondre)|que (faire|dois-je|repondre))\b"
)
_RESTART = re.compile(
    r"\b(recommenc\w*|a zero|depuis le debut|reprend\w* (tout|du debut)|nouvelle conversation)\b"
)


@answers("saluer", "au_revoir", "remercier", "demander_aide", "nature_du_bot", "confidentialite")
def set_phrase(request: Request) -> Answer:
    """What is answered in the same words to everybody; somebody recognised is told so in the greeting."""
    after = still_there(request) if request.intent == "demander_aide" else None
    if after is not None:
        return after
    if request.intent == "demander_aide" and _with_something_else(request):
        return hors_sujet(request.with_intent("hors_sujet"))
    if request.intent in _CURT and _guessed(request):
        return not_understood(request)
    words = normalise(request.text)
    if request.intent == "nature_du_bot" and _WHO_DECIDES.search(words):
        return _who_decides(request)
    if request.intent == "demander_aide" and known_file(request) and _WHAT_NOW.search(words):
        return consulter_dossier(request.with_intent("consulter_dossier"))
    known = request.dossier is not None
    again = request.intent == "saluer" and bool(request.memory.derniere)
    key = (
        f"{request.intent}.encore"
        if again
        else f"{request.intent}.{'reconnu' if known else 'anonyme'}"
    )
    if key not in request.services.wording:
        key = request.intent
    return plain(
        request,
        key,
        prenom=request.dossier.prenom if request.dossier else "",
        duree=Durees().conversations,
        depots=Durees().depots,
    )


def _guessed(request: Request) -> bool:
    """Whether a farewell or thanks was only guessed in a sentence: « je vais tout casser » is none."""
    sure = dict(request.ranking).get(request.intent, 1.0) >= _SURE
    return not sure and len(request.text.split()) > 3


def _with_something_else(request: Request) -> bool:
    """« Tu peux m’aider pour mon CV ? »: help is asked for a neighbouring subject, and the model hears it too."""
    near = near_subject(request.text) not in (None, "heures")
    return near and dict(request.ranking).get("hors_sujet", 0.0) >= _HEARD


def known_file(request: Request) -> bool:
    """Whether the person is proven and has a file."""
    return request.dossier is not None


def _who_decides(request: Request) -> Answer:
    """The authority for what the person receives, else each of them; never the assistant."""
    allowance, body = (request.facts.get(name) for name in ("allocation", "organisme_referent"))
    rules = {
        "RSA": ("competence.departement",),
        "ARE_et_RSA": ("competence.departement", "competence.france_travail"),
        "CEJ": ("competence.mission_locale",),
        "PACEA": ("competence.mission_locale",),
    }.get(str(allowance), ("competence.france_travail",))
    return compose(request, "qui_decide", rules=rules, allocation=allowance, organisme=body)


@answers("annuler")
def annuler(request: Request) -> Answer:
    """Nothing is under way: say so; « on recommence » also forgets what was said."""
    if asks_to_be_forgotten(request):
        return s_identifier(request)
    if _ERASE.search(normalise(request.text)):
        return set_phrase(request.with_intent("confidentialite"))
    if _RESTART.search(normalise(request.text)):
        return plain(request, "annuler.recommencer").with_(forget=True)
    return plain(request, "annuler.rien")


@answers("parler_a_un_conseiller")
def parler_a_un_conseiller(request: Request) -> Answer:
    """The person's own adviser when they are proven, else where everybody may turn."""
    adviser = request.dossier.conseiller if request.dossier else None
    key = "parler_a_un_conseiller.connu" if adviser else "parler_a_un_conseiller.general"
    return plain(
        request,
        key,
        conseiller=adviser,
        agence=adviser.agence if adviser else None,
        reconnu=request.dossier is not None,
        referent=_body(request.dossier),
        telephone=request.services.droit.valeur("report.canal", "telephone", request.today),
    )


def _body(dossier: DossierPersonne | None) -> str:
    """Another body than France Travail that follows the person, empty otherwise."""
    names = {
        "mission_locale": "votre Mission locale",
        "cap_emploi": "votre Cap emploi",
        "conseil_departemental": "le service insertion du département",
    }
    return names.get((dossier.organisme_referent or "") if dossier else "", "")


@answers("exprimer_detresse")
def exprimer_detresse(request: Request) -> Answer:
    """Care first: short, numbers that help, a human, and the conversation stays open. No source, nothing pushed."""
    if _SELF_HARM.search(normalise(request.text)):
        again = request.memory.derniere == "exprimer_detresse.danger"
        return plain(request, f"exprimer_detresse.danger{'_encore' if again else ''}")
    return still_there(request) or plain(request, "exprimer_detresse.ecoute")


@answers("exprimer_mecontentement")
def exprimer_mecontentement(request: Request) -> Answer:
    """Acknowledge, no blame, offer help; a person the second time."""
    again = request.memory.derniere.startswith("exprimer_mecontentement")
    return plain(
        request, "exprimer_mecontentement.encore" if again else "exprimer_mecontentement.premier"
    )


@answers("hors_sujet")
def hors_sujet(request: Request) -> Answer:
    """What is not answered here, and where to go for it."""
    if types_number(request):
        return s_identifier(request)
    if is_detail(request):
        return informer(request)
    if foreign(request.text):
        return french_only(request)
    if is_interjection(request.text):
        return plain(request, "hors_sujet.rire")
    if is_noise(request.text):
        return plain(request, "fallback.charabia").with_(missed=True)
    if near_subject(request.text) == "heures":
        return compose(request, "contrat_engagement.heures")
    return plain(request, f"hors_sujet.{near_subject(request.text) or _far(request)}")


def _far(request: Request) -> str:
    before = request.memory.derniere
    again = before == "hors_sujet.loin" or before.startswith("fallback.")
    return "encore" if again else "loin"
