"""Facts that contradict each other inside one object. Each check yields (key, reason)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actions.dossiers import enums as e
from actions.dossiers.echange.lecteur import Fiche
from actions.dossiers.echange.refus import Refusals

# Décret n° 2025-478: natures of breach before and from that day (dossiers/FORMAT.md).
NEW_REGIME = date(2025, 6, 1)
Fault = tuple[str, str]


def controler(document: Fiche, today: date, refusals: Refusals) -> None:
    """Refuse what contradicts itself inside a file: dates out of order, a decision without its letter."""
    for dossier in document["dossiers"] or ():
        _report(dossier, _dossier(dossier), refusals)
        for rdv in dossier["rendez_vous"] or ():
            _report(rdv, _rendez_vous(rdv, today), refusals)
            for proof in (rdv["absence"]["justificatifs"] or ()) if rdv["absence"] else ():
                _report(proof, _justificatif(proof), refusals)
        for procedure in dossier["procedures"] or ():
            _report(procedure, _procedure(procedure), refusals)
            if procedure["decision"]:
                _report(procedure["decision"], _decision(procedure["decision"]), refusals)
                _report(procedure["decision"], _notice_after_letter(procedure), refusals)
        for recours in dossier["recours"] or ():
            _report(recours, _order(recours, ("depose_le", "fin_le")), refusals)


def _report(fiche: Fiche, faults: Iterator[Fault], refusals: Refusals) -> None:
    for key, reason in faults:
        if key not in fiche.fautives:
            refusals.add(fiche.ou(key), reason)


def _order(fiche: Fiche, *pairs: tuple[str, str]) -> Iterator[Fault]:
    for first, second in pairs:
        before, after = fiche[first], fiche[second]
        if before and after and after < before:
            yield second, f"cette date ({after}) précède {first} ({before})"


def _dossier(dossier: Fiche) -> Iterator[Fault]:
    if (
        dossier["foyer_rsa"]
        and "allocation" not in dossier.fautives
        and dossier["allocation"] not in e.ALLOCATIONS_RSA
    ):
        yield "foyer_rsa", "n’a de sens qu’avec l’allocation RSA ou ARE_et_RSA"
    yield from _order(dossier, ("naissance", "inscrit_le"), ("oriente_le", "reoriente_le"))


def _rendez_vous(rdv: Fiche, today: date) -> Iterator[Fault]:
    statut, debut = rdv["statut"], rdv["debut"]
    future = debut is not None and debut.date() > today
    if future and statut in e.STATUTS_PASSES:
        yield "statut", f"« {statut} » est impossible : le rendez-vous est à venir ({debut.date()})"
    if rdv["absence"] and future:
        yield "absence", "une absence est impossible : le rendez-vous est à venir"
    elif rdv["absence"] and statut not in ("absent", None):
        yield "absence", f"une absence demande le statut « absent », et non « {statut} »"


def _justificatif(proof: Fiche) -> Iterator[Fault]:
    if proof["motif_refus"] and proof["statut"] in ("recu", "accepte"):
        yield "motif_refus", "n’a de sens qu’avec le statut « refuse »"


def _procedure(procedure: Fiche) -> Iterator[Fault]:
    yield from _order(
        procedure,
        ("manquement_le", "lettre_recue_le"),
        ("lettre_recue_le", "observations_le"),
        ("lettre_recue_le", "audition_le"),
    )
    yield from _regime(procedure["nature"], procedure["manquement_le"])


def _regime(nature: str | None, breach: date | None) -> Iterator[Fault]:
    if nature is None or breach is None:
        return
    old = breach < NEW_REGIME
    if old != (nature in e.NATURES_MANQUEMENT_ANCIEN):
        when = "avant le" if old else "depuis le"
        known = e.NATURES_MANQUEMENT_ANCIEN if old else e.NATURES_MANQUEMENT
        yield (
            "nature",
            f"« {nature} » ne vaut pas pour un manquement {when} {NEW_REGIME} "
            f"(attendu : {', '.join(known)})",
        )


def _decision(decision: Fiche) -> Iterator[Fault]:
    yield from _order(
        decision,
        ("notifiee_le", "effet_le"),
        ("notifiee_le", "delai_avertissement_le"),
        ("notifiee_le", "levee_le"),
    )
    nature, auteur = decision["nature"], decision["auteur"]
    if decision["part"] and nature in ("avertissement", "radiation", "classement"):
        yield "part", f"une décision « {nature} » n’a pas de part"
    if decision["mois"] and nature in ("avertissement", "classement"):
        yield "mois", f"une décision « {nature} » n’a pas de durée"
    if decision["delai_avertissement_le"] and nature not in ("avertissement", None):
        yield "delai_avertissement_le", "n’a de sens que pour un avertissement"
    if decision["mention_mediation"] and auteur not in ("france_travail", None):
        yield "mention_mediation", "n’a de sens que pour une décision de france_travail"


def _notice_after_letter(procedure: Fiche) -> Iterator[Fault]:
    decision, letter = procedure["decision"], procedure["lettre_recue_le"]
    notified = decision["notifiee_le"]
    if letter and notified and notified < letter:
        yield "notifiee_le", f"cette date ({notified}) précède lettre_recue_le ({letter})"
