"""The reason of an absence: said, chosen, corrected, in the person's own words; what the law makes of it."""

from __future__ import annotations

import re

from actions.demarches.consentement import remet
from actions.demarches.etapes import RELUE, Etat
from actions.demarches.lecture import Choix, choisi, est_question, mots_libres, titre_exact
from actions.droit.motif import apprecier_motif
from actions.droit.resultat import Resultat
from actions.framework import pending
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import LIBELLES

INCONNU = "inconnu"
_ENFANT = re.compile(
    r"\b(mon fils|ma fille|mes enfants?|mon enfant|mon bebe|mon petit|ma petite|mon gamin|ma gamine|le petit|la petite)\b"
)
_RAISON = re.compile(
    r"\b(parce qu(e|')|a cause d(e|'|u)|(la|ma) (vraie )?(raison|cause) (c' est|est)|en fait (c' est|c' etait|j' (ai|avais)))( |$)"
)
_MALADE = ("maladie", "maladie_enfant")
# Reasons that the rules base tells apart and that the vocabulary of the files does not: the first one wins.
_PRECIS = {
    "benevolat": re.compile(r"\bbenevol\w*"),
    "examen": re.compile(r"\b(examens?|exams?|concours|partiels?)\b"),
    "desinteret": re.compile(
        r"\b(pas envie|la flemme|(sert|servira) a rien|m' interesse pas|perte de temps)\b"
    ),
}
_PROCHE_HOSPITALISE = re.compile(r"\b(hospital\w*|hopital|urgences|reanimation|opere\w*)\b")
# « je veux déplacer l’atelier parce que je déménage »: the words after it are the reason.
_CAUSE = re.compile(
    r"\b(?:parce[- ]?qu(?:e\b|['’])|pars?qu(?:e\b|['’])|p(?:as)?c?k?q\b|pck\b|psk\b|puisqu(?:e\b|['’])|vu qu(?:e\b|['’])"
    r"|car (?=j|il|elle|on|mon|ma|mes|le|la|c['’])|à cause d(?:e\b|u\b|['’]))\s*(?P<cause>.{3,})",
    re.IGNORECASE,
)
# What people do in the middle of an act that says nothing of a reason.
_AUTRES = frozenset({"saluer", "remercier", "au_revoir", "exprimer_mecontentement", "annuler"})


def lire_motif(request: Request, etat: Etat, choix: Choix) -> Etat:
    """The part of the state that the message changes: ``motif`` (code of the rules base), ``motif_dit``."""
    # « malade » is the person's own illness, whatever other title holds the word.
    named = _code(request, etat) is not None
    find = titre_exact if named else choisi
    chosen = find(request, choix) if etat.get("etape") == "motif" else None
    if chosen is None and etat.get("etape") == "motif" and remet(request):
        chosen = INCONNU
    if chosen is not None:
        return {"motif": chosen, "motif_dit": None}
    code = _code(request, etat)
    if code is not None:
        return {"motif": code, "motif_dit": mots_libres(request)}
    cause = None if etat.get("motif") or est_question(request) else _CAUSE.search(request.text)
    if cause:
        return {"motif": "autre", "motif_dit": cause["cause"].strip(" .!")}
    free = etat.get("etape") == "motif" or (etat.get("etape") in RELUE and _parce_que(request))
    return _libre(request) if free else {}


def _parce_que(request: Request) -> bool:
    """« en fait c’est parce que… », « la raison c’est… »: another reason, in the person's own words."""
    return not est_question(request) and bool(_RAISON.search(normalise(request.text)))


def _code(request: Request, etat: Etat) -> str | None:
    """The reason said; « en fait c’était mon fils » turns an illness into that of a child."""
    said = request.said.get("motif")
    child = _ENFANT.search(normalise(request.text))
    if child and (said == "maladie" or (said is None and etat.get("motif") in _MALADE)):
        return "maladie_enfant"
    if said == "evenement_familial" and _PROCHE_HOSPITALISE.search(normalise(request.text)):
        return "hospitalisation_proche"
    if said in (None, "autre", "formation"):
        words = normalise(request.text)
        said = next((code for code, pattern in _PRECIS.items() if pattern.search(words)), said)
    return said if said != "aucun" else None


def _libre(request: Request) -> Etat:
    if pending.is_unknown(request):
        return {"motif": INCONNU, "motif_dit": None}
    words = mots_libres(request)
    if (
        words is None
        or request.intent in _AUTRES
        or pending.is_yes(request)
        or pending.is_no(request)
    ):
        return {}
    return {"motif": "autre", "motif_dit": words}


def preuves(result: Resultat | None) -> list[str]:
    """The first papers that prove a reason, by their French names."""
    return [proof["libelle"] for proof in result.valeurs["preuves"]][:2] if result else []


def excusable(result: Resultat | None) -> bool:
    """Whether a proof may change something: all reasons but those that are set aside."""
    return result is None or result.valeurs["motif_legitime"] != "non"


def apprecier(request: Request, code: str) -> Resultat | None:
    """What the rules base says of a reason; None when none was given or it does not know it."""
    droit = request.services.droit
    if code == INCONNU or droit.motif(code) is None:
        return None
    return apprecier_motif({"motif": code}, request.today, droit)


def mots_gardes(etat: Etat) -> str | None:
    """The person's own words, kept only when no known reason says it."""
    return etat.get("motif_dit") if etat.get("motif") == "autre" else None


def libelle(request: Request, code: str | None, words: str | None = None) -> str:
    """How the reason is said back."""
    if code in (None, INCONNU):
        return "non précisée"
    if code == "autre" and words:
        return f"« {words} »"
    known = request.services.droit.motif(code)
    short = LIBELLES["motif"].get(code)
    return short or (known.libelle[:1].lower() + known.libelle[1:] if known else code)
