"""Prepare a letter: answer a letter of intention, seize the mediator, appeal to the department, complain to the agency."""

from __future__ import annotations

import re
from typing import Any

from actions.demarches import lettre_texte
from actions.demarches.echeances import Echeance, observations, recours, recours_depose
from actions.demarches.ecriture import moment, transmettre
from actions.demarches.etapes import Demarche, Etat, choix_de, dire
from actions.demarches.lecture import choisi, corrige, demande, est_question, mots_libres
from actions.demarches.liens_documents import lien
from actions.dossiers.personne import Acte
from actions.framework import acts, pending
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE, ACTE, VIDE = "lettre", "courrier", ""
_TITRE = 6  # words: longer messages tell something
_NOM = r"\b(lettre|courrier|observations?|mediat\w+|reclamation|recours)\b"
_COURT = 2  # words: « non merci » is no account of what happened
_TYPES = {
    "mediation": r"\b(mediat\w+)\b",
    "rapo": r"\b(departement\w*|conseil departemental|president\w*|rapo|recours (administratif )?prealable|rsa)\b",
    "observations": r"\b(observations?|repondre (a|au)|reponse (a|au)|lettre d' intention|avertissement avant|avant (la )?(decision|sanction))\b",
    "reclamation": r"\b(reclam\w+|plainte|me plaindre)\b",
}
# A question of time is not a request to write: it gets its date first.
_QUAND = r"\b(quand|combien|delai|date limite)\b"
_ECRIRE = r"\b(ecri\w*|redig\w*|redi(ge|gez)|prepar\w*|modele\w*|lettre type|courrier type|une lettre|un courrier|mes observations|brouillon)\b"
# Said so plainly, whatever else it sounds like; a word to one's adviser is no such letter.
_LETTRE = re.compile(
    r"^(?!.*\b(conseiller\w*|cv|motivation)\b).*\b(ecrire|rediger|faire|preparer)( moi)? (une lettre|un courrier)\b"
)
_INTENTS = ("rediger_recours", "presenter_observations")
_AUTEUR_TYPE = {"france_travail": "mediation", "conseil_departemental": "rapo"}
_VOIE_TYPE = {"mediateur_regional": "mediation", "recours_prealable_departement": "rapo"}
_RECOURS = ("mediation", "rapo")
# Said in the middle of a letter, these are never the person's account of what happened.
_AUTRES = frozenset(
    {"saluer", "remercier", "au_revoir", "annuler", "affirmer", "nier", "demander_precision"}
)


@acts.on_title(
    "Préparer une lettre",
    "Préparer ma lettre",
    "Rédiger une lettre",
    "Préparer un courrier",
    "Écrire la lettre",
)
def par_bouton(request: Request) -> Answer:
    """Begin by its button."""
    return commencer(request)


@acts.on_title(
    "Lettre au médiateur",
    "Lettre d’observations",
    "Lettre au département",
    "Réclamation à l’agence",
)
def par_type(request: Request) -> Answer | None:
    """Begin a letter of this kind, unless the kind has just been asked for."""
    return None if request.memory.demarche.get("nature") == NATURE else commencer(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the message plainly asks for a letter to be written."""
    words = normalise(request.text)
    named = request.intent in _INTENTS or _LETTRE.search(words)
    if not named or not re.search(_ECRIRE, words) or re.search(_QUAND, words):
        return None
    return commencer(request) if demande(request, "") or not est_question(request) else None


def commencer(request: Request) -> Answer:
    """The first step; somebody unproven gets the letter too, with blanks."""
    etat: Etat = {"nature": NATURE, "etape": "type"}
    kind = _type_dit(request) or _type_du_dossier(request)
    return suite(request, {**etat, "type": kind} if kind else etat)


def _type_dit(request: Request) -> str | None:
    words = normalise(request.text)
    found = [kind for kind, pattern in _TYPES.items() if re.search(pattern, words)]
    said = found[0] if found else None
    return "observations" if said is None and request.intent == "presenter_observations" else said


def _type_du_dossier(request: Request) -> str | None:
    """The letter that the file calls for: an answer while the delay runs, else the next step of the appeal."""
    letter, appeal = observations(request), recours(request)
    if letter and not letter.depassee:
        return "observations"
    if appeal and appeal.procedure.decision and not appeal.depassee:
        return _AUTEUR_TYPE.get(appeal.procedure.decision.auteur or "", "reclamation")
    return "observations" if letter else None


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``."""
    if etat["etape"] == "type":
        kind = choisi(request, choix_de(request, "lettre.type")) or _type_dit(request)
        return {**etat, "type": kind} if kind else None
    named = _type_nomme(request)
    if named:
        # the kind said again is a choice, never the person's account
        return {**etat, "type": named, "type_dit": True, "voie_dite": None}
    if etat["etape"] == "dire" or _corrige_texte(request, etat):
        blank = choisi(request, choix_de(request, "lettre.dire")) or pending.is_unknown(request)
        if blank or (pending.is_no(request) and len(request.text.split()) <= _COURT):
            return {**etat, "texte": VIDE}
        if len(request.text.split()) <= _COURT and pending.is_yes(request):
            return None
        words = None if request.intent in _AUTRES else mots_libres(request)
        return {**etat, "texte": words} if words else None
    return None


def _type_nomme(request: Request) -> str | None:
    """The kind of letter that a short message names: a button's title, « plutôt une lettre au médiateur »."""
    words = normalise(request.text)
    if len(words.split()) > _TITRE or not re.search(_NOM, words):
        return None
    return choisi(request, choix_de(request, "lettre.type")) or _type_dit(request)


def _corrige_texte(request: Request, etat: Etat) -> bool:
    """Whether the account itself is told again, once the letter has been shown."""
    told_again = etat["etape"] == "corriger" or (etat["etape"] == "confirmer" and corrige(request))
    return told_again and len(request.text.split()) > _TITRE


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    kind = etat.get("type")
    if kind is None:
        return dire(request, "lettre.type", {**etat, "etape": "type"})
    deadline = _echeance(request, kind)
    redirected = _autre_voie(request, etat, kind, deadline)
    if redirected is not None:
        return redirected
    variables = _variables(request, kind, deadline)
    if "texte" not in etat:
        return dire(request, "lettre.dire", {**etat, "etape": "dire"}, **variables)
    state = {**etat, "etape": "confirmer"}
    return dire(
        request, "lettre.confirmer", state, texte=etat["texte"], **{**variables, "rules": ()}
    )


def _echeance(request: Request, kind: str) -> Echeance | None:
    return observations(request) if kind == "observations" else recours(request)


def _variables(request: Request, kind: str, deadline: Echeance | None) -> dict[str, Any]:
    procedure = deadline.procedure if deadline else None
    return {
        "type": kind,
        "procedure": procedure,
        "echeance": deadline,
        "depose": recours_depose(request, procedure.ref if procedure else None, kind),
        "rules": (*lettre_texte.regles(request, kind), *(deadline.regles if deadline else ())),
        "reconnu": request.dossier is not None,
        "about": "rediger_recours",
    }


def _autre_voie(
    request: Request, etat: Etat, kind: str, deadline: Echeance | None
) -> Answer | None:
    """A letter that would go to the wrong door: the department decides on the RSA, the mediator on the rest."""
    right = _VOIE_TYPE.get(deadline.voie) if deadline and kind in _RECOURS else None
    if right is None or right == kind or etat.get("voie_dite"):
        return None
    answer = suite(request, {**etat, "type": right, "voie_dite": True})
    correction = dire(request, "lettre.autre_voie", None, type=right).conclusion
    return answer.with_(conclusion=f"{correction} {answer.conclusion}")


def ecrire(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    kind = etat["type"]
    deadline = _echeance(request, kind)
    variables = _variables(request, kind, deadline)
    letter = lettre_texte.rediger(request, kind, deadline, etat.get("texte") or "")
    if request.identifiant is None or request.dossier is None:
        return dire(
            request, "lettre.en_clair", {}, lettre=lettre_texte.en_une_bulle(letter), **variables
        )
    acte, again = _garder(request, kind, deadline, letter)
    answer = dire(
        request,
        "lettre.fait",
        {},
        quand=moment(request, acte.cree_le),
        deja=again,
        lettre=None if _web(request) else lettre_texte.en_une_bulle(letter),
        **variables,
    )
    return answer.with_(attachments=_pieces(request, acte)) if _web(request) else answer


def _garder(
    request: Request, kind: str, deadline: Echeance | None, letter: str
) -> tuple[Acte, bool]:
    """Keep the letter; the same one is kept once, another one takes the place of the former."""
    ref = deadline.procedure.ref if deadline else "sans"
    key = f"{ACTE}:{kind}:{ref}"
    known = (
        next((a for a in request.dossier.actes if a.actif and a.cle == key), None)
        if request.dossier
        else None
    )
    same = known is not None and known.contenu.get("texte") == letter
    written = transmettre(
        request,
        ACTE,
        key,
        {"type": kind, "titre": lettre_texte.TITRES[kind], "procedure": ref, "texte": letter},
        rendez_vous=deadline.procedure.rendez_vous if deadline else None,
        remplace=known.id if known and not same else None,
    )
    return written.acte, written.deja


def _pieces(request: Request, acte: Acte) -> tuple[dict[str, str], ...]:
    return (
        {"title": "Lettre à imprimer (PDF)", "url": lien(request, genre="pdf", acte=acte.id)},
        {"title": "Lettre à copier (texte)", "url": lien(request, genre="txt", acte=acte.id)},
    )


def _web(request: Request) -> bool:
    """Only the web channel serves documents; the others get the words of the letter."""
    return request.channel in ("web", "")


acts.register(Demarche(NATURE, lire, suite, ecrire))
