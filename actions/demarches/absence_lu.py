"""What a message says of an absence to declare: which appointment, which reason, which proof."""

from __future__ import annotations

import re

from actions.demarches.choix_rdv import a_declarer, du_jour, jours_dits, par_titre
from actions.demarches.consentement import confirme
from actions.demarches.etapes import RELUE, Etat, choix_de
from actions.demarches.lecture import choisi, corrige, fichiers, reprend
from actions.demarches.motifs import lire_motif
from actions.demarches.pieces import nommee
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_ABSENT = re.compile(
    r"\b(absen\w*|rendez-vous|rdv|ateliers?|entretien|(serai|pourrai|viendrai|irai|viens|peux|vais|etais)\b.{0,12}\bpas)\b"
)


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``."""
    found = {} if _papier_seul(request, etat) else _rendez_vous(request, etat)
    new = {**etat, **found, **_preuve(request, etat)}
    if not _choisit(request, etat) and not _preuve_seule(request, etat):
        new |= lire_motif(request, etat, choix_de(request, "absence.motif"))
    return new if new != etat else None


def _papier_seul(request: Request, etat: Etat) -> bool:
    """Whether a paper is named and no appointment: a day said with it (« je l’aurai demain ») is its own."""
    if not nommee(request, etat) or corrige(request):
        return False
    return bool(etat.get("rdv")) or not _ABSENT.search(normalise(request.text))


def _choisit(request: Request, etat: Etat) -> bool:
    """Whether the message is one of the appointments offered, and so no reason."""
    return choisi(request, etat.get("choix", ())) is not None


def _preuve_seule(request: Request, etat: Etat) -> bool:
    """« J’ai le bulletin d’hospitalisation », once the reason is known: a paper, and no other reason."""
    return bool(etat.get("motif") and nommee(request, etat)) and not corrige(request)


def _relue(etat: Etat) -> bool:
    """Whether the declaration is shown again as a whole."""
    return etat["etape"] in RELUE


def _rendez_vous(request: Request, etat: Etat) -> Etat:
    chosen = choisi(request, etat.get("choix", ())) if etat["etape"] == "choisir" else None
    if chosen:
        return {"rdv": chosen, "inconnu": None}
    found, days = du_jour(request), jours_dits(request)
    if found:
        rdv = found[0] if len(found) == 1 else par_titre(request, found)
        several = {"inconnu": None, "parmi": [one.ref for one in found]}
        return {"rdv": rdv.ref, "inconnu": None} if rdv else several
    if days and ("rdv" not in etat or corrige(request) or len(request.text.split()) <= 4):
        return {"rdv": None, "inconnu": days[0].isoformat()}
    named = None if "rdv" in etat else par_titre(request, a_declarer(request))
    return {"rdv": named.ref} if named else {}


def _preuve(request: Request, etat: Etat) -> Etat:
    if request.upload:
        return {**nommee(request, etat), "preuve": "maintenant", "depots": fichiers(request, etat)}
    if etat["etape"] == "preuve":
        choices = choix_de(request, "absence.preuve")
        verdict = confirme(request, choices)
        chosen = choisi(request, choices) or {True: "maintenant", False: "aucune"}.get(verdict)
        if chosen:
            return {**nommee(request, etat), "preuve": chosen}
    named = nommee(request, etat)
    if named:
        return named
    again = reprend(request, choix_de(request, "absence.preuve")) if _relue(etat) else None
    if again:
        return {"preuve": again}
    said = {"fournie": "maintenant", "a_fournir": "plus_tard", "aucune": "aucune"}.get(
        request.said.get("preuve")
    )
    return {"preuve": said} if said else {}
