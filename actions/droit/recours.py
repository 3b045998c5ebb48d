"""How to appeal, until when, and where the appeal stands: section 6 of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import faits as lecture
from actions.droit import recours_autres, recours_france_travail
from actions.droit.base import BaseDroit
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat

# By question: the value that answers it, the rule and key that hold it, the sentence.
QUESTIONS: Mapping[str, tuple[str, str, str | None, str]] = {
    "faut_il_un_avocat": (
        "avocat_obligatoire",
        "recours.avocat",
        "obligatoire",
        "Devant le tribunal administratif, un avocat est possible mais pas obligatoire.",
    ),
    "peut_on_faire_appel": (
        "appel_possible",
        "recours.cassation",
        "appel",
        "Après le jugement, il n’y a pas d’appel : seulement le Conseil d’État, avec un avocat.",
    ),
    "quelles_chances": (
        "taux",
        "recours.chances",
        None,
        "Aucun taux fiable n’existe. Un motif prouvé ou une erreur de procédure peut aider.",
    ),
}


def decider_recours(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Decide from the facts; the law is that of the day of the notification.

    Values: `voie` (the next step), `suspensif` (always false); when dates count,
    `date_prudente` (the one to announce), `date_limite_franche`, `franche_incertaine` and
    `statut`; `delai_interrompu` while a step is pending. `conclusion` is the route.
    """
    lus = lecture.lire("recours", faits, base)
    fil = Raisonnement(base, lus.get("date_notification", today))
    _suspensif(fil, lus.get("question"))
    _repondre(fil, lus.get("question"))
    if lus.get("decision") == "classement":
        fil.valeurs["voie"] = "aucune"
    elif lus.get("decision") == "calcul_are":
        recours_autres.juge_judiciaire(fil)
    else:
        ROUTES[lus.get("auteur")](fil, lus, today)
    return fil.conclure(fil.valeurs["voie"])


def _suspensif(fil: Raisonnement, question: str | None) -> None:
    """No appeal stops the sanction, whatever the route."""
    fil.valeurs["suspensif"] = fil.figure("recours.non_suspensif", "suspend_la_sanction")
    if question != "le_recours_suspend_il":
        fil.citer("recours.non_suspensif")
        return
    fil.fonder("recours.non_suspensif")
    texte = "La sanction s’applique pendant le recours, sauf si un juge la suspend."
    fil.dire("recours.non_suspensif", texte, "question")
    texte = "En cas d’urgence et de doute sérieux, un juge peut suspendre la décision."
    fil.dire("recours.refere", texte, "question")


def _repondre(fil: Raisonnement, question: str | None) -> None:
    if question not in QUESTIONS:
        return
    nom, regle, cle, texte = QUESTIONS[question]
    fil.valeurs[nom] = fil.figure(regle, cle) if cle else None
    fil.fonder(regle)
    fil.dire(regle, texte, "question")


ROUTES = {
    "france_travail": recours_france_travail.decider,
    "conseil_departemental": recours_autres.rsa,
    "mission_locale": recours_autres.mission_locale,
    None: recours_autres.auteur_inconnu,
}
