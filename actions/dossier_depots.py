"""What the person sent or announced through the assistant and the agency's file does not show yet."""

from __future__ import annotations

from datetime import date

from actions.demarches.ecriture import moment
from actions.demarches.pieces import nom_piece
from actions.dossier_acces import sentence
from actions.dossiers.depots import depots_de
from actions.dossiers.engine import read_session
from actions.dossiers.personne import Acte, Depot, DossierPersonne
from actions.framework.request import Request

KEY = "suivi_justificatif.ici"
_NATURE = "justificatif"


def deposits(request: Request) -> tuple[Depot, ...]:
    """The person's files, oldest first."""
    if request.identifiant is None:
        return ()
    with read_session(request.services.engine) as session:
        return depots_de(session, request.identifiant)


def sent_here(request: Request, dossier: DossierPersonne, since: date | None) -> str:
    """One or two sentences on the last file deposited here, or else on a document announced and not sent; maybe empty.

    Args:
        since: the day on which the file shows its last document received: what is older is in it.
    """
    newer = [d for d in deposits(request) if since is None or d.depose_le.date() >= since]
    if newer:
        return _deposited(request, newer[-1], len(newer) - 1)
    announced = _announced(dossier)
    return _waited_for(request, announced) if announced else ""


def _deposited(request: Request, depot: Depot, others: int) -> str:
    return sentence(
        request,
        f"{KEY}.depose",
        fichier=depot.nom_affiche,
        quand=moment(request, depot.depose_le),
        transmis=depot.acte is not None,
        autres=others,
    )


def _announced(dossier: DossierPersonne) -> Acte | None:
    """The last document announced in words without any file."""
    found = (a for a in reversed(dossier.actes) if a.actif and a.nature == _NATURE)
    return next((acte for acte in found if not acte.contenu.get("depots")), None)


def _waited_for(request: Request, acte: Acte) -> str:
    piece = nom_piece(acte.contenu.get("type"), acte.contenu.get("type_dit"))
    return sentence(request, f"{KEY}.annonce", piece=piece, quand=moment(request, acte.cree_le))
