"""What goes into a calendar, from the file: an appointment, or the last day to act."""

from __future__ import annotations

import hashlib
from datetime import date

from actions.demarches.documents import Evenement
from actions.dossiers.fuseaux import fuseau
from actions.dossiers.personne import DossierPersonne, RendezVous
from actions.framework.wording import hour, long_date
from actions.libelles import nom

_LIMITES = {
    "observations": "Dernier jour pour répondre à la lettre d’intention",
    "mediateur_regional": "Dernier jour prudent pour saisir le médiateur régional",
    "recours_prealable_departement": "Dernier jour prudent pour le recours devant le département",
    "tribunal_administratif": "Dernier jour prudent pour saisir le tribunal administratif",
}


def titre_limite(voie: str) -> str:
    """The name of a deadline, by the step that it ends."""
    return _LIMITES.get(voie, "Dernier jour prudent pour votre recours")


def rendez_vous(dossier: DossierPersonne, rdv: RendezVous, key: str) -> Evenement:
    """The event of an appointment; ``key``: secret from which the event's identity is drawn."""
    zone = fuseau(dossier.region)
    return Evenement(
        uid=_uid(key, dossier.identifiant, rdv.ref),
        titre=rdv.titre,
        description=f"{rdv.titre}, {long_date(rdv.debut)} à {hour(rdv.debut)}.",
        debut=rdv.debut.replace(tzinfo=zone),
        fin=rdv.fin.replace(tzinfo=zone) if rdv.fin else None,
        lieu=rdv.lieu or nom("modalite", rdv.modalite) or None,
    )


def limite(identifiant: str, voie: str, procedure: str, day: date, key: str) -> Evenement:
    """The event of a deadline, a whole day."""
    title = titre_limite(voie)
    return Evenement(
        uid=_uid(key, identifiant, f"{voie}-{procedure}"),
        titre=title,
        description=f"{title}. Agissez avant si vous le pouvez. La lettre reçue fait foi.",
        jour=day,
    )


def _uid(key: str, identifiant: str, ref: str) -> str:
    """The same event keeps its identity, so that a calendar updates it; the person cannot be read from it."""
    seed = f"{key}\0{identifiant}\0{ref}"
    return hashlib.sha256(seed.encode()).hexdigest()[:32] + "@boussole"
