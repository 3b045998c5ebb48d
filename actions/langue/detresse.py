"""Does a message hint at self-harm or despair? Read before anything else; recall comes first.

``detresse.yml`` holds the words. A strong sign is enough; weak ones (sleep, tears, debts) count when
three of different kinds come together; idioms and complaints about things cover the signs they contain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from actions.langue import vocabulaire
from actions.langue.lexique import Lexique, Mention
from actions.langue.mots import Mot, decouper

_FORT, _SAUF = "fort", "sauf"
_ENOUGH = 3  # kinds of weak signs


@dataclass(frozen=True)
class _Tables:
    forts: Lexique
    faibles: Lexique
    sauf: Lexique


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    table = vocabulaire.lire("detresse.yml")
    return _Tables(
        Lexique({_FORT: table[_FORT]}), Lexique(table["faible"]), Lexique({_SAUF: table[_SAUF]})
    )


def est_detresse(text: str) -> bool:
    """Whether the message must be answered with care first."""
    return bool(signes(decouper(text)))


def faible_signe(text: str) -> bool:
    """Whether at least one weak sign is there: too little by itself, enough to second other evidence."""
    mots = decouper(text)
    tables = _tables()
    return bool(_hors(tables.faibles.mentions(mots), tables.sauf.mentions(mots)))


def expression_anodine(text: str) -> bool:
    """Whether an idiom or an everyday complaint explains the dark words of a message."""
    return bool(_tables().sauf.mentions(decouper(text)))


def signes(mots: Sequence[Mot]) -> list[Mention]:
    """The signs that count: strong ones, else weak ones of two kinds at least; none otherwise."""
    tables = _tables()
    couverts = tables.sauf.mentions(mots)
    forts = _hors(tables.forts.mentions(mots), couverts)
    if forts:
        return forts
    faibles = _hors(tables.faibles.mentions(mots), couverts)
    return faibles if len({mention.valeur for mention in faibles}) >= _ENOUGH else []


def _hors(mentions: Sequence[Mention], couverts: Sequence[Mention]) -> list[Mention]:
    """The mentions that no excluding expression touches."""
    return [
        mention
        for mention in mentions
        if all(mention.a <= autre.de or mention.de >= autre.a for autre in couverts)
    ]
