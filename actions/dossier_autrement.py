"""Questions taken for « suis-je sanctionné ? » that ask something else: a delay, a length, what an absence may cost."""

from __future__ import annotations

import re

from actions.absence_lecture import lire
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import reperes
from actions.sanctions.sujets import jusqu_a_quand, mois_dits

_IF_ABSENT = re.compile(
    r"\bsi (je|j'|on) .{0,12}(rate\w*|manque\w*|loupe\w*|zappe\w*|seche\w*|viens pas|vais pas|suis pas|absente?)\b"
)
_DAYS = ("date_notification", "date_lettre", "date_reception")


def asked_otherwise(request: Request) -> Answer | None:
    """The answer to what is really asked; None when it is whether the person is sanctioned."""
    words = normalise(request.text)
    if reperes.TOO_LATE.search(words):
        return _ask(request, "delai_recours")
    if _IF_ABSENT.search(words):
        intent = "consequences_absence"
        return _ask(request, intent, **lire(request.with_intent(intent)))
    if request.dossier is None and jusqu_a_quand(words) and mois_dits(words):
        return _ask(request, "duree_sanction")
    dated = any(request.said.get(day) for day in _DAYS)
    if request.dossier is None and dated and reperes.IS_SANCTIONED.search(words):
        return _ask(request, "contester_sanction")
    return None


def _ask(request: Request, intent: str, **facts: object) -> Answer | None:
    found = registry.entry(intent)
    if found is None:
        return None
    return found.handler(request.with_intent(intent, **facts)).with_(about=intent)
