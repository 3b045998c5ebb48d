"""What an absence may lead to: measure, range, who decides, which way to challenge it; for every allowance and period."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.absence_cas import settled
from actions.absence_cible import Absence, trouver
from actions.absence_faits import Faits, rassembler
from actions.absence_issues import KEY, RANK_RULES, word
from actions.ateliers_cible import OBLIGATION, next_question, own_file
from actions.droit.resultat import Resultat
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.libelles import nom
from actions.recours.affaire import decide, readable

FACTS = (
    *OBLIGATION,
    "allocation",
    "foyer_rsa",
    "organisme_referent",
    "rang",
    "date_absence",
    "type_evenement",
    "motif",
    "motif_precis",
    "preuve",
)
_FACULTATIVE = {"facultatif": "facultatif", "facultatif_mais_refus_a_justifier": "recommande"}
# What to ask, in this order; the others are taken when they are said.
_TO_ASK = ("allocation", "type_evenement", "rang", "foyer_rsa", "organisme_referent")


@answers("consequences_absence", facts=FACTS)
def consequences_absence(request: Request) -> Answer:
    """The answer on the absence meant: recorded, possible at the next appointment, or only described."""
    absence = trouver(request)
    closed = settled(request, absence)
    if closed is not None:
        return closed
    if absence.decided:
        older = _older(request, absence)
        return _answer(request, Absence(faite=True)) if older else _again(request, absence)
    return _answer(request, absence)


def _older(request: Request, absence: Absence) -> bool:
    """Whether the day said is that of another absence, gone by: the one decided in the file is not meant."""
    said = readable({"date_absence": request.facts.get("date_absence")}).get("date_absence")
    own = absence.rdv.debut.date() if absence.rdv else None
    return said is not None and said < request.today and said != own


def _again(request: Request, absence: Absence) -> Answer:
    """That absence is decided: say it, and what one more may lead to."""
    # One more absence is judged by the law of today, whatever the day of the former one.
    told = {k: v for k, v in request.facts.items() if k not in ("date_absence", "temps")}
    more = _answer(replace(request, facts=told), Absence(), nouvelle=True)
    decision = absence.procedure.decision if absence.procedure else None
    start = compose(
        request,
        f"{KEY}.decidee",
        decision=nom("decision", decision.nature if decision else None, "une décision"),
        nom_rdv=absence.nom,
    )
    return more.with_(conclusion=f"{start.conclusion} {more.conclusion}", buttons=start.buttons)


def _answer(request: Request, absence: Absence, *, nouvelle: bool = False) -> Answer:
    """``nouvelle``: one more absence is imagined, beyond the one that was asked about."""
    facts = rassembler(request, absence)
    if nouvelle:  # the reason given was that of the former absence
        told = {**facts.lus, "motif_legitime": "non", "preuve": None}
        facts = replace(facts, motif=None, lus=readable(told))
    result = _decide(request, facts)
    code = str(result.valeurs["sanction_possible"])
    if result.valeurs.get("regime") == "hors_perimetre":
        return word(request, "hors_perimetre", result, absence, facts)
    if code == "non" and facts.statut in _FACULTATIVE:
        return word(request, _FACULTATIVE[facts.statut], result, absence, facts)
    if code == "non":
        return word(request, "justifiee", result, absence, facts)
    if code == "incertain":
        answer = word(request, "incertain", result, absence, facts)
        fact = next_question(request, facts.obligation) if facts.obligation else None
        return ask(request, answer, fact, KEY) if fact else answer
    risk = _decide(request, facts, motif_legitime="non")
    if code in ("evitable", "question") and risk.conclusion == "oui":
        return _avoidable(request, result, risk, absence, facts)
    if risk.conclusion != "oui":
        return _incomplete(request, code, risk, absence, facts)
    answer = word(request, str(risk.valeurs["regime"]), risk, absence, facts, nouvelle=nouvelle)
    return _asking(request, answer, risk, facts)


def _decide(request: Request, facts: Faits, **changes: Any) -> Resultat:
    """The decision; a rank that was only said has no sanction of a known day behind it, so no date is told."""
    result = decide(request, "absence", {**facts.lus, **changes})
    if facts.rang is None:
        return result
    told = tuple(reason for reason in result.raisons if reason.regle not in RANK_RULES)
    return replace(result, raisons=told)


def _avoidable(
    request: Request, result: Resultat, risk: Resultat, absence: Absence, facts: Faits
) -> Answer:
    """A reason that may be accepted: what a proof changes, and what may follow without it."""
    answer = word(request, "evitable", risk, absence, facts)
    return answer.with_(
        rules=tuple(dict.fromkeys((*result.rule_ids, *answer.rules))),
        sources=tuple(dict.fromkeys((*answer.sources, *result.sources))),
    )


def _incomplete(
    request: Request, code: str, risk: Resultat, absence: Absence, facts: Faits
) -> Answer:
    """No allowance known: what is true for everybody, then the question."""
    old = risk.valeurs.get("regime") == "ancien"
    rank = "premier" if facts.rang in (None, "premier") else "repete"
    key = "general.ancien" if old else f"general.{rank}"
    if code != "oui":
        key = "general.evitable"
    answer = word(request, key, risk, absence, facts)
    unknown = request.facts.get("allocation") == "inconnu"
    return answer if unknown else ask(request, answer, "allocation", KEY)


def _asking(request: Request, answer: Answer, result: Resultat, facts: Faits) -> Answer:
    """Ask for the next fact that would change the answer; the file and the conversation are never asked again."""
    missing = list(result.faits_manquants)
    if facts.rang is None and own_file(request) is None and "historique" in missing:
        missing.append("rang")
    wanted = [fact for fact in _TO_ASK if fact in missing and request.facts.get(fact) != "inconnu"]
    if "organisme_referent" in wanted and facts.lus.get("allocation") not in ("CEJ", "PACEA"):
        wanted.remove("organisme_referent")
    return ask(request, answer, wanted[0], KEY) if wanted else answer
