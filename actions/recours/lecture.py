"""What a message says of a letter or a decision: who, which kind, which steps were taken, which dates.

The facts are those of the rules base, plus ``lettre`` (``intention`` or ``decision``: what stage the person is at),
``date_lettre`` (the day of a letter whose kind is not said), and ``mediation_finie`` (``oui``).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.framework.hooks import reads
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.jours import jour_passe
from actions.langue.normaliser import normalise
from actions.recours import reperes

APPEALS = frozenset(
    {
        "contester_sanction",
        "delai_recours",
        "saisir_mediateur",
        "saisir_tribunal",
        "chances_recours",
        "rediger_recours",
    }
)
INTENTS = APPEALS | {
    "presenter_observations",
    "comprendre_sanction",
    "duree_sanction",
    "lever_sanction",
    "se_reinscrire",
    "controle_recherche_emploi",
}


@reads
def lire(request: Request) -> dict[str, Any]:
    """The facts of a message about a letter or a decision; nothing when it speaks of something else."""
    words = normalise(request.text)
    if not (
        request.intent in INTENTS or reperes.CONTEST.search(words) or reperes.LETTER.search(words)
    ):
        return {}
    found = _lettre(words)
    if not found and request.intent not in INTENTS and not reperes.CONTEST.search(words):
        return {}
    named = request.intent in APPEALS or bool(reperes.CONTEST.search(words))
    found |= _decision(words, found.get("lettre"), named)
    for name, pattern in reperes.STEPS:
        if pattern.search(words):
            found[name] = "oui"
    if reperes.MEDIATION_OVER.search(words) and not reperes.SUPPOSED.search(words):
        found["mediation_finie"] = "oui"
    if reperes.NO_MENTION.search(words):
        found["mention_mediation"] = "non"
    return {**found, **_dates(request.text, request.today)}


def _lettre(words: str) -> dict[str, Any]:
    if reperes.INTENTION.search(words) or (
        reperes.WARNING.search(words) and not reperes.CONTEST.search(words)
    ):
        return {"lettre": "intention"}
    if reperes.DECIDED.search(words):
        return {"lettre": "decision"}
    return {}


def _decision(words: str, lettre: str | None, named: bool) -> dict[str, Any]:
    """Who decided what; a letter that only announces decides nothing, nor does « c’est quoi une radiation »."""
    found = {}
    author = next((name for name, pattern in reperes.AUTHORS if pattern.search(words)), None)
    if author:
        found["auteur"] = author
    if lettre == "decision" or (lettre is None and named):
        kind = next((name for name, pattern in reperes.KINDS if pattern.search(words)), None)
        if kind:
            found["decision"] = kind
    return found


def _dates(text: str, today: date) -> dict[str, Any]:
    """Each date of the message, under the fact that the words before it name."""
    found: dict[str, Any] = {}
    begin = 0
    for date_found in find_dates(text, today):
        before = normalise(text[begin : date_found.start])
        begin = date_found.end
        name = next(
            (fact for fact, pattern in reperes.DATE_OF if pattern.search(before)), "date_lettre"
        )
        found[name] = jour_passe(date_found, text, today)
    return found
