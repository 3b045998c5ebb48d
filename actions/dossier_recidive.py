"""Whether a sanction of the file still counts: until when a new absence is a repeated one."""

from __future__ import annotations

import re

from actions.dossier_acces import word
from actions.dossier_echeances import obligation
from actions.dossiers import vues
from actions.droit.typographie import jour
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.sanctions.bornes import debut_actuel, limites
from actions.sanctions.sujets import jour_des_faits

_COUNTS = re.compile(
    r"\b(compte(ra)?( pas)?( (encore|toujours|plus))? ?[?.]*$|(re)?compt\w* (encore|toujours|plus|pour|contre|dans)|(encore|toujours) compt\w*|recidiv\w*|casier|me suivr\w*|me suit"
    r"|(repart\w*|remi\w*|retomb\w*) (a|de) zero|(reste\w*|garde\w*) .{0,20}dossier|efface\w*|prescri\w*)( |$)"
)
_RULES = (
    "sanction.reiteration",
    "sanction.comptage_transitoire",
    "sanction.meme_nature",
    "sanction.reorientation",
)


def still_counts(request: Request) -> Answer | None:
    """What the sanctions of the file change for a new absence; None when that is not asked."""
    dossier = request.dossier
    if dossier is None or not _COUNTS.search(normalise(request.text)):
        return None
    if not vues.historique(dossier):
        return None
    result = limites(request)
    told = [reason for reason in result.raisons if reason.regle in _RULES]
    if not told:
        return None
    coming = vues.prochain_rendez_vous(dossier, request.now)
    return word(
        request,
        "mes_sanctions.compte",
        raisons=[reason.texte for reason in told],
        rang=result.valeurs.get("rang"),
        rdv=coming if coming and obligation(request, coming).conclusion == "obligatoire" else None,
        rules=tuple(dict.fromkeys(reason.regle for reason in told)),
    )


def counts_in_general(request: Request) -> Answer | None:
    """The same for somebody whose file cannot be seen, by the day that they tell; None when that is not asked."""
    if request.dossier is not None or not _COUNTS.search(normalise(request.text)):
        return None
    day, start = jour_des_faits(request), debut_actuel(request)
    former = day is not None and day < start
    return compose(
        request,
        f"mes_sanctions.{'compte_ancien' if former else 'compte_general'}",
        changement=jour(start),
    )
