"""Which letter or measure of the file a message names: by its day, its month, its kind, its rank, its appointment.

« celle d’avril », « la suppression », « le premier avertissement », « la lettre pour l’atelier numérique ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne, Procedure
from actions.droit.typographie import MOIS
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise
from actions.recours.jours import jour_arrive

# As they are in normalised words, January first.
MONTHS = tuple(normalise(month) for month in MOIS)
_THING = (
    r"(sanctions?|mesures?|decisions?|lettres?|courriers?|papiers?|avertissement|suspension|suppression"
    r"|radiation|procedure)"
)
# Names only: somebody « suspendu » may well have a suppression.
_KINDS = {
    kind: re.compile(rf"\b[dl]?{kind}s?\b")
    for kind in ("avertissement", "suspension", "suppression", "radiation")
}
# « une suspension », « une deuxième suspension »: none in particular.
_ANY = re.compile(r"\b(une?|des|quelles?|autre|cas d[e'])( \w+)? $")
_MONTH = re.compile(rf"(?<!\d )(?<!1er )\b({'|'.join(MONTHS)})\b(?: (20\d\d))?")
# « celle d’avril », « la sanction reçue en mars »: what the month is the month of.
_OF_MONTH = rf"\b({_THING}|celle|celui)\b( \w+'?)? (d'|de|du mois (d'|de)|en) $"
_OF_A_LETTER = re.compile(_OF_MONTH)
_END = rf"( {_THING}\b| *$| *[?!.,;]| (et|ou|svp|stp|s')( |$))"
_THE = r"\b(la|le|l'|ma|mon|mes|cette|cet|ce|sa|son|leur|du|notre) "
_RANKS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (0, rf"{_THE}(premiere?|1ere|1re|1er|plus ancienne?){_END}"),
        (
            -2,
            rf"{_THE}(precedente?|ancienne?){_END}|\b(celle|celui|{_THING}) (d' avant|precedente?)\b",
        ),
        (1, rf"{_THE}(deuxieme|seconde?|2e|2eme){_END}"),
        (-1, rf"{_THE}(derniere?|nouvelle?|nouveau|plus recente?){_END}"),
    )
)
_ABOUT = re.compile(
    rf"\b({_THING}|celle|celui)\b.{{0,15}}\b(pour|de|du|sur|concernant|suite|cause)\b(?P<quoi>.{{0,40}})"
)
# Words of titles that name no appointment in particular.
_COMMON = frozenset(
    [
        "atelier",
        "ateliers",
        "rendez-vous",
        "premier",
        "prochain",
        "seance",
        "suivi",
        "travail",
        "france",
        "organiser",
        "preparer",
        "lettre",
        "lettres",
    ]
)
# A letter is dated, or posted, some days before it is received.
_POST = timedelta(days=10)
Fit = Callable[[Procedure], bool]


@dataclass(frozen=True)
class Designation:
    """``procedures``: those of the file that fit what is named (all when nothing is), oldest first.

    ``nommee``: whether words name some of them. ``absente``: the month, or the kind (« avertissement »), that is named and
    that nothing of the file has.
    """

    procedures: tuple[Procedure, ...]
    nommee: bool = False
    absente: str | None = None


def designer(request: Request) -> Designation:
    """The letters and measures that the words of the message name."""
    dossier = request.dossier
    if dossier is None:
        return Designation(())
    words = normalise(request.text)
    told = sorted((p for p in dossier.procedures if jour_de(p)), key=lambda p: jour_de(p))
    fits, named = tuple(told), False
    for fit in (*_days(request), *_months(words), *_kinds(words), *_appointment(dossier, words)):
        found = tuple(p for p in fits if fit(p))
        fits, named = found or fits, named or bool(found)
    rank = next((rank for rank, pattern in _RANKS if pattern.search(words)), None)
    if rank is not None and -len(fits) <= rank < len(fits):
        fits, named = (fits[rank],), True
    return Designation(fits, named, _missing(tuple(told), words))


def jour_de(procedure: Procedure) -> date | None:
    """The day by which one speaks of it: that of the decision, else of the letter."""
    decided = procedure.decision.notifiee_le if procedure.decision else None
    return decided or procedure.lettre_recue_le


def jours_de(procedure: Procedure) -> frozenset[date]:
    """The days by which it may be named: of the breach, the letter, the decision, the first day of the measure."""
    decision = procedure.decision
    days = {procedure.manquement_le, procedure.lettre_recue_le}
    if decision:
        days |= {decision.notifiee_le, decision.effet_le}
    return frozenset(day for day in days if day)


def datee(procedure: Procedure, day: date) -> bool:
    """Whether a letter of that day may be one of its letters: the same day, or posted a little before."""
    received = (procedure.lettre_recue_le, jour_de(procedure))
    return day in jours_de(procedure) or any(r and day < r <= day + _POST for r in received)


def nature(procedure: Procedure) -> str | None:
    """The measure taken, or the one that the letter announces."""
    return procedure.decision.nature if procedure.decision else procedure.sanction_envisagee


def _days(request: Request) -> Iterator[Fit]:
    for found in find_dates(request.text, request.today):
        day = jour_arrive(found, request.text, request.today)
        yield lambda p, day=day: datee(p, day)


def _months(words: str) -> Iterator[Fit]:
    for found in _MONTH.finditer(words):
        month, year = MONTHS.index(found.group(1)) + 1, found.group(2)
        # the month of the decision or of the letter counts more than that of the breach
        yield lambda p, m=month, y=year: _of(jour_de(p), m, y)
        yield lambda p, m=month, y=year: any(_of(day, m, y) for day in jours_de(p))


def _of(day: date | None, month: int, year: str | None) -> bool:
    return day is not None and day.month == month and year in (None, str(day.year))


def _kinds(words: str) -> Iterator[Fit]:
    for kind, pattern in _KINDS.items():
        found = pattern.search(words)
        if found and not _ANY.search(words[: found.start()]):
            yield lambda p, kind=kind: nature(p) == kind


def _appointment(dossier: DossierPersonne, words: str) -> Iterator[Fit]:
    about = _ABOUT.search(words)
    said = _stems(about["quoi"]) if about else set()
    if said:
        yield lambda p: bool(_title(dossier, p) & said)


def _title(dossier: DossierPersonne, procedure: Procedure) -> set[str]:
    rdv = vues.rendez_vous_de_ref(dossier, procedure.rendez_vous)
    return _stems(normalise(rdv.titre)) if rdv else set()


def _stems(words: str) -> set[str]:
    return {word[:6] for word in words.split() if len(word) > 4 and word not in _COMMON}


def _missing(told: tuple[Procedure, ...], words: str) -> str | None:
    """A month by which a letter is named and that no letter of the file has, as it is written."""
    for found in _MONTH.finditer(words):
        month, year = MONTHS.index(found.group(1)) + 1, found.group(2)
        if not _OF_A_LETTER.search(words[: found.start()]):
            continue
        if not any(_of(day, month, year) for p in told for day in jours_de(p)):
            return f"{MOIS[month - 1]}{' ' + year if year else ''}"
    natures = {nature(p) for p in told}
    named = (kind for kind, pattern in _KINDS.items() if pattern.search(words))
    missing = next((kind for kind in named if _mine(words, kind) and kind not in natures), None)
    return missing if told else None


def _mine(words: str, kind: str) -> bool:
    """Whether the measure is told as one's own (« ma suspension »), not as a word or as the name of a letter."""
    return bool(re.search(rf"\b(ma|mon|mes|cette|cet) ([dl]')?{kind}s?\b", words))
