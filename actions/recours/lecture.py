"""What a message says of a letter or a decision: who, which kind, which steps were taken, which dates.

The facts are those of the rules base, plus ``lettre`` (``intention`` or ``decision``: what stage the person is at),
``date_lettre`` (the day of a letter whose kind is not said), ``mediation_finie`` (``oui``, or ``accord`` when the
mediator found for the person), ``departement_repondu`` (``oui``) with its day ``date_reponse_departement``, and
``procedure`` (the letter or measure of the person's own file that is named).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.framework.hooks import reads
from actions.framework.pending import ANSWERING
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise
from actions.recours import choix, reperes
from actions.recours.designation import designer
from actions.recours.etapes import STEP_DAYS, etapes
from actions.recours.jours import jour_arrive

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
_SHORT = 7  # words
# The days from which a delay is counted, the latest step first.
_COUNTED_FROM = (
    "date_fin_mediation",
    "date_reponse_departement",
    "date_notification",
    "date_reception",
    "date_lettre",
)
_READ = INTENTS | {"suivi_recours"}
# The intents whose answers are about one letter or measure of the file.
OWN = _READ | {"mes_sanctions"}


@reads
def lire(request: Request) -> dict[str, Any]:
    """The facts of a message about a letter or a decision; nothing when it speaks of something else."""
    words = normalise(request.text)
    mine = request.intent == "mes_sanctions" and reperes.IS_SANCTIONED.search(words)
    # « je l’ai reçue le 16 » while it is asked what the letter says
    asked = request.intent in ANSWERING and request.memory.question.get("intent") in _READ
    told = asked and reperes.LETTER.search(words)
    meant = bool(request.intent in _READ or mine or told or reperes.CONTEST.search(words))
    steps = etapes(request, words)
    if not (meant or steps or reperes.LETTER.search(words)):
        return _corrected(request, words)
    found = _lettre(words)
    if not (meant or steps or found):
        return {}
    named = request.intent in APPEALS or bool(reperes.CONTEST.search(words))
    found |= _decision(words, found.get("lettre"), named)
    dates = _dates(request.text, request.today)
    if steps.keys() & {"mediation_finie", "departement_repondu"} and "date_lettre" in dates:
        over = "date_fin_mediation" if "mediation_finie" in steps else "date_reponse_departement"
        dates.setdefault(over, dates.pop("date_lettre"))
    told = {**steps, **{name: day for name, day in dates.items() if name in STEP_DAYS}}
    return {**found, **steps, **dates, **(choix.etape_de(request) if told else {})}


def _corrected(request: Request, words: str) -> dict[str, Any]:
    """« le 5 novembre en fait » after an answer that counted from a day: that day again."""
    subject, days = request.memory.sujet, find_dates(request.text, request.today)
    known = subject.get("faits", {})
    fact = next((name for name in _COUNTED_FROM if known.get(name)), None)
    short = request.intent in ANSWERING and len(words.split()) <= _SHORT
    if fact is None or subject.get("intent") not in INTENTS or len(days) != 1 or not short:
        return {}
    return {fact: jour_arrive(days[0], request.text, request.today)}


@reads
def nommer(request: Request) -> dict[str, Any]:
    """The letter or measure of the file that the message names; « la lettre » alone frees the one named before."""
    memory = request.memory
    before = {memory.sujet.get("intent"), memory.question.get("intent")} & OWN
    words = normalise(request.text)
    vague = request.intent in ANSWERING and (before or reperes.CONTEST.search(words))
    if request.dossier is None:
        return {}
    named = designer(request)
    vague = vague or (request.intent in ANSWERING and reperes.A_MEASURE.search(words))
    if not (request.intent in OWN or vague):
        return {}
    if named.nommee and len(named.procedures) == 1:
        return {choix.FAIT: named.procedures[0].ref, choix.LIBRE: choix.AUCUNE}
    if named.absente and vague:
        return {choix.FAIT: choix.AUCUNE}
    again = reperes.LETTER.search(words) or reperes.INTENTION.search(words)
    before = memory.faits.get(choix.FAIT)
    return {choix.LIBRE: before} if again and before else {}


def _lettre(words: str) -> dict[str, Any]:
    if reperes.NO_PROCEDURE.search(words):
        return {"lettre": "decision"}
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
    authors = [name for name, pattern in reperes.AUTHORS if pattern.search(words)]
    if len(authors) == 1:  # of two letters, one does not know which
        found["auteur"] = authors[0]
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
        named = (fact for fact, pattern in reperes.DATE_OF if pattern.search(before))
        name = next(named, "date_lettre")
        if name == "date_lettre" and name in found and not reperes.LETTER.search(before):
            continue  # « reçue hier, pour une réunion du 5 »: the 5th is not the day of the letter
        to_come = bool(reperes.TO_COME.search(before))
        found[name] = jour_arrive(date_found, text, today, to_come)
    return found
