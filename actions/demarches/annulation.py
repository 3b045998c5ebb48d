"""« En fait, je viens »: undo an absence or a postponement asked for here, before the appointment; withdraw another act."""

from __future__ import annotations

import re
from datetime import timedelta

from actions.demarches.choix_rdv import a_venir, de_ref
from actions.demarches.ecriture import defaire, maintenant, moment
from actions.demarches.etapes import Demarche, Etat, dire
from actions.demarches.lecture import est_question, retire, vient
from actions.dossiers.personne import Acte
from actions.framework import acts
from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE = "annulation"
DEFAISABLES = ("absence", "report", "rappel", "justificatif")
_RECENT = timedelta(hours=24)
_OBJETS = {
    "absence": r"\b(absence|declaration)\b",
    "report": r"\breport\b",
    "rappel": r"\brappel\b",
    "justificatif": r"\b(justificatif|preuve)\b",
}


@acts.on_title("En fait, je viens", "Annuler ma déclaration", "Annuler ma demande")
def par_bouton(request: Request) -> Answer | None:
    """Begin by its button."""
    return _commencer(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the person comes after all, or takes back what was recorded here."""
    if request.dossier is None or est_question(request):
        return None
    return _commencer(request) if vient(request) or retire(request) else None


def _commencer(request: Request) -> Answer | None:
    acte = _cible(request)
    if acte is not None:
        return suite(request, {"nature": NATURE, "etape": "confirmer", "acte": acte.id})
    return _rien(request) if request.dossier else None


def _rien(request: Request) -> Answer:
    coming = next(iter(a_venir(request)), None) if vient(request) else None
    return dire(request, "annulation.rien_vient" if coming else "annulation.rien", {}, rdv=coming)


def _cible(request: Request) -> Acte | None:
    """The act that the message names, else the last one that can still be undone."""
    words = normalise(request.text)
    undoable = (
        [a for a in reversed(request.dossier.actes) if _defaisable(request, a)]
        if request.dossier
        else []
    )
    if vient(request):
        undoable = [a for a in undoable if a.nature in ("absence", "report")]
    named = [a for a in undoable if re.search(_OBJETS[a.nature], words)]
    return next(iter(named or undoable), None)


def _defaisable(request: Request, acte: Acte) -> bool:
    """Before the appointment for what is about it; within a day for the rest."""
    if not acte.actif or acte.nature not in DEFAISABLES:
        return False
    rdv = de_ref(request, acte.rendez_vous)
    if acte.nature in ("absence", "report"):
        return rdv is None or rdv.debut > request.now
    return acte.cree_le > maintenant(request) - _RECENT


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``: nothing but a yes or a no is waited for."""
    return None


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    acte = _acte(request, etat)
    if acte is None:
        return dire(request, "annulation.rien", {})
    rdv = de_ref(request, acte.rendez_vous)
    return dire(
        request,
        "annulation.confirmer",
        etat,
        acte=acte,
        rdv=rdv,
        quand=moment(request, acte.cree_le),
        vient=acte.nature in ("absence", "report"),
    )


def _acte(request: Request, etat: Etat) -> Acte | None:
    known = request.dossier.actes if request.dossier else ()
    return next((a for a in known if a.id == etat.get("acte")), None)


def ecrire(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    acte = _acte(request, etat)
    if acte is None or not _defaisable(request, acte):
        return _fini(request, acte)
    undone = defaire(request, acte)
    rdv = de_ref(request, acte.rendez_vous)
    when = moment(request, undone.annule_le or undone.cree_le)
    return dire(request, "annulation.fait", {}, acte=acte, rdv=rdv, quand=when)


def _fini(request: Request, acte: Acte | None) -> Answer:
    if acte is not None and acte.annule_le:
        return dire(request, "annulation.deja", {}, quand=moment(request, acte.annule_le))
    return dire(request, "annulation.rien", {})


class _Annulation(Demarche):
    """A « non » keeps the act as it is: nothing has to be corrected."""

    def _decided(self, request: Request, etat: Etat, verdict: bool) -> Answer:
        return (
            self.ecrire(request, etat)
            if verdict
            else plain(request, "demarche.annulation.gardee").with_(act={})
        )


acts.register(_Annulation(NATURE, lire, suite, ecrire))
