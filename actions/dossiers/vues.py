"""Questions that one asks of a file. Pure functions on ``DossierPersonne``; no law in them.

``now`` is the naive local time of the place (``fuseaux.maintenant_local``), ``today`` its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypedDict

from actions.dossiers.enums import SANCTIONS
from actions.dossiers.mois import ajouter_mois
from actions.dossiers.personne import (
    Acte,
    Decision,
    DossierPersonne,
    Procedure,
    Recours,
    RendezVous,
    Report,
)


class Antecedent(TypedDict):
    """One entry of the fact ``historique`` of the rules base."""

    date_manquement: date
    date_notification: date
    nature: str


def rendez_vous_a_venir(dossier: DossierPersonne, now: datetime) -> tuple[RendezVous, ...]:
    """Planned appointments that have not begun, soonest first."""
    return tuple(r for r in dossier.rendez_vous if r.statut == "prevu" and r.debut >= now)


def prochain_rendez_vous(dossier: DossierPersonne, now: datetime) -> RendezVous | None:
    """The first appointment still to come; ``now`` is a local time."""
    return next(iter(rendez_vous_a_venir(dossier, now)), None)


def rendez_vous_de_ref(dossier: DossierPersonne, ref: str | None) -> RendezVous | None:
    """The appointment of a reference, or None."""
    return next((r for r in dossier.rendez_vous if r.ref == ref), None)


def absences(dossier: DossierPersonne) -> tuple[RendezVous, ...]:
    """Appointments recorded as missed by the person, oldest first."""
    return tuple(r for r in dossier.rendez_vous if r.statut == "absent")


def reports(dossier: DossierPersonne) -> tuple[Report, ...]:
    """Every postponement of every appointment."""
    return tuple(report for r in dossier.rendez_vous for report in r.reports)


def reports_utilises(dossier: DossierPersonne) -> int:
    """Postponements had without a proven reason, by person (rule report.decompte)."""
    return sum(report.justifie == "non" for report in reports(dossier))


def reports_restants(dossier: DossierPersonne, maximum: int) -> int:
    """``maximum``: what the tolerance allows (rule report.tolerance); never below 0."""
    return max(0, maximum - reports_utilises(dossier))


def lettre_en_cours(dossier: DossierPersonne) -> Procedure | None:
    """The newest procedure with a letter of intention received and no decision yet."""
    pending = [p for p in dossier.procedures if p.lettre_recue_le and p.decision is None]
    return max(pending, key=lambda p: p.lettre_recue_le, default=None)


def _decided(dossier: DossierPersonne) -> Iterator[tuple[Procedure, Decision]]:
    for procedure in dossier.procedures:
        if procedure.decision is not None:
            yield procedure, procedure.decision


def derniere_decision(dossier: DossierPersonne) -> Procedure | None:
    """The procedure decided last (by date of notice), whatever was decided."""
    dated = [(d.notifiee_le, p) for p, d in _decided(dossier) if d.notifiee_le]
    return max(dated, key=lambda pair: pair[0], default=(None, None))[1]


def fin_de_mesure(decision: Decision) -> date | None:
    """First day after a measure of ``mois`` months (rule delai.duree_mesure), or None."""
    if decision.effet_le is None or not decision.mois:
        return None
    return ajouter_mois(decision.effet_le, decision.mois)


def court(decision: Decision, today: date) -> bool:
    """Is the measure, or the time that a warning gives, running on ``today``?"""
    if decision.nature not in SANCTIONS or (decision.levee_le and decision.levee_le <= today):
        return False
    if decision.nature == "avertissement":
        debut, limite = decision.notifiee_le, decision.delai_avertissement_le
        return bool(debut and limite and debut <= today <= limite)
    retour = fin_de_mesure(decision)
    return bool(retour and decision.effet_le and decision.effet_le <= today < retour)


def sanctions_en_cours(dossier: DossierPersonne, today: date) -> tuple[Procedure, ...]:
    """Procedures whose measure runs on ``today``."""
    return tuple(p for p, d in _decided(dossier) if court(d, today))


def sanction_en_cours(dossier: DossierPersonne, today: date) -> Procedure | None:
    """The running sanction notified last, or None."""
    running = [p for p in sanctions_en_cours(dossier, today) if p.decision]
    return max(running, key=lambda p: p.decision.notifiee_le or date.min, default=None)


def decision_en_cours(dossier: DossierPersonne, today: date) -> Procedure | None:
    """The decision that matters today: the running one, else one notified and yet to begin."""
    to_come = [
        p
        for p, d in _decided(dossier)
        if d.nature in SANCTIONS and d.effet_le and d.effet_le > today and not d.levee_le
    ]
    return sanction_en_cours(dossier, today) or next(iter(to_come), None)


def historique(dossier: DossierPersonne) -> list[Antecedent]:
    """Breaches that were sanctioned, oldest notice first, for the rules base.

    Dates are ``date`` objects. A procedure closed without sanction does not count, nor one
    whose dates or nature are unknown.
    """
    entries = [
        Antecedent(
            date_manquement=p.manquement_le, date_notification=d.notifiee_le, nature=p.nature
        )
        for p, d in _decided(dossier)
        if d.nature in SANCTIONS and p.manquement_le and d.notifiee_le and p.nature
    ]
    return sorted(entries, key=lambda entry: entry["date_notification"])


def recours_en_cours(dossier: DossierPersonne) -> tuple[Recours, ...]:
    """Appeals that nobody has answered yet."""
    return tuple(r for r in dossier.recours if r.statut == "en_cours")


def procedure_de_ref(dossier: DossierPersonne, ref: str | None) -> Procedure | None:
    """The procedure of a reference, or None."""
    return next((p for p in dossier.procedures if p.ref == ref), None)


def acte_actif(dossier: DossierPersonne, nature: str, rendez_vous: str | None) -> Acte | None:
    """The person's newest act of this kind on this appointment that was not undone."""
    found = (
        a
        for a in reversed(dossier.actes)
        if a.actif and a.nature == nature and a.rendez_vous == rendez_vous
    )
    return next(found, None)
