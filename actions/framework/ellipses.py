"""Questions that are whole only beside the last answer: « jusqu’à quand ? », « et après ? », « où ça ? », « et sinon ? ».

Two small tables: the words of each kind of question, and what it asks about, for each matter that an answer may have
been about. A kind that means nothing about a matter is left to the message's own intent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

ANYTHING = "*"  # whatever the last answer was about
TEXT = "texte:"  # a target that is a text of its own (``suivi.*``) rather than an intent

# Words that carry nothing here: what is left of a message must be one of the forms below, and nothing else.
_LIGHT_WORDS = (
    "et mais ok okay bon bah ben bref ah oh oui ouais alors donc euh hein dis dites du coup fait pardon merci d' accord "
    "c' est ce ca cela ct etait serait sera il elle ils je j' on nous me m' moi se s' y en l' le la les un une de d' des "
    "mon ma mes a au dans pour est-ce que qu' exactement exact precisement juste svp stp plait te vous tu t' total tout "
    "cas normalement maintenant encore dois doit faut maximum max minimum environ vrai ya"
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
_TIME = r"(?:temps|jours?|semaines?|mois|tps)"
_PAPER = (
    r"(?:certificat|justificatif|preuve|attestation|mot|papier|arret|document|excuse|ordonnance)s?"
)
_SEND = r"j?(?:envoie|envoyer|ecris|ecrire|transmets|transmettre|depose|deposer)"
# Each kind of question, on the words that carry something.
_WORDS: Mapping[str, str] = {
    "lieu": r"(?:passe |quel(?:le)? )*(?:ou|endroit|adresse|agence|salle|lieu)(?: (?:passe|aller|vais))*",
    "envoi": rf"{_SEND} (?:ou|qui|comment)|(?:ou|qui|comment) {_SEND}",
    "heure": r"(?:commence )?(?:quoi )?(?:quelle )?(?:heure|horaires?)(?: commence)?",
    "jour": r"quand|(?:quoi )?(?:quel(?:le)? )?(?:jour|date)",
    "delai": rf"(?:ai |reste |repondre |agir |attendre |peux |faire |envoyer )*(?:jusqu' ?|jusqua|jusque|avant) (?:quand|quelle date)"
    rf"|reste\S* combien(?: {_TIME})?|combien {_TIME} (?:reste\S*|ai|ai-je|avant)|ai combien(?: {_TIME})?"
    r"|(?:quoi |quel )?delais?|(?:quoi |quelle )?date limite|partir quand|(?:pas )?trop tard",
    "duree": rf"(?:(?:dure|prend|met)\w* )?(?:pendant )?combien {_TIME}(?: (?:dure|prend|met)\w*)?|(?:dure|prend)\w* (?:combien|longtemps)"
    r"|(?:combien|longtemps) (?:dure|prend)\w*|longtemps|long|(?:quelle )?duree",
    "montant": r"combien(?: (?:argent|euros|perds?|touche|moins|cent))*|(?:perds?|touche) combien|(?:quoi )?(?:quel )?(?:montant|pourcentage)",
    "suite": r"(?:quoi |qui |passe |va |passer |arrive |comment |faire |fais |puis |quelle )*(?:apres|ensuite|puis|suite)"
    r"(?: (?:quoi|qui|passe|va|passer|arrive|comment|faire|fais|puis|apres))*|qui passe|passe quoi",
    "sinon": r"(?:ou )?(?:sinon|autrement)|si (?:ne |n' )?(?:fais |envoie |reponds |bouge |donne )?(?:pas|rien|non)",
    "moyen": r"comment(?: (?:faire|fais|passe|marche|prends?|procede\w*))*|(?:fais|passe|marche) comment|quelle (?:facon|maniere)"
    r"|ou commence\w*",
    "qui": r"(?:(?:avec|chez|par|vers|aupres) )?qui(?: (?:appelle|contacte|demande|adresse))?|(?:appelle|contacte|demande) qui",
    "prix": r"payant|gratuit|cher|coute(?: combien| cher)?|combien (?:coute|payer)|payer(?: combien)?",
    "effet": r"(?:arrete|arreter|suspend|suspendre|bloque|stoppe|gele|annule)\w*(?: (?:sanction|radiation|suspension|suppression|decision|quand|meme|automatique\w*))*"
    r"|(?:sanction|suspension|radiation) (?:arrete|continue|bloquee?|suspendue?)(?: quand meme)?",
    "preuve": rf"(?:meme )?(?:si|avec) (?:(?:ai|avais|aurais|donne|envoie|apporte|fournis|montre|bien|avec|bonne?) )*{_PAPER}"
    r"(?: (?:medical\w*|travail|medecin|docteur|hopital|maladie|valable|montrer|donner|\w*ecole|patron|employeur|garage|sncf|ratp))*",
}
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS.items())
_WHAT_DO_YOU_MEAN = re.compile(r"comment (?:ca|cela)\b")
LONGEST = 10  # words

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
    "effet": {"recours": f"{TEXT}suivi.non_suspensif"},
    "preuve": {
        "rendez_vous": "fournir_justificatif",
        "absence": "fournir_justificatif",
        "lettre": "fournir_justificatif",
        "sanction": "fournir_justificatif",
        "recours": "fournir_justificatif",
    },
}


@dataclass(frozen=True)
class Ellipse:
    """An elliptical question: its kind, and the intent or text (``texte:`` and a key) that answers it; None if nothing."""

    kind: str
    target: str | None


def read(words: str, topic: str | None) -> Ellipse | None:
    """The elliptical question that normalised ``words`` ask beside an answer about ``topic``; None for other messages."""
    if len(words.split()) > LONGEST or _WHAT_DO_YOU_MEAN.search(words):
        return None
    bare = " ".join(word for word in _words(words) if word not in _LIGHT)
    kind = next((name for name, pattern in _KINDS if pattern.fullmatch(bare)), None)
    if kind == "duree" and re.search(r"\bencore\b", words):
        kind = "delai"  # « combien de temps encore ? »: what is left
    return Ellipse(kind, _target(kind, topic)) if kind else None


def _words(words: str) -> list[str]:
    """The words, without signs; « on a » means « j’ai »."""
    return re.sub(r"[^\w' -]+", " ", words.replace("on a ", "j' ai ")).split()


def _target(kind: str, topic: str | None) -> str | None:
    meanings = _ANSWERS[kind]
    names = (topic or "", _MATTER_OF.get(topic or "", ""), ANYTHING)
    return next((meanings[name] for name in names if name in meanings), None)


def matter(topic: str | None) -> str | None:
    """What an intent is about: ``rendez_vous``, ``absence``, ``lettre``, ``sanction``, ``recours``; None for the others."""
    return _MATTER_OF.get(topic or "")
