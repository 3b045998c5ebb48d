"""Proofs sent: received, accepted, refused and why; documents deposited through the assistant."""

from __future__ import annotations

from actions.dossier_acces import on_file, word
from actions.dossier_depots import deposits, sent_here
from actions.dossier_echeances import advised, current_letter, reply_delay
from actions.dossiers.personne import DossierPersonne, Justificatif, RendezVous
from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request


@answers("suivi_justificatif")
def suivi_justificatif(request: Request) -> Answer:
    """What became of a document that the person sent."""
    return on_file(request, "suivi_justificatif.general", _proofs)


def _proofs(request: Request, dossier: DossierPersonne) -> Answer:
    found = proofs(dossier)
    if not found:
        return _none(request, dossier)
    rdv, proof = found[0]
    letter = current_letter(request)
    delay = reply_delay(request, letter) if letter and letter.rendez_vous == rdv.ref else None
    status = proof.statut if proof.statut in ("recu", "accepte", "refuse") else "autre"
    answer = word(
        request,
        f"suivi_justificatif.{status}",
        rdv=rdv,
        piece=proof,
        autres=len(found) - 1,
        limite=advised(delay, request.today),
    )
    here = sent_here(request, dossier, proof.recu_le)
    return answer.with_(conclusion=f"{here} {answer.conclusion}") if here else answer


def _none(request: Request, dossier: DossierPersonne) -> Answer:
    """Nothing in the file: what was sent or announced here, else nothing at all."""
    files = deposits(request)
    if files:
        return word(request, "suivi_justificatif.depose", depot=files[-1])
    answer = word(request, "suivi_justificatif.aucun")
    here = sent_here(request, dossier, None)
    return answer.with_(conclusion=f"{answer.conclusion} {here}") if here else answer


def proofs(dossier: DossierPersonne) -> list[tuple[RendezVous, Justificatif]]:
    """Every proof of the file with its appointment, the last received first."""
    pairs = [
        (rdv, proof)
        for rdv in dossier.rendez_vous
        if rdv.absence
        for proof in rdv.absence.justificatifs
    ]
    return sorted(pairs, key=lambda pair: str(pair[1].recu_le or ""), reverse=True)
