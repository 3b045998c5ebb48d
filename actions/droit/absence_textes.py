"""Rows of table 4.1 and the sentences of the decision on an absence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ligne:
    """A row of table 4.1: its code, the rule that carries it, the sentence, the other rules."""

    code: str
    regle: str
    texte: str
    faits: tuple[str, ...]
    autres: tuple[str, ...] = ()


NON_AUTOMATIQUE = (
    "Aucune sanction n’est automatique : votre dossier est examiné et vous pouvez répondre avant."
)

STATUTS: Mapping[str, Ligne] = {
    "facultatif": Ligne(
        "non",
        "absence.facultatif",
        "C’était facultatif : aucune sanction n’est prévue pour cette seule absence.",
        ("statut_evenement",),
    ),
    "facultatif_mais_refus_a_justifier": Ligne(
        "non",
        "absence.recommande",
        "C’était recommandé, pas obligatoire : pas de sanction directe, "
        "mais l’agence attend une explication.",
        ("statut_evenement",),
        ("atelier.recommande",),
    ),
    "a_verifier": Ligne(
        "incertain",
        "absence.a_verifier",
        "On ne sait pas encore si votre présence était obligatoire : c’est à préciser par écrit.",
        ("statut_evenement",),
    ),
}

MOTIFS: Mapping[str, Ligne] = {
    "prouve": Ligne(
        "non",
        "absence.justifiee",
        "Vous avez une raison valable et la preuve est envoyée : "
        "aucune sanction n’est attendue, l’institution apprécie.",
        ("motif_legitime", "preuve"),
    ),
    "oui": Ligne(
        "evitable",
        "absence.a_justifier",
        "Vous avez une raison valable : une preuve envoyée à temps peut éviter la sanction.",
        ("motif_legitime", "preuve"),
        ("justificatif.delai",),
    ),
    "inconnu": Ligne(
        "question",
        "motif.legitime",
        "Tout dépend de la raison de votre absence et de ce qui peut la prouver.",
        ("motif_legitime",),
    ),
    "non": Ligne(
        "oui",
        "absence.definition",
        "Cette absence, sans raison valable, compte dans l’examen de votre assiduité.",
        ("statut_evenement", "motif_legitime"),
    ),
}

# First act by code: code of the act, what to do, rule.
ACTES: Mapping[str, tuple[str, str, str]] = {
    "incertain": (
        "faire_preciser",
        "Demandez par écrit si votre présence était obligatoire, et envoyez votre preuve "
        "sans attendre.",
        "absence.a_verifier",
    ),
    "evitable": (
        "envoyer_preuve",
        "Envoyez votre preuve le plus vite possible depuis votre espace personnel.",
        "justificatif.delai",
    ),
    "question": (
        "dire_raison",
        "Dites la raison de votre absence, et gardez tout ce qui peut le prouver.",
        "motif.legitime",
    ),
    "oui": (
        "prevenir",
        "Écrivez à votre conseiller pour expliquer ce qui s’est passé, et gardez la trace.",
        "absence.signaler",
    ),
}

OBSERVATIONS = (
    "Si vous recevez une lettre qui annonce une sanction, répondez dans les {jours} jours, "
    "ou demandez une audition."
)
LETTRE_DEPARTEMENT = (
    "observations",
    "Si le département vous écrit, lisez sur sa lettre le délai pour répondre, "
    "et répondez à temps.",
    "sanction.rsa.delai_observations",
)
