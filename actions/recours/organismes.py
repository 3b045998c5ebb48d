"""Whether the mediator of France Travail is the one to seize: not for what another body decides."""

from __future__ import annotations

import re

from actions.droit.mesures_actuelles import JEUNES
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.situation import Situation

_NAMED = (
    (
        "mission_locale",
        re.compile(r"\b(missions? locales?|ml|cej|pacea|contrat d' engagement jeune)\b"),
    ),
    ("autre", re.compile(r"\b(cap emploi|prestataire|aksis)\b")),
    ("rsa", re.compile(r"\b(rsa|departement|conseil departemental)\b")),
)


def autre_organisme(request: Request, situation: Situation) -> str | None:
    """The text block for somebody whom another body decides for, or follows; None when France Travail decides."""
    facts, cas = situation.cas.faits, situation.cas
    author = facts.get("auteur")
    if author is not None or cas.etape == "lettre":
        return "mission_locale" if author == "mission_locale" else None
    if cas.propre:
        return "autre"  # a decision of the file whose author is not known
    words = normalise(request.text)
    named = next((block for block, pattern in _NAMED if pattern.search(words)), None)
    return named or _followed_by(request)


def _followed_by(request: Request) -> str | None:
    """By what the person receives and who follows them."""
    body, paid = request.facts.get("organisme_referent"), request.facts.get("allocation")
    if body == "mission_locale" or paid in JEUNES:
        return "mission_locale"
    if paid in ("RSA", "ARE_et_RSA"):
        return "rsa"
    return "autre" if body in ("cap_emploi", "autre") else None
