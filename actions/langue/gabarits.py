"""Patterns over words, as written in the tables of this folder.

A pattern is a few words in standard spelling without accents. ``a|b``: one or the other;
``malad*``: any ending; ``@enfant``: a class of ``mots.yml``; ``mot?``: may be missing;
``..`` up to two and ``...`` up to five words in between (never across punctuation);
``^`` and ``$``: start and end of the message; ``a|$``: a word or the end of the clause; ``< >``: the part that expresses the value
(all of it by default).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.langue import vocabulaire
from actions.langue.mots import canoniser

_GAPS = {"..": 2, "...": 5}
_WORDS = re.compile(r"[^\s']+'?")


@dataclass(frozen=True)
class Case:
    """One place of a pattern: words or beginnings of words; or a gap; or an end of the message.

    ``ou_fin``: the end of the clause does as well as one of the words.
    """

    mots: frozenset[str] = frozenset()
    debuts: tuple[str, ...] = ()
    facultatif: bool = False
    ecart: int = 0
    borne: str = ""
    ou_fin: bool = False

    def accepte(self, mot: str) -> bool:
        """Whether a word fits."""
        return mot in self.mots or (bool(self.debuts) and mot.startswith(self.debuts))


@dataclass(frozen=True)
class Gabarit:
    """A compiled pattern; ``debut`` and ``fin``: the places between which the value stands."""

    cases: tuple[Case, ...]
    debut: int
    fin: int

    def trouver(self, mots: Sequence[str], position: int) -> tuple[int, int, int] | None:
        """Value's first word, word after its last, and word after the whole match; or None."""
        limites = self._suivre(0, mots, position)
        if limites is None:
            return None
        return limites[self.debut], limites[self.fin], limites[-1]

    def _suivre(self, rang: int, mots: Sequence[str], position: int) -> tuple[int, ...] | None:
        if rang == len(self.cases):
            return (position,)
        case = self.cases[rang]
        for suivante in _positions(case, mots, position):
            limites = self._suivre(rang + 1, mots, suivante)
            if limites is not None:
                return (position, *limites)
        return None


def compiler(texte: str) -> Gabarit:
    """Compile one written pattern."""
    cases: list[Case] = []
    debut, fin = 0, None
    for morceau in _WORDS.findall(texte):
        if morceau == "<":
            debut = len(cases)
        elif morceau == ">":
            fin = len(cases)
        else:
            cases.extend(_cases(morceau))
    return Gabarit(tuple(cases), debut, len(cases) if fin is None else fin)


def _positions(case: Case, mots: Sequence[str], position: int) -> tuple[int, ...]:
    """Where the next place may start."""
    if case.borne:
        au_bord = position == 0 if case.borne == "^" else _finit(mots, position)
        return (position,) if au_bord else ()
    if case.ecart:
        return tuple(_ecarts(mots, position, case.ecart))
    if case.ou_fin and (position == len(mots) or not mots[position][0].isalnum()):
        return (position,)
    if position < len(mots) and case.accepte(mots[position]):
        return (position + 1, position) if case.facultatif else (position + 1,)
    return (position,) if case.facultatif else ()


def _ecarts(mots: Sequence[str], position: int, largeur: int) -> list[int]:
    suite = [position]
    while len(suite) <= largeur and position < len(mots) and mots[position][0].isalnum():
        position += 1
        suite.append(position)
    return suite


def _finit(mots: Sequence[str], position: int) -> bool:
    return all(not mot[0].isalnum() for mot in mots[position:])


def _cases(morceau: str) -> list[Case]:
    if morceau in _GAPS:
        return [Case(ecart=_GAPS[morceau])]
    if morceau in ("^", "$"):
        return [Case(borne=morceau)]
    facultatif = len(morceau) > 1 and morceau[-1] == "?" and morceau[-2] != "|"
    choix = _choix(morceau[:-1] if facultatif else morceau)
    debuts = tuple(mot[:-1] for mot in choix if mot.endswith("*"))
    entiers = [_standard(mot) for mot in choix if not mot.endswith("*") and mot != "$"]
    if len(choix) == 1 and entiers:
        return [Case(frozenset((mot,)), (), facultatif) for mot in entiers[0]]
    if any(len(mots) != 1 for mots in entiers):
        raise ValueError(f"{morceau!r}: a choice between words cannot hold one that stands for two")
    mots = frozenset(mots[0] for mots in entiers)
    return [Case(mots, debuts, facultatif, ou_fin="$" in choix)]


def _choix(morceau: str) -> list[str]:
    classes = vocabulaire.mots()["classes"]
    choix: list[str] = []
    for mot in morceau.split("|"):
        choix.extend(_choix("|".join(map(str, classes[mot[1:]]))) if mot[0] == "@" else [mot])
    return choix


def _standard(mot: str) -> tuple[str, ...]:
    """An elided letter (« l », « c ») is not the SMS word of the same letter."""
    return (mot,) if len(mot) == 1 else canoniser(mot)
