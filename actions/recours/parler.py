"""What the answers of this group have in common: wording a situation, asking for what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.request import Request
from actions.langue.dates import lire_dates
from actions.recours.accompagner import accompagner
from actions.recours.situation import Situation, phrase

FAITS = (
    "auteur",
    "decision",
    "date_notification",
    "date_reception",
    "date_lettre",
    "date_envoi",
    "date_fin_mediation",
    "lettre",
    "mention_mediation",
    "mediation",
    "mediation_finie",
    "tribunal",
    "recours_prealable",
    "aide_juridictionnelle",
    "defenseur_droits",
    "departement_repondu",
    "date_reponse_departement",
    "procedure",
    "observations",
)
# Facts that have a question of their own; the others are taken when they are said.
_DEMANDABLES = ("auteur", "decision", "date_notification", "mention_mediation", "date_reception")


def dire(
    request: Request, key: str, situation: Situation, rules: Sequence[str] = (), **variables: Any
) -> Answer:
    """Word a block about a situation; ``rules``: those of another decision that the block also tells."""
    day = situation.jour_des_faits
    on = day if day and plus_ancien(request) <= day <= request.today else None
    words = {**situation.variables, **variables}
    answer = compose(request, key, situation.resultat, on=on, rules=rules, **words)
    return accompagner(request, answer, situation)


def plus_ancien(request: Request) -> date:
    """The first day of which the rules base speaks."""
    return request.services.droit.valeur("regime.choix", "debut_ancien", request.today)


def completer(request: Request, answer: Answer, situation: Situation) -> Answer:
    """Ask for the next missing fact; say it when the person's file holds nothing."""
    if situation.cas.propre:
        return answer
    answer = sans_dossier(request, answer)
    missing = (f for f in situation.resultat.faits_manquants if demandable(request, f))
    fact = next(missing, None)
    return ask(request, answer, fact) if fact else answer


def sans_dossier(request: Request, answer: Answer) -> Answer:
    """Tell a proven person that their file holds no letter, unless they describe one themselves."""
    told = set(FAITS) & request.said.keys()
    if request.dossier is None or request.dossier.procedures or told:
        return answer
    return answer.with_(
        conclusion=f"{phrase(request, 'recours.rien_au_dossier')} {answer.conclusion}"
    )


def demandable(request: Request, fact: str) -> bool:
    """Whether a fact has a question that was not answered « je ne sais pas »."""
    return fact in _DEMANDABLES and request.facts.get(fact) != "inconnu"


def refuser_date(request: Request, situation: Situation) -> Answer | None:
    """Say that a day is still to come, or that no calendar has it, and ask for it again."""
    facts = situation.cas.faits
    days = (facts.get("date_notification"), facts.get("date_reception"))
    key = "date_future" if any(day and day > request.today for day in days) else None
    if key is None and lire_dates(request.text, request.today).impossibles:
        key = "date_inexistante"
    if key is None:
        return None
    fact = "date_reception" if situation.cas.etape == "lettre" else "date_notification"
    return ask(request, dire(request, f"contester_sanction.{key}", situation), fact)
