"""Questions that are taken for an appeal and ask something else of a measure: to stop it, to understand it, how long."""

from __future__ import annotations

import re

from actions.dossiers import vues
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import reperes
from actions.recours.citer import citer_d_abord
from actions.recours.parler import dire
from actions.recours.situation import Situation

_COMPLAINT = re.compile(r"\b(reclamation|(recours )?(gracieux|hierarchique))\b")
_WORTH = re.compile(
    r"\b(suffi\w*|arrete\w*|interromp\w*|suspend\w*|bloque\w*|delai|possible|compte|valable|vaut|utile|demander|sert|faire)\b"
)
_STOP = re.compile(r"\b(arreter?|lever|stopper|sauter|debloquer?|enlever|annuler plus tot)\b")
_WHAT = re.compile(r"\b(c' ?etait|c' ?est) quoi\b")
_MONEY = re.compile(
    r"\b(sous|argent|thunes?|allocs?|allocations?|paye\w*|pay[ée]e?|verse\w*|rsa|laisse\w*|coupe\w*|suspendue?)\b"
)
_REPLY = re.compile(
    r"\b(repon\w*|contest\w*|recours|defendre|attaqu\w*|saisir|mediat\w*|tribunal|agir)\b"
)


def autre_question(request: Request) -> Answer | None:
    """The answer of another handler, for a proven person who names no appeal; None for a real appeal."""
    words = normalise(request.text)
    if request.dossier is None or reperes.CONTEST.search(words) or _REPLY.search(words):
        return None
    if _STOP.search(words):
        return _ask(request, "lever_sanction")
    return _ask(request, "comprendre_sanction") if _WHAT.search(words) else None


def duree_demandee(request: Request) -> Answer | None:
    """« combien de temps encore sans mes sous »: how long the running measure lasts, rather than the delay to appeal."""
    words = normalise(request.text)
    running = request.dossier and vues.decision_en_cours(request.dossier, request.today)
    if not running or not _MONEY.search(words) or _REPLY.search(words):
        return None
    return _ask(request, "duree_sanction")


def defaut_de_procedure(request: Request, situation: Situation) -> Answer | None:
    """« ils ont décidé sans lettre avant »: a point to make in the appeal; None when nothing of the kind is told."""
    cas = situation.cas
    if cas.etape == "lettre" or not reperes.NO_PROCEDURE.search(normalise(request.text)):
        return None
    lettre_vue = cas.procedure.lettre_recue_le if cas.procedure else None
    answer = dire(request, "chances_recours.procedure", situation, lettre_vue=lettre_vue)
    return citer_d_abord(request, answer, ("procedure.intention", "recours.motifs_procedure"))


def reclamation(request: Request, situation: Situation) -> Answer | None:
    """« un recours gracieux arrête le délai ? »: what a plain complaint is worth; None when it is not asked."""
    words = normalise(request.text)
    if situation.cas.etape == "lettre" or not (_COMPLAINT.search(words) and _WORTH.search(words)):
        return None
    answer = dire(request, "contester_sanction.reclamation", situation)
    return citer_d_abord(request, answer, ("recours.reclamation",))


def _ask(request: Request, intent: str) -> Answer | None:
    found = registry.entry(intent)
    if found is None:
        return None
    return found.handler(request.with_intent(intent, mon_cas=True)).with_(about=intent)
