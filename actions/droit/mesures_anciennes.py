"""What an unjustified absence could lead to from 2019-01-01 to 2025-05-31. Table 4.4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions.droit.mesures_actuelles import AUCUNE_RADIATION, RSA
from actions.droit.raisonnement import Raisonnement
from actions.droit.rang import rang_ancien
from actions.droit.typographie import fourchette

GROUPES = {"rendez_vous": "rendez_vous", "action": "autre_groupe", "formation": "autre_groupe"}
# A workshop of those days was one or the other: when the file does not say, both are counted.
QUALIFICATIONS = ("rendez_vous", "action")
ORDINAUX = {1: "première", 2: "deuxième", 3: "troisième"}
REVENU_DE_REMPLACEMENT = ("ARE", "ASS", "ARE_et_RSA")
Issues = tuple[int | None, list[dict[str, Any]], dict[str, Any]]


def issues_anciennes(fil: Raisonnement, lus: Mapping[str, Any]) -> Issues:
    """The rank (None when it depends on the kind of event), the measures, the radiation."""
    if lus.get("allocation") == "CEJ" and fil.en_vigueur("ancien.cej"):
        return _cej(fil, lus)
    types = _qualifications(fil, lus)
    rangs = [rang_ancien(fil, lus, GROUPES[genre]) for genre in types]
    _expliquer_rang(fil, rangs)
    mesures, radiation = _radiation(fil, lus, rangs)
    if lus["allocation"] in REVENU_DE_REMPLACEMENT:
        mesures += _suppression(fil, types, rangs)
    if lus["allocation"] in RSA:
        mesures.append(_rsa(fil, lus, rangs))
    if lus["allocation"] in ("CEJ", "PACEA"):
        fil.reserver("Les suites pour cette allocation, à cette date, sont à vérifier.")
    return (rangs[0] if len(set(rangs)) == 1 else None), mesures, radiation


def _qualifications(fil: Raisonnement, lus: Mapping[str, Any]) -> tuple[str, ...]:
    if "type_evenement" in lus:
        return (lus["type_evenement"],)
    fil.manquer("type_evenement")
    fil.dire(
        "ancien.atelier_qualification",
        "À l’époque, un atelier comptait comme un rendez-vous ou comme une action : "
        "les suites n’étaient pas toujours les mêmes.",
    )
    return QUALIFICATIONS


def _expliquer_rang(fil: Raisonnement, rangs: Sequence[int]) -> None:
    if len(set(rangs)) > 1:
        texte = "Le nombre d’absences qui comptent dépend de la nature de l’événement."
    else:
        texte = f"Cette absence compte comme la {ORDINAUX[rangs[0]]} du même genre."
    fil.dire("ancien.comptage", texte, "historique", "type_evenement")


def _radiation(
    fil: Raisonnement, lus: Mapping[str, Any], rangs: Sequence[int]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """A person on RSA alone was struck off only when Pôle emploi followed them."""
    if lus["allocation"] == "RSA" and lus.get("organisme_referent", "france_travail") != (
        "france_travail"
    ):
        return [], dict(AUCUNE_RADIATION)
    if lus["allocation"] == "RSA" and "organisme_referent" not in lus:
        fil.manquer("organisme_referent")
        fil.reserver("La radiation ne vaut que si Pôle emploi vous suivait.")
    bornes = _bornes([_au_rang(fil, "ancien.radiation", rang) for rang in rangs])
    fil.fonder("ancien.radiation")
    fil.dire(
        "ancien.radiation",
        f"Le barème de l’époque prévoit une radiation de {_duree(bornes)}.",
        "date_absence",
    )
    fil.citer("competence.france_travail")
    radiation = {"possible": True, **bornes, "condition": None}
    return [{"type": "radiation", **bornes, "autorite": "france_travail"}], radiation


def _suppression(
    fil: Raisonnement, types: Sequence[str], rangs: Sequence[int]
) -> list[dict[str, Any]]:
    durees = []
    for genre, rang in zip(types, rangs, strict=True):
        nom = "rendez_vous" if genre == "rendez_vous" else "action"
        durees.append(_au_rang(fil, f"ancien.suppression_{nom}", rang))
        fil.fonder(f"ancien.suppression_{nom}")
        fil.dire(f"ancien.suppression_{nom}", _phrase(durees[-1], nom), "type_evenement")
    bornes = _bornes(durees)
    if not bornes["mois_max"]:
        return []
    return [{"type": "suppression_allocation", **bornes, "autorite": "france_travail"}]


def _rsa(fil: Raisonnement, lus: Mapping[str, Any], rangs: Sequence[int]) -> dict[str, Any]:
    """At first a share at most; afterwards the department was free, but for the ceiling."""
    premier = max(rangs) == 1
    bareme = fil.figure("ancien.rsa", "premiere" if premier else "ensuite")
    part = bareme.get("part_max")
    plafond = fil.figure("ancien.rsa", "part_max_plusieurs")
    if lus.get("foyer_rsa") == "plusieurs_ou_majoration":
        part = plafond
    elif "foyer_rsa" not in lus:
        fil.manquer("foyer_rsa")
        fil.reserver(
            f"Si votre foyer compte plusieurs personnes, la part est de {plafond} % au plus."
        )
    bornes = {"mois_min": bareme["mois_min"], "mois_max": bareme["mois_max"]}
    montant = f"d’au plus {part} %" if part else "d’un montant libre"
    fil.fonder("ancien.rsa")
    fil.dire(
        "ancien.rsa",
        f"Pour le RSA, le barème de l’époque prévoit une réduction {montant}, "
        f"pendant {_duree(bornes)}.",
        "allocation",
    )
    part_max = {"part_max": part} if part else {}
    return {
        "type": "reduction_rsa",
        **part_max,
        **bornes,
        "autorite": "president_conseil_departemental",
    }


def _cej(fil: Raisonnement, lus: Mapping[str, Any]) -> Issues:
    rang = rang_ancien(fil, lus, "cej")
    mesure = _mesure_cej(fil, rang)
    _expliquer_rang(fil, [rang])
    fil.fonder("ancien.cej")
    fil.dire(
        "ancien.cej",
        "Pendant un contrat d’engagement jeune, le barème de l’époque touchait l’allocation "
        "et ne prévoyait pas de radiation.",
        "allocation",
    )
    jeune = lus.get("organisme_referent") == "mission_locale"
    if jeune:
        fil.reserver("Qui décidait à l’époque, la Mission locale ou Pôle emploi : à vérifier.")
    mesure["autorite"] = "mission_locale" if jeune else "france_travail"
    return rang, [mesure], dict(AUCUNE_RADIATION)


def _mesure_cej(fil: Raisonnement, rang: int) -> dict[str, Any]:
    if rang >= fil.figure("ancien.cej", "definitif_rang"):
        return {"type": "suppression_definitive", "fin_contrat": True}
    part = {}
    if rang == 1:
        quart = fil.figure("ancien.cej", "part_rang_1")
        part = {"part_min": quart, "part_max": quart}
    # At the first rank, the share is that of one month's allowance.
    mois = 1 if rang == 1 else fil.figure("ancien.cej", "mois_rang_2")
    return {"type": "suppression_allocation", **part, **_bornes([mois])}


def _au_rang(fil: Raisonnement, regle: str, rang: int) -> int:
    return fil.figure(regle, "mois_par_rang")[rang - 1]


def _bornes(mois: Sequence[int]) -> dict[str, int]:
    return {"mois_min": min(mois), "mois_max": max(mois)}


def _duree(bornes: Mapping[str, int]) -> str:
    return fourchette(bornes["mois_min"], bornes["mois_max"], "mois")


def _phrase(mois: int, nom: str) -> str:
    quoi = "un rendez-vous" if nom == "rendez_vous" else "une action d’aide à la recherche d’emploi"
    if not mois:
        return f"Pour {quoi}, le barème ne prévoit pas de suppression la première fois."
    return f"Pour {quoi}, le barème prévoit une suppression de l’allocation pendant {mois} mois."
