"""Appeals against a decision of France Travail: the regional mediator, then the court."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit.calendrier import DelaiFranc
from actions.droit.delai_recours import compter, mesurer
from actions.droit.raisonnement import Raisonnement
from actions.droit.recours_etapes import (
    agir_avant,
    compter_avec_aide,
    compter_gracieux,
    en_temps,
    manquer_date,
)

Lus = Mapping[str, Any]
SAISIR_MEDIATEUR = "Saisissez le médiateur régional, en ligne si possible, et joignez la décision."


def decider(fil: Raisonnement, lus: Lus, today: date) -> None:
    """Follow the facts from the notification to the last step that was taken."""
    if not fil.en_vigueur("recours.mediation"):
        _avant_mediation(fil, lus, today)
        return
    if "decision" not in lus:
        fil.manquer("decision")
    permises = fil.figure("recours.mediation", "decisions")
    if lus.get("decision", permises[0]) not in permises:
        _sans_mediation_obligatoire(fil, lus, today)
        return
    _mediateur(fil)
    if manquer_date(fil, lus):
        return
    delai = mesurer(fil, lus["date_notification"], lus.get("region"))
    if _defenseur(fil, lus, today, delai) or _mediation(fil, lus, today, delai):
        return
    if _tribunal_sans_mediation(fil, lus, today, delai):
        return
    compter_gracieux(fil, lus)
    if lus.get("mention_mediation") == "non":
        _delai_non_couru(fil, delai)
        return
    compter_avec_aide(fil, lus, today, lus["date_notification"], "date_notification")
    _agir_mediateur(fil, lus)


def _avant_mediation(fil: Raisonnement, lus: Lus, today: date) -> None:
    """Decisions notified before 2022-07-01: an appeal to the regional director came first."""
    if not fil.en_vigueur("ancien.recours_prealable"):
        fil.valeurs["voie"] = "lire_la_lettre"
        fil.reserver("Ces règles sont trop anciennes pour être données ici.")
        return
    regions = fil.figure("ancien.recours_prealable", "regions_mediation")
    essai = lus.get("region", "").replace("-", "_") in regions
    fil.valeurs["voie"] = "mediateur_regional" if essai else "recours_prealable_directeur_regional"
    fil.fonder("ancien.recours_prealable")
    fil.dire(
        "ancien.recours_prealable",
        "À cette date, il fallait d’abord un recours devant le directeur régional, "
        "ou une médiation dans trois régions.",
        "date_notification",
    )
    if not manquer_date(fil, lus):
        compter(fil, lus["date_notification"], lus.get("region"), today, "date_notification")


def _sans_mediation_obligatoire(fil: Raisonnement, lus: Lus, today: date) -> None:
    fil.valeurs["voie"] = "tribunal_administratif"
    fil.dire(
        "recours.tribunal",
        "À cette date, la médiation n’était pas obligatoire pour cette décision.",
        "decision",
        "date_notification",
    )
    fil.reserver("Vérifiez sur la lettre la voie de recours indiquée.")
    if not manquer_date(fil, lus):
        compter(fil, lus["date_notification"], lus.get("region"), today, "date_notification")


def _mediateur(fil: Raisonnement) -> None:
    fil.valeurs["voie"] = "mediateur_regional"
    fil.fonder("recours.mediation")
    fil.dire(
        "recours.mediation",
        "Avant le tribunal, il faut saisir le médiateur régional de France Travail. C’est gratuit.",
        "auteur",
        "decision",
    )


def _delai_non_couru(fil: Raisonnement, delai: DelaiFranc) -> None:
    """The prudent date stays the one to keep to; it is not a limit."""
    fil.valeurs.update(
        date_prudente=delai.prudente,
        date_limite_franche=delai.franche,
        franche_incertaine=delai.incertaine,
        statut="delai_non_couru",
        delai_couru=False,
        delai_non_couru=True,
    )
    fil.citer("delai.franc")
    fil.dire(
        "recours.mention_absente",
        "La décision ne parle pas du médiateur : le délai de deux mois n’a pas couru. "
        "Agissez vite quand même.",
        "mention_mediation",
    )
    fil.agir("mediateur", SAISIR_MEDIATEUR, "recours.mediation")


def _defenseur(fil: Raisonnement, lus: Lus, today: date, delai: DelaiFranc) -> bool:
    etape = en_temps(fil, lus, today, delai, "defenseur_droits")
    if etape is None:
        return False
    texte = "Saisir le Défenseur des droits arrête le délai, comme la médiation."
    fil.dire("recours.defenseur", texte, "defenseur_droits")
    if etape.fin is None:
        _interrompre(fil, "attendre_defenseur_droits")
    else:
        _vers_tribunal(fil, lus, today, etape.fin, "defenseur_droits")
    return True


def _mediation(fil: Raisonnement, lus: Lus, today: date, delai: DelaiFranc) -> bool:
    etape = en_temps(fil, lus, today, delai, "mediation")
    if etape is None:
        if "mediation" in lus:
            texte = "Le médiateur a été saisi après la fin du délai : cela ne l’arrête pas."
            fil.dire("recours.mediation_effet", texte, "mediation")
        return False
    if etape.fin is None:
        texte = "Le médiateur est saisi : le délai est arrêté jusqu’à la fin de la médiation."
        fil.dire("recours.mediation_effet", texte, "mediation")
        _interrompre(fil, "attendre_fin_mediation")
        return True
    texte = "La médiation est finie : un nouveau délai entier court pour aller au tribunal."
    fil.dire("recours.mediation_effet", texte, "mediation")
    _vers_tribunal(fil, lus, today, etape.fin, "mediation")
    compter_gracieux(fil, lus, etape.fin)
    return True


def _vers_tribunal(fil: Raisonnement, lus: Lus, today: date, fin: date, fait: str) -> None:
    fil.valeurs["voie"] = "tribunal_administratif"
    texte = "L’étape suivante est le tribunal administratif. On y attaque la décision de départ."
    fil.dire("recours.tribunal", texte, fait)
    compter_avec_aide(fil, lus, today, fin, fait)
    texte = "Saisissez le tribunal administratif, en ligne ou par courrier."
    agir_avant(fil, "tribunal", texte, "recours.tribunal")


def _tribunal_sans_mediation(fil: Raisonnement, lus: Lus, today: date, delai: DelaiFranc) -> bool:
    """A court seized too early sends the file to the mediator: the delay is saved."""
    if en_temps(fil, lus, today, delai, "tribunal") is None:
        return False
    fil.dire(
        "recours.sans_mediation",
        "Le tribunal a été saisi sans médiation : il rejette la requête et transmet le dossier "
        "au médiateur. Le délai est sauvé.",
        "tribunal",
    )
    _interrompre(fil, "mediateur_regional")
    fil.valeurs.update(transmission_mediateur=True, delai_sauve=True)
    return True


def _interrompre(fil: Raisonnement, voie: str) -> None:
    fil.valeurs.update(voie=voie, delai_interrompu=True)


def _agir_mediateur(fil: Raisonnement, lus: Lus) -> None:
    passe = fil.valeurs.get("statut") == "hors_delai"
    if passe or lus.get("mention_mediation") == "inconnu":
        fil.dire(
            "recours.mention_absente",
            "Relisez la décision : si elle ne parle pas du médiateur ou ne donne pas ses "
            "coordonnées, le délai n’a pas couru.",
            "mention_mediation",
        )
    if passe and lus.get("mention_mediation") != "oui":
        fil.manquer("mention_mediation")
    agir_avant(fil, "mediateur", SAISIR_MEDIATEUR, "recours.mediation")
