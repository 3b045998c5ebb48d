"""« Plus simple », « pourquoi vous demandez ça ? », « et après ? »: what the step under way is, not an answer to it."""

from __future__ import annotations

import re
from typing import Literal

from actions.framework.request import Request
from actions.langue.normaliser import normalise

Aide = Literal["etape", "apres", "ailleurs"]

_LONGUEUR = 9  # words: longer messages say something of their own
_ENCORE = r"(?:(?:toujours|vraiment|trop|bien|tres|encore) )?"
_PAS_CLAIR = (
    rf"(?:plus simple\w*|(?:pas|rien) {_ENCORE}(?:compris|pige|capte|suivi)"
    rf"|(?:j?comprend\w*|pige|capte|saisis?|vois) {_ENCORE}(?:pas|rien|plus|que dalle|toujours pas)"
    rf"|pas {_ENCORE}clair|en clair|en francais|explique\w*|c' est[- ]a[- ]dire|comment ca"
    r"|(?:ca|cela) veut dire quoi|(?:c' est|qu' est-ce que c' est|c) quoi (?:ca|cela|cette question|la question|votre question)"
    r"|(?:suis|chui|je) (?:un peu )?perdue?|trop complique|un exemple|par exemple"
    r"|quoi (?:repondre|mettre|dire|ecrire|choisir)"
    r"|(?:repond\w*|met\w*|dis|dire|ecri\w*|choisi\w*) quoi|comment (?:je )?(?:dois )?repond\w*|quelle question)"
)
_POURQUOI = (
    r"(?:pourquoi (?:est-ce que )?(?:vous |tu |on |me |m' |le |la |les |il faut )*(?:demand\w*|pos\w*|voul\w*|veu\w*|savoir|dire|cette|ces|ca)"
    r"|a quoi (?:ca|cela) (?:vous )?sert|(?:ca|cela) (?:vous |te )?sert a quoi|(?:ca|cela) (?:vous|te) regarde"
    r"|(?:oblige\w*|forcee?|obligatoire) (?:de |d' )(?:repondre|dire|vous dire|donner|expliquer))"
)
_APRES = (
    r"(?:^(?:et |mais |ok |bon |oui )*(?:apres|ensuite|puis)[ ?!.]*$"
    r"|(?:apres|ensuite)(?: ca)?,? (?:il |ca |qu' est-ce qui |qu' est-ce qu' il )*se passe\w*"
    r"|(?:ca|il|qui) se passe\w* (?:quoi |comment )?(?:apres|ensuite)|la suite c' est quoi|c' est quoi la suite)"
)
_AIDE = re.compile(rf"\b{_PAS_CLAIR}(?!\w)|\b{_POURQUOI}\b")
_SUITE = re.compile(_APRES)
_NU = re.compile(r"^(?:et |mais |ben |bah )*(?:pourquoi(?: faire| ca)?|hein|quoi)[ ?!.]*$")
# What is not understood is then something else than the question asked.
_AUTRE_CHOSE = re.compile(
    r"\b(?:lettres?|courriers?|convocation|decision|sanction\w*|radi\w+|suspen\w+|avertissement|mediateur|recours"
    r"|allocation|rsa|contrat|loi|article|tribunal|obligatoire de venir)\b"
)
# A misunderstanding told as the reason of an absence: « j’avais pas compris la date ».
_RACONTE = re.compile(
    r"\b(avais|avait|etais|etait|me suis|que c'|l' (heure|adresse)|la date|le (lieu|jour))(?= |$|[?.!])"
)
_LIBRES = ("dire", "corriger")  # steps at which any words may be kept
_DICTE = re.compile(
    r"\b(dites|dis|ajoute\w*|precise\w*|notez|note|ecrivez|mettez|racontez) (que|qu'|bien|aussi)"
)
_DIT = frozenset(("temps", "pour_autrui"))  # facts that answer nothing


def demandee(request: Request) -> Aide | None:
    """What a message in the middle of an act wants explained: the step, what comes after it, something else, or nothing.

    Where free words are asked for, « je comprends pas ma lettre » is what the person wants to tell.
    """
    words = normalise(request.text)
    if len(words.split()) > _LONGUEUR or request.said.keys() - _DIT or request.upload:
        return None
    if _RACONTE.search(words):
        return None
    if _AUTRE_CHOSE.search(words):
        free = request.memory.demarche.get("etape") in _LIBRES or _DICTE.search(words)
        return "ailleurs" if _AIDE.search(words) and not free else None
    if _SUITE.search(words):
        return "apres"
    # « pourquoi ? » after a step that states a rule is about the rule.
    about_rule = request.memory.sujet.get("key") == request.memory.derniere
    if _AIDE.search(words) or (_NU.match(words) and not about_rule):
        return "etape"
    return None
