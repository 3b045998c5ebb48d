"""« Ai-je bien déclaré ? », « est-ce bien enregistré ? »: answered from the tables, never from the conversation."""

from __future__ import annotations

from actions.demarches import doute
from actions.demarches.acces import sans_dossier
from actions.demarches.choix_rdv import de_ref
from actions.demarches.ecriture import moment
from actions.demarches.etapes import dire
from actions.dossiers.personne import Acte
from actions.framework import acts
from actions.framework.acts import confirmed
from actions.framework.answer import Answer
from actions.framework.request import Request

_MONTRES = 3
# A second yes, when the first one has done it: what is recorded, and nothing more.
_FAITS = tuple(f"demarche.{name}.fait" for name in ("absence", "report", "rappel", "preuve"))


@acts.on_title(
    "Oui, transmettre",
    "Oui, annuler",
    "Oui, préparer",
    "Voir mes démarches",
    "Est-ce bien enregistré ?",
)
def par_bouton(request: Request) -> Answer | None:
    """A confirmation pressed again when its act is over: say what is recorded; None while an act waits for it."""
    return None if request.memory.demarche else verifier(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """When the message asks whether something was recorded."""
    again = request.memory.derniere in _FAITS and confirmed(request) is True
    return verifier(request) if again or doute.demande(request) else None


def verifier(request: Request) -> Answer:
    """What the tables hold of this person, newest first; what still waits for a yes."""
    refused = sans_dossier(request, "enregistrement")
    if refused or request.dossier is None:
        return refused or dire(request, "enregistrement.rien", None, attente=False, absences=())
    waiting = bool(request.memory.demarche)
    known = [
        acte
        for acte in reversed(request.dossier.actes)
        if acte.actif and acte.nature != "annulation"
    ]
    undone = [acte for acte in request.dossier.actes if acte.annule_le]
    if not known and undone and not waiting:
        last = max(undone, key=lambda acte: acte.annule_le or acte.cree_le)
        when = moment(request, last.annule_le or last.cree_le)
        return dire(
            request, "enregistrement.annulee", None, ligne=_ligne(request, last), quand=when
        )
    if not known:
        declared = tuple(
            r for r in request.dossier.rendez_vous if r.absence and r.absence.declaree_le
        )
        return dire(request, "enregistrement.rien", None, attente=waiting, absences=declared[-1:])
    lines = [_ligne(request, acte) for acte in known[:_MONTRES]]
    more = len(known) - len(lines)
    return dire(request, "enregistrement.liste", None, lignes=lines, autres=more, attente=waiting)


def _ligne(request: Request, acte: Acte) -> dict[str, object]:
    return {
        "nature": acte.nature,
        "quand": moment(request, acte.cree_le),
        "rdv": de_ref(request, acte.rendez_vous),
        "contenu": dict(acte.contenu),
    }
