"""Papers that prove a reason, named in a message: kinds of the files (section 5 of the reference)."""

from __future__ import annotations

import re

from actions.themes import Themes

_EMETTEUR = r"(sncf|ratp|rer|ter|tcl|trains?|metro|bus|tram\w*|transport\w*|retard|greve)"
PAPIERS = Themes(
    {
        "arret_travail": r"\b(mon|un|l'|d'|cet|son) arret\b|(?<!\ben )\barret (de travail|maladie|medical)\b",
        "bulletin_hospitalisation": r"\bbulletins?\b",
        "acte_deces": r"\bacte de deces\b",
        "attestation_transport": rf"\b(attestation|justificatif|papier|billet)\b.{{0,20}}\b{_EMETTEUR}\b",
        "attestation_garde": r"\b(mot|attestation|papier|certificat)\b.{0,12}\b(ecole|creche|nounou|garde|maternelle)\b",
        "attestation_formation": r"\battestation\b.{0,20}\bformation\b",
        "attestation_honneur": r"\bhonneur\b",
        "contrat_travail": r"\b(contrat de travail|contrat d' embauche)\b",
        "certificat_medical": r"\b(certif\w*|ordonnance|mot (du|de mon|de la) (medecin|docteur|doc|pediatre|toubib))\b",
        "autre": r"\b(facture|mot|papier|attestation|devis)\b.{0,12}\b(garage|garagiste|depann\w*|remorqu\w*|assurance|employeur)\b",
        "capture_ecran": r"\b(capture|screenshot|copie d' ecran)\b",
        "convocation": r"\bconvocation\b.{0,20}\b(employeur|entreprise|patron|tribunal|prefecture|caf|medecin|hopital|justice|clinique|kine|dentiste|specialiste|labo"
        r"|police|gendarmerie|examen|entretien)\b",
    }
)
# The paper is in hand; or not yet, or not at all.
_EN_MAIN = re.compile(
    r"\b(j' ai|j ai|jai|voici|voila|je joins|je vous envoie|ci-joint|tiens|tenez)\b"
)
_PAS_ENCORE = re.compile(
    r"\b(j' ai|je l' ai|on) (pas|plus|demande|perdu|commande)\b|\b(j' aurai|aura|va|vais|peux|pourrai|demain|bientot"
    r"|plus tard|attends|quand)\b"
)


def papier_nomme(words: str) -> str | None:
    """The kind of paper that normalised words name, None without any."""
    return PAPIERS.premier(words)


def en_main(words: str, *, demande: bool = False) -> bool:
    """Whether the person holds the paper now; ``demande``: they were just asked whether they have one."""
    return (demande or bool(_EN_MAIN.search(words))) and not _PAS_ENCORE.search(words)
