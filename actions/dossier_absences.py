"""Absences written in the person's own file, and what became of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from actions.dossier_acces import on_file, past_of_the_law, word
from actions.dossier_echeances import advised, current_letter, procedure_of, reply_delay
from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne, Justificatif, Procedure, RendezVous
from actions.droit.typographie import jour
from actions.framework.answer import Answer, Button
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_DISPUTES = re.compile(
    r"\b(j' etais (bien |pourtant )?(la|present\w*|venu\w*)|j' y etais|etais presente?|j' y suis alle\w*"
    r"|jamais (ete )?absente?|pas ete absente?|a tort|erreur|faux|je suis venue?)\b"
)
_SHOWN = 3


@dataclass(frozen=True)
class Ligne:
    """One absence as it is told: the appointment, its last proof, the procedure that it led to."""

    rdv: RendezVous
    preuve: Justificatif | None
    procedure: Procedure | None


@answers("mes_absences")
def mes_absences(request: Request) -> Answer:
    """Absences recorded and what became of them; how to have a wrong one corrected."""
    if _DISPUTES.search(normalise(request.text)):
        return _disputed(request)
    told = past_of_the_law(request) if request.said.keys() & {"allocation", "rang"} else None
    return told or on_file(request, "mes_absences.general", _absences)


def _absences(request: Request, dossier: DossierPersonne) -> Answer:
    lines = [line_of(dossier, rdv) for rdv in reversed(vues.absences(dossier))]
    by_agency = [rdv for rdv in dossier.rendez_vous if rdv.statut == "manque_par_agence"]
    if not lines:
        key = "mes_absences.agence" if by_agency else "mes_absences.aucune"
        return word(request, key, rdv=by_agency[-1] if by_agency else None)
    letter = current_letter(request)
    delay = reply_delay(request, letter) if letter else None
    change = law_change(request)
    prove = next((line.rdv for line in lines if to_prove(line)), None)
    answer = word(
        request,
        "mes_absences.liste",
        rules=_rules(lines, change),
        total=len(lines),
        lignes=lines[:_SHOWN],
        limite=advised(delay, request.today),
        a_prouver=prove,
        anciennes=any(line.rdv.debut.date() < change for line in lines),
        changement=jour(change),
        par_agence=by_agency[-1] if by_agency else None,
    )
    send = (Button("Envoyer une preuve", "intent:fournir_justificatif"),) if prove else ()
    return answer.with_(buttons=(*send, *answer.buttons))


def line_of(dossier: DossierPersonne, rdv: RendezVous) -> Ligne:
    """What the file says of one absence."""
    proofs = rdv.absence.justificatifs if rdv.absence else ()
    last = max(proofs, key=lambda proof: proof.recu_le or date.min, default=None)
    return Ligne(rdv, last, procedure_of(dossier, rdv))


def to_prove(line: Ligne) -> bool:
    """Whether a proof can still help: none received or the last one refused, and nothing decided."""
    decided = line.procedure is not None and line.procedure.decision is not None
    return not decided and (line.preuve is None or line.preuve.statut == "refuse")


def law_change(request: Request) -> date:
    """The day from which absences count for the present law."""
    return request.services.droit.regle("sanction.comptage_transitoire").versions[0].du or date.min


def _rules(lines: list[Ligne], change: date) -> tuple[str, ...]:
    rules = ["absence.non_automatique"]
    if any(line.preuve and line.preuve.statut == "accepte" for line in lines):
        rules.append("absence.justifiee")
    if any(to_prove(line) for line in lines):
        rules.append("absence.a_justifier")
    if any(line.rdv.debut.date() < change for line in lines):
        rules.append("sanction.comptage_transitoire")
    return tuple(rules)


def _disputed(request: Request) -> Answer:
    letter = current_letter(request)
    delay = reply_delay(request, letter) if letter else None
    last = next(reversed(vues.absences(request.dossier)), None) if request.dossier else None
    return word(
        request,
        "mes_absences.conteste",
        absence=last,
        limite=advised(delay, request.today),
        lettre=letter,
    )
