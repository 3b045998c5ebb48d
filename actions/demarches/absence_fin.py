"""The end of a declaration: written once, already there, changed, and what to do next."""

from __future__ import annotations

from typing import Any

from actions.demarches.choix_rdv import de_ref
from actions.demarches.echeances import observations
from actions.demarches.ecriture import Ecrit, moment, transmettre
from actions.demarches.etapes import Etat, dire
from actions.demarches.motifs import INCONNU, apprecier, excusable, libelle, mots_gardes, preuves
from actions.demarches.pieces import nom_piece
from actions.dossier_echeances import obligation
from actions.dossiers import vues
from actions.dossiers.personne import Acte, RendezVous
from actions.framework.answer import Answer
from actions.framework.request import Request

NATURE = "absence"
_ENVOI = ("justificatif.delai", "justificatif.canal")


def en_vigueur(request: Request, rdv: RendezVous) -> Acte | None:
    """The declaration already made here for this appointment."""
    return vues.acte_actif(request.dossier, NATURE, rdv.ref) if request.dossier else None


def deja(request: Request, rdv: RendezVous, etat: Etat) -> Answer | None:
    """« Déjà enregistrée le… », unless the person gives another reason: then it is changed."""
    acte = en_vigueur(request, rdv)
    if acte is None or _autre_raison(etat, acte):
        return None
    return _deja_dit(request, rdv, acte)


def remplacement(request: Request, rdv: RendezVous, etat: Etat) -> Etat:
    """The declaration that this one takes the place of; what was said of the proof stays true."""
    acte = en_vigueur(request, rdv)
    if acte is None:
        return {"remplace": None}
    proof = etat.get("preuve") or acte.contenu.get("preuve")
    return {
        "remplace": acte.id,
        "preuve": proof,
        "piece": etat.get("piece") or acte.contenu.get("piece"),
        "depots": etat.get("depots") or acte.contenu.get("depots"),
    }


def _autre_raison(etat: Etat, acte: Acte) -> bool:
    said = etat.get("motif")
    return said not in (None, INCONNU, acte.contenu.get("motif"))


def ecrire(request: Request, etat: Etat) -> Answer:
    """Write what was confirmed and say what was written, truly."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None:
        return dire(request, "absence.aucun", {}, jour_dit=None)
    written = transmettre(
        request,
        NATURE,
        f"absence:{rdv.ref}",
        _contenu(rdv, etat),
        rendez_vous=rdv.ref,
        remplace=etat.get("remplace"),
        depots=etat.get("depots") or (),
    )
    return (
        _deja_dit(request, rdv, written.acte)
        if written.deja
        else _fait(request, etat, rdv, written)
    )


def _contenu(rdv: RendezVous, etat: Etat) -> dict[str, Any]:
    motif = etat.get("motif")
    return {
        "titre": rdv.titre,
        "debut": rdv.debut.isoformat(),
        "motif": None if motif == INCONNU else motif,
        "motif_dit": mots_gardes(etat),
        "preuve": etat.get("preuve"),
        "piece": etat.get("piece"),
        "depots": etat.get("depots"),
    }


def _deja_dit(request: Request, rdv: RendezVous, acte: Acte) -> Answer:
    key = "absence.deja" if acte.actif else "absence.deja_annulee"
    raison = libelle(request, acte.contenu.get("motif"), acte.contenu.get("motif_dit"))
    when = moment(request, acte.annule_le or acte.cree_le)
    return dire(request, key, {}, rdv=rdv, quand=when, raison=raison, futur=rdv.debut > request.now)


def _fait(request: Request, etat: Etat, rdv: RendezVous, written: Ecrit) -> Answer:
    result = apprecier(request, etat["motif"])
    excused = excusable(result)
    letter = observations(request, rdv.ref)
    return dire(
        request,
        "absence.fait",
        {},
        about="fournir_justificatif",
        rules=(*(_ENVOI if excused else ()), *(letter.regles if letter else ())),
        rdv=rdv,
        quand=moment(request, written.acte.cree_le),
        preuve=etat.get("preuve"),
        depot=bool(etat.get("depots")),
        piece=nom_piece(etat["piece"]) if etat.get("piece") else "",
        preuves=preuves(result),
        excusable=excused,
        facultatif=obligation(request, rdv).conclusion == "facultatif",
        lettre=letter,
        futur=rdv.debut > request.now,
    )
