"""Proofs sent: received, accepted, refused and why; documents deposited through the assistant."""

from __future__ import annotations

from actions.dossier_acces import on_file, word
from actions.dossier_echeances import current_letter, reply_delay
from actions.dossiers.depots import depots_de
from actions.dossiers.engine import read_session
from actions.dossiers.personne import Depot, DossierPersonne, Justificatif, RendezVous
from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request


@answers("suivi_justificatif")
def suivi_justificatif(request: Request) -> Answer:
    """What became of a document that the person sent."""
    return on_file(request, "suivi_justificatif.general", _proofs)


def _proofs(request: Request, dossier: DossierPersonne) -> Answer:
    found = proofs(dossier)
    deposits = _deposits(request)
    if not found:
        key = "suivi_justificatif.depose" if deposits else "suivi_justificatif.aucun"
        return word(request, key, depot=deposits[-1] if deposits else None)
    rdv, proof = found[0]
    letter = current_letter(request)
    delay = reply_delay(request, letter) if letter and letter.rendez_vous == rdv.ref else None
    status = proof.statut if proof.statut in ("recu", "accepte", "refuse") else "autre"
    return word(
        request,
        f"suivi_justificatif.{status}",
        rdv=rdv,
        piece=proof,
        autres=len(found) - 1,
        depot=deposits[-1] if deposits else None,
        limite=None
        if delay is None or delay.valeurs.get("depasse")
        else delay.valeurs.get("limite_observations"),
    )


def proofs(dossier: DossierPersonne) -> list[tuple[RendezVous, Justificatif]]:
    """Every proof of the file with its appointment, the last received first."""
    pairs = [
        (rdv, proof)
        for rdv in dossier.rendez_vous
        if rdv.absence
        for proof in rdv.absence.justificatifs
    ]
    return sorted(pairs, key=lambda pair: str(pair[1].recu_le or ""), reverse=True)


def _deposits(request: Request) -> tuple[Depot, ...]:
    if request.identifiant is None:
        return ()
    with read_session(request.services.engine) as session:
        return depots_de(session, request.identifiant)
