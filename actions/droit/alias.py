"""Other names and spellings of the facts: what people and files also write for the same thing."""

from __future__ import annotations

from collections.abc import Mapping

# Other names under which the same fact may come.
AUTRES_NOMS: Mapping[str, str] = {
    "date_notification_orientation": "date_orientation",
    "oriente_le": "date_orientation",
    "reoriente_le": "date_reorientation",
    "date_lettre": "date_envoi",
    "fin_mediation": "date_fin_mediation",
    "date_fin": "date_fin_mediation",
    "duree_mois": "mois",
    "tribunal_saisi": "tribunal",
    "tribunal_saisi_le": "tribunal",
    "saisine_tribunal": "tribunal",
    "date_saisine_tribunal": "tribunal",
    "date_requete": "tribunal",
    "rapo": "recours_prealable",
    "reclamation": "recours_gracieux",
    "defenseur": "defenseur_droits",
    "defenseur_des_droits": "defenseur_droits",
}

MOTIFS: Mapping[str, str] = {
    "medical": "maladie",
    "sante": "maladie",
    "familial": "evenement_familial",
    "familial_grave": "evenement_familial",
    "imperatif_familial": "evenement_familial",
    "deces": "deces_proche",
    "enfant_malade": "maladie_enfant",
    "embauche": "reprise_emploi",
    "autre_rendez_vous": "autre_convocation",
    "rendez_vous_impose": "autre_convocation",
    "convenance": "convenance_personnelle",
    "personnel": "convenance_personnelle",
    "sans_motif": "aucun",
}

QUESTIONS: Mapping[str, str] = {
    "suspensif": "le_recours_suspend_il",
    "refere": "le_recours_suspend_il",
    "urgence": "le_recours_suspend_il",
    "avocat": "faut_il_un_avocat",
    "avocat_obligatoire": "faut_il_un_avocat",
    "appel": "peut_on_faire_appel",
    "faire_appel": "peut_on_faire_appel",
    "cassation": "peut_on_faire_appel",
    "chances": "quelles_chances",
}

TYPES: Mapping[str, str] = {
    "mediation": "mediateur",
    "recours": "mediateur",
    "reiteration": "fenetre_reiteration",
    "contrat_engagement": "contrat",
    "signature_contrat": "contrat",
}

AUTEURS: Mapping[str, str] = {
    "pole_emploi": "france_travail",
    "departement": "conseil_departemental",
    "president_conseil_departemental": "conseil_departemental",
}

DECISIONS: Mapping[str, str] = {
    "levee_refusee": "refus_levee",
    "refus_de_levee": "refus_levee",
    "cessation": "cessation_inscription",
    "calcul_ARE": "calcul_are",
    "paiement_are": "calcul_are",
    "paiement_ARE": "calcul_are",
    "montant_are": "calcul_are",
    "versement_are": "calcul_are",
    "calcul_allocation": "calcul_are",
    "montant_allocation": "calcul_are",
    "suspension_rsa": "suspension",
    "suppression_rsa": "suppression",
    "reduction_rsa": "reduction",
}
