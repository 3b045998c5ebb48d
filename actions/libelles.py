"""French names of the values found in files and facts; a value unknown here is shown as it is written."""

from __future__ import annotations

from collections.abc import Mapping

LIBELLES: Mapping[str, Mapping[str, str]] = {
    "allocation": {
        "ARE": "l’allocation chômage (ARE)",
        "ASS": "l’allocation de solidarité (ASS)",
        "CEJ": "l’allocation du contrat d’engagement jeune (CEJ)",
        "PACEA": "l’allocation du PACEA",
        "RSA": "le RSA",
        "ARE_et_RSA": "l’allocation chômage et le RSA",
        "aucune": "aucune allocation",
    },
    "auteur": {
        "france_travail": "France Travail",
        "mission_locale": "la Mission locale",
        "conseil_departemental": "le département",
    },
    "decision": {
        "avertissement": "un avertissement",
        "suspension": "une suspension",
        "suppression": "une suppression",
        "radiation": "une radiation",
        "classement": "un classement sans suite",
    },
    "document": {
        "convocation": "une convocation",
        "invitation": "une invitation",
        "recommandation": "une recommandation",
        "aucun": "aucun courrier",
    },
    "justificatif": {
        "certificat_medical": "certificat médical",
        "arret_travail": "arrêt de travail",
        "bulletin_hospitalisation": "bulletin d’hospitalisation",
        "convocation": "convocation",
        "contrat_travail": "contrat de travail",
        "attestation_formation": "attestation de formation",
        "acte_deces": "acte de décès",
        "attestation_transport": "attestation du transporteur",
        "attestation_garde": "attestation de garde",
        "attestation_honneur": "attestation sur l’honneur",
        "capture_ecran": "capture d’écran",
        "autre": "document",
    },
    "modalite": {
        "presentiel": "sur place",
        "distance": "à distance, par internet",
        "telephone": "par téléphone",
    },
    "motif": {
        "maladie": "maladie",
        "maladie_enfant": "enfant malade",
        "garde_enfant": "garde d’enfant",
        "deces_proche": "décès d’un proche",
        "evenement_familial": "événement familial",
        "entretien_embauche": "entretien d’embauche",
        "reprise_emploi": "reprise d’emploi",
        "formation": "formation",
        "autre_convocation": "autre convocation",
        "transport": "transport",
        "probleme_technique": "problème technique",
        "non_recu": "convocation non reçue",
        "oubli": "oubli",
        "autre": "autre raison",
    },
    "organisme": {
        "france_travail": "France Travail",
        "aksis": "Aksis",
        "mission_locale": "la Mission locale",
        "cap_emploi": "Cap emploi",
        "conseil_departemental": "le département",
        "autre": "un autre organisme",
    },
    "outre_mer": {
        "guadeloupe": "heure de la Guadeloupe",
        "guyane": "heure de la Guyane",
        "la-reunion": "heure de La Réunion",
        "martinique": "heure de la Martinique",
        "mayotte": "heure de Mayotte",
    },
    "voie": {
        "reclamation": "votre réclamation",
        "mediation": "votre demande au médiateur",
        "rapo": "votre recours devant le département",
        "tribunal": "votre recours au tribunal",
        "refere": "votre demande urgente au juge",
    },
}


def nom(genre: str, valeur: str | None, defaut: str = "") -> str:
    """The French name of a value; ``defaut`` when there is none."""
    if not valeur:
        return defaut
    return LIBELLES[genre].get(valeur) or str(valeur).replace("_", " ")
