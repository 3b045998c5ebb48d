"""Questions that are whole only beside the last answer: « jusqu’à quand ? », « et après ? », « où ça ? », « et sinon ? ».

A small table of the words of each kind of question; what a kind asks about is in ``matters``. A kind that means nothing
about the last answer is left to the message's own intent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actions.framework.matters import target

# Words that carry nothing here: what is left of a message must be one of the forms below, and nothing else.
_LIGHT_WORDS = (
    "et mais ok okay bon bah ben bref ah oh oui ouais alors donc euh hein du coup pardon merci d' accord "
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
    "lieu": r"(?:passe |quel(?:le)? )*(?:ou|endroit|adresse|agence|salle|lieu)(?: (?:passe|aller|vais))*|loin",
    "envoi": rf"{_SEND} (?:ou|qui|comment)|(?:ou|qui|comment) {_SEND}",
    "heure": r"(?:commence )?(?:quoi )?(?:quelle )?(?:heure|horaires?)(?: commence)?",
    "jour": r"quand|(?:quoi )?(?:quel(?:le)? )?(?:jour|date)",
    "delai": rf"(?:ai |reste |repondre |agir |attendre |attends? |peux |faire |envoyer )*(?:jusqu' ?|jusqua|jusque|avant) (?:quand|quelle date)"
    rf"|reste\S* combien(?: {_TIME})?|combien {_TIME} (?:reste\S*|ai|ai-je|avant)|ai combien(?: {_TIME})?"
    r"|(?:quoi |quel )?delais?|(?:quoi |quelle )?date limite|partir quand|(?:pas )?trop tard",
    "duree": rf"(?:(?:dure|prend|met)\w* )?(?:pendant )?combien {_TIME}(?: (?:dure|prend|met)\w*)?|(?:dure|prend)\w* (?:combien|longtemps)"
    r"|(?:combien|longtemps) (?:dure|prend)\w*|longtemps|long|(?:quelle )?duree",
    "montant": r"combien(?: (?:argent|euros|perds?|touche|moins|cent))*|(?:perds?|touche) combien|(?:quoi )?(?:quel )?(?:montant|pourcentage)",
    "suite": r"(?:quoi |qui |passe |va |passer |arrive |comment |faire |fais |puis |quelle )*(?:apres|ensuite|puis|suite)"
    r"(?: (?:quoi|qui|passe|va|passer|arrive|comment|faire|fais|puis|apres))*|qui passe|passe quoi",
    "sinon": r"(?:ou )?(?:sinon|autrement)|si (?:ne |n' )?(?:fais |envoie |reponds |bouge |donne )?(?:pas|rien|non)",
    "moyen": r"(?:sinon )?comment(?: (?:faire|fais|fait|passe|marche|prends?|procede\w*))*|(?:sinon )?(?:fais|fait|passe|marche) comment|quelle (?:facon|maniere)"
    r"|ou commence\w*",
    "qui": r"(?:(?:avec|chez|par|vers|aupres) )?qui(?: (?:appelle|contacte|demande|adresse))?|(?:appelle|contacte|demande) qui",
    "prix": r"payant|gratuit|cher|coute(?: combien| cher)?|combien (?:coute|payer)|payer(?: combien)?",
    "effet": r"(?:arrete|arreter|suspend|suspendre|bloque|stoppe|gele|annule)\w*(?: (?:sanction|radiation|suspension|suppression|decision|quand|meme|automatique\w*))*"
    r"|(?:sanction|suspension|radiation) (?:arrete|continue|bloquee?|suspendue?)(?: quand meme)?",
    "refus": r"si (?:(?:agence|conseill\w+|france travail|mediateur|preuve|demande) )?(?:refus\w+|accept\w+ pas|marche pas|passe pas)",
    "prevenir": r"(?:meme )?si (?:previens|avertis|appelle|telephone|dis|previent)(?: (?:avant|veille|meme|jour|absence|agence|conseill\w+))*",
    "action": r"quoi faire|(?:fais|faire|fait) quoi|faire",
    "voir": r"(?:ou|comment) (?:vois|voir|trouve|trouver|regarde|regarder|verifie\w*|retrouve)",
    "preuve": rf"(?:meme )?(?:si|avec) (?:(?:ai|avais|aurais|donne|envoie|apporte|fournis|montre|bien|avec|bonne?) )*{_PAPER}"
    r"(?: (?:medical\w*|travail|medecin|docteur|hopital|maladie|valable|montrer|donner|\w*ecole|patron|employeur|garage|sncf|ratp))*",
}
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS.items())
# « Comment ça ? » asks for other words, « si je refuse » speaks of oneself.
_WHOLE = re.compile(
    r"comment (?:ca|cela)\b(?! se| marche)|\bsi (?:je|j'|on|nous) (?:le |la |l' )?refus"
)
LONGEST = 10  # words
# What such a question may begin with, and which carries nothing.
OPENING = r"^(?:et |mais |ok |bon |alors |euh |donc )*"


@dataclass(frozen=True)
class Ellipse:
    """An elliptical question: its kind, and the intent or text (``texte:`` and a key) that answers it; None if nothing."""

    kind: str
    target: str | None


def read(words: str, topic: str | None) -> Ellipse | None:
    """The elliptical question that normalised ``words`` ask beside an answer about ``topic``; None for other messages."""
    if len(words.split()) > LONGEST or _WHOLE.search(words):
        return None
    bare = " ".join(word for word in _words(words) if word not in _LIGHT)
    kind = next((name for name, pattern in _KINDS if pattern.fullmatch(bare)), None)
    if kind == "duree" and re.search(r"\bencore\b", words):
        kind = "delai"  # « combien de temps encore ? »: what is left
    return Ellipse(kind, target(kind, topic)) if kind else None


def _words(words: str) -> list[str]:
    """The words, without signs; « on a » means « j’ai »."""
    words = re.sub(r"^(et |alors |bon )*(dis|dites)(-moi)? ", "", words)
    words = words.replace("on a ", "j' ai ").replace("au fait", "")
    return re.sub(r"[^\w' -]+", " ", words).split()
