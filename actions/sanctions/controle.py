"""Checks on the search for work: what is asked, how to answer, what may follow."""

from __future__ import annotations

import re

from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_NO_TRACE = re.compile(
    r"\b(aucune? (trace|preuve)|pas (de|garde|gardee?) .{0,12}(trace|preuve)|sans (trace|preuve)|bouche a oreille"
    r"|a la main|par des potes|rien garde)\b"
)
_AFTER = re.compile(
    r"\b(risque\w*|sanction\w*|si je (ne )?repond\w* pas|a l' issue|apres (le|un) controle|suites?|ensuite)\b"
)


@answers("controle_recherche_emploi")
def controle_recherche_emploi(request: Request) -> Answer:
    """How to answer a check; with no trace kept; what may come after."""
    words = normalise(request.text)
    if _NO_TRACE.search(words):
        return compose(request, "controle_recherche_emploi.sans_trace")
    if _AFTER.search(words):
        return compose(request, "controle_recherche_emploi.suite_possible")
    return compose(request, "controle_recherche_emploi.general")
