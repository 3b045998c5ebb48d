"""Until when? Dates of the procedure, of a measure, of the contract. Sections 0.1 and 4.5."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.droit import calendrier, delai_contrat, delai_recours
from actions.droit import faits as lecture
from actions.droit.base import BaseDroit
from actions.droit.raisonnement import Raisonnement
from actions.droit.resultat import Resultat
from actions.droit.typographie import jour

Lus = Mapping[str, Any]


def calculer_delai(faits: Mapping[str, Any], today: date, base: BaseDroit) -> Resultat:
    """Compute the delay named by `type`; the law is that of the day on which it starts.

    Values are dates (`date`), and days counted from `today` (`jours_restants`, negative once
    the delay is over). A missing date is listed in `faits_manquants`, nothing is guessed.
    """
    lus = lecture.lire("delai", faits, base)
    genre = lus.get("type")
    if genre is None:
        fil = Raisonnement(base, today)
        fil.manquer("type")
        return fil.conclure("a_completer")
    calcul, *departs = CALCULS[genre]
    depart = next((nom for nom in departs if nom in lus), None)
    fil = Raisonnement(base, lus[depart] if depart else today)
    if depart is None:
        fil.manquer(departs[0])
        return fil.conclure("a_completer")
    return calcul(fil, lus, today, depart)


def _observations(fil: Raisonnement, lus: Lus, today: date, depart: str) -> Resultat:
    if lus.get("auteur") == "conseil_departemental":
        return _lettre_departement(fil)
    if not fil.en_vigueur("procedure.observations"):
        return _hors_perimetre(fil)
    limite = _fin_observations(fil, lus[depart])
    region = lus.get("region")
    ouvre = calendrier.est_ouvrable(limite, region)
    conseil = calendrier.jour_ouvrable_precedent(limite, region)
    _expliquer_depart(fil, lus, depart)
    fil.dire("procedure.observations", f"Vous pouvez répondre jusqu’au {jour(limite)}.", depart)
    if not ouvre:
        texte = f"Ce jour n’est pas ouvré : mieux vaut agir au plus tard le {jour(conseil)}."
        fil.dire("delai.feries", texte, "region")
    _citer_ancien(fil)
    if today <= limite:
        fil.agir(
            "observations",
            "Envoyez vos observations par écrit, ou demandez une audition.",
            "procedure.observations",
            conseil if today <= conseil else limite,
        )
    return fil.conclure(
        "depasse" if today > limite else "dans_les_temps",
        limite_observations=limite,
        base=depart.removeprefix("date_"),
        limite_jour_ouvre=ouvre,
        conseil_dernier_jour_ouvre=conseil,
        jours_restants=(limite - today).days,
        depasse=today > limite,
    )


def _fin_observations(fil: Raisonnement, depart: date) -> date:
    return calendrier.ajouter_jours(depart, fil.figure("procedure.observations", "jours"))


def _expliquer_depart(fil: Raisonnement, lus: Lus, depart: str) -> None:
    exclu = "de l’envoi" if depart == "date_envoi" else "de la réception"
    fil.dire("delai.jours", f"Tous les jours comptent, sauf celui {exclu}.", depart)
    fil.citer("delai.depart_reception")
    if depart == "date_envoi":
        fil.reserver(
            "La date de réception n’est pas connue : le délai est compté depuis l’envoi, "
            "par prudence."
        )


def _lettre_departement(fil: Raisonnement) -> Resultat:
    fil.dire(
        "sanction.rsa.delai_observations",
        "La lettre vient du département : le délai pour répondre est écrit dessus.",
        "auteur",
    )
    return fil.conclure("lire_la_lettre", limite_observations=None)


def _hors_perimetre(fil: Raisonnement) -> Resultat:
    fil.reserver("Ces règles sont trop anciennes pour être données ici.")
    return fil.conclure("hors_perimetre")


def _citer_ancien(fil: Raisonnement) -> None:
    if fil.en_vigueur("ancien.procedure"):
        fil.citer("ancien.procedure")


def _decision(fil: Raisonnement, lus: Lus, today: date, depart: str) -> Resultat:
    if not fil.en_vigueur("procedure.decision"):
        return _hors_perimetre(fil)
    jours = fil.figure("procedure.decision", "jours")
    audition = depart == "date_audition"
    debut = lus[depart] if audition else _fin_observations(fil, lus[depart])
    limite = calendrier.ajouter_jours(debut, jours)
    origine = "votre audition" if audition else "la fin du délai pour répondre"
    fil.dire(
        "procedure.decision",
        f"La décision est attendue au plus tard {jours} jours après {origine} : le {jour(limite)}.",
        depart,
    )
    if audition:
        fil.citer("delai.jours")
    else:
        _expliquer_depart(fil, lus, depart)
    _citer_ancien(fil)
    return fil.conclure(
        "depasse" if today > limite else "attendre",
        limite_decision=limite,
        base="audition" if audition else "fin_des_dix_jours",
        jours_restants=(limite - today).days,
        depasse=today > limite,
    )


def _fenetre(fil: Raisonnement, lus: Lus, today: date, depart: str) -> Resultat:
    """A breach before the present law opens no window in it: only the old one counts it."""
    actuel = fil.en_vigueur("sanction.reiteration")
    if not actuel and not fil.en_vigueur("ancien.comptage"):
        return _hors_perimetre(fil)
    notification = lus[depart]
    fin = calendrier.fin_fenetre(notification, fil.figure("delai.fenetre_24_mois", "mois"))
    regle = "sanction.reiteration" if actuel else "ancien.comptage"
    texte = f"Une nouvelle absence peut compter comme répétée jusqu’au {jour(fin)}."
    fil.dire(regle, texte, depart)
    fil.citer("delai.fenetre_24_mois")
    _transition(fil, lus, actuel=actuel)
    return fil.conclure(
        "ouverte" if today <= fin else "fermee",
        fin_fenetre=fin,
        debut_fenetre=calendrier.ajouter_jours(notification, 1),
        ouverte=today <= fin,
    )


def _transition(fil: Raisonnement, lus: Lus, *, actuel: bool) -> None:
    regle = fil.base.regle("sanction.comptage_transitoire").versions[0]
    manquement = lus.get("date_manquement")
    if actuel and (manquement is None or manquement >= regle.du):
        return
    fil.dire(
        "sanction.comptage_transitoire",
        f"Un manquement d’avant le {jour(regle.du)} ne compte plus pour les absences "
        "depuis cette date.",
        "date_manquement",
    )


def _duree(fil: Raisonnement, lus: Lus, today: date, depart: str) -> Resultat:
    if "mois" not in lus:
        fil.manquer("mois")
        return fil.conclure("a_completer")
    effet = max(lus[depart], lus.get("date_notification", lus[depart]))
    if effet > lus[depart]:
        texte = "Une sanction ne prend pas effet avant d’être notifiée."
        fil.dire("sanction.date_effet", texte, "date_notification")
    dernier = calendrier.dernier_jour_mesure(effet, lus["mois"])
    retour = calendrier.ajouter_jours(dernier, 1)
    texte = f"La mesure finit le {jour(dernier)}, le retour est possible le {jour(retour)}."
    fil.dire("delai.duree_mesure", texte, depart, "mois")
    return fil.conclure(
        "terminee" if today > dernier else "en_cours", dernier_jour=dernier, retour_possible=retour
    )


# By type: how to compute, then the dates from which it may start, the best one first.
CALCULS: Mapping[str, tuple[Any, ...]] = {
    "observations": (_observations, "date_reception", "date_envoi"),
    "decision": (_decision, "date_audition", "date_reception", "date_envoi"),
    "fenetre_reiteration": (_fenetre, "date_notification"),
    "duree_mesure": (_duree, "date_effet"),
    "contrat": (
        delai_contrat.calculer,
        "date_reorientation",
        "date_orientation",
        "date_notification",
    ),
    "mediateur": (delai_recours.mediateur, "date_notification"),
    "tribunal": (delai_recours.tribunal, "date_fin_mediation"),
}
