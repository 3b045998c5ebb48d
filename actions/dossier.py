"""The overall state of the person's own file: what matters first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from actions import dossier_absences, dossier_pieces, dossier_recours  # noqa: F401  (handlers)
from actions.dossier_absences import line_of, to_prove
from actions.dossier_acces import on_file, sentence, word
from actions.dossier_echeances import (
    advised,
    appeal,
    current_letter,
    last_day,
    obligation,
    reply_delay,
)
from actions.dossier_mesures import how_to_appeal
from actions.dossier_rendez_vous import nom_du_fuseau
from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne
from actions.framework import registry
from actions.framework.answer import MAX_BUTTONS, Answer, Button
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise

# A point of the state: its sentence, the rules behind it.
Point = tuple[str, tuple[str, ...]]
_SHOWN = 5
_WHO_READS = re.compile(r"\bqui (peut|va|a|lit|voit|regarde|d' autre)\b")


@answers("consulter_dossier")
def consulter_dossier(request: Request) -> Answer:
    """The state of the file, the most pressing first: letter, sanction, appeal, appointment, absence, postponements."""
    found = registry.entry("confidentialite")
    if found and _WHO_READS.search(normalise(request.text)):
        return found.handler(request.with_intent("confidentialite"))
    return on_file(request, "consulter_dossier.general", _state)


def _state(request: Request, dossier: DossierPersonne) -> Answer:
    points = [point for point in _points(request, dossier) if point[0]][:_SHOWN]
    coming = vues.prochain_rendez_vous(dossier, request.now)
    return word(
        request,
        "consulter_dossier.etat" if points else "consulter_dossier.vide",
        points=[text for text, _ in points],
        rules=tuple(rule for _, rules in points for rule in rules),
        repondre=_reply_by(request),
        mesure=vues.decision_en_cours(dossier, request.today),
        rdv=coming,
        obligatoire=bool(coming) and obligation(request, coming).conclusion == "obligatoire",
        conseiller=dossier.conseiller,
    ).with_(buttons=_buttons(request, dossier))


def _reply_by(request: Request) -> date | None:
    """The day by which to answer the letter: the last working day, while there is time."""
    letter = current_letter(request)
    delay = reply_delay(request, letter) if letter and not letter.observations_le else None
    return advised(delay, request.today)


# What may be asked next, the most pressing first: whether it is of use, title, intent.
def _buttons(request: Request, dossier: DossierPersonne) -> tuple[Button, ...]:
    letter = current_letter(request)
    choices = (
        (letter and not letter.observations_le, "Répondre à la lettre", "presenter_observations"),
        (vues.decision_en_cours(dossier, request.today), "Ma sanction", "mes_sanctions"),
        (
            vues.prochain_rendez_vous(dossier, request.now),
            "Mon rendez-vous",
            "prochain_rendez_vous",
        ),
        (vues.absences(dossier), "Mes absences", "mes_absences"),
        (True, "Joindre quelqu’un", "parler_a_un_conseiller"),
    )
    useful = [
        Button(title, f"intent:{intent}") for condition, title, intent in choices if condition
    ]
    return tuple(useful[:MAX_BUTTONS])


def _points(request: Request, dossier: DossierPersonne) -> Iterator[Point]:
    yield _letter(request)
    yield _measure(request, dossier)
    yield _appeal(request, dossier)
    yield _appointment(request, dossier)
    yield _absence(request, dossier)
    yield _postponements(request, dossier)


def _letter(request: Request) -> Point:
    letter = current_letter(request)
    if letter is None:
        return "", ()
    delay = reply_delay(request, letter)
    values = delay.valeurs if delay else {}
    text = sentence(
        request,
        "consulter_dossier.lettre",
        lettre=letter,
        limite=values.get("limite_observations"),
        jours=values.get("jours_restants"),
    )
    return text, delay.rule_ids if delay else ()


def _measure(request: Request, dossier: DossierPersonne) -> Point:
    procedure = vues.decision_en_cours(dossier, request.today)
    if procedure is None or procedure.decision is None:
        return "", ()
    text = sentence(
        request,
        "consulter_dossier.mesure",
        decision=procedure.decision,
        dernier_jour=last_day(request, procedure.decision),
    )
    return text, ("sanction.date_effet",)


def _appeal(request: Request, dossier: DossierPersonne) -> Point:
    procedure = dossier_recours.to_dispute(request, dossier)
    result = appeal(request, dossier, procedure) if procedure else None
    return how_to_appeal(request, result), result.rule_ids if result else ()


def _appointment(request: Request, dossier: DossierPersonne) -> Point:
    rdv = vues.prochain_rendez_vous(dossier, request.now)
    if rdv is None:
        return sentence(request, "consulter_dossier.sans_rendez_vous"), ()
    result = obligation(request, rdv)
    text = sentence(
        request,
        "consulter_dossier.rendez_vous",
        rdv=rdv,
        statut=result.conclusion,
        zone=nom_du_fuseau(dossier),
    )
    return text, result.rule_ids


def _absence(request: Request, dossier: DossierPersonne) -> Point:
    lines = [line_of(dossier, rdv) for rdv in reversed(vues.absences(dossier))]
    open_ones = [line for line in lines if not (line.procedure and line.procedure.decision)]
    if not open_ones:
        return "", ()
    line = open_ones[0]
    rules = ("absence.a_justifier",) if to_prove(line) else ("absence.non_automatique",)
    return sentence(request, "consulter_dossier.absence", ligne=line), rules


def _postponements(request: Request, dossier: DossierPersonne) -> Point:
    used = vues.reports_utilises(dossier)
    allowed = request.services.droit.valeur("report.tolerance", "reports_toleres", request.today)
    text = sentence(
        request,
        "consulter_dossier.reports",
        utilises=used,
        restants=vues.reports_restants(dossier, allowed),
    )
    return (text, ("report.tolerance",)) if used else ("", ())
