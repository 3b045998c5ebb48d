"""The sentences of the decision on obligation, shown to people under « Pourquoi »."""

from __future__ import annotations

from collections.abc import Mapping

FAITS: Mapping[str, tuple[str, ...]] = {
    "prestataire.premier_rdv": ("prestataire",),
    "prestataire.suite": ("prestataire",),
    "derogation.conseiller": ("dispense",),
    "atelier.contrat_engagement": ("dans_contrat",),
    "atelier.convocation": ("document", "mention_obligatoire"),
    "atelier.formulation": ("document", "mention_obligatoire", "dans_contrat"),
    "atelier.recommande": ("document",),
    "atelier.invitation": ("document", "mention_obligatoire"),
    "atelier.sans_document": ("document",),
}

RAISONS: Mapping[str, str] = {
    "prestataire.premier_rdv": "C’est un premier rendez-vous chez un prestataire : "
    "il s’impose en principe.",
    "prestataire.suite": "La suite chez un prestataire repose sur votre accord.",
    "derogation.conseiller": "Votre conseiller vous accorde une dispense : c’est facultatif "
    "pour vous.",
    "atelier.contrat_engagement": "Cette action est inscrite dans votre contrat : elle est "
    "obligatoire, quel que soit le mot écrit sur le courrier.",
    "atelier.convocation": "Votre convocation dit que la présence est obligatoire.",
    "atelier.formulation": "Ce que vous savez du courrier ne suffit pas pour être sûr : "
    "le texte exact compte.",
    "atelier.recommande": "C’est une recommandation : vous pouvez refuser, mais l’agence attend "
    "une explication.",
    "atelier.invitation": "Une invitation n’oblige pas, si rien d’autre ne vous y oblige.",
    "atelier.sans_document": "Vous n’avez rien reçu d’écrit : c’est une simple suggestion.",
}

# Where the row changes what is to be said of a rule.
PAR_LIGNE: Mapping[tuple[str, int], str] = {
    ("derogation.conseiller", 1): "Pour un premier rendez-vous, un accord pour ne pas venir "
    "doit être confirmé par écrit.",
    ("prestataire.suite", 4): "La suite chez un prestataire repose sur votre accord, "
    "mais l’inscription dans votre contrat l’emporte.",
    ("atelier.convocation", 6): "Vous avez reçu une convocation, sans mention claire que la "
    "présence est obligatoire : la prudence est de venir.",
    ("atelier.formulation", 7): "On vous dit que c’est obligatoire, mais ce n’est pas écrit "
    "dans une convocation : les deux ne vont pas ensemble.",
    ("atelier.invitation", 10): "C’est une invitation, sans mention d’obligation et hors de "
    "votre contrat : vous pouvez ne pas y aller.",
}

# Next act by answer: code, what to do, rule.
GARDER_ACCORD = (
    "garder_preuve",
    "Gardez la preuve écrite de l’accord de votre conseiller.",
    "derogation.conseiller",
)
ACTES: Mapping[str, tuple[str, str, str]] = {
    "obligatoire": (
        "venir_ou_prevenir",
        "Venez, ou demandez un report par écrit avant la date si vous ne pouvez pas.",
        "atelier.refus_avant",
    ),
    "a_verifier": (
        "demander_confirmation",
        "Relisez le courrier et votre contrat, puis demandez une confirmation écrite "
        "à votre conseiller.",
        "atelier.formulation",
    ),
    "facultatif_mais_refus_a_justifier": (
        "expliquer_refus",
        "Si vous refusez, expliquez pourquoi à l’agence, par écrit.",
        "atelier.recommande",
    ),
}


def raison(regle: str, ligne: int) -> str:
    """The sentence of a rule on a row."""
    return PAR_LIGNE.get((regle, ligne), RAISONS[regle])
