"""What a message is, in the middle of an act: a question, a correction, a yes to what was just shown, free words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.framework import pending
from actions.framework.request import Request
from actions.langue.normaliser import normalise

Choix = Sequence[tuple[str, str]]

_QUESTION = re.compile(
    r"^(et |mais |ok |d' accord |au fait |sinon |euh |oui |non |bon |alors |donc |merci |attendez |attends )*"
    r"(est-ce|combien|comment|pourquoi|quand|ou (est|puis|dois|faut|envoyer|trouver)|quels?\b|quelles?\b|qui\b|"
    r"que (se|risque|dois|faut|faire|veut|signifie)|qu' (est-ce|arrive|y)|c' est quoi|ca veut dire|puis-je|ai-je|dois-je|"
    r"faut-il|y a-t-il|suis-je|serai-je|vais-je|peut-on|si je|et si\b|je risque|c' est grave|c' est obligatoire|"
    r"je peux (avoir|savoir)|j' ai droit|j' ai le droit|(c'|ce|ca|il|elle) ?(est|sera|etait|dure|commence|finit|termine) (quand|ou|comment|combien|qui|a quelle)\b)"
    # asked without its mark: « mon prochain rendez-vous c’est quand »
    r"|^(?!.*\b(sais|dirai|dis|verrai) ).*\b(c' est|est|dure|commence|finit|coute|tombe) (quand|ou|combien|comment)[ !]*$"
)
_CORRECTION = re.compile(
    r"^(non|nan|pardon|desole|oups|mince|en fait|plutot|pas |je me (suis )?tromp|erreur|je voulais dire|finalement|euh non|correction)\b"
    r"|\b(en fait|plutot|je voulais dire|pas (le|mardi|lundi|mercredi|jeudi|vendredi))\b"
)
# Asked politely, but asked: « pouvez-vous déclarer… ? »
_POLI = r"(pouvez|pourriez|peux|pourrais)(-vous| vous|-tu| tu)?|aidez-moi|aide-moi|merci de|svp|s' il (vous|te) plait"
_VEUT = r"je (veux|voudrais|souhaite|souhaiterais|dois|tiens a|viens|desire)|j' (aimerais|ai besoin)|il faut que je|il faudrait"
_VIENT = re.compile(
    r"\b(en fait|finalement|au final|tout compte fait|bonne nouvelle|du coup|changement)\b.*"
    r"\b(je (viens|viendrai|vais venir|peux venir|pourrai venir|serai la|serai present\w*|suis disponible|peux y aller)"
    r"|j' (y vais|irai|y serai))\b"
    r"|\bje (viens|viendrai|serai la|peux venir) (finalement|en fait|quand meme)\b"
)
_RETIRE = re.compile(
    r"^(?!.*\b(rendez-vous|atelier|sanction|radiation)\b).*\b(annul\w*|supprim\w*|retir\w*|enlev\w*|efface\w*)\b.*"
    r"\b(declaration|absence|report|demande|rappel|justificatif|preuve|ce que j' ai (declare|envoye|demande))\b"
)
# « une autre raison », « ce n’est pas la bonne date »: a part to put right, named without its new value.
_AUTRE = re.compile(
    r"\b(une? autre|d' autres|change\w*|corrige\w*|modifi\w*|pas (la |le )?bon(ne)?|mauvaise?|trompe\w* d(e|'))\b"
)
_CHAMPS = {
    "motif": r"\b(raison|motif|cause)\b",
    "rdv": r"\b(rendez-vous|rdv|atelier|absence|date|jour)\b",
    "souhait": r"\b(date|jour)\b",
    "type": r"\b(document|papier|preuve|lettre|sorte)\b",
    "texte": r"\b(texte|phrase|mots|histoire)\b",
    "resume": r"\b(resume|texte|phrase|message)\b",
}
_LIBRE_MAX = 300
_COURT = 8  # words
_ORDINAUX = ("premiere?|1er|1ere", "deuxieme|seconde?|2e|2eme", "troisieme|3e|3eme", "derniere?")
_RANGS = re.compile(
    rf"^(?:c' est |pour |oui )?(?:le |la |celui |l' )?(?:{'|'.join(f'({word})' for word in _ORDINAUX)})$"
)


def est_question(request: Request) -> bool:
    """Whether the message asks something rather than answers."""
    words = normalise(request.text)
    asks = request.text.rstrip().endswith("?") and len(words.split()) > 4
    return asks or bool(_QUESTION.match(words))


def demande(request: Request, verbe: str) -> bool:
    """Whether the message asks for an act to be done now (« je voudrais… », « pouvez-vous… ? »).

    Args:
        verbe: a pattern on normalised words, for what is asked.
    """
    asking = _POLI if est_question(request) else f"{_POLI}|{_VEUT}"
    return re.search(rf"\b({asking})\b.*{verbe}", normalise(request.text)) is not None


def corrige(request: Request) -> bool:
    """Whether the message corrects what was said (« non, mercredi », « en fait… »)."""
    return bool(_CORRECTION.search(normalise(request.text)))


def choisi(request: Request, choix: Choix) -> str | None:
    """The value of the choice that the message names, among those just offered or written in full."""
    value = pending.choose(request, list(choix)) or _rang(request, choix)
    return (
        value if value is not None and (offert(request, choix) or _full(request, choix)) else None
    )


def titre_exact(request: Request, choix: Choix) -> str | None:
    """The value of the choice whose whole title, or number, the message is."""
    said = pending.fold_title(request.text)
    whole = said.isdigit() or any(pending.fold_title(title) == said for title, _ in choix)
    return choisi(request, choix) if whole else None


def _rang(request: Request, choix: Choix) -> str | None:
    """« Le premier », « la deuxième », « le dernier »."""
    found = _RANGS.match(normalise(request.text))
    rank = next((i for i, word in enumerate(found.groups()) if word), None) if found else None
    rank = -1 if rank == len(_ORDINAUX) - 1 else rank
    return str(choix[rank][1]) if rank is not None and rank < len(choix) and choix else None


def champ_vise(request: Request, choix: Choix) -> str | None:
    """The part that « une autre raison » or « pas la bonne date » wants changed, when no new value is said."""
    words = normalise(request.text)
    if not _AUTRE.search(words) or len(words.split()) > _COURT or request.said:
        return None
    parts = {value for _, value in choix}
    order = ("souhait", *(name for name in _CHAMPS if name != "souhait"))
    return next((f for f in order if f in parts and re.search(_CHAMPS[f], words)), None)


def reprend(request: Request, choix: Choix) -> str | None:
    """A choice of an earlier step, said again in a few words when all is shown: « non, plus tard »."""
    short = len(request.text.split()) <= _COURT and not est_question(request)
    # A number or a yes answers this step, not an earlier one.
    this_step = pending.fold_title(request.text).isdigit() or pending.is_yes(request)
    return pending.choose(request, list(choix)) if short and not this_step else None


def mots_libres(request: Request) -> str | None:
    """The person's own words, when the message is a statement long enough to be kept."""
    text = " ".join(request.text.split())
    if request.upload or est_question(request) or len(text) < 3 or pending.is_unknown(request):
        return None
    return text[:_LIBRE_MAX]


def fichiers(request: Request, etat: Mapping[str, Any]) -> list[str]:
    """The deposits of this act, with the one that comes with this message."""
    known = list(etat.get("depots") or ())
    return known if request.upload in (None, *known) else [*known, request.upload]


def vient(request: Request) -> bool:
    """Whether the person says that they will come after all."""
    return not est_question(request) and bool(_VIENT.search(normalise(request.text)))


def retire(request: Request) -> bool:
    """Whether the person takes back what was recorded here (« annulez ma déclaration »)."""
    return bool(_RETIRE.search(normalise(request.text)))


def offert(request: Request, choix: Choix) -> bool:
    """Whether the last answer showed these buttons: a « oui » to another answer confirms nothing."""
    return any(pending.fold_title(title) in request.memory.boutons for title, _ in choix)


def _full(request: Request, choix: Choix) -> bool:
    """Whether the message is the title of a choice, and more than a bare « oui » or « non »."""
    said = pending.fold_title(request.text)
    return any(
        pending.fold_title(title) == said and (" " in said or value not in ("oui", "non"))
        for title, value in choix
    )
