"""What a message says of an absence: its day, and whether it has already happened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions.droit.typographie import MOIS
from actions.framework.hooks import reads
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.jours import jour_passe
from actions.langue.normaliser import fold, normalise
from actions.themes import Themes

INTENTS = frozenset(
    {
        "signaler_absence",
        "consequences_absence",
        "motifs_legitimes",
        "fournir_justificatif",
        "arriver_en_retard",
        "convocation_non_recue",
        "rendez_vous_manque_par_agence",
        "abandonner_formation",
    }
)
_SHORT = 12  # words: a follow-up rather than a question of its own
_PAST = re.compile(
    r"\b(rate\w?|loupe\w?|manque[es]?|zappe\w?|oublie\w?|seche\w?|absente?|(n' |j' |etais ).{0,12}pas (venue?|alle\w?|pu|la)"
    r"|pas (venue?|allee?|ete)|arrivee? (trop )?tard|j?etais (malade|absente?|pas)|suis pas (venue?|allee?))\b"
)
# « j’ai loupé mon atelier création »: an absence, whatever else the title sounds like.
MISSED = re.compile(
    r"\b(j' ai|jai|ai|avons) ((rate|loupe|manque|zappe|seche)\w*|pas ete (a|au|chez))\b|\bsuis pas (alle\w*|venue?)\b"
)
_FUTURE = re.compile(
    r"\b(si je (ne |n' |le |la |l' |y |les )*(viens|vais|peux|rate|loupe|manque|suis)|si j' y (vais|suis)|ne (viendrai|pourrai|serai)|pourrai[s]? pas|viendrai pas"
    r"|serai[s]? (pas|absente?|en retard)|vais (pas|rater|manquer|etre|louper)|(je |j' )(n' )?(peux|irai|viens|vais) pas|prochaine? fois"
    r"|va[is]? etre|en cas d' absence)\b"
)
_NOT_THE_ABSENCE = re.compile(
    r"\b(lettre|courrier|recue?s?|notifi\w*|convocation|decision|envoye\w*|papier)\b"
)
# « et si ma preuve est refusée ? »: about the absence that the proof is for.
REFUSAL = re.compile(
    r"\bsi (elle|ma preuve|mon (certificat|justificatif|attestation)|la preuve|ils|il)\b.{0,20}\b(refus\w*|pas accept\w*)"
)
_MONTHS = [fold(month) for month in MOIS]
_MONTH = re.compile(rf"\b(?P<mois>{'|'.join(_MONTHS)}) (?P<annee>20[12]\d)\b")
_YEAR = re.compile(r"\b(en|de|annee|pendant|courant) (?P<annee>20(1\d|2[0-4]))\b")

# Reasons that the files do not tell apart, by the words that name them.
_FINER = Themes(
    {
        "benevolat": r"\b(benevol\w*|maraude)\b",
        "handicap": r"\b(handicap\w*|rqth|invalidite|fauteuil roulant)\b",
        "examen": r"\b(examens?|concours|partiels?|soutenance|permis de conduire)\b",
        "proche_aidant": r"\b(aidante?|m' occupe de (ma|mon|mes) (mere|pere|parents?|mari|femme))\b",
        "absence_domicile": r"\b(vacances|conges|en voyage|a l' etranger)\b",
        "desinteret": r"\b(pas envie|sert a rien|inutile|m' interesse pas|ennu\w+|deja (fait|suivi) (cet|l' ) ?atelier|flemme)\b",
    }
)


@reads
def lire(request: Request) -> dict[str, Any]:
    """``date_absence``, and ``temps`` (passe or futur) when the message tells it."""
    words = normalise(request.text)
    if request.intent not in INTENTS and not _follows_up(request, words):
        return {}
    found: dict[str, Any] = {**_finer(request, words)}
    told = tense(words)
    if told:
        found["temps"] = told
    day = _day(request, told)
    return {**found, "date_absence": day} if day else found


def _follows_up(request: Request, words: str) -> bool:
    subject = request.memory.sujet.get("intent")
    return subject in INTENTS and len(words.split()) <= _SHORT


def tense(words: str) -> str | None:
    """Whether an absence is told as past or as to come; None when both or neither."""
    past, future = bool(_PAST.search(words)), bool(_FUTURE.search(words))
    if future:
        return "futur"
    return "passe" if past else None


def _finer(request: Request, words: str) -> dict[str, str]:
    """``motif_precis``: a reason of the rules base finer than ``motif``, which knows those of the files only."""
    code = _FINER.premier(words) or ""
    return {"motif_precis": code} if code or "motif" in request.said else {}


def when(request: Request) -> str | None:
    """``passe`` or ``futur``: as an absence is told here, else as the message sounds."""
    return tense(normalise(request.text)) or request.said.get("temps")


def _day(request: Request, told: str | None) -> date | None:
    """The first day that is not that of a letter."""
    begin = 0
    for found in find_dates(request.text, request.today):
        before = normalise(request.text[begin : found.start])
        begin = found.end
        if _NOT_THE_ABSENCE.search(before):
            continue
        future = told == "futur" or found.sens == "futur"
        return found.jour if future else jour_passe(found, request.text, request.today)
    return _about_when(normalise(request.text))


def _about_when(words: str) -> date | None:
    """The middle of a month, or of a year, said without its day: enough to know which law applied."""
    month = _MONTH.search(words)
    if month:
        return date(int(month["annee"]), _MONTHS.index(month["mois"]) + 1, 15)
    year = _YEAR.search(words)
    return date(int(year["annee"]), 7, 1) if year else None
