"""Makes an ``Answer`` from a text key and a decision: the one way in which handlers speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from actions.droit.modele import Source
from actions.droit.resultat import Acte, Resultat
from actions.framework.answer import Answer, Button, Question
from actions.framework.request import Request
from actions.framework.wording import long_date

_DATED = "regime.choix"  # the rule whose reason tells the day of the absence
# Rules that frame every answer of their kind: their sources come after those of the rules that decide.
_GENERAL = ("regime.", "absence.", "delai.", "competence.", "procedure.observations")


def compose(
    request: Request,
    key: str,
    resultat: Resultat | None = None,
    *,
    on: date | None = None,
    rules: Sequence[str] = (),
    **variables: Any,
) -> Answer:
    """Word the block ``key`` of ``actions/textes``.

    Variables of the templates: ``today``, ``now``, ``faits``, ``dossier``, ``valeurs`` (of ``resultat``), ``regle``
    (``regle('report.tolerance', 'reports_toleres')``: a figure at the date of the facts), and those given.
    ``on``: the date of the facts (default: today), for the figures and the sources. The rules of an answer are those
    of the decision, of the block (``regles:``) and of ``rules``; sources follow from them.
    """
    wording, day = request.services.wording, on or request.today
    block = wording.block(key)
    scope = {**_scope(request, resultat, day), **variables}

    def say(template: str | None) -> str:
        return wording.render(template, scope) if template else ""

    rule_ids = _rules(block, resultat, rules)
    why = tuple(filter(None, (say(item) for item in _list(block.get("pourquoi")))))
    reasons = _reasons(request, resultat, day) if resultat else ()
    return Answer(
        conclusion=say(block["conclusion"]),
        pourquoi=why or reasons[:2],
        reserve=say(block.get("reserve")) or None,
        suite=say(block.get("suite")) or _next_act(resultat, request.today),
        question_text=say(block.get("question")) or None,
        buttons=tuple(_button(item, say) for item in block.get("boutons", ())),
        rules=rule_ids,
        sources=_sources(request, resultat, rule_ids, day),
        reasons=reasons or why,
        facts=dict(request.facts),
        missing=resultat.faits_manquants if resultat else (),
        key=key,
        on=day,
    )


def ask(request: Request, answer: Answer, fact: str, intent: str | None = None) -> Answer:
    """Add to an answer the question for one missing fact, with its choices as buttons.

    The texts are in the block ``question.<fact>``: ``question``, and ``choix`` (title -> value of the rules base). « Je ne
    sais pas » is always understood; it is the last button when the block offers it.
    """
    wording = request.services.wording
    block = wording.block(f"question.{fact}")
    choices = tuple((str(title), str(value)) for title, value in block.get("choix", {}).items())
    return answer.with_(
        question=Question(fact, intent or request.intent, choices),
        question_text=wording.render(
            block["question"], {"today": request.today, "faits": request.facts}
        ),
        buttons=tuple(Button(title, f"fait:{fact}={value}") for title, value in choices[:3])
        or answer.buttons,
    )


def plain(request: Request, key: str, **variables: Any) -> Answer:
    """An answer that states no rule (greetings, confirmations)."""
    return compose(request, key, **variables).with_(sticky=False)


def _scope(request: Request, resultat: Resultat | None, day: date) -> dict[str, Any]:
    """The variables that every template knows (see ``compose``)."""
    return {
        "today": request.today,
        "now": request.now,
        "faits": request.facts,
        "dossier": request.dossier,
        "valeurs": resultat.valeurs if resultat else {},
        "resultat": resultat,
        "regle": lambda rule, name: request.services.droit.valeur(rule, name, day),
    }


def _sources(
    request: Request, resultat: Resultat | None, rule_ids: Sequence[str], day: date
) -> tuple[Source, ...]:
    """Those of the rules that decide, of the decision, then of the rules that only frame the answer."""
    droit = request.services.droit
    decisive = [rule for rule in rule_ids if not rule.startswith(_GENERAL)]
    given = resultat.sources if resultat else ()
    found = (*droit.sources(decisive, day), *given, *droit.sources(rule_ids, day))
    return tuple(dict.fromkeys(found))


def _reasons(request: Request, resultat: Resultat, day: date) -> tuple[str, ...]:
    """The reasons, but for « votre absence date d’aujourd’hui » when nobody has said a day."""
    undated = day == request.today and not request.facts.get("date_absence")
    kept = (r for r in resultat.raisons if not (undated and r.regle == _DATED))
    return tuple(reason.texte for reason in kept)


def _rules(
    block: dict[str, Any], resultat: Resultat | None, extra: Sequence[str]
) -> tuple[str, ...]:
    decided = resultat.rule_ids if resultat else ()
    return tuple(dict.fromkeys((*decided, *block.get("regles", ()), *extra)))


def _list(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def _button(item: Any, say: Any) -> Button:
    """``"Title"`` (as if typed), or ``{titre, intent}``."""
    if isinstance(item, str):
        return Button(say(item))
    return Button(say(item["titre"]), f"intent:{item['intent']}")


def _next_act(resultat: Resultat | None, today: date) -> str | None:
    """The person's first act with its date, when the wording gives none."""
    mine = [acte for acte in resultat.actes if acte.qui == "vous"] if resultat else []
    return _act_sentence(mine[0], today) if mine else None


def _act_sentence(acte: Acte, today: date) -> str:
    if acte.avant_le is None:
        return acte.quoi
    return f"{acte.quoi.rstrip('.')}, au plus tard le {long_date(acte.avant_le, today)}."
