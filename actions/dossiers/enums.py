"""Known values of the exchange format (dossiers/FORMAT.md and reference, section 0.2).

Plain tuples and not database enums: another tool may have written a value that we do not
know, and reading it must not fail. Only the import checks these values.
"""

from __future__ import annotations

OUI_NON = ("oui", "non")
OUI_NON_INCONNU = ("oui", "non", "inconnu")

REGIONS = (
    "alsace-moselle",
    "auvergne-rhone-alpes",
    "bourgogne-franche-comte",
    "bretagne",
    "centre-val-de-loire",
    "corse",
    "grand-est",
    "guadeloupe",
    "guyane",
    "hauts-de-france",
    "ile-de-france",
    "la-reunion",
    "martinique",
    "mayotte",
    "normandie",
    "nouvelle-aquitaine",
    "occitanie",
    "pays-de-la-loire",
    "provence-alpes-cote-d-azur",
)
ALLOCATIONS = ("ARE", "ASS", "CEJ", "PACEA", "RSA", "ARE_et_RSA", "aucune")
ALLOCATIONS_RSA = ("RSA", "ARE_et_RSA")
FOYERS_RSA = ("seul", "plusieurs_ou_majoration")
ORGANISMES_REFERENTS = (
    "france_travail",
    "mission_locale",
    "cap_emploi",
    "conseil_departemental",
    "autre",
)
NATURES_CONTRAT = ("contrat_engagement", "PPAE", "CER", "CEJ", "PACEA")
TYPES_ATELIER = (
    "cv",
    "entretien",
    "reseau",
    "numerique",
    "creation_entreprise",
    "bilan_competences",
    "decouverte_metiers",
    "recherche_emploi",
)
NATURES_RENDEZ_VOUS = ("atelier", "entretien", "prestation")
ORGANISMES = ("france_travail", "aksis", "mission_locale", "cap_emploi", "autre")
MODALITES = ("presentiel", "distance", "telephone")
DOCUMENTS = ("convocation", "invitation", "recommandation", "aucun", "inconnu")
PRESTATAIRES = ("non", "premier_rdv", "suite")
STATUTS_RENDEZ_VOUS = ("prevu", "honore", "absent", "reporte", "annule", "manque_par_agence")
# What can only be true of an appointment whose day has come.
STATUTS_PASSES = ("honore", "absent", "manque_par_agence")
MOTIFS_ABSENCE = (
    "maladie",
    "maladie_enfant",
    "garde_enfant",
    "deces_proche",
    "evenement_familial",
    "entretien_embauche",
    "reprise_emploi",
    "formation",
    "autre_convocation",
    "transport",
    "probleme_technique",
    "non_recu",
    "oubli",
    "autre",
)
TYPES_JUSTIFICATIF = (
    "certificat_medical",
    "arret_travail",
    "bulletin_hospitalisation",
    "convocation",
    "contrat_travail",
    "attestation_formation",
    "acte_deces",
    "attestation_transport",
    "attestation_garde",
    "attestation_honneur",
    "capture_ecran",
    "autre",
)
STATUTS_JUSTIFICATIF = ("recu", "accepte", "refuse")
NATURES_MANQUEMENT = (
    "assiduite",
    "contrat_refuse",
    "offre_refusee",
    "fraude",
    "activite_breve",
)
NATURES_MANQUEMENT_ANCIEN = ("rendez_vous", "autre_groupe", "cej")
SANCTIONS = ("avertissement", "suspension", "suppression", "radiation")
DECISIONS = (*SANCTIONS, "classement")
AUTEURS = ("france_travail", "mission_locale", "conseil_departemental")
VOIES = ("reclamation", "mediation", "rapo", "tribunal", "refere")
STATUTS_RECOURS = ("en_cours", "accord", "rejet", "termine")
