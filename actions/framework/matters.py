"""What a kind of elliptical question asks about, for each matter that the last answer may have been about."""

from __future__ import annotations

from collections.abc import Mapping

ANYTHING = "*"  # whatever the last answer was about
TEXT = "texte:"  # a target that is a text of its own (``suivi.*``) rather than an intent

# What the last answer was about.
_MATTERS: Mapping[str, tuple[str, ...]] = {
    "rendez_vous": (
        "prochain_rendez_vous",
        "atelier_obligatoire",
        "preparer_rendez_vous",
        "reporter_rendez_vous",
        "refuser_atelier",
        "rendez_vous_prestataire",
        "distinguer_convocation_invitation",
        "demander_derogation",
        "decouvrir_ateliers",
        "s_inscrire_atelier",
        "mes_reports",
    ),
    "absence": (
        "signaler_absence",
        "consequences_absence",
        "motifs_legitimes",
        "arriver_en_retard",
        "convocation_non_recue",
        "rendez_vous_manque_par_agence",
        "abandonner_formation",
        "mes_absences",
        "fournir_justificatif",
        "suivi_justificatif",
    ),
    "lettre": (
        "presenter_observations",
        "comprendre_sanction",
        "controle_recherche_emploi",
        "consulter_dossier",
    ),
    "sanction": ("duree_sanction", "mes_sanctions", "lever_sanction", "se_reinscrire"),
    "recours": (
        "contester_sanction",
        "delai_recours",
        "saisir_mediateur",
        "saisir_tribunal",
        "chances_recours",
        "rediger_recours",
        "suivi_recours",
    ),
}
_MATTER_OF = {intent: matter for matter, intents in _MATTERS.items() for intent in intents}

# About any other matter, what is asked is in the answer that was given.
_ITS_OWN = frozenset(("jour", "delai", "duree", "montant", "moyen", "qui", "lieu"))
# Kind -> matter (or one intent, which wins over its matter) -> intent or text that answers.
_ANSWERS: Mapping[str, Mapping[str, str]] = {
    "lieu": {
        "rendez_vous": "prochain_rendez_vous",
        "decouvrir_ateliers": "s_inscrire_atelier",
        "absence": "fournir_justificatif",
        "lettre": "presenter_observations",
        "recours": "saisir_mediateur",
        "saisir_tribunal": "saisir_tribunal",
        "actualisation": "espace_personnel",
    },
    "envoi": {
        ANYTHING: "fournir_justificatif",
        "lettre": "presenter_observations",
        "recours": "saisir_mediateur",
        "saisir_tribunal": "saisir_tribunal",
    },
    "heure": {"rendez_vous": "prochain_rendez_vous"},
    "jour": {
        "rendez_vous": "prochain_rendez_vous",
        "absence": "fournir_justificatif",
        "lettre": "delai_recours",
        "sanction": "duree_sanction",
        "recours": "delai_recours",
        "actualisation": "actualisation",
    },
    "delai": {
        "rendez_vous": "reporter_rendez_vous",
        "absence": "fournir_justificatif",
        "lettre": "delai_recours",
        "sanction": "duree_sanction",
        "recours": "delai_recours",
        "actualisation": "actualisation",
    },
    "duree": {
        "rendez_vous": "decouvrir_ateliers",
        "absence": "duree_sanction",
        "fournir_justificatif": "fournir_justificatif",
        "lettre": "duree_sanction",
        "sanction": "duree_sanction",
        "recours": f"{TEXT}suivi.duree.mediation",
        "delai_recours": "delai_recours",
        "saisir_tribunal": f"{TEXT}suivi.duree.tribunal",
    },
    "montant": {
        "absence": "duree_sanction",
        "fournir_justificatif": "fournir_justificatif",
        "lettre": "duree_sanction",
        "sanction": "duree_sanction",
        "reporter_rendez_vous": "mes_reports",
        "mes_reports": "mes_reports",
    },
    "suite": {
        "reporter_rendez_vous": f"{TEXT}suivi.apres.report",
        "absence": f"{TEXT}suivi.apres.absence",
        "lettre": f"{TEXT}suivi.apres.lettre",
        "sanction": f"{TEXT}suivi.apres.sanction",
        "recours": f"{TEXT}suivi.apres.recours",
        "saisir_tribunal": f"{TEXT}suivi.apres.tribunal",
    },
    "sinon": {
        "rendez_vous": "consequences_absence",
        "absence": f"{TEXT}suivi.sinon.absence",
        "lettre": f"{TEXT}suivi.sinon.lettre",
        "sanction": f"{TEXT}suivi.sinon.sanction",
        "recours": f"{TEXT}suivi.sinon.recours",
    },
    "moyen": {
        "atelier_obligatoire": "preparer_rendez_vous",
        "reporter_rendez_vous": "reporter_rendez_vous",
        "refuser_atelier": "refuser_atelier",
        "absence": "fournir_justificatif",
        "lettre": "presenter_observations",
        "sanction": "lever_sanction",
        "se_reinscrire": "se_reinscrire",
        "recours": "saisir_mediateur",
        "saisir_tribunal": "saisir_tribunal",
        "actualisation": "actualisation",
    },
    "qui": {
        "rendez_vous": "parler_a_un_conseiller",
        "absence": "fournir_justificatif",
        "lettre": "presenter_observations",
        "sanction": "parler_a_un_conseiller",
        "recours": "saisir_mediateur",
        "saisir_tribunal": "saisir_tribunal",
    },
    "prix": {
        ANYTHING: f"{TEXT}suivi.prix",
        "recours": "saisir_mediateur",
        "saisir_tribunal": "saisir_tribunal",
    },
    "refus": {
        "rendez_vous": f"{TEXT}suivi.refus.demande",
        "absence": f"{TEXT}suivi.refus.preuve",
        "lettre": f"{TEXT}suivi.apres.lettre",
        "sanction": f"{TEXT}suivi.refus.levee",
        "recours": f"{TEXT}suivi.apres.recours",
    },
    "prevenir": {"rendez_vous": "signaler_absence", "absence": "signaler_absence"},
    "action": {ANYTHING: f"{TEXT}suivi.a_faire"},
    "voir": {ANYTHING: "espace_personnel"},
    "effet": {"recours": f"{TEXT}suivi.non_suspensif"},
    "preuve": {
        "rendez_vous": "fournir_justificatif",
        "absence": "fournir_justificatif",
        "lettre": "fournir_justificatif",
        "sanction": "fournir_justificatif",
        "recours": "fournir_justificatif",
    },
}


def target(kind: str, topic: str | None) -> str | None:
    """The intent, or the text (``texte:`` and its key), that answers a kind of question about a topic; None if nothing."""
    meanings = _ANSWERS[kind]
    names = (topic or "", _MATTER_OF.get(topic or "", ""), ANYTHING)
    found = next((meanings[name] for name in names if name in meanings), None)
    alone = topic not in _MATTER_OF and kind in _ITS_OWN
    return found or (topic if alone else None)
