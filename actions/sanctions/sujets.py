"""Which sanction, or which point about sanctions, a message speaks of; durations said in it."""

from __future__ import annotations

import re
from datetime import date

from actions.framework.request import Request
from actions.langue.normaliser import normalise

MESURES = {
    "avertissement": r"\bavertissement",
    "suspension": r"\bsuspen[sd]\w*|\bbloque\w*",
    "suppression": r"\bsuppression|\bsupprim\w*|\bsucre\w*",
    "radiation": r"\bradi(e|es|ee|ees|ation|ations)\b|\bpre-? ?radiation",
}
_MESURES = {name: re.compile(pattern) for name, pattern in MESURES.items()}
_CESSATION = re.compile(
    r"\bcessation|\bcess\w+ (d' etre |l' )?inscri\w+|\bdesinscri\w+|\boubli\w* .{0,20}actualis"
)
_MINE = re.compile(r"\b(ma|mon|mes|notre|m' a|m' ont|je suis|j' ai|moi)\b")
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "six": 6, "douze": 12}
_MONTHS = re.compile(
    rf"\b(?:pour|pendant|de|durant|dure|duree|radie|suspendu|supprime) (\d{{1,2}}|{'|'.join(_NUMBERS)}) mois\b"
)


def mesures_nommees(words: str) -> list[str]:
    """The sanctions named in normalised words, by growing weight."""
    return [name for name, pattern in _MESURES.items() if pattern.search(words)]


def cessation(words: str) -> bool:
    """Whether it is about an end of registration that is no sanction."""
    return bool(_CESSATION.search(words))


def personnel(request: Request) -> bool:
    """Whether the person asks about themselves."""
    return bool(request.facts.get("mon_cas")) or bool(_MINE.search(normalise(request.text)))


def mois_dits(words: str) -> int | None:
    """« radié pour 2 mois »: 2; None when no believable length is said."""
    found = _MONTHS.search(words)
    if not found:
        return None
    number = _NUMBERS.get(found.group(1)) or int(found.group(1))
    return number if 1 <= number <= 12 else None


def jour_des_faits(request: Request) -> date | None:
    """The day of the absence or of the decision that the message speaks of."""
    for name in ("date_absence", "date_notification", "date_lettre", "date_reception"):
        value = request.said.get(name)
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value[:10])
            except ValueError:
                continue
    return None
