"""The documents that prove a reason: said, chosen, named."""

from __future__ import annotations

from actions.demarches.choix_rdv import de_ref
from actions.demarches.etapes import Etat
from actions.demarches.lecture import Choix, choisi, est_question, mots_libres
from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.framework import pending
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import LIBELLES
from actions.papiers import en_main, papier_nomme
from actions.themes import Themes

# Once the kind is asked for, one word is enough.
_MOTS = Themes(
    {
        "arret_travail": r"\barret\b",
        "certificat_medical": r"\b(certificat|medecin|ordonnance)\b",
        "bulletin_hospitalisation": r"\b(bulletin|hospitali\w+|hopital)\b",
        "acte_deces": r"\b(acte|deces)\b",
        "attestation_transport": r"\b(sncf|ratp|train|metro|bus|transporteur|retard|greve)\b",
        "attestation_garde": r"\b(ecole|creche|garde|nounou)\b",
        "contrat_travail": r"\bcontrat\b",
        "attestation_formation": r"\bformation\b",
        "convocation": r"\bconvocation\b",
    }
)
_COURANTES = ("certificat_medical", "convocation")


def lire_piece(request: Request, etat: Etat) -> Etat:
    """The part of the state that the message changes: ``type`` (of the files), ``type_dit`` (the person's words)."""
    if request.upload:
        return {}
    chosen = choisi(request, choix_pieces(request, etat)) if etat["etape"] == "type" else None
    words = normalise(request.text)
    kind = chosen or papier_nomme(words) or _MOTS.premier(words)
    if kind:
        return {"type": kind, "type_dit": None}
    answered = etat["etape"] == "type" and not (pending.is_yes(request) or pending.is_no(request))
    free = mots_libres(request) if answered else None
    return {"type": "autre", "type_dit": free} if free else {}


def nommee(request: Request, etat: Etat) -> Etat:
    """A paper named while something else is told: ``piece`` (its kind), ``preuve`` (``maintenant``, ``plus_tard``)."""
    words = normalise(request.text)
    asked = etat.get("etape") == "preuve"
    kind = papier_nomme(words) or ("convocation" if asked and "convocation" in words else None)
    if kind is None or request.said.get("preuve") == "aucune" or est_question(request):
        return {}
    here = en_main(words, demande=asked)
    return {"piece": kind, "preuve": "maintenant" if here else "plus_tard"}


def choix_pieces(request: Request, etat: Etat) -> Choix:
    """The documents that prove the reason declared, then another one."""
    rdv = de_ref(request, etat.get("rdv"))
    motif = _motif(request, rdv) if rdv else None
    known = request.services.droit.motif(motif) if motif else None
    kinds = dict.fromkeys(proof.type for proof in known.preuves) if known else {}
    named = [kind for kind in kinds if kind != "autre" and kind in LIBELLES["justificatif"]]
    shown = (named or list(_COURANTES))[:2]
    return (*((nom_piece(kind).capitalize(), kind) for kind in shown), ("Autre document", "autre"))


def _motif(request: Request, rdv: RendezVous) -> str | None:
    acte = vues.acte_actif(request.dossier, "absence", rdv.ref) if request.dossier else None
    return acte.contenu.get("motif") if acte else rdv.absence.motif if rdv.absence else None


def nom_piece(kind: str | None, words: str | None = None) -> str:
    """How a document is said back."""
    if kind == "autre" and words:
        return f"« {words} »"
    return LIBELLES["justificatif"].get(kind or "autre", "document")
