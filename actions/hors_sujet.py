"""Close by but not ours: amounts, registration, address, job offers, CVs... recognised to say kindly where to go."""

from __future__ import annotations

import re

from actions.langue.normaliser import normalise

# The first that fits; the blocks are ``hors_sujet.<name>``.
_NEAR: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "demission",
        re.compile(
            r"\b(demission\w*|rupture conventionnelle|licenci\w*|prud' ?hom\w*|fin de contrat)\b"
        ),
    ),
    (
        "changement",
        re.compile(
            r"\b(rib|iban|compte (en )?banc\w*|coordonnees|(changement|changer) (d' )?adresse|demenag\w*)\b"
        ),
    ),
    ("heures", re.compile(r"\b(15|quinze) ?h(eures?)?\b")),
    (
        "montant_conteste",
        re.compile(
            r"^(?=.*\b(contest\w*|reclam\w*|recours|erreurs?|mal calcul\w*|faux|fausse|pas d' accord|trompe\w*)\b)"
            r".*\b(are|ass|allocations?|chomage|montants?|paiements?|calcul\w*)\b"
        ),
    ),
    (
        "indemnisation",
        re.compile(
            r"\b(combien .{0,25}(touche\w*|gagne\w*|percev\w*|recevoir|reste)|montant|allocations?|are|ass"
            r"|paiement|paye\w*|paie|vers\w*|virement|trop percu|indemnis\w*|fin de droits?|jours restants|simul\w*"
            r"|attestation employeur|prime|rsa"
            r"|euros?|argent|sous|thunes?|fric|rembours\w*)\b"
        ),
    ),
    ("inscription", re.compile(r"\b((m' |me |s' )?inscri\w*|inscription)\b")),
    (
        "candidature",
        re.compile(r"\b(cv|curriculum|lettre de motivation|mon profil|entretien d' embauche)\b"),
    ),
    (
        "offres",
        re.compile(
            r"\b(offres?|emplois?|postes?|jobs?|boulots?|travail|recrut\w*|embauch\w*|interim|stage|alternance)\b"
        ),
    ),
    (
        "administration",
        re.compile(
            r"\b(caf|impots?|cpam|secu\w*|ameli|retraite|logement|apl|prefecture|titre de sejour|passeport"
            r"|carte (d' identite|grise)|permis|mairie|urssaf|msa|banque|syndicat)\b"
        ),
    ),
)


def near_subject(text: str) -> str | None:
    """The name of the neighbouring subject of a message, or None when it is far away."""
    words = normalise(text)
    return next((name for name, pattern in _NEAR if pattern.search(words)), None)
