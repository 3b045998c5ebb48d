"""A yes or a no to what was just shown. A question, a hesitation or a « oui, mais… » is neither: nothing is written then."""

from __future__ import annotations

import re

from actions.demarches.lecture import Choix, est_question, offert, titre_exact
from actions.framework import pending
from actions.framework.acts import confirmed
from actions.framework.request import Request
from actions.langue.normaliser import normalise

# A yes that keeps something back: it is asked again rather than guessed.
_RESERVE = re.compile(
    r"\b(mais|sauf|attend\w*|(une )?minute|sai[st] (pas|plus)|pas (sure?|certaine?|encore|maintenant|tout de suite|d' accord)"
    r"|hesit\w*|reflech\w*|verifi\w*|plus tard|avant|d' abord|peut-etre|imagin\w*|exemple|compri\w*|comprends?|j' ai vu"
    r"|je (vois|pense|crois)|voir|si (je|on|c'|ca|j'|jamais|tu|vous)|quand|non)\b"
)
# Intents that a sentence of consent may be read as (« oui, signalez mon absence »); the others ask for something else.
_AUTOUR = pending.ANSWERING | {
    "signaler_absence",
    "reporter_rendez_vous",
    "fournir_justificatif",
    "rediger_recours",
    "presenter_observations",
    "parler_a_un_conseiller",
    "remercier",
    "annuler",
}
_COURT = 4  # words: the intent of so few of them proves nothing
_PLUS_TARD = re.compile(r"^(non |euh )*(plus tard|pas maintenant|tout a l ?heure|une autre fois)$")
# « et si je dis non ? », « si je ne réponds pas ? »: about the confirmation itself.
_SUITES = re.compile(
    r"\b(si|quand) (je|j') (ne |n' )?(dis|reponds?|clique|appuie|mets|confirme|valide|fais)( sur| que)?"
    r"( (oui|non|pas|rien))+( (ca|il|que|qu'|c'|quoi).*)?$"
)


def confirme(request: Request, choix: Choix) -> bool | None:
    """Yes or no to what was just shown; None for anything else, and for a « oui » to something else.

    Args:
        choix: the buttons (title, value) of the confirmation, values ``oui`` and ``non``.
    """
    if est_question(request) or hesite(request) or request.text.rstrip().endswith("?"):
        return None
    pressed = titre_exact(request, choix)
    if pressed is not None:
        return pressed == "oui"
    if not offert(request, choix):
        return None
    verdict = confirmed(request)
    return None if verdict and _ailleurs(request) else verdict


def hesite(request: Request) -> bool:
    """A yes kept back (« oui mais attendez »), « je sais pas », « et si je dis non ? »."""
    words = normalise(request.text)
    kept_back = pending.is_yes(request) and _RESERVE.search(words) and not est_question(request)
    return bool(kept_back) or demande_suites(request) or pending.is_unknown(request)


def demande_suites(request: Request) -> bool:
    """« Et si je dis non ? »: about the confirmation itself, whatever else it sounds like."""
    return bool(_SUITES.search(pending.fold_title(request.text)))


def remet(request: Request) -> bool:
    """« Plus tard » and nothing else: no farewell to who is asked for a yes."""
    return bool(_PLUS_TARD.match(pending.fold_title(request.text)))


def _ailleurs(request: Request) -> bool:
    """Whether a yes goes on with another request."""
    return request.intent not in _AUTOUR and len(normalise(request.text).split()) > _COURT
