"""Is what is said denied? « pas malade », « ce n’est pas une convocation », « sans convocation »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from actions.langue import vocabulaire
from actions.langue.mots import Mot

_REACH = 4  # words read backwards


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in vocabulaire.mots()["negation"].items()}


def est_nie(mots: Sequence[Mot], position: int, sanction: bool = False) -> bool:
    """Whether a negation bears on the word at ``position``: only small words may stand between.

    ``sanction``: not having received one is not having one.
    """
    tables = _tables()
    transparents = tables["transparents"] | (
        tables["transparents_sanction"] if sanction else frozenset()
    )
    for rang in range(position - 1, max(0, position - _REACH) - 1, -1):
        mot = mots[rang].texte
        if mot in tables["mots"] and not _compte(mots, rang):
            return True
        if mot not in transparents:
            return False
    return False


def _compte(mots: Sequence[Mot], rang: int) -> bool:
    """« plus 39 de fièvre » adds, it does not deny."""
    suivant = mots[rang + 1].texte if rang + 1 < len(mots) else ""
    return mots[rang].texte == "plus" and suivant.isdigit()
