"""Which absence a question is about: recorded in the person's file, possible at their next appointment, or described."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from actions.absence_lecture import REFUSAL, tense, when
from actions.ateliers_cible import (
    OBLIGATION,
    another,
    days_named,
    facts_of,
    nommer,
    own_file,
    spoken_of,
)
from actions.dossier_echeances import procedure_of, reply_delay
from actions.dossier_rendez_vous import named
from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne, Justificatif, Procedure, RendezVous
from actions.droit.obligation import decider_obligation
from actions.droit.resultat import Resultat
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.affaire import decide, readable

_RECENT = timedelta(days=120)  # a planned appointment that old is no news

# Questions whose answers are about one absence.
_ABOUT_ONE = ("consequences_absence", "signaler_absence", "motifs_legitimes")

# Reasons whose words are also those of titles (« Préparer ses entretiens »).
_NAMED_LIKE_WORKSHOPS = ("entretien_embauche", "formation", "reprise_emploi")


@dataclass(frozen=True)
class Absence:
    """``rdv``: the appointment meant; ``faite``: the absence has happened; ``procedure``: what it led to.

    ``limite``: last day to answer the letter received, None without one; ``depassee``: that day is over.
    ``conseil``: the day by which to answer in practice (never a day when offices are closed).
    """

    rdv: RendezVous | None = None
    nom: str = ""
    faite: bool = False
    preuve: Justificatif | None = None
    procedure: Procedure | None = None
    limite: date | None = None
    depassee: bool = False
    conseil: date | None = None
    lettre: bool = False
    rules: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a decision was taken on it."""
        return self.procedure is not None and self.procedure.decision is not None

    @property
    def variables(self) -> Mapping[str, Any]:
        """What the texts need of it."""
        return {
            "rdv": self.rdv,
            "nom_rdv": self.nom,
            "faite": self.faite,
            "preuve": self.preuve,
            "limite": self.limite,
            "depassee": self.depassee,
            "conseil": self.conseil,
            "lettre": self.lettre,
            "decidee": self.decided,
        }


def trouver(request: Request, recorded_first: bool = False) -> Absence:
    """The absence meant; without an appointment when the file holds none that fits, or nobody is proven.

    Args:
        recorded_first: an absence already recorded is meant, unless the message says otherwise.
    """
    dossier = own_file(request)
    if dossier is None:
        return _described(request)
    rdv = _meant(request, dossier, recorded_first)
    if rdv is None or (another(request, facts_of(rdv)) and not request.facts.get("mon_cas")):
        return _described(request)
    done = rdv.debut < request.now
    proofs = rdv.absence.justificatifs if rdv.absence else ()
    last = max(proofs, key=lambda proof: proof.recu_le or date.min, default=None)
    procedure = procedure_of(dossier, rdv)
    found = Absence(rdv, nommer(request, rdv), done, last, procedure)
    return _with_letter(request, found, procedure)


def _meant(request: Request, dossier: DossierPersonne, recorded_first: bool) -> RendezVous | None:
    days = days_named(request)
    if when(request) == "futur":  # « si je manque mardi »: a Tuesday to come
        weeks = (timedelta(weeks=1), timedelta(weeks=2))
        days |= {day + week for day in days if day <= request.today for week in weeks}
        days -= {day for day in days if day < request.today}
    on_day = [rdv for rdv in dossier.rendez_vous if rdv.debut.date() in days]
    if on_day:
        return on_day[0]
    past, planned = _missed(dossier, request.now), vues.rendez_vous_a_venir(dossier, request.now)
    by_title = named((*past, *planned), request)
    reason = request.said.get("motif") in _NAMED_LIKE_WORKSHOPS
    if by_title is not None and when(request) != "futur" and not reason:
        return by_title
    if days and not request.facts.get("mon_cas"):
        return None
    last = spoken_of(request, (*planned, *past))
    acting = last is not None and last.ref == request.memory.demarche.get("rdv")
    if last is not None and (acting or not recorded_first):
        return last
    first = _first(request, past, planned, recorded_first)
    return first[0] if first else None


def _first(
    request: Request,
    past: tuple[RendezVous, ...],
    planned: tuple[RendezVous, ...],
    recorded_first: bool,
) -> tuple[RendezVous, ...]:
    told = tense(normalise(request.text)) if recorded_first else when(request) or _kept(request)
    if told == "futur":
        return planned
    if REFUSAL.search(normalise(request.text)) and past:
        return past
    letter = vues.lettre_en_cours(request.dossier) if request.dossier else None
    waiting = tuple(rdv for rdv in past if letter and rdv.ref == letter.rendez_vous)
    if told == "passe" or recorded_first or waiting:
        return waiting or past or (() if told == "passe" else planned)
    return planned or past


def _kept(request: Request) -> str | None:
    """« Et si c’est la deuxième fois ? »: the absence that the last answer was about, told as past or as to come."""
    subject = request.memory.sujet
    return subject.get("faits", {}).get("temps") if subject.get("intent") in _ABOUT_ONE else None


def _missed(dossier: DossierPersonne, now: datetime) -> tuple[RendezVous, ...]:
    """Appointments missed, recorded or not yet, the newest first."""
    recent = now - _RECENT
    kept = [
        rdv
        for rdv in dossier.rendez_vous
        if rdv.statut == "absent" or (rdv.statut == "prevu" and recent < rdv.debut < now)
    ]
    return tuple(sorted(kept, key=lambda rdv: rdv.debut, reverse=True))


def _described(request: Request) -> Absence:
    """An absence told by somebody unproven, with the letter that they say they received."""
    received = readable({"date_reception": _letter_day(request)}).get("date_reception")
    done = "passe" in (when(request), request.facts.get("temps"))
    if received is None or received > request.today:
        return Absence(faite=done)
    result = decide(
        request,
        "delai",
        {"type": "observations", "date_reception": received, "region": request.region},
    )
    return _dated(Absence(faite=done), result)


def _letter_day(request: Request) -> Any:
    return request.facts.get("date_reception") or request.facts.get("date_lettre")


def _with_letter(request: Request, found: Absence, procedure: Procedure | None) -> Absence:
    if procedure is None or procedure.lettre_recue_le is None or procedure.decision is not None:
        return found
    return _dated(found, reply_delay(request, procedure))


def _dated(found: Absence, result: Any) -> Absence:
    """The absence with the days of its letter; those of the department are on the letter alone."""
    values = result.valeurs if result else {}
    advice, limit = values.get("conseil_dernier_jour_ouvre"), values.get("limite_observations")
    return replace(
        found,
        limite=limit,
        depassee=bool(values.get("depasse")),
        conseil=advice,
        lettre=True,
        rules=result.rule_ids if result else (),
    )


def statut(request: Request, absence: Absence) -> Resultat | None:
    """Whether presence was compulsory; None when nothing tells it."""
    facts = readable(request.facts_named(*OBLIGATION))
    if absence.rdv is not None:
        said = readable({name: request.said.get(name) for name in OBLIGATION})
        facts = {**facts_of(absence.rdv), **said}
    return decider_obligation(facts, request.today, request.services.droit) if facts else None


def valeur_statut(result: Resultat | None) -> str | None:
    """``statut_evenement``: what leans towards an obligation is judged as one."""
    if result is None:
        return None
    leaning = result.valeurs.get("tendance") == "obligatoire"
    return "obligatoire" if leaning else result.conclusion
