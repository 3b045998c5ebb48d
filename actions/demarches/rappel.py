"""Ask for a call-back by the adviser, with a short summary that the person reads first."""

from __future__ import annotations

import re

from actions.demarches.acces import sans_dossier
from actions.demarches.ecriture import moment, transmettre
from actions.demarches.etapes import Demarche, Etat, choix_de, cle, dire
from actions.demarches.lecture import choisi, est_question, mots_libres
from actions.demarches.motifs import libelle
from actions.dossiers import vues
from actions.dossiers.personne import Acte
from actions.framework import acts, pending
from actions.framework.answer import Answer
from actions.framework.compose import plain
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE = "rappel"
_DEMANDE = re.compile(
    r"\b(rappel(er|ez|le|lez)?(-moi)?|recontact\w*|contactez-moi|appelez-moi|m' appel\w*|me (rappel\w*|telephon\w*|joindre|contact\w*)|"
    r"qu' on m' appelle|etre rappele\w*|coup de fil|par telephone)\b"
)
_TITRE = 3  # words: more of them tell what the call is about
_DITES = re.compile(
    r"^((non|nan|oui mais|plut[oô]t|euh)[ ,]+)*(dites|dis|pr[ée]cise[rz]?|ajoute[rz]?)([- ](lui|leur))?,? (que |qu['’])?",
    re.IGNORECASE,
)
_PRECISE = re.compile(
    r"^(non |nan |oui mais |plutot |euh )*(dites|dis|precise\w*|ajoute\w*|c' est pour|pour parler|je veux parler|parce que|a propos|au sujet)\b"
)


@acts.on_title(
    "Être rappelé", "Être rappelée", "Être rappelé(e)", "Demander un rappel", "Être rappelé·e"
)
def par_bouton(request: Request) -> Answer:
    """Begin by its button."""
    return commencer(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the message asks to be called."""
    if (
        request.intent != "parler_a_un_conseiller"
        or request.identifiant is None
        or est_question(request)
    ):
        return None
    return commencer(request) if _DEMANDE.search(normalise(request.text)) else None


def commencer(request: Request) -> Answer:
    """The first step: the summary, to be read and confirmed."""
    if request.identifiant is None:
        refused = sans_dossier(request, NATURE)
        if refused:
            return refused
    return suite(request, {"nature": NATURE, "etape": "confirmer", "resume": resume(request)})


def resume(request: Request) -> str:
    """What was talked of, from the memory of the conversation only."""
    facts, subject = request.memory.faits, request.memory.sujet.get("intent", "")
    key = f"sujet.{subject}"
    parts = [plain(request, cle(key)).conclusion if cle(key) in request.services.wording else ""]
    if facts.get("motif") not in (None, "aucun", "inconnu"):
        parts.append(f"Raison donnée : {libelle(request, facts['motif'])}.")
    return " ".join(filter(None, parts))


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``."""
    if etat["etape"] == "corriger" and len(request.text.split()) > _TITRE:
        return {**etat, "resume": _objet(request) or "", "etape": "confirmer"}
    if etat["etape"] == "dire":
        if choisi(request, choix_de(request, "rappel.dire")):
            return {**etat, "resume": "", "etape": "confirmer"}
        words = mots_libres(request)
        return {**etat, "resume": words, "etape": "confirmer"} if words else None
    if _PRECISE.search(normalise(request.text)) and not pending.is_yes(request):
        words = _objet(request)
        return {**etat, "resume": words, "etape": "confirmer"} if words else None
    return None


def _objet(request: Request) -> str | None:
    """The person's words without « non, dites que… »."""
    words = mots_libres(request)
    return _DITES.sub("", words) or words if words else None


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    today = f"rappel:{request.today.isoformat()}"
    acte = next((a for a in _rappels(request) if a.cle == today), None)
    if acte is not None:
        return dire(request, "rappel.deja", {}, quand=moment(request, acte.cree_le))
    if "resume" not in etat:
        return dire(request, "rappel.dire", {**etat, "etape": "dire"})
    return dire(
        request,
        "rappel.confirmer",
        {**etat, "etape": "confirmer"},
        resume=etat["resume"],
        telephone=_masque(request),
        conseiller=_conseiller(request),
    )


def ecrire(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    written = transmettre(
        request,
        NATURE,
        f"rappel:{request.today.isoformat()}",
        {"resume": etat.get("resume"), "rendez_vous": _prochain(request)},
    )
    key = "rappel.deja" if written.deja else "rappel.fait"
    return dire(
        request,
        key,
        {},
        quand=moment(request, written.acte.cree_le),
        telephone=_masque(request),
        conseiller=_conseiller(request),
    )


def _rappels(request: Request) -> list[Acte]:
    acts_here = request.dossier.actes if request.dossier else ()
    return [acte for acte in acts_here if acte.actif and acte.nature == NATURE]


def _prochain(request: Request) -> str | None:
    coming = vues.prochain_rendez_vous(request.dossier, request.now) if request.dossier else None
    return coming.ref if coming else None


def _masque(request: Request) -> str | None:
    """The last two digits of the number in the file: enough to recognise it, not to learn it."""
    digits = re.sub(r"\D", "", (request.dossier.telephone or "") if request.dossier else "")
    return digits[-2:] or None


def _conseiller(request: Request) -> str | None:
    adviser = request.dossier.conseiller if request.dossier else None
    return adviser.nom if adviser else None


acts.register(Demarche(NATURE, lire, suite, ecrire))
