"""Which steps of an appeal a message tells: who was written to, who has answered."""

from __future__ import annotations

from typing import Any

from actions.dossiers import vues
from actions.framework.request import Request
from actions.recours import reperes

# Days that are those of a step.
STEP_DAYS = frozenset(
    (
        "mediation",
        "tribunal",
        "defenseur_droits",
        "aide_juridictionnelle",
        "recours_prealable",
        "date_fin_mediation",
        "date_reponse_departement",
    )
)


def etapes(request: Request, words: str) -> dict[str, Any]:
    """The steps told, as facts; what is only supposed, or still waited for, is none."""
    found: dict[str, Any] = {
        name: "oui" for name, pattern in reperes.STEPS if pattern.search(words)
    }
    if reperes.REPLIED.search(words):
        found["observations"] = "oui"
    if reperes.NO_MENTION.search(words):
        found["mention_mediation"] = "non"
    if reperes.SUPPOSED.search(words) or reperes.NOT_YET.search(words):
        return found
    return {**found, **_answers(request, words)}


def reponse_attendue(request: Request) -> str | None:
    """The appeal whose answer somebody waits for: that of the file, else the one told in this talk."""
    if request.dossier is not None:
        pending = vues.recours_en_cours(request.dossier)
        return next((r.voie for r in reversed(pending) if r.voie in ("mediation", "rapo")), None)
    told = {"mediation": "mediation", "recours_prealable": "rapo"}
    remembered = request.memory.faits
    return next((way for fact, way in told.items() if remembered.get(fact)), None)


def _answers(request: Request, words: str) -> dict[str, str]:
    """Who has answered, and whether it was yes."""
    waited = reponse_attendue(request)
    if _asks_whether(request, words):
        return {}
    answered = bool(waited and reperes.ANSWERED.search(words))
    if reperes.MEDIATION_WON.search(words) or (waited == "mediation" and reperes.WON.search(words)):
        return {"mediation_finie": "accord"}
    past = request.dossier is None and reperes.MEDIATION_PAST.search(words)
    if reperes.MEDIATION_OVER.search(words) or past or (answered and waited == "mediation"):
        return {"mediation_finie": "oui"}
    if reperes.DEPARTMENT_OVER.search(words) or (answered and waited == "rapo"):
        return {"departement_repondu": "oui"}
    return {}


def _asks_whether(request: Request, words: str) -> bool:
    """« Ils ont répondu, le médiateur ? » asks; « le médiateur a répondu, je fais quoi ? » tells, then asks what to do."""
    if reperes.WHETHER.search(words):
        return True
    asks = request.text.rstrip(" !.").endswith("?") and not reperes.REFUSED.search(words)
    return asks and not reperes.THEN_ASKED.search(words)
