"""One document for each kind of mistake that an import must refuse."""

from __future__ import annotations

from typing import Any

from tests.unit.dossiers.aides import decision, minimal, procedure, rendez_vous

D, R, P = "dossiers[0]", "dossiers[0].rendez_vous[0]", "dossiers[0].procedures[0]"


def _rdv(**values: Any) -> dict[str, Any]:
    return minimal(rendez_vous=[rendez_vous(**values)])


def _absent(**values: Any) -> dict[str, Any]:
    return _rdv(statut="absent", absence=values)


def _proof(**values: Any) -> dict[str, Any]:
    return _absent(justificatifs=[{"ref": "j1", **values}])


def _proc(**values: Any) -> dict[str, Any]:
    return minimal(procedures=[procedure(**values)])


def _dec(**values: Any) -> dict[str, Any]:
    return _proc(decision=decision(**values))


def _appeal(**values: Any) -> dict[str, Any]:
    appeal = {"ref": "rec-1", "procedure": "p1", "voie": "mediation", **values}
    return minimal(procedures=[procedure(decision=decision())], recours=[appeal])


def _without(key: str) -> dict[str, Any]:
    document = minimal()
    del document["dossiers"][0][key]
    return document


def _rdv_without(key: str) -> dict[str, Any]:
    document = _rdv()
    del document["dossiers"][0]["rendez_vous"][0][key]
    return document


# (document, path, words of the reason)
MISTAKES: list[tuple[Any, str, str]] = [
    # keys
    ({"dossier": []}, "dossier", "clé inconnue ; vouliez-vous dire « dossiers » ?"),
    (minimal(statu="x"), f"{D}.statu", "clé inconnue"),
    (_rdv(Statut="prevu"), f"{R}.Statut", "vouliez-vous dire « statut »"),
    (_dec(montant="10"), f"{P}.decision.montant", "clé inconnue"),
    ("dossiers: []\ndossiers: []\n", "dossiers", "donnée deux fois (déjà ligne 1)"),
    ("<<: {a: b}\n", "<<", "clé inconnue"),
    # shapes
    ("[1, 2]", "document", "un groupe « clé : valeur » est attendu"),
    ("bonjour", "document", "un groupe"),
    ({"dossiers": {"a": "b"}}, "dossiers", "une liste est attendue"),
    ({"dossiers": ["1234567A"]}, "dossiers[0]", "un groupe"),
    ("dossiers:\n  -\n", "dossiers[0]", "élément vide"),
    (minimal(nom=["a"]), f"{D}.nom", "une seule valeur"),
    (minimal(contrat="CEJ"), f"{D}.contrat", "un groupe"),
    (minimal(contrat={"actions": "cv"}), f"{D}.contrat.actions", "une liste"),
    # required
    (_without("identifiant"), f"{D}.identifiant", "obligatoire manquante"),
    (_without("prenom"), f"{D}.prenom", "obligatoire manquante"),
    (_without("allocation"), f"{D}.allocation", "obligatoire manquante"),
    (minimal(nom=""), f"{D}.nom", "obligatoire manquante"),
    (minimal(nom=None), f"{D}.nom", "obligatoire manquante"),
    *[
        (_rdv_without(key), f"{R}.{key}", "obligatoire manquante")
        for key in ("ref", "titre", "nature", "debut", "statut")
    ],
    ({"agences": [{"nom": "A"}]}, "agences[0].code", "obligatoire manquante"),
    ({"conseillers": [{"nom": "A"}]}, "conseillers[0].courriel", "obligatoire manquante"),
    (minimal(procedures=[{}]), f"{P}.ref", "obligatoire manquante"),
    (minimal(recours=[{}]), f"{D}.recours[0].ref", "obligatoire manquante"),
    # words
    (minimal(allocation="are"), f"{D}.allocation", "« are » n’est pas une valeur connue"),
    (minimal(organisme_referent="pole_emploi"), f"{D}.organisme_referent", "valeur connue"),
    (minimal(contrat={"actions": ["cv", "yoga"]}), f"{D}.contrat.actions[1]", "« yoga »"),
    (minimal(contrat={"nature": "CDI"}), f"{D}.contrat.nature", "valeur connue"),
    (_rdv(statut="prévu"), f"{R}.statut", "« prévu »"),
    (_rdv(document="sms"), f"{R}.document", "convocation, invitation"),
    (_rdv(prestataire="inconnu"), f"{R}.prestataire", "valeur connue"),
    (_rdv(dans_contrat="yes"), f"{R}.dans_contrat", "« yes »"),
    (_absent(motif="flemme"), f"{R}.absence.motif", "« flemme »"),
    (_proof(type="photo"), f"{R}.absence.justificatifs[0].type", "« photo »"),
    (_proc(nature="retard"), f"{P}.nature", "« retard »"),
    (_dec(nature="amende"), f"{P}.decision.nature", "« amende »"),
    (_appeal(voie="mairie"), f"{D}.recours[0].voie", "« mairie »"),
    ({"agences": [{"code": "a", "region": "bavière"}]}, "agences[0].region", "valeur connue"),
    # formats
    (minimal(identifiant="123456A"), f"{D}.identifiant", "7 chiffres et une lettre"),
    (minimal(identifiant="12345678"), f"{D}.identifiant", "7 chiffres et une lettre"),
    (minimal(identifiant="1234567É"), f"{D}.identifiant", "7 chiffres et une lettre"),
    (minimal(courriel="nadia"), f"{D}.courriel", "adresse de courriel"),
    (_rdv(duree_minutes="une heure"), f"{R}.duree_minutes", "nombre entier de 1 à 1440"),
    (_rdv(duree_minutes=-5), f"{R}.duree_minutes", "nombre entier"),
    (_dec(part=130), f"{P}.decision.part", "nombre entier de 1 à 100"),
    (minimal(nom="x" * 300), f"{D}.nom", "texte trop long (300 caractères, 200 au plus)"),
    (minimal(nom="a\0b"), f"{D}.nom", "caractère de contrôle"),
    # dates
    (minimal(naissance="2026-02-30"), f"{D}.naissance", "n’existe pas"),
    (minimal(naissance="02/04/1988"), f"{D}.naissance", "illisible"),
    (minimal(naissance="J+1"), f"{D}.naissance", "dans le futur"),
    (minimal(inscrit_le="2026-11-25T09:00"), f"{D}.inscrit_le", "sans heure"),
    (minimal(naissance="J-10", inscrit_le="J-20"), f"{D}.inscrit_le", "précède naissance"),
    (_rdv(debut="J+2"), f"{R}.debut", "l’heure manque"),
    (_rdv(debut="J+2T25:00"), f"{R}.debut", "n’existe pas"),
    (_rdv(debut="2026-11-25T09:00Z"), f"{R}.debut", "heure illisible"),
    (_rdv(reports=[{"demande_le": "J+1"}]), f"{R}.reports[0].demande_le", "futur"),
    (_absent(declaree_le="J+1"), f"{R}.absence.declaree_le", "futur"),
    (_proof(recu_le="J+1"), f"{R}.absence.justificatifs[0].recu_le", "futur"),
    # appointments
    (
        _rdv(debut="J+1T09:00", statut="absent", absence={"motif": "oubli"}),
        f"{R}.absence",
        "le rendez-vous est à venir",
    ),
    (_rdv(debut="J+1T09:00", statut="absent"), f"{R}.statut", "« absent » est impossible"),
    (_rdv(debut="J+1T09:00", statut="honore"), f"{R}.statut", "« honore » est impossible"),
    (_rdv(statut="honore", absence={}), f"{R}.absence", "demande le statut « absent »"),
    (
        _rdv(debut="J+3T09:00", absence={"motif": "oubli"}),
        f"{R}.absence",
        "le rendez-vous est à venir",
    ),
    (
        _proof(statut="recu", motif_refus="illisible"),
        f"{R}.absence.justificatifs[0].motif_refus",
        "statut « refuse »",
    ),
    # the person
    (minimal(foyer_rsa="seul"), f"{D}.foyer_rsa", "RSA ou ARE_et_RSA"),
    # procedures
    (_proc(manquement_le="J+1"), f"{P}.manquement_le", "futur"),
    (_proc(lettre_recue_le="J-61"), f"{P}.lettre_recue_le", "précède manquement_le"),
    (_proc(observations_le="J-51"), f"{P}.observations_le", "précède lettre_recue_le"),
    (_proc(audition_le="J-51"), f"{P}.audition_le", "précède lettre_recue_le"),
    (_proc(nature="rendez_vous"), f"{P}.nature", "depuis le 2025-06-01"),
    (
        _proc(manquement_le="2025-05-31", lettre_recue_le="2025-06-05"),
        f"{P}.nature",
        "avant le 2025-06-01 (attendu : rendez_vous",
    ),
    (_dec(notifiee_le="J-51"), f"{P}.decision.notifiee_le", "précède lettre_recue_le"),
    (_dec(notifiee_le="J+1", effet_le="J+2"), f"{P}.decision.notifiee_le", "futur"),
    (_dec(effet_le="J-31"), f"{P}.decision.effet_le", "précède notifiee_le"),
    (_dec(levee_le="J-31"), f"{P}.decision.levee_le", "précède notifiee_le"),
    (
        _dec(nature="avertissement", part=None, mois=None, delai_avertissement_le="J-40"),
        f"{P}.decision.delai_avertissement_le",
        "précède notifiee_le",
    ),
    (
        _dec(delai_avertissement_le="J+5"),
        f"{P}.decision.delai_avertissement_le",
        "que pour un avertissement",
    ),
    (_dec(nature="radiation"), f"{P}.decision.part", "n’a pas de part"),
    (_dec(nature="classement", part=None), f"{P}.decision.mois", "n’a pas de durée"),
    (
        _dec(auteur="conseil_departemental", mention_mediation="oui"),
        f"{P}.decision.mention_mediation",
        "que pour une décision de france_travail",
    ),
    # appeals
    (_appeal(depose_le="J-31"), f"{D}.recours[0].depose_le", "précède la notification"),
    (
        _appeal(depose_le="J-10", fin_le="J-11"),
        f"{D}.recours[0].fin_le",
        "précède depose_le",
    ),
    # references
    (minimal(conseiller="x@example.org"), f"{D}.conseiller", "aucun conseiller"),
    (
        {"conseillers": [{"courriel": "a@b.fr", "agence": "nulle-part"}]},
        "conseillers[0].agence",
        "aucune agence",
    ),
    (_proc(rendez_vous="r9"), f"{P}.rendez_vous", "aucun rendez-vous de ce dossier"),
    (_appeal(procedure="p9"), f"{D}.recours[0].procedure", "aucune procédure de ce dossier"),
    # doubles
    (
        {"dossiers": minimal()["dossiers"] * 1 + minimal(nom="Autre")["dossiers"]},
        "dossiers[1].identifiant",
        "« 1234567A » est déjà donné ligne",
    ),
    (
        {"dossiers": [*minimal()["dossiers"], *minimal(identifiant="1234567a")["dossiers"]]},
        "dossiers[1].identifiant",
        "est déjà donné",
    ),
    ({"agences": [{"code": "a"}, {"code": "a"}]}, "agences[1].code", "est déjà donné"),
    (
        {"conseillers": [{"courriel": "a@b.fr"}, {"courriel": "A@b.fr"}]},
        "conseillers[1].courriel",
        "est déjà donné",
    ),
    (
        minimal(rendez_vous=[rendez_vous(), rendez_vous(titre="Autre")]),
        f"{D}.rendez_vous[1].ref",
        "« r1 » est déjà donné",
    ),
    (minimal(procedures=[procedure(), procedure()]), f"{D}.procedures[1].ref", "déjà donné"),
    (minimal(recours=[{"ref": "a"}, {"ref": "a"}]), f"{D}.recours[1].ref", "déjà donné"),
    (
        _absent(justificatifs=[{"ref": "j"}, {"ref": "j"}]),
        f"{R}.absence.justificatifs[1].ref",
        "déjà donné",
    ),
]
