"""Declare an absence: which appointment, which reason, the proof now or later, confirmed, then transmitted."""

from __future__ import annotations

import re
from typing import Any

from actions.demarches import absence_fin
from actions.demarches.absence_lu import lire
from actions.demarches.acces import debut
from actions.demarches.choix_rdv import a_declarer, boutons, de_ref, jours_dits
from actions.demarches.etapes import Demarche, Etat, dire
from actions.demarches.lecture import (
    demande,
    est_question,
    retire,
    vient,
)
from actions.demarches.motifs import apprecier, excusable, libelle, lire_motif, preuves
from actions.demarches.pieces import nom_piece, nommee
from actions.dossier_echeances import obligation
from actions.dossiers.personne import RendezVous
from actions.droit.resultat import Resultat
from actions.framework import acts
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE, INTENT = "absence", "signaler_absence"
_APRES = ("demarche.absence.fait", "demarche.absence.deja")
_VERBE = r"\b(declar\w*|signal\w*|prevenir|previens|enregistr\w*|not(er|ez)|annonc\w*)\b"
_STATUTS = {
    "honore": "honore",
    "manque_par_agence": "par_agence",
    "annule": "annule",
    "reporte": "reporte",
}


@acts.on_title(
    "Déclarer une absence", "Déclarer mon absence", "Signaler une absence", "Je déclare mon absence"
)
def par_bouton(request: Request) -> Answer:
    """Begin by its button."""
    return commencer(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the message asks to declare an absence now, or announces one with its day or its reason."""
    if request.intent != INTENT or request.identifiant is None:
        return None
    if vient(request) or retire(request):
        return None
    words = normalise(request.text)
    if demande(request, _VERBE) or (not est_question(request) and _annonce(request, words)):
        return commencer(request)
    return None


def _annonce(request: Request, words: str) -> bool:
    return bool(re.search(_VERBE, words) or request.said.get("motif") or jours_dits(request))


@acts.starts
def apres_coup(request: Request) -> Answer | None:
    """« En fait c’était mon fils », just after a declaration: the reason is changed, once confirmed."""
    if request.memory.derniere not in _APRES or est_question(request) or request.dossier is None:
        return None
    last = next(
        (a for a in reversed(request.dossier.actes) if a.actif and a.nature == NATURE), None
    )
    before = {"nature": NATURE, "etape": "fait", "motif": last.contenu.get("motif")} if last else {}
    if (
        last is None
        or nommee(request, before)
        or lire_motif(request, before, ()).get("motif") in (None, before["motif"])
    ):
        return None
    return commencer(request, rdv=last.rendez_vous, motif=before["motif"])


def commencer(request: Request, **known: Any) -> Answer:
    """The first step, with all that the message says; ``known``: what another act has found out."""
    return debut(request, NATURE, lire, suite, **known)


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None:
        return _choisir(request, etat)
    blocked = _obstacle(request, etat, rdv)
    if blocked:
        return blocked
    etat = {**etat, **absence_fin.remplacement(request, rdv, etat)}
    if etat.get("motif") is None:
        return _demander_motif(request, etat, rdv)
    result = apprecier(request, etat["motif"])
    optional = obligation(request, rdv).conclusion == "facultatif"
    if etat.get("preuve") is None and excusable(result) and not optional:
        return _demander_preuve(request, etat, rdv, result)
    return _confirmer(request, etat, rdv, result)


def _choisir(request: Request, etat: Etat) -> Answer:
    among = [rdv for ref in etat.get("parmi") or () if (rdv := de_ref(request, ref))]
    rdvs = tuple(among) or a_declarer(request)
    unknown = etat.get("inconnu")
    if not rdvs:
        return dire(request, "absence.aucun", {}, jour_dit=unknown)
    if len(rdvs) == 1 and not unknown:
        return suite(request, {**etat, "rdv": rdvs[0].ref})
    choices = boutons(rdvs, request.today)
    state = {**etat, "etape": "choisir", "choix": [list(c) for c in choices]}
    return dire(
        request,
        "absence.choisir",
        state,
        choix=choices,
        jour_dit=unknown,
        rdvs=rdvs[: len(choices)],
    )


def _obstacle(request: Request, etat: Etat, rdv: RendezVous) -> Answer | None:
    """Why there is nothing to declare for this appointment."""
    if rdv.statut in _STATUTS:
        rules = ("absence.agence_defaillante",) if rdv.statut == "manque_par_agence" else ()
        return dire(
            request,
            f"absence.{_STATUTS[rdv.statut]}",
            {},
            rdv=rdv,
            rules=rules,
            about="rendez_vous_manque_par_agence",
        )
    if rdv.absence is not None and rdv.absence.declaree_le is not None:
        return dire(request, "absence.au_dossier", {}, rdv=rdv, le=rdv.absence.declaree_le)
    return absence_fin.deja(request, rdv, etat)


def _demander_motif(request: Request, etat: Etat, rdv: RendezVous) -> Answer:
    optional = obligation(request, rdv).conclusion == "facultatif"
    rules = ("absence.facultatif",) if optional else ()
    state = {**etat, "etape": "motif"}
    return dire(request, "absence.motif", state, rdv=rdv, facultatif=optional, rules=rules)


def _demander_preuve(
    request: Request, etat: Etat, rdv: RendezVous, result: Resultat | None
) -> Answer:
    proofs = preuves(result)
    state = {**etat, "etape": "preuve"}
    rules = ("motif.legitime",) if proofs else ()
    return dire(
        request,
        "absence.preuve",
        state,
        rdv=rdv,
        preuves=proofs,
        rules=rules,
        about="motifs_legitimes",
    )


def _confirmer(request: Request, etat: Etat, rdv: RendezVous, result: Resultat | None) -> Answer:
    status = obligation(request, rdv).conclusion
    optional = ("absence.facultatif",) if status == "facultatif" else ()
    rules = optional if result is None or excusable(result) else result.rule_ids
    return dire(
        request,
        "absence.confirmer",
        {**etat, "etape": "confirmer"},
        about="motifs_legitimes",
        rdv=rdv,
        rules=rules,
        raison=libelle(request, etat["motif"], etat.get("motif_dit")),
        preuve=etat.get("preuve"),
        piece=nom_piece(etat["piece"]) if etat.get("piece") else "",
        depot=etat.get("depots"),
        remplace=etat.get("remplace"),
        avis=result.conclusion if result else None,
        motif=etat["motif"],
        facultatif=status == "facultatif",
        futur=rdv.debut > request.now,
    )


acts.register(Demarche(NATURE, lire, suite, absence_fin.ecrire))
