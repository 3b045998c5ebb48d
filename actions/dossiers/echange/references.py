"""Doubles within the document, and references to things that exist nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from actions.dossiers.echange.lecteur import Fiche
from actions.dossiers.echange.refus import Refusals


@dataclass(frozen=True)
class Connus:
    """What the database holds already, and may be referred to."""

    agences: frozenset[str] = frozenset()
    conseillers: frozenset[str] = frozenset()
    rendez_vous: dict[str, set[str]] = field(default_factory=dict)
    """Refs by ``identifiant``."""
    procedures: dict[str, set[str]] = field(default_factory=dict)


def controler_doubles(document: Fiche, refusals: Refusals) -> None:
    """Refuse keys that are given twice in the document."""
    _unique(document["agences"], "code", refusals)
    _unique(document["conseillers"], "courriel", refusals)
    _unique(document["dossiers"], "identifiant", refusals)
    for dossier in document["dossiers"] or ():
        for kind in ("rendez_vous", "procedures", "recours"):
            _unique(dossier[kind], "ref", refusals)
        for rdv in dossier["rendez_vous"] or ():
            if rdv["absence"]:
                _unique(rdv["absence"]["justificatifs"], "ref", refusals)


def _unique(fiches: Iterable[Fiche] | None, key: str, refusals: Refusals) -> None:
    seen: dict[str, int] = {}
    for fiche in fiches or ():
        value = fiche[key]
        if value is None:
            continue
        if value in seen:
            refusals.add(fiche.ou(key), f"« {value} » est déjà donné ligne {seen[value]}")
        seen.setdefault(value, fiche.ou(key).ligne)


def controler_liens(document: Fiche, connus: Connus, refusals: Refusals) -> None:
    """Refuse references to what neither the document nor the database (``connus``) holds."""
    agences = connus.agences | _values(document["agences"], "code")
    conseillers = connus.conseillers | _values(document["conseillers"], "courriel")
    for conseiller in document["conseillers"] or ():
        _known(conseiller, "agence", agences, "aucune agence n’a ce code", refusals)
    for dossier in document["dossiers"] or ():
        _known(dossier, "conseiller", conseillers, "aucun conseiller n’a ce courriel", refusals)
        _within(dossier, connus, refusals)


def _within(dossier: Fiche, connus: Connus, refusals: Refusals) -> None:
    whose = dossier["identifiant"]
    rdvs = connus.rendez_vous.get(whose, set()) | _values(dossier["rendez_vous"], "ref")
    procedures = connus.procedures.get(whose, set()) | _values(dossier["procedures"], "ref")
    for procedure in dossier["procedures"] or ():
        reason = "aucun rendez-vous de ce dossier n’a cette ref"
        _known(procedure, "rendez_vous", rdvs, reason, refusals)
    for recours in dossier["recours"] or ():
        reason = "aucune procédure de ce dossier n’a cette ref"
        _known(recours, "procedure", procedures, reason, refusals)
    _appeals_after_notice(dossier, refusals)


def _appeals_after_notice(dossier: Fiche, refusals: Refusals) -> None:
    decisions = {p["ref"]: p["decision"] for p in dossier["procedures"] or ()}
    for recours in dossier["recours"] or ():
        decision, filed = decisions.get(recours["procedure"]), recours["depose_le"]
        notified = decision["notifiee_le"] if decision else None
        if filed and notified and filed < notified:
            reason = f"cette date ({filed}) précède la notification de la décision ({notified})"
            refusals.add(recours.ou("depose_le"), reason)


def _values(fiches: Iterable[Fiche] | None, key: str) -> set[str]:
    return {fiche[key] for fiche in fiches or () if fiche[key] is not None}


def _known(fiche: Fiche, key: str, known: Iterable[str], reason: str, refusals: Refusals) -> None:
    value = fiche[key]
    if value is not None and value not in known:
        refusals.add(fiche.ou(key), f"« {value} » : {reason}")
