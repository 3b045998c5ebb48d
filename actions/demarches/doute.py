"""Whether a message asks if what was done here is really recorded: « ai-je bien déclaré ? », « c’est parti ? »."""

from __future__ import annotations

import re

from actions.demarches.ecriture import maintenant
from actions.framework.request import Request
from actions.langue.normaliser import normalise

_FAIT = r"(declar\w+|signal\w+|enregistr\w+|transmis\w*|pris\w* en compte|valid\w+|passe\w*|parti\w*|note\w*|envoye\w*|recu\w*|fait|annul\w+|retire\w*)"
_VERIFIE = re.compile(
    rf"\b(ai-je|est-ce que j' ai|j' ai|je l' ai) (bien|deja|vraiment)( bien)? {_FAIT}\b"
    rf"|\b(est-ce|c' est|ca a ete|ca a|cela est|c' est-il|est-ce que c' est|vous l' avez|l' avez-vous|tout est|tout a ete) (bien|deja|vraiment) {_FAIT}\b"
    rf"|\b(declaration|absence|demande|report|rappel|demarche|preuve|fichier|lettre)s?\b.{{0,30}}\b(est|a ete|a|sont|ont ete) (elle |il )?(bien|deja|vraiment) {_FAIT}\b"
    rf"|\best(-elle|-il) (bien|deja) {_FAIT}\b"
    r"|\b(qu' est-ce que|que|quoi|ce que) (j' ai|vous avez) (deja |bien )?(declare|enregistre|transmis|demande)s?\b"
    r"|\bmes (demarches|declarations|demandes) (enregistrees|en cours|transmises)\b"
)
# Plain only beside an act: « c’est envoyé ? », « ils l’ont reçu ? », « vous êtes sûr que c’est parti ? ».
_A_FAIT = r"(c' est|tout est|il est|elle est|est-ce|ca (y est )?a|ca|tu l' as|vous l' avez|vous avez|(ils?|elle|l' agence|(le|mon|ma) conseill\w+) (l' )?(a|ont))"
_DOUTE = re.compile(
    rf"\b(sure?s?|certaine?s?) (que |qu' ){_A_FAIT} (bien |bon |deja |ete )*{_FAIT}\b"
    rf"|\b{_A_FAIT} (bien |bon |ok |deja |vraiment |tout |ete )*({_FAIT}|marche|fonctionne)\b[ !]*\?"
)
_PIECE = re.compile(
    r"\b(certificats?|justificatifs?|preuves?|arret|documents?|papiers?|fichiers?)\b"
)
_AILLEURS = {"suivi_justificatif", "suivi_recours", "mes_sanctions", "consequences_absence"}
_RECENT = 24 * 3600  # seconds during which « c’est pris en compte ? » is about what was done here


def demande(request: Request) -> bool:
    """Whether it is asked if something is recorded; what is under way, or was just done, is meant before the file."""
    words = normalise(request.text)
    plainly = bool(_VERIFIE.search(words))
    if _beside_an_act(request) and not _PIECE.search(words):
        return plainly or bool(_DOUTE.search(words))
    return plainly and request.intent not in _AILLEURS


def _beside_an_act(request: Request) -> bool:
    if request.memory.demarche:
        return True
    acts = request.dossier.actes if request.dossier else ()
    now = maintenant(request)
    return any(a.actif and abs((now - a.cree_le).total_seconds()) < _RECENT for a in acts)
