"""Is this breach the first one, or a repeated one? Table 4.2 of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.droit.calendrier import fin_fenetre
from actions.droit.lecteurs import SanctionPassee
from actions.droit.raisonnement import Raisonnement
from actions.droit.typographie import jour

RANG_MAX_ANCIEN = 3


@dataclass(frozen=True)
class Fenetre:
    """The anchor (first sanction kept), the last day of its window, the sanctions within."""

    ancre: SanctionPassee
    fin: date
    nombre: int

    def couvre(self, d: date) -> bool:
        """From the day after the notification to the last day, included."""
        return self.ancre.date_notification < d <= self.fin


def derniere_fenetre(gardees: Iterable[SanctionPassee], mois: int) -> Fenetre | None:
    """The window that is open last: a breach after the end of one starts the next.

    A sanction whose breach came before the anchor was notified is not one more time.
    """
    fenetre: Fenetre | None = None
    for sanction in sorted(gardees, key=lambda s: (s.date_notification, s.date_manquement)):
        if fenetre is None or sanction.date_manquement > fenetre.fin:
            fin = fin_fenetre(sanction.date_notification, mois)
            fenetre = Fenetre(sanction, fin, 1)
        elif fenetre.couvre(sanction.date_manquement):
            fenetre = Fenetre(fenetre.ancre, fenetre.fin, fenetre.nombre + 1)
    return fenetre


def rang_actuel(fil: Raisonnement, lus: Mapping[str, Any]) -> str:
    """`premier` or `repete` (absences since 2025-06-01)."""
    absence, historique = lus["date_absence"], lus.get("historique", ())
    fenetre = None
    if historique:
        gardees = _garder_actuel(fil, lus, absence, historique)
        fenetre = derniere_fenetre(gardees, fil.figure("sanction.reiteration", "mois"))
        _expliquer_fenetre(fil, fenetre, absence)
    if lus.get("persistance"):
        fil.dire(
            "sanction.persistance",
            "Le manquement a continué après la fin de la sanction ou du délai déjà fixé.",
            "persistance",
        )
        return "repete"
    return "repete" if fenetre and fenetre.couvre(absence) else "premier"


def _garder_actuel(
    fil: Raisonnement, lus: Mapping[str, Any], absence: date, historique: Iterable[SanctionPassee]
) -> list[SanctionPassee]:
    """Keep the sanctions that count, and cite the rule that sets each of the others aside."""
    debut = fil.base.version("sanction.comptage_transitoire", absence).du
    recentes = [s for s in historique if s.date_manquement >= debut]
    if len(recentes) < len(tuple(historique)):
        fil.dire(
            "sanction.comptage_transitoire",
            f"Les manquements d’avant le {jour(debut)} ne comptent pas pour la récidive.",
            "historique",
        )
    memes = [s for s in recentes if s.nature == "assiduite"]
    if len(memes) < len(recentes):
        fil.dire(
            "sanction.meme_nature",
            "Une sanction d’une autre nature ne fait pas d’une absence une récidive.",
            "historique",
        )
    gardees = _notifiees_avant(fil, memes, absence)
    return _apres_reorientation(fil, gardees, lus.get("date_reorientation"), absence)


def _apres_reorientation(
    fil: Raisonnement, gardees: list[SanctionPassee], reorientation: date | None, absence: date
) -> list[SanctionPassee]:
    if reorientation is None or reorientation >= absence:
        return gardees
    fil.dire(
        "sanction.reorientation",
        f"Vous avez changé d’organisme référent le {jour(reorientation)} : "
        "seules les sanctions notifiées ensuite comptent.",
        "date_reorientation",
    )
    return [s for s in gardees if s.date_notification > reorientation]


def _notifiees_avant(
    fil: Raisonnement, sanctions: Iterable[SanctionPassee], absence: date
) -> list[SanctionPassee]:
    notifiees = [s for s in sanctions if s.date_notification]
    if any(s.date_notification == absence for s in notifiees):
        fil.reserver(
            "Votre absence date du jour même où une sanction a été notifiée : "
            "qu’elle compte ou non comme une récidive est à vérifier."
        )
    return [s for s in notifiees if s.date_notification < absence]


def _expliquer_fenetre(fil: Raisonnement, fenetre: Fenetre | None, absence: date) -> None:
    if fenetre is None:
        texte = "Aucune sanction déjà notifiée ne compte avant cette absence."
    elif fenetre.couvre(absence):
        texte = (
            f"Une sanction vous a été notifiée le {jour(fenetre.ancre.date_notification)} : "
            f"une nouvelle absence compte comme répétée jusqu’au {jour(fenetre.fin)}."
        )
    else:
        texte = (
            f"La période de récidive a pris fin le {jour(fenetre.fin)} : "
            "cette absence compte comme une première."
        )
    fil.dire("sanction.reiteration", texte, "historique", "date_absence")
    if fenetre:
        fil.citer("delai.fenetre_24_mois")


def rang_ancien(fil: Raisonnement, lus: Mapping[str, Any], groupe: str) -> int:
    """1, 2 or 3 (absences from 2019-01-01 to 2025-05-31), counted within one group."""
    absence = lus["date_absence"]
    du_groupe = [s for s in lus.get("historique", ()) if s.nature == groupe]
    gardees = _notifiees_avant(fil, du_groupe, absence)
    fenetre = derniere_fenetre(gardees, fil.figure("ancien.comptage", "mois"))
    rang = 1 + fenetre.nombre if fenetre and fenetre.couvre(absence) else 1
    return min(rang, RANG_MAX_ANCIEN)
