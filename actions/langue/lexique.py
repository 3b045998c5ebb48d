"""Tables of patterns: a value and the ways to say it, found in a message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actions.langue.gabarits import Case, Gabarit, compiler
from actions.langue.mots import Mot


@dataclass(frozen=True)
class Mention:
    """A value found between two words (the second excluded); ``jusque``: end of the whole match."""

    valeur: str
    de: int
    a: int
    jusque: int

    @property
    def etendue(self) -> int:
        """How many words say it."""
        return self.jusque - self.de


class Lexique:
    """Patterns of several values, indexed by their first word."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._mots: dict[str, list[tuple[str, Gabarit]]] = defaultdict(list)
        self._debuts: dict[str, list[tuple[str, Gabarit]]] = defaultdict(list)
        for valeur, textes in table.items():
            for texte in textes:
                self._ranger(str(valeur), compiler(str(texte)))
        self._longueurs = tuple(sorted({len(debut) for debut in self._debuts}))

    def mentions(self, mots: Sequence[Mot]) -> list[Mention]:
        """Every match, overlapping ones too, from left to right."""
        textes = [mot.texte for mot in mots]
        return [
            Mention(valeur, *bornes)
            for position, texte in enumerate(textes)
            for valeur, gabarit in self._candidats(texte)
            if (bornes := gabarit.trouver(textes, position)) is not None
        ]

    def _ranger(self, valeur: str, gabarit: Gabarit) -> None:
        for case in _premieres(gabarit.cases):
            for mot in case.mots:
                self._mots[mot].append((valeur, gabarit))
            for debut in case.debuts:
                self._debuts[debut].append((valeur, gabarit))

    def _candidats(self, texte: str) -> Iterable[tuple[str, Gabarit]]:
        yield from self._mots.get(texte, ())
        for longueur in self._longueurs:
            if longueur > len(texte):
                return
            yield from self._debuts.get(texte[:longueur], ())


def plus_longues(mentions: Iterable[Mention]) -> list[Mention]:
    """Without overlaps: the longest wins, then the one that comes first; in order of appearance."""
    gardees: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-m.etendue, m.de)):
        if all(mention.a <= autre.de or mention.de >= autre.a for autre in gardees):
            gardees.append(mention)
    return sorted(gardees, key=lambda mention: mention.de)


def _premieres(cases: Sequence[Case]) -> Iterable[Case]:
    """The places that may hold the first word."""
    for case in cases:
        if not case.borne:
            yield case
            if not case.facultatif:
                return
