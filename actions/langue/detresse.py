"""Does a message hint at self-harm or despair? Read before anything else; recall comes first.

``detresse.yml`` holds the words. A strong sign is enough; weak ones (sleep, tears, debts) count when
three of different kinds come together; idioms and complaints about things cover the signs they contain.
A few signs are certain: nothing covers them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from actions.langue import vocabulaire
from actions.langue.lexique import Lexique, Mention
from actions.langue.mots import decouper

_CERTAIN, _FORT, _SAUF = "certain", "fort", "sauf"
_ENOUGH = 3  # kinds of weak signs


@dataclass(frozen=True)
class Signes:
    """What the words say. ``anodin``: an idiom or an everyday complaint explains the dark ones."""

    certain: bool
    fort: bool
    faible: bool
    anodin: bool


@dataclass(frozen=True)
class _Tables:
    certains: Lexique
    forts: Lexique
    faibles: Lexique
    sauf: Lexique


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    table = vocabulaire.lire("detresse.yml")
    return _Tables(
        Lexique({_CERTAIN: table[_CERTAIN]}),
        Lexique({_FORT: table[_FORT]}),
        Lexique(table["faible"]),
        Lexique({_SAUF: table[_SAUF]}),
    )


def est_detresse(text: str) -> bool:
    """Whether the words alone ask for care first."""
    signes = lire_signes(text)
    return signes.certain or signes.fort


def lire_signes(text: str) -> Signes:
    """The signs of a message; three weak ones of different kinds make a strong one."""
    mots = decouper(text)
    tables = _tables()
    couverts = tables.sauf.mentions(mots)
    faibles = {mention.valeur for mention in _hors(tables.faibles.mentions(mots), couverts)}
    forts = _hors(tables.forts.mentions(mots), couverts)
    return Signes(
        certain=bool(tables.certains.mentions(mots)),
        fort=bool(forts) or len(faibles) >= _ENOUGH,
        faible=bool(faibles),
        anodin=bool(couverts),
    )


def _hors(mentions: Sequence[Mention], couverts: Sequence[Mention]) -> list[Mention]:
    """The mentions that no excluding expression touches."""
    return [
        mention
        for mention in mentions
        if all(mention.a <= autre.de or mention.de >= autre.a for autre in couverts)
    ]
