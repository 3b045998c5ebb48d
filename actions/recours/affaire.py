"""The letter or decision that a question is about: the person's own, from their file, or the one that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from actions.dossiers import vues
from actions.dossiers.personne import Procedure, Recours, RendezVous
from actions.framework.request import Request
from actions.recours.choix import ETAPE_DE, choisie, probable
from actions.recours.designation import datee, designer, jour_de
from actions.recours.dit import Note, completer
from actions.recours.fichier import est_sanction, faits_de, recours_de
from actions.recours.lus import decide, readable

__all__ = ["Affaire", "decide", "depuis", "est_sanction", "readable", "trouver"]
# What describes another letter than the one in the file, when said in this very message.
_DESCRIBES = ("auteur", "date_notification", "date_reception", "date_lettre", "date_envoi")
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
_FRANCE_TRAVAIL = ("radiation", "cessation_inscription")
_MEDIATION = ("mediation", "mediation_finie", "date_fin_mediation")


@dataclass(frozen=True)
class Affaire:
    """``etape``: ``lettre`` (a sanction is announced), ``decision``, or ``inconnue``.

    ``faits``: what the rules base needs, readable by it. ``procedure``, ``rendez_vous``, ``recours``: those of the file
    when the person's own case is meant (``propre``). ``notes``: what they told and the file does not show.
    ``choisie``: it was taken among several because the person named it. ``absente``: a month of which the file has none.
    """

    etape: str
    faits: Mapping[str, Any] = field(default_factory=dict)
    procedure: Procedure | None = None
    rendez_vous: RendezVous | None = None
    recours: tuple[Recours, ...] = ()
    notes: tuple[Note, ...] = ()
    choisie: bool = False
    absente: str | None = None

    @property
    def propre(self) -> bool:
        """Whether it comes from the person's own file."""
        return self.procedure is not None


def trouver(request: Request) -> Affaire:
    """The case that the message is about: the person's own, unless they describe another one."""
    if request.dossier is None or request.facts.get("pour_autrui") in (True, "oui"):
        return _described(request)
    named = designer(request)
    picked = None if named.nommee and len(named.procedures) > 1 else choisie(request)
    likeliest = picked or probable(request, named)
    others = sorted(designer_tout(request), key=lambda p: jour_de(p) or date.min, reverse=True)
    several = len(others) > 1
    for procedure in dict.fromkeys((likeliest, *others)):
        if procedure is None or _other(request, procedure):
            continue
        chosen = several and procedure is likeliest and (picked is not None or named.nommee)
        return depuis(request, procedure, choisie=chosen, absente=named.absente)
    return _described(request)


def designer_tout(request: Request) -> tuple[Procedure, ...]:
    """Every letter and decision of the file whose day is known."""
    return tuple(p for p in request.dossier.procedures if jour_de(p)) if request.dossier else ()


def _other(request: Request, procedure: Procedure) -> bool:
    """Whether this very message speaks of another letter than that one: another author, another day."""
    if request.facts.get("mon_cas"):
        return False
    said = readable({name: request.said.get(name) for name in _DESCRIBES})
    author = said.pop("auteur", None)
    known = procedure.decision.auteur if procedure.decision else _announcer(request)
    case = depuis(request, procedure)
    mine = {day for day in case.faits.values() if isinstance(day, date)}
    strange = any(day not in mine and not datee(procedure, day) for day in said.values())
    return (author is not None and author != known) or strange


def _announcer(request: Request) -> str:
    only_rsa = request.dossier is not None and request.dossier.allocation == "RSA"
    return "conseil_departemental" if only_rsa else "france_travail"


def depuis(request: Request, procedure: Procedure, **marks: Any) -> Affaire:
    """The case of a procedure of the file, with what the person told of it. ``marks``: other fields of the case."""
    dossier = request.dossier
    of_this_one = request.facts.get(ETAPE_DE) in (None, procedure.ref)
    facts, notes = completer(
        request, faits_de(dossier, procedure), procedure.decision is None, of_this_one
    )
    return Affaire(
        "lettre" if procedure.decision is None else "decision",
        readable(facts),
        procedure,
        vues.rendez_vous_de_ref(dossier, procedure.rendez_vous),
        recours_de(dossier, procedure),
        notes,
        **marks,
    )


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
        etape = _stage(request, facts)
    return Affaire(etape, readable({**facts, **_department(request, facts)}))


def _department(request: Request, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The department's answer to the appeal, when its day is told."""
    ended = readable({"date_notification": request.facts.get("date_reponse_departement")})
    if not ended:
        return {}
    day = ended["date_notification"]
    began = readable({"date_notification": facts["recours_prealable"]}).get("date_notification")
    step = {"saisie": began if began and began <= day else day, "fin": day}
    return {"auteur": facts["auteur"] or "conseil_departemental", "recours_prealable": step}


def _stage(request: Request, facts: Mapping[str, Any]) -> str:
    decided = ("decision", "auteur", "date_notification", *_MEDIATION)
    if any(request.facts.get(name) not in (None, "inconnu") for name in decided):
        return "decision"
    return "lettre" if facts["date_reception"] else "inconnue"


def _france_travail(request: Request, facts: Mapping[str, Any]) -> bool:
    """A radiation, or anything that goes to the mediator, was decided by France Travail."""
    seized = any(request.facts.get(name) not in (None, "non", "inconnu") for name in _MEDIATION)
    unsaid = request.facts.get("mention_mediation") == "non"
    return facts["decision"] in _FRANCE_TRAVAIL or seized or unsaid
