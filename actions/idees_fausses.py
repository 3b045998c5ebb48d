"""Mistakes that people make about their rights: recognised in any message, corrected before the answer.

The table (patterns, correction, rules) is ``actions/textes/idees_fausses.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Any

from actions.droit.typographie import MOIS
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.hooks import finishes
from actions.framework.request import Request
from actions.framework.wording import Wording
from actions.langue.normaliser import normalise

PREFIX = "idees_fausses."
# Answers that nothing must be put in front of.
_UNTOUCHED = frozenset({"exprimer_detresse", "annuler"})
_SURE = 0.6  # confidence from which the question is answered besides
_LONGEST = 1000  # characters read: a message is never longer on the web


def correction(request: Request, answered: str = "") -> Answer | None:
    """The correction of the mistake that a message shows (its conclusion, rules and sources), or None.

    ``answered``: the key of the text that is about to be said; a correction that it already holds is left out.
    """
    words = normalise(request.text[:_LONGEST])
    for key in _shown(request.services.wording, words):
        unless = request.services.wording.block(key).get("sauf", ())
        if request.intent in unless or any(answered.startswith(item) for item in unless):
            return None
        return compose(request, key, **_figures(request))
    return None


@finishes
def correct(request: Request, answer: Answer) -> Answer:
    """The answer with the correction in front; in place of « je n’ai pas compris »."""
    if request.intent in _UNTOUCHED or answer.act is not None:
        return answer
    found = correction(request, answer.key)
    if found is None:
        return answer
    if answer.key.startswith("fallback") or _unsure(request):
        return found.with_(suite=answer.suite if answer.key.startswith("fallback") else found.suite)
    return answer.with_(
        conclusion=f"{found.conclusion} {answer.conclusion}",
        rules=tuple(dict.fromkeys((*found.rules, *answer.rules))),
        sources=tuple(dict.fromkeys((*found.sources, *answer.sources))),
        reasons=(found.conclusion, *answer.reasons),
    )


def _unsure(request: Request) -> bool:
    """Whether the message's own question was only guessed: the correction alone then answers it."""
    guess = request.ranking[:1]
    return bool(guess) and guess[0][0] == request.intent and guess[0][1] < _SURE


def _shown(wording: Wording, words: str) -> Iterator[str]:
    """The keys of the mistakes that the words show, in alphabetical order."""
    return (key for key, patterns in _patterns(wording) if any(p.search(words) for p in patterns))


@lru_cache(maxsize=4)
def _patterns(wording: Wording) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    keys = (key for key in wording.names() if key.startswith(PREFIX))
    return tuple(
        (key, tuple(re.compile(pattern) for pattern in wording.block(key)["motifs"]))
        for key in keys
    )


def _figures(request: Request) -> dict[str, Any]:
    """Figures of rules that no longer apply today, and the month since which the present ones do."""
    droit = request.services.droit
    start = droit.valeur("regime.choix", "debut_actuel", request.today)
    before = start - timedelta(days=1)
    hours = droit.regle("situation.changement_ancien").versions[-1].valeurs["heures"]
    return {
        "heures": hours,
        "depuis": f"{MOIS[start.month - 1]} {start.year}",
        "ancien": droit.valeur("ancien.radiation", "mois_par_rang", before)[0],
    }
