"""The deadlines of the person's own file: answer a letter, appeal against a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actions.dossier_echeances import appeal, reply_delay
from actions.dossiers import vues
from actions.dossiers.personne import Procedure, Recours
from actions.framework.request import Request

OBSERVATIONS = "observations"


@dataclass(frozen=True)
class Echeance:
    """A deadline of a procedure.

    ``voie``: ``observations``, or the next step of the appeal as the rules base names it (``inconnue`` when the file does
    not tell enough). ``le``: the day to keep to, included; None when only the letter tells it.
    """

    procedure: Procedure
    voie: str
    le: date | None = None
    regles: tuple[str, ...] = ()
    depassee: bool = False


def observations(request: Request, rendez_vous: str | None = None) -> Echeance | None:
    """The letter of intention that waits for an answer (about this appointment, when one is given)."""
    letter = vues.lettre_en_cours(request.dossier) if request.dossier else None
    if letter is None or rendez_vous not in (None, letter.rendez_vous):
        return None
    result = reply_delay(request, letter)
    if result is None:
        return Echeance(letter, OBSERVATIONS)
    values = result.valeurs
    limit, advice = values.get("limite_observations"), values.get("conseil_dernier_jour_ouvre")
    day = advice if advice and advice >= request.today else limit
    return Echeance(letter, OBSERVATIONS, day, result.rule_ids, bool(values.get("depasse")))


def recours(request: Request) -> Echeance | None:
    """The decision that may be appealed against, and the next step."""
    file = request.dossier
    decided = (
        vues.decision_en_cours(file, request.today) or vues.derniere_decision(file)
        if file
        else None
    )
    if file is None or decided is None:
        return None
    result = appeal(request, file, decided)
    if result is None:
        return Echeance(decided, "inconnue")
    values = result.valeurs
    late = values.get("statut") == "hors_delai"
    return Echeance(decided, values["voie"], values.get("date_prudente"), result.rule_ids, late)


def recours_depose(request: Request, procedure: str | None, voie: str) -> Recours | None:
    """The appeal of this kind already made against a procedure, according to the file."""
    everything = request.dossier.recours if request.dossier else ()
    return next(
        (one for one in everything if one.procedure == procedure and one.voie == voie), None
    )
