"""What an unjustified absence may lead to since 2025-06-01. Table 4.3 of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.droit.raisonnement import Raisonnement
from actions.droit.typographie import fourchette

INDEMNISEES = ("ARE", "ASS", "CEJ", "PACEA", "ARE_et_RSA")
RSA = ("RSA", "ARE_et_RSA")
JEUNES = ("CEJ", "PACEA")
AUCUNE_RADIATION: Mapping[str, Any] = {"possible": False}


def issues_actuelles(
    fil: Raisonnement, lus: Mapping[str, Any], rang: str
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Possible measures, each with its ranges and its authority; and the possible radiation."""
    allocation = lus["allocation"]
    if allocation == "aucune":
        return _sans_allocation(fil, lus, rang)
    mesures: list[dict[str, Any]] = []
    radiation = dict(AUCUNE_RADIATION)
    if allocation in RSA:
        mesure, radiation = _rsa(fil, lus, rang)
        mesures.append(mesure)
    if allocation in INDEMNISEES:
        mesure, radiation = _allocation(fil, lus, rang)
        mesures.insert(0, mesure)
    if allocation == "ARE_et_RSA":
        _double(fil)
    return mesures, radiation


def autorite_allocation(fil: Raisonnement, lus: Mapping[str, Any], *, jeune: bool) -> str:
    """The Mission locale decides for the young people that it follows, else France Travail."""
    mission_locale = lus.get("organisme_referent") == "mission_locale" and jeune
    if jeune and "organisme_referent" not in lus:
        fil.manquer("organisme_referent")
    if not mission_locale:
        fil.citer("competence.france_travail")
        return "france_travail"
    fil.dire(
        "competence.mission_locale",
        "Votre Mission locale vous accompagne : c’est elle qui décide.",
        "organisme_referent",
    )
    return "mission_locale"


def _allocation(
    fil: Raisonnement, lus: Mapping[str, Any], rang: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    regle = "sanction.assiduite.premiere" if rang == "premier" else "sanction.assiduite.repetee"
    genre = "suspension" if rang == "premier" else "suspension_ou_suppression"
    mesure = {"type": genre, **_bornes(fil, regle)}
    fil.fonder(regle)
    fil.dire(regle, _phrase(rang, "votre allocation", "e", mesure), "allocation")
    radiation = dict(AUCUNE_RADIATION)
    if rang != "premier":
        radiation = _radiation_totale(fil)
    mesure["autorite"] = autorite_allocation(fil, lus, jeune=lus["allocation"] in JEUNES)
    if radiation["possible"]:
        fil.citer("competence.france_travail")
    fil.dire(
        "sanction.levee",
        "Une suspension peut s’arrêter avant la fin, si vous vous remettez en règle "
        "avec votre référent. Une suppression, non.",
    )
    fil.citer("sanction.fixation")
    return mesure, radiation


def _rsa(
    fil: Raisonnement, lus: Mapping[str, Any], rang: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    premier = rang == "premier"
    plafonne = lus.get("foyer_rsa") == "plusieurs_ou_majoration"
    regle = "sanction.rsa.premiere" if premier else "sanction.rsa.repetee"
    mesure = {
        "type": "suspension_rsa" if premier else "suspension_ou_suppression_rsa",
        **_bornes(fil, regle),
        "autorite": "president_conseil_departemental",
    }
    if plafonne:
        mesure["part_max"] = fil.figure("sanction.rsa.plafond", "part_max")
    fil.fonder(regle)
    fil.dire(regle, _phrase(rang, "votre RSA", "", mesure), "allocation")
    fil.dire("competence.departement", "Pour le RSA, c’est le département qui décide.")
    _plafond(fil, lus, plafonne)
    if premier:
        return mesure, dict(AUCUNE_RADIATION)
    fil.dire(
        "sanction.rsa.avis",
        "Avant de supprimer le RSA, le département doit demander l’avis de l’équipe "
        "pluridisciplinaire.",
    )
    return mesure, dict(AUCUNE_RADIATION) if plafonne else _radiation_rsa(fil)


def _plafond(fil: Raisonnement, lus: Mapping[str, Any], plafonne: bool) -> None:
    part = fil.figure("sanction.rsa.plafond", "part_max")
    if plafonne:
        texte = f"Votre foyer est protégé : la part touchée ne dépasse jamais {part} %."
        fil.dire("sanction.rsa.plafond", texte, "foyer_rsa")
    elif "foyer_rsa" not in lus:
        fil.manquer("foyer_rsa")
        fil.reserver(
            "Si votre foyer compte plusieurs personnes, ou si vous touchez la majoration, "
            f"la part touchée ne dépasse jamais {part} %."
        )


def _radiation_rsa(fil: Raisonnement) -> dict[str, Any]:
    mois = fil.figure("sanction.rsa.radiation", "mois")
    fil.dire(
        "sanction.rsa.radiation",
        f"Si tout le RSA est supprimé pendant {mois} mois, le département peut proposer "
        "la radiation à France Travail.",
    )
    return _possible(mois, mois, "suppression_totale_rsa_4_mois_sur_proposition_departement")


def _double(fil: Raisonnement) -> None:
    fil.dire(
        "sanction.double",
        "Vous touchez une allocation et le RSA : deux autorités décident, chacune pour sa part.",
        "allocation",
    )
    fil.citer("sanction.rsa.non_compensation")


def _sans_allocation(
    fil: Raisonnement, lus: Mapping[str, Any], rang: str
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    if rang == "premier":
        fil.fonder("sanction.non_indemnise.premiere")
        fil.dire(
            "sanction.non_indemnise.premiere",
            "Sans allocation ni RSA, une première absence peut conduire à un avertissement, "
            "avec un délai pour y mettre fin.",
            "allocation",
        )
        autorite = autorite_allocation(fil, lus, jeune=True)
        return [{"type": "avertissement", "autorite": autorite}], dict(AUCUNE_RADIATION)
    regle = "sanction.non_indemnise.repetee"
    bornes = {cle: fil.figure(regle, cle) for cle in ("mois_min", "mois_max")}
    radiation = _possible(bornes["mois_min"], bornes["mois_max"], None)
    fil.fonder(regle)
    fil.dire(
        regle,
        "Sans allocation ni RSA, une absence répétée peut conduire à une radiation de "
        f"{fourchette(bornes['mois_min'], bornes['mois_max'], 'mois')}.",
        "allocation",
    )
    fil.citer("competence.france_travail")
    if lus.get("organisme_referent") == "mission_locale":
        fil.citer("competence.mission_locale")
        fil.reserver("Qui prononce la radiation, France Travail ou la Mission locale : à vérifier.")
    return [{"type": "radiation", **bornes, "autorite": "france_travail"}], radiation


def _bornes(fil: Raisonnement, regle: str) -> dict[str, int]:
    cles = ("part_min", "part_max", "mois_min", "mois_max")
    return {cle: fil.figure(regle, cle) for cle in cles}


def _radiation_totale(fil: Raisonnement) -> dict[str, Any]:
    mois = fil.figure("sanction.radiation_4_mois", "mois")
    fil.dire(
        "sanction.radiation_4_mois",
        f"La radiation n’est possible que si toute l’allocation est supprimée pendant {mois} mois.",
    )
    return _possible(mois, mois, "suppression_totale_4_mois")


def _possible(mois_min: int, mois_max: int, condition: str | None) -> dict[str, Any]:
    bornes = {"mois_min": mois_min, "mois_max": mois_max}
    return {"possible": True, **bornes, "condition": condition}


def _phrase(rang: str, quoi: str, accord: str, mesure: Mapping[str, Any]) -> str:
    part = fourchette(mesure["part_min"], mesure["part_max"], "%")
    duree = fourchette(mesure["mois_min"], mesure["mois_max"], "mois")
    if rang == "premier":
        return (
            f"Pour une première absence, {quoi} peut être suspendu{accord} de {part} "
            f"pendant {duree}."
        )
    return (
        f"Pour une absence répétée, {quoi} peut être suspendu{accord} ou supprimé{accord}, "
        f"de {part}, pendant {duree}."
    )
