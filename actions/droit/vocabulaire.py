"""The words of facts: names, other names, allowed values, and which question uses which.

Names and values are those of section 0.2 of the reference and of the files' exchange format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.droit.alias import AUTEURS, DECISIONS, QUESTIONS, TYPES
from actions.droit.calendrier import REGIONS
from actions.droit.lecteurs import (
    FORMAT_DATE,
    Choix,
    Entier,
    Historique,
    lire_booleen,
    lire_date,
    lire_etape,
)

OUI_NON_INCONNU = Choix(("oui", "non", "inconnu"))
SANCTIONS_ALLOCATION = ("ARE", "ASS", "CEJ", "PACEA", "RSA", "ARE_et_RSA", "aucune")
DECISIONS_MEDIATION = (
    "avertissement",
    "suspension",
    "suppression",
    "radiation",
    "refus_levee",
    "cessation_inscription",
    "changement_categorie",
    "penalite",
    "trop_percu",
    "decision_ass",
    "decision_cej",
)

VOCABULAIRE: Mapping[str, Any] = {
    "document": Choix(("convocation", "invitation", "recommandation", "aucun", "inconnu")),
    "mention_obligatoire": OUI_NON_INCONNU,
    "dans_contrat": OUI_NON_INCONNU,
    "prestataire": Choix(("non", "premier_rdv", "suite")),
    "dispense": OUI_NON_INCONNU,
    "statut_evenement": Choix(
        ("obligatoire", "facultatif", "facultatif_mais_refus_a_justifier", "a_verifier")
    ),
    "motif_legitime": OUI_NON_INCONNU,
    "preuve": Choix(("fournie", "a_fournir", "aucune")),
    "date_absence": lire_date,
    "allocation": Choix(SANCTIONS_ALLOCATION),
    "foyer_rsa": Choix(("seul", "plusieurs_ou_majoration")),
    "organisme_referent": Choix(
        ("france_travail", "mission_locale", "cap_emploi", "conseil_departemental", "autre")
    ),
    "type_evenement": Choix(("rendez_vous", "action", "formation")),
    "historique": Historique(
        Choix(
            (
                "assiduite",
                "contrat_refuse",
                "offre_refusee",
                "fraude",
                "activite_breve",
                "rendez_vous",
                "autre_groupe",
                "cej",
            )
        )
    ),
    "persistance": lire_booleen,
    "date_reorientation": lire_date,
    "reports_utilises": Entier(0, 999),
    "avant_date": lire_booleen,
    "question": Choix(
        (
            "combien_reste",
            "le_recours_suspend_il",
            "faut_il_un_avocat",
            "peut_on_faire_appel",
            "quelles_chances",
        ),
        QUESTIONS,
    ),
    "type": Choix(
        (
            "observations",
            "decision",
            "fenetre_reiteration",
            "duree_mesure",
            "contrat",
            "mediateur",
            "tribunal",
        ),
        TYPES,
    ),
    "date_reception": lire_date,
    "date_envoi": lire_date,
    "date_audition": lire_date,
    "date_notification": lire_date,
    "date_manquement": lire_date,
    "date_effet": lire_date,
    "date_orientation": lire_date,
    "date_fin_mediation": lire_date,
    "mois": Entier(1, 12),
    "region": Choix(
        REGIONS,
        {
            **{region.replace("-", "_"): region for region in REGIONS},
            "reunion": "la-reunion",
            "paca": "provence-alpes-cote-d-azur",
        },
    ),
    "auteur": Choix(
        ("france_travail", "conseil_departemental", "mission_locale"),
        AUTEURS,
    ),
    "decision": Choix(
        (*DECISIONS_MEDIATION, "calcul_are", "reduction", "classement"),
        DECISIONS,
    ),
    "mention_mediation": OUI_NON_INCONNU,
    "mediation": lire_etape,
    "tribunal": lire_etape,
    "recours_prealable": lire_etape,
    "recours_gracieux": lire_etape,
    "aide_juridictionnelle": lire_etape,
    "defenseur_droits": lire_etape,
}

# The facts of each question, in the order in which to ask for them.
NOMS: Mapping[str, tuple[str, ...]] = {
    "obligation": ("document", "mention_obligatoire", "dans_contrat", "prestataire", "dispense"),
    "absence": (
        "statut_evenement",
        "motif_legitime",
        "preuve",
        "date_absence",
        "allocation",
        "foyer_rsa",
        "organisme_referent",
        "type_evenement",
        "historique",
        "persistance",
        "date_reorientation",
    ),
    "report": ("question", "reports_utilises", "avant_date", "motif", "preuve"),
    "delai": (
        "type",
        "date_reception",
        "date_envoi",
        "date_audition",
        "date_notification",
        "date_manquement",
        "date_effet",
        "mois",
        "date_orientation",
        "date_reorientation",
        "date_fin_mediation",
        "auteur",
        "region",
    ),
    "recours": (
        "auteur",
        "decision",
        "date_notification",
        "mention_mediation",
        "mediation",
        "tribunal",
        "recours_prealable",
        "recours_gracieux",
        "aide_juridictionnelle",
        "defenseur_droits",
        "region",
        "question",
    ),
    "motif": ("motif", "preuve", "justificatif"),
}


def attendu(nom: str) -> tuple[str, ...]:
    """What a fact allows, for an error message: its values, or the format of a date."""
    return getattr(VOCABULAIRE[nom], "attendu", (FORMAT_DATE,))
