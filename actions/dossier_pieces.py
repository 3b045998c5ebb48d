"""Proofs sent: received, accepted, refused and why; and what was done through the assistant."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from actions.dossier_acces import on_file, word
from actions.dossier_echeances import current_letter, reply_delay
from actions.dossiers import vues
from actions.dossiers.depots import depots_de
from actions.dossiers.engine import read_session
from actions.dossiers.fuseaux import fuseau
from actions.dossiers.personne import Acte, Depot, DossierPersonne, Justificatif, RendezVous
from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_RECORDED = re.compile(
    r"\b(bien|deja|est-ce|c' est|ca a|a ete|vous avez) .{0,25}\b(enregistre\w*|declare\w*|pris en compte|note\w*)\b"
)
_SHOWN = 3


def asks_whether_recorded(request: Request) -> bool:
    """« Ai-je bien déclaré ? », « est-ce bien enregistré ? »: what was done here, from the tables."""
    return bool(_RECORDED.search(normalise(request.text))) and bool(
        request.dossier and request.dossier.actes
    )


@answers("suivi_justificatif")
def suivi_justificatif(request: Request) -> Answer:
    """What became of a document that the person sent."""
    if asks_whether_recorded(request):
        return recorded_acts(request)
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


def recorded_acts(request: Request) -> Answer:
    """What the person did through the assistant, newest first, undone acts told as such."""
    return on_file(request, "actes.general", _acts)


def _acts(request: Request, dossier: DossierPersonne) -> Answer:
    lines = [_line(dossier, act) for act in reversed(dossier.actes)][:_SHOWN]
    deposits = _deposits(request)
    key = "actes.liste" if lines or deposits else "actes.aucun"
    return word(request, key, lignes=lines, depot=deposits[-1] if deposits else None)


def _line(dossier: DossierPersonne, act: Acte) -> dict[str, object]:
    return {
        "nature": act.nature,
        "rdv": vues.rendez_vous_de_ref(dossier, act.rendez_vous),
        "le": local(act.cree_le, dossier.region),
        "annule": act.annule_le is not None,
    }


def local(moment: datetime, region: str | None) -> datetime:
    """A moment of our tables on the person's clock."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("UTC"))
    return aware.astimezone(fuseau(region)).replace(tzinfo=None)


def _deposits(request: Request) -> tuple[Depot, ...]:
    if request.identifiant is None:
        return ()
    with read_session(request.services.engine) as session:
        return depots_de(session, request.identifiant)
