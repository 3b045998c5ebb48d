"""The letter or decision that a question is about: the person's own, from their file, or the one that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from actions.dossiers import vues
from actions.dossiers.enums import SANCTIONS
from actions.dossiers.personne import Procedure, Recours, RendezVous
from actions.droit.decisions import decider
from actions.droit.resultat import FaitInvalide, Resultat
from actions.droit.vocabulaire import VOCABULAIRE
from actions.framework.request import Request

# What describes another letter than the one in the file, when said in this very message.
_DESCRIBES = ("auteur", "date_notification", "date_reception", "date_lettre", "date_envoi")
_ETAPES = {"mediation": "mediation", "rapo": "recours_prealable", "tribunal": "tribunal"}
_FAITS = (
    "auteur",
    "decision",
    "date_notification",
    "mention_mediation",
    "mediation",
    "tribunal",
    "recours_prealable",
    "aide_juridictionnelle",
    "defenseur_droits",
    "date_reception",
    "date_envoi",
    "date_fin_mediation",
)
# Only France Travail removes somebody from the list (rule competence.france_travail).
_READERS = {**VOCABULAIRE, "date_lettre": VOCABULAIRE["date_notification"]}
_FRANCE_TRAVAIL = ("radiation", "cessation_inscription")
_MEDIATION = ("mediation", "mediation_finie", "date_fin_mediation")


@dataclass(frozen=True)
class Affaire:
    """``etape``: ``lettre`` (a sanction is announced), ``decision``, or ``inconnue``.

    ``faits``: what the rules base needs, readable by it. ``procedure``, ``rendez_vous``, ``recours``: those of the file
    when the person's own case is meant (``propre``).
    """

    etape: str
    faits: Mapping[str, Any] = field(default_factory=dict)
    procedure: Procedure | None = None
    rendez_vous: RendezVous | None = None
    recours: tuple[Recours, ...] = ()

    @property
    def propre(self) -> bool:
        """Whether it comes from the person's own file."""
        return self.procedure is not None


def trouver(request: Request) -> Affaire:
    """The case that the message is about: the person's own, unless they describe another one."""
    dossier = request.dossier
    if dossier is None or request.facts.get("pour_autrui") in (True, "oui"):
        return _described(request)
    likeliest = _own(request)
    told = [p for p in dossier.procedures if p.decision or p.lettre_recue_le]
    others = sorted(told, key=_last_day, reverse=True)
    cases = (depuis(request, p) for p in dict.fromkeys((likeliest, *others)) if p is not None)
    own = next((case for case in cases if not _other(request, case)), None)
    return own or _described(request)


def _last_day(procedure: Procedure) -> date:
    decided = procedure.decision.notifiee_le if procedure.decision else None
    return decided or procedure.lettre_recue_le or date.min


def _other(request: Request, case: Affaire) -> bool:
    """Whether this very message speaks of another letter than ``case``: another author, another day."""
    if request.facts.get("mon_cas"):
        return False
    said = readable({name: request.said.get(name) for name in _DESCRIBES})
    author = said.pop("auteur", None)
    known = case.faits.get("auteur") or ("france_travail" if case.etape == "lettre" else None)
    mine = {day for day in case.faits.values() if isinstance(day, date)}
    return (author is not None and author != known) or not set(said.values()) <= mine


def _own(request: Request) -> Procedure | None:
    """The likeliest: the one named, else the letter that waits for a decision, else the latest decision."""
    dossier = request.dossier
    letter, decided = vues.lettre_en_cours(dossier), vues.derniere_decision(dossier)
    if request.said.get("lettre") == "decision" and decided:
        return _of_kind(request, decided)
    if letter and decided:
        newer = (decided.decision.notifiee_le or date.min) > (letter.lettre_recue_le or date.min)
        return _of_kind(request, decided) if newer else letter
    return letter or (decided and _of_kind(request, decided))


def _of_kind(request: Request, latest: Procedure) -> Procedure:
    """The latest decision of the kind that was named (« ma radiation »), else the latest."""
    kind = request.said.get("decision")
    found = [p for p in request.dossier.procedures if p.decision and p.decision.nature == kind]
    return max(found, key=lambda p: p.decision.notifiee_le or date.min, default=latest)


def depuis(request: Request, procedure: Procedure) -> Affaire:
    """The case of a procedure of the file."""
    dossier, decision = request.dossier, procedure.decision
    recours = tuple(r for r in dossier.recours if r.procedure == procedure.ref)
    rdv = vues.rendez_vous_de_ref(dossier, procedure.rendez_vous)
    if decision is None:
        author = _announcer(request)
        facts = {"date_reception": procedure.lettre_recue_le, "auteur": author}
        return Affaire("lettre", readable(facts), procedure, rdv, recours)
    facts = {
        "auteur": decision.auteur,
        "decision": decision.nature,
        "date_notification": decision.notifiee_le,
        "mention_mediation": decision.mention_mediation,
        **_steps(recours),
    }
    return Affaire("decision", readable(facts), procedure, rdv, recours)


def _announcer(request: Request) -> str | None:
    """Who wrote the letter: the department for somebody who has only the RSA, else not said by the file."""
    return "conseil_departemental" if request.dossier.allocation == "RSA" else None


def _steps(recours: tuple[Recours, ...]) -> dict[str, Any]:
    dated = sorted((r for r in recours if r.depose_le), key=lambda r: r.depose_le)
    return {
        _ETAPES[r.voie]: {"saisie": r.depose_le, "fin": r.fin_le}
        for r in dated
        if r.voie in _ETAPES
    }


def _described(request: Request) -> Affaire:
    facts = {name: request.facts.get(name) for name in _FAITS}
    etape = {"intention": "lettre", "decision": "decision"}.get(request.facts.get("lettre", ""))
    letter_day = request.facts.get("date_lettre")
    if etape == "lettre":
        facts["date_reception"] = facts["date_reception"] or letter_day
    elif letter_day and not facts["date_notification"]:
        facts["date_notification"] = letter_day
    if not facts["auteur"] and _france_travail(request, facts):
        facts["auteur"] = "france_travail"
    if etape is None:
        decided = ("decision", "auteur", "date_notification", *_MEDIATION)
        etape = (
            "decision"
            if any(request.facts.get(name) not in (None, "inconnu") for name in decided)
            else "lettre"
            if facts["date_reception"]
            else "inconnue"
        )
    return Affaire(etape, readable(facts))


def _france_travail(request: Request, facts: Mapping[str, Any]) -> bool:
    """A radiation, or anything that goes to the mediator, was decided by France Travail."""
    seized = any(request.facts.get(name) not in (None, "non", "inconnu") for name in _MEDIATION)
    unsaid = request.facts.get("mention_mediation") == "non"
    return facts["decision"] in _FRANCE_TRAVAIL or seized or unsaid


def readable(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the rules base can read, dates as ``date``; the others are as if not known."""
    kept = {}
    for name, value in facts.items():
        try:
            read = _READERS[name](name, value) if value is not None else None
        except FaitInvalide:
            continue
        if read is not None:
            kept[name] = read if isinstance(read, date) else value
    return kept


def decide(request: Request, kind: str, facts: Mapping[str, Any]) -> Resultat:
    """A decision of the rules base; facts that contradict each other are left out, the last one first."""
    known = {name: value for name, value in facts.items() if value is not None}
    while True:
        try:
            return decider(kind, known, request.today, request.services.droit)
        except FaitInvalide as error:
            bad = error.champ.split(".")[0].split("[")[0]
            if known.pop(bad, None) is None:
                raise


def est_sanction(procedure: Procedure) -> bool:
    """Whether a decision of the file is one that can be challenged."""
    return procedure.decision is not None and procedure.decision.nature in SANCTIONS
