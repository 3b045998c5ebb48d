"""Which sanction, or which point about sanctions, a message speaks of; durations said in it."""

from __future__ import annotations

import re
from datetime import date

from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.designation import MONTHS

MESURES = {
    "avertissement": r"\b[dl]?avertissement",
    "suspension": r"\bsuspen[sd]\w*|\bbloque\w*",
    "suppression": r"\bsuppression|\bsupprim\w*|\bsucre\w*",
    "radiation": r"\bradi(e|es|ee|ees|ation|ations)\b|\bpre-? ?radiation",
}
_MESURES = {name: re.compile(pattern) for name, pattern in MESURES.items()}
_CESSATION = re.compile(
    r"\bcessation|\bcess\w+ (d' etre |l' )?inscri\w+|\bdesinscri\w+|\boubli\w* .{0,20}actualis"
)
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (20\d\d)\b")
_YEAR = re.compile(r"\ben (20[12]\d)\b")
_MINE = re.compile(r"\b(ma|mon|mes|notre|m' a|m' ont|je suis|j' ai|moi)\b")
# « jusqu’à quand », « ça finit quand », « combien de temps ».
_UNTIL = re.compile(
    r"\b(jusqu' a quand|jusqu' au combien|jusque quand|combien de (temps|mois|jours|semaines)|date de fin|dernier jour|duree"
    r"|(fini\w*|termin\w*|arrete\w*|cesse\w*|dure|durent|dureront|durera|bloque\w*) .{0,15}quand"
    r"|quand .{0,30}(fini\w*|termin\w*|s' arrete\w*|arrete\w*|cesse\w*|debloque\w*))\b"
)
# « c’est quoi une suspension », « ça veut dire quoi »: the word itself is asked about.
_DEFINES = re.compile(
    r"\b(c' est quoi (une?|la|le|l'|les)|veut dire|veulent dire|signifi\w+|definition|difference|kesako|consiste)"
)
_FOREVER = re.compile(r"\b(a vie|pour toujours|definitive?\w*|pour de bon|jamais revenir)\b")
_BEGINS = re.compile(
    r"\b(commence\w*|demarre\w*|debut\w*|prend\w* effet|part\w*) .{0,15}quand\b|\b(a partir de|depuis) quand\b"
    r"|\bquand .{0,25}(commence\w*|demarre\w*|debut\w*|prend\w* effet)|\bretroacti\w+|\bavant (la|d' avoir recu la) (notification|lettre|decision)\b"
)
_THIS_LETTER = re.compile(r"\b(cette|ce|la|le) (lettre|courrier|papier|decision|mail|document)\b")
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "six": 6, "douze": 12}
_MONTHS = re.compile(
    rf"\b(?:pour|pendant|de|durant|dure|duree|radiee?|suspendue?|supprimee?|coupee?) (\d{{1,2}}|{'|'.join(_NUMBERS)}) mois\b"
    rf"|\b(\d{{1,2}}|{'|'.join(_NUMBERS)}) mois (?:de |d' )(?:radiation|suspension|suppression|sanction)"
)


def mesures_nommees(words: str) -> list[str]:
    """The sanctions named in normalised words, by growing weight."""
    return [name for name, pattern in _MESURES.items() if pattern.search(words)]


def cessation(words: str) -> bool:
    """Whether it is about an end of registration that is no sanction."""
    return bool(_CESSATION.search(words))


def jusqu_a_quand(words: str) -> bool:
    """Whether it is asked how long it lasts or when it ends."""
    return bool(_UNTIL.search(words))


def pour_toujours(words: str) -> bool:
    """Whether it is asked if it may be for ever."""
    return bool(_FOREVER.search(words))


def debut_demande(words: str) -> bool:
    """Whether it is asked when a measure begins, or whether it may begin before its letter."""
    return bool(_BEGINS.search(words))


def definition(words: str) -> bool:
    """Whether the meaning of a word is asked, rather than what happens to the person."""
    return bool(_DEFINES.search(words))


def cette_lettre(words: str) -> bool:
    """Whether one letter is meant (« cette lettre », « le courrier »)."""
    return bool(_THIS_LETTER.search(words))


def personnel(request: Request) -> bool:
    """Whether the person asks about themselves."""
    return bool(request.facts.get("mon_cas")) or bool(_MINE.search(normalise(request.text)))


def mois_dits(words: str) -> int | None:
    """« radié pour 2 mois »: 2; None when no believable length is said."""
    found = _MONTHS.search(words)
    if not found:
        return None
    told = found.group(1) or found.group(2)
    number = _NUMBERS.get(told) or int(told)
    return number if 1 <= number <= 12 else None


def jour_des_faits(request: Request) -> date | None:
    """The day of the absence or of the decision that the message speaks of; a month or a year may be enough."""
    for name in ("date_absence", "date_notification", "date_lettre", "date_reception"):
        value = request.said.get(name)
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value[:10])
            except ValueError:
                continue
    return _mois_ou_annee(normalise(request.text))


def _mois_ou_annee(words: str) -> date | None:
    """« en avril 2025 », « en 2023 »: a day of it; the year 2025 alone says too little."""
    month = _MONTH.search(words)
    if month:
        return date(int(month.group(2)), MONTHS.index(month.group(1)) + 1, 1)
    year = _YEAR.search(words)
    return date(int(year.group(1)), 7, 1) if year and year.group(1) != "2025" else None
