"""Announce a proof, or say what an uploaded one is for: which absence, which document, confirmed, then recorded."""

from __future__ import annotations

import re
from typing import Any

from actions.demarches.acces import debut
from actions.demarches.choix_rdv import boutons, de_ref, du_jour, par_titre
from actions.demarches.echeances import observations
from actions.demarches.ecriture import moment, transmettre
from actions.demarches.etapes import Demarche, Etat, dire
from actions.demarches.lecture import choisi, demande, est_question, fichiers
from actions.demarches.pieces import choix_pieces, lire_piece, nom_piece, nommee
from actions.dossier_echeances import procedure_of
from actions.dossiers import vues
from actions.dossiers.personne import Acte, Justificatif, RendezVous
from actions.framework import acts
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE, INTENT, ACTE = "preuve", "fournir_justificatif", "justificatif"
_APRES = ("demarche.absence.fait", "demarche.absence.deja")
_PIECE = (
    r"(preuve|justificati\w*|certificat\w*|arret|attestation\w*|document\w*|papier\w*|mot du medecin|convocation|bulletin|"
    r"contrat|capture|photo)"
)
_ENVOI = re.compile(
    rf"\b(voici|voila|j' ai|j' envoie|je vous envoie|je joins|je transmets|j' aurai|je vais envoyer)\b.*\b{_PIECE}"
)
_VERBE = rf"\b(envoy\w*|transmet\w*|joindre|deposer|donner|fournir)\b.*\b{_PIECE}"


@acts.on_title("Envoyer ma preuve", "Envoyer une preuve", "Envoyer mon justificatif")
def par_bouton(request: Request) -> Answer:
    """Begin by its button."""
    return commencer(request)


@acts.starts
def par_depot(request: Request) -> Answer | None:
    """A file has just been uploaded: ask what it is for."""
    return commencer(request) if request.upload and request.identifiant else None


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the message says that a proof is here or comes."""
    if request.identifiant is None or est_question(request):
        return None
    declared = request.memory.derniere in _APRES and nommee(request, {})
    if request.intent != INTENT and not declared:
        return None
    asked = declared or demande(request, _VERBE) or _ENVOI.search(normalise(request.text))
    return commencer(request) if asked else None


def commencer(request: Request) -> Answer:
    """The first step, with all that the message says."""
    return debut(request, NATURE, lire, suite)


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``."""
    new = {**etat, **_rendez_vous(request, etat), **lire_piece(request, etat)}
    if request.upload:
        new["depots"] = fichiers(request, etat)
    return new if new != etat else None


def _rendez_vous(request: Request, etat: Etat) -> Etat:
    chosen = choisi(request, etat.get("choix", ())) if etat["etape"] == "choisir" else None
    found = du_jour(request)
    if chosen or len(found) == 1:
        return {"rdv": chosen or found[0].ref}
    named = (
        par_titre(request, a_prouver(request)) if "rdv" not in etat and not request.upload else None
    )
    return {"rdv": named.ref} if named else {}


def a_prouver(request: Request) -> tuple[RendezVous, ...]:
    """Appointments that a proof may be about: absences without an accepted one, and those declared here; newest first."""
    if request.dossier is None:
        return ()
    file = request.dossier
    wanted = [
        rdv
        for rdv in file.rendez_vous
        if (rdv.statut == "absent" and not _accepte(rdv))
        or vues.acte_actif(file, "absence", rdv.ref)
    ]
    return tuple(sorted(wanted, key=lambda rdv: rdv.debut, reverse=True))


def _decidee(request: Request, rdv: RendezVous) -> bool:
    """Whether a decision was taken on this absence: its proof goes with an appeal."""
    found = procedure_of(request.dossier, rdv) if request.dossier else None
    return found is not None and found.decision is not None


def _accepte(rdv: RendezVous) -> Justificatif | None:
    proofs = rdv.absence.justificatifs if rdv.absence else ()
    return next((proof for proof in proofs if proof.statut == "accepte"), None)


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None:
        return _choisir(request, etat)
    accepted = _accepte(rdv)
    if accepted and not etat.get("depots"):
        return dire(
            request,
            "preuve.acceptee",
            {},
            rdv=rdv,
            piece=nom_piece(accepted.type),
            le=accepted.recu_le,
        )
    acte = vues.acte_actif(request.dossier, ACTE, rdv.ref)
    if acte and not etat.get("depots") and etat.get("type") in (None, acte.contenu.get("type")):
        return _deja(request, rdv, acte)
    declared = vues.acte_actif(request.dossier, "absence", rdv.ref)
    if acte is None and declared and declared.contenu.get("depots") and not etat.get("depots"):
        return _deja(request, rdv, declared)
    etat = {**etat, "remplace": acte.id if acte else None}
    if declared and etat.get("etape") == "choisir" and declared.contenu.get("piece"):
        etat = {"type": declared.contenu["piece"], **etat}  # named in the declaration
    files = etat.get("depots")
    if etat.get("type") is None:
        state, choices = {**etat, "etape": "type"}, choix_pieces(request, etat)
        return dire(request, "preuve.type", state, choix=choices, rdv=rdv, depot=files)
    state, piece = {**etat, "etape": "confirmer"}, nom_piece(etat["type"], etat.get("type_dit"))
    return dire(request, "preuve.confirmer", state, rdv=rdv, depot=files, piece=piece)


def _choisir(request: Request, etat: Etat) -> Answer:
    rdvs = a_prouver(request)
    open_ones = [rdv for rdv in rdvs if not _decidee(request, rdv)]
    if len(open_ones) == 1 and etat.get("etape") == "choisir":  # a proof still counts for that one
        return suite(request, {**etat, "rdv": open_ones[0].ref})
    if len(rdvs) == 1:
        return suite(request, {**etat, "rdv": rdvs[0].ref})
    if not rdvs:
        return dire(request, "preuve.aucune_absence", {}, depot=etat.get("depots"))
    choices = boutons(rdvs, request.today)
    state = {**etat, "etape": "choisir", "choix": [list(c) for c in choices]}
    return dire(
        request,
        "preuve.choisir",
        state,
        choix=choices,
        rdvs=rdvs[: len(choices)],
        depot=etat.get("depots"),
    )


def _deja(request: Request, rdv: RendezVous, acte: Acte) -> Answer:
    kind = nom_piece(acte.contenu.get("type"), acte.contenu.get("type_dit"))
    when = moment(request, acte.cree_le)
    return dire(
        request,
        "preuve.deja",
        {},
        rdv=rdv,
        quand=when,
        piece=kind,
        depot=acte.contenu.get("depots"),
    )


def ecrire(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None:
        return dire(request, "preuve.aucune_absence", {}, depot=etat.get("depots"))
    written = transmettre(
        request,
        ACTE,
        f"preuve:{rdv.ref}",
        _contenu(request, rdv, etat),
        rendez_vous=rdv.ref,
        remplace=etat.get("remplace"),
        depots=etat.get("depots") or (),
    )
    if written.deja:
        return _deja(request, rdv, written.acte)
    letter = observations(request, rdv.ref)
    return dire(
        request,
        "preuve.fait",
        {},
        about=INTENT,
        rules=("justificatif.delai", "justificatif.canal", *(letter.regles if letter else ())),
        rdv=rdv,
        quand=moment(request, written.acte.cree_le),
        depot=etat.get("depots"),
        lettre=letter,
        piece=nom_piece(etat.get("type"), etat.get("type_dit")),
    )


def _contenu(request: Request, rdv: RendezVous, etat: Etat) -> dict[str, Any]:
    """The new document, with the files already sent for this appointment."""
    before = vues.acte_actif(request.dossier, ACTE, rdv.ref)
    sent = list(before.contenu.get("depots", ())) if before else []
    files = list(dict.fromkeys([*sent, *(etat.get("depots") or ())]))
    return {
        "titre": rdv.titre,
        "debut": rdv.debut.isoformat(),
        "type": etat.get("type"),
        "type_dit": etat.get("type_dit"),
        "depots": files,
    }


acts.register(Demarche(NATURE, lire, suite, ecrire))
