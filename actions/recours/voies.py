"""The mediator and the courts; and what a letter to each must hold."""

from __future__ import annotations

import re

from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours.citer import citer_d_abord
from actions.recours.contestation import prochaine_etape
from actions.recours.laquelle import demander_laquelle
from actions.recours.organismes import autre_organisme
from actions.recours.parler import FAITS, dire, sans_dossier
from actions.recours.situation import Situation, situer

_DEFENDER = re.compile(r"\bdefenseur\b")
# Points on which one asks about the court; the first that fits. The block holds the whole answer.
_COURT = tuple(
    (block, re.compile(pattern))
    for block, pattern in (
        ("appel", r"\b(faire appel|fait appel|cassation|conseil d' etat|apres le jugement)\b"),
        (
            "refere",
            r"\b(refere\w*|urgence|urgent\w*|bloquer la|suspendre la (decision|sanction))\b",
        ),
        (
            "aide",
            r"\b(aide (juridictionnelle|de l' etat|financiere)|pas (les moyens|d' argent)|commis d' office"
            r"|(payer|paie|cout\w*|prix|cher|gratuit\w*|frais).*avocat\w*|avocat\w*.*(payer|paie|cout\w*|prix|cher|gratuit\w*|frais))\b",
        ),
        ("avocat", r"\b(avocat\w*|abogado|lawyer|maitre)\b"),
    )
)
_MEDIATOR = (
    ("prix", re.compile(r"\b(payant\w*|gratuit\w*|cout\w*|cher|payer|paie|prix|frais)\b")),
    (
        "duree",
        re.compile(
            r"\b(repon\w+|dure\w*|prend|prends|traite\w*)\b.{0,30}\b(combien de (temps|mois|jours|semaines)|longtemps|quand)\b"
            r"|\b(combien de (temps|mois|jours|semaines)|quand)\b.{0,30}\b(repon\w+|dure\w*|prend|traite\w*)\b"
        ),
    ),
)
_MEDIATEUR = {
    "mediateur_regional": "saisir_mediateur.propre",
    "recours_prealable_departement": "saisir_mediateur.departement",
    "juge_judiciaire": "saisir_mediateur.allocation",
    "pas_encore": "saisir_mediateur.pas_encore",
}
_TRIBUNAL = {
    "mediateur_regional": "saisir_tribunal.avant_mediateur",
    "recours_prealable_departement": "saisir_tribunal.avant_departement",
    "attendre_fin_mediation": "saisir_tribunal.attendre",
    "pas_encore": "saisir_tribunal.pas_encore",
}
_LETTRE = {
    "mediateur_regional": "rediger_recours.mediateur",
    "recours_prealable_departement": "rediger_recours.departement",
    "tribunal_administratif": "rediger_recours.tribunal",
    "attendre_fin_mediation": "rediger_recours.attendre",
    "pas_encore": "rediger_recours.observations",
}
_TO_MEDIATOR, _TO_COURT = re.compile(r"\bmediat"), re.compile(r"\b(tribunal|juge)\b")


@answers("saisir_mediateur", facts=FAITS)
def saisir_mediateur(request: Request) -> Answer:
    """Who the mediator is, when one must go there, until when."""
    situation = situer(request)
    if _DEFENDER.search(normalise(request.text)):
        return _point(request, "saisir_mediateur.defenseur", situation)
    words = normalise(request.text)
    asked = next((block for block, pattern in _MEDIATOR if pattern.search(words)), None)
    if asked:
        return _point(request, f"saisir_mediateur.{asked}", situation)
    other = autre_organisme(request, situation)
    if other:
        return sans_dossier(request, _point(request, f"saisir_mediateur.{other}", situation))
    return _selon_le_cas(request, situation, "saisir_mediateur.general", _MEDIATEUR)


@answers("saisir_tribunal", facts=FAITS)
def saisir_tribunal(request: Request) -> Answer:
    """The step before, the delay, the lawyer, legal aid, urgency, what comes after."""
    situation = situer(request)
    words = normalise(request.text)
    taken = "aide_juridictionnelle" in request.said and bool(situation.cas.faits)
    asked = (
        None if taken else next((block for block, pattern in _COURT if pattern.search(words)), None)
    )
    if asked:
        return _point(request, f"saisir_tribunal.{asked}", situation)
    if autre_organisme(request, situation) == "rsa":
        return sans_dossier(request, _point(request, "saisir_tribunal.rsa", situation))
    return _selon_le_cas(request, situation, "saisir_tribunal.general", _TRIBUNAL)


@answers("rediger_recours", facts=FAITS)
def rediger_recours(request: Request) -> Answer:
    """What the letter must hold and by when; the letter itself is prepared by its button."""
    which = demander_laquelle(request)
    if which is not None:
        return which
    return _selon_le_cas(request, _lettre_voulue(request), "rediger_recours.general", _LETTRE)


def _lettre_voulue(request: Request) -> Situation:
    """The letter named in the message (« au médiateur ») decides when the case does not."""
    words = normalise(request.text)
    if request.dossier is None and "auteur" not in request.facts and _TO_MEDIATOR.search(words):
        request = request.with_intent(request.intent, auteur="france_travail")
    return situer(request)


def _point(request: Request, key: str, situation: Situation) -> Answer:
    """A point of law of its own: its texts come before those of the case."""
    own = request.services.wording.block(key).get("regles", ())
    return citer_d_abord(request, dire(request, key, situation), own)


def _selon_le_cas(
    request: Request, situation: Situation, general: str, blocks: dict[str, str]
) -> Answer:
    """The general explanation when nothing is known of the case, else the next step of the case."""
    cas = situation.cas
    unknown = situation.resultat.conclusion == "lire_la_lettre" and "auteur" not in cas.faits
    if cas.etape == "inconnue" or (unknown and not cas.propre):
        return sans_dossier(request, _point(request, general, situation))
    return prochaine_etape(request, situation, blocks)
