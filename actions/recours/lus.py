"""Facts as the rules base reads them, and its decisions on facts that may contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.decisions import decider
from actions.droit.resultat import FaitInvalide, Resultat
from actions.droit.vocabulaire import VOCABULAIRE
from actions.framework.request import Request

_READERS = {**VOCABULAIRE, "date_lettre": VOCABULAIRE["date_notification"]}


def readable(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the rules base can read, dates as ``date``; the others are as if not known."""
    kept = {}
    for name, value in facts.items():
        try:
            read = _READERS[name](name, value) if value is not None else None
        except FaitInvalide:
            continue
        if read is not None:
            kept[name] = read if isinstance(read, date) else value
    return kept


def decide(request: Request, kind: str, facts: Mapping[str, Any]) -> Resultat:
    """A decision of the rules base; facts that contradict each other are left out, the last one first."""
    known = {name: value for name, value in facts.items() if value is not None}
    while True:
        try:
            return decider(kind, known, request.today, request.services.droit)
        except FaitInvalide as error:
            bad = error.champ.split(".")[0].split("[")[0]
            if known.pop(bad, None) is None:
                raise
