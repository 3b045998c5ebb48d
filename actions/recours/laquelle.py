"""Asks which letter is meant when several of the file still move and fit what was said: each with its own date."""

from __future__ import annotations

from actions.dossiers.personne import Procedure
from actions.framework.answer import MAX_BUTTONS, Answer, Button, Question
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.recours import affaire
from actions.recours.choix import FAIT, possibles
from actions.recours.designation import jour_de, nature
from actions.recours.situation import Situation, decision, lettre, phrase

_TITLE = 26  # characters of a button


def demander_laquelle(request: Request) -> Answer | None:
    """The dates of each, and the question; None when it is clear which one is meant."""
    found = possibles(request)[-MAX_BUTTONS:]
    if not found:
        return None
    seen = [_situer(request, procedure) for procedure in found]
    rules = tuple(rule for situation in seen for rule in situation.resultat.rule_ids)
    answer = compose(
        request,
        "recours.choix.laquelle",
        rules=tuple(dict.fromkeys(rules)),
        choix=[_ligne(request, situation) for situation in seen],
    )
    choices = tuple((_titre(request, p), p.ref) for p in found)
    return answer.with_(
        question=Question(FAIT, request.intent, choices),
        question_text=request.services.wording.block("question.procedure")["question"],
        buttons=tuple(Button(title, f"fait:{FAIT}={ref}") for title, ref in choices),
    )


def _situer(request: Request, procedure: Procedure) -> Situation:
    cas = affaire.depuis(request, procedure)
    return lettre(request, cas) if cas.etape == "lettre" else decision(request, cas)


def _ligne(request: Request, situation: Situation) -> str:
    procedure, words = situation.cas.procedure, situation.variables
    letter = situation.cas.etape == "lettre"
    day = words["conseil"] if letter else words["date"]
    key = "jusqu_au" if day else "a_lire"
    if not letter and situation.resultat.valeurs.get("delai_interrompu"):
        key = "attente"
    elif words["etat"] in ("hors_delai", "depasse"):
        key = "sans_delai"
    until = phrase(request, f"recours.choix.{key}", date=day, lettre=letter)
    kind = "ligne_lettre" if letter else "ligne_decision"
    return phrase(
        request,
        f"recours.choix.{kind}",
        nature=nature(procedure),
        le=jour_de(procedure),
        suite=until,
    )


def _titre(request: Request, procedure: Procedure) -> str:
    day = jour_de(procedure)
    kind = "Lettre" if procedure.decision is None else (procedure.decision.nature or "décision")
    written = request.services.wording.render(
        "{{ kind }} du {{ jour(day) }}",
        {
            "kind": kind.capitalize(),
            "day": day,
            "today": request.today,
        },
    )
    without = written.split(" du ")[0] + " du " + " ".join(written.split(" du ")[1].split()[1:])
    return without if len(without) <= _TITLE else f"{kind.capitalize()} du {day:%d/%m/%Y}"
