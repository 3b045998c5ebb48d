"""Appeals against decisions that France Travail did not take as a sanction (section 6.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.calendrier import ajouter_mois
from actions.droit.delai_recours import mesurer
from actions.droit.lecteurs import Etape
from actions.droit.raisonnement import Raisonnement
from actions.droit.recours_etapes import (
    agir_avant,
    compter_avec_aide,
    dans_le_delai,
    manquer_date,
)
from actions.droit.typographie import jour

Lus = Mapping[str, Any]


def juge_judiciaire(fil: Raisonnement) -> None:
    """Amount or payment of the ARE, without a sanction: no delay is known, the letter says it."""
    fil.valeurs["voie"] = "juge_judiciaire"
    fil.fonder("recours.juge_judiciaire")
    fil.dire(
        "recours.juge_judiciaire",
        "Le calcul ou le paiement de l’ARE relève du juge judiciaire. "
        "Le médiateur peut aider, sans être obligatoire.",
        "decision",
    )
    fil.agir("reclamation", "Faites d’abord une réclamation à l’agence.", "recours.reclamation")


def auteur_inconnu(fil: Raisonnement, lus: Lus, today: date) -> None:
    """Who decided is not known: the two months hold in every case, the route does not."""
    fil.valeurs["voie"] = "lire_la_lettre"
    fil.manquer("auteur")
    texte = "La suite dépend de qui a pris la décision : c’est écrit sur la lettre."
    fil.dire("procedure.motivation", texte, "auteur")
    if manquer_date(fil, lus):
        return
    compter_avec_aide(fil, lus, today, lus["date_notification"], "date_notification")


def mission_locale(fil: Raisonnement, lus: Lus, today: date) -> None:
    """The compulsory mediation is not certain there: follow the letter, two months at most."""
    fil.valeurs["voie"] = "lire_la_lettre"
    fil.fonder("recours.mission_locale")
    fil.dire(
        "recours.mission_locale",
        "La décision vient de la Mission locale : suivez ce que dit la lettre reçue.",
        "auteur",
    )
    if manquer_date(fil, lus):
        return
    compter_avec_aide(fil, lus, today, lus["date_notification"], "date_notification")
    texte = "Relisez la lettre et faites le recours qu’elle indique."
    agir_avant(fil, "lire_la_lettre", texte, "recours.mission_locale")


def rsa(fil: Raisonnement, lus: Lus, today: date) -> None:
    """First the president of the department; two months of silence are a refusal; the court."""
    fil.valeurs["voie"] = "recours_prealable_departement"
    fil.fonder("recours.rsa")
    fil.dire(
        "recours.rsa",
        "Pour le RSA, il faut d’abord écrire au président du conseil départemental.",
        "auteur",
    )
    if manquer_date(fil, lus):
        return
    delai = mesurer(fil, lus["date_notification"], lus.get("region"))
    etape: Etape | None = lus.get("recours_prealable")
    if etape and dans_le_delai(fil, etape, delai.franche, today, "recours_prealable"):
        _apres_recours_prealable(fil, lus, etape, today)
        return
    compter_avec_aide(fil, lus, today, lus["date_notification"], "date_notification")
    texte = "Envoyez un recours motivé au président du conseil départemental."
    agir_avant(fil, "recours_prealable", texte, "recours.rsa")


def _apres_recours_prealable(fil: Raisonnement, lus: Lus, etape: Etape, today: date) -> None:
    """A refusal told after the silence became one does not give the delay back: be prudent."""
    rejet = ajouter_mois(etape.saisie or today, fil.figure("recours.rsa", "mois_silence"))
    if etape.fin is None and today < rejet:
        _attendre_reponse(fil, rejet)
        return
    implicite = etape.fin is None or etape.fin > rejet
    depart = rejet if implicite else etape.fin
    fil.valeurs["voie"] = "tribunal_administratif"
    fil.valeurs["rejet_implicite"] = implicite
    if implicite:
        fil.valeurs["date_rejet_implicite"] = rejet
        texte = f"Sans réponse, votre recours est considéré comme rejeté le {jour(rejet)}."
        fil.dire("recours.rsa", texte, "recours_prealable")
    fil.citer("recours.tribunal")
    compter_avec_aide(fil, lus, today, depart, "recours_prealable")
    texte = "Saisissez le tribunal administratif, avec la décision et votre recours."
    agir_avant(fil, "tribunal", texte, "recours.tribunal")


def _attendre_reponse(fil: Raisonnement, rejet: date) -> None:
    fil.valeurs.update(
        voie="attendre_reponse_departement", delai_interrompu=True, date_rejet_implicite=rejet
    )
    texte = f"Le département peut répondre jusqu’au {jour(rejet)} ; son silence vaudra rejet."
    fil.dire("recours.rsa", texte, "recours_prealable")
