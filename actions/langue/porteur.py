"""Who is ill? « ma fille a fait une crise d’asthme » is a child’s illness, not the person’s own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from actions.langue import vocabulaire
from actions.langue.mots import Mot

_REACH = 9  # words read backwards, within the sentence
_STOPS = frozenset(".!?;")


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, str]:
    """Word -> reason when that person is ill; an empty reason ends the search."""
    table = vocabulaire.mots()["porteurs"]
    return {word: role for role, words in table.items() for word in words}


def motif_du_porteur(mots: Sequence[Mot], position: int, motif: str) -> str:
    """The reason ``maladie`` at ``position``, turned into a child’s or a relative’s where one is named."""
    if motif != "maladie":
        return motif
    roles = _roles()
    for rang in range(position - 1, max(0, position - _REACH) - 1, -1):
        mot = mots[rang].texte
        if mot in _STOPS or roles.get(mot) == "personne":
            return motif
        if (
            mot in roles
            and rang
            and mots[rang - 1].texte in ("mon", "ma", "mes", "le", "la", "notre")
        ):
            return roles[mot]
    return motif
