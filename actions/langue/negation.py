"""Is what is said denied? « pas malade », « ce n’est pas une convocation », « sans convocation »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from actions.langue import vocabulaire
from actions.langue.mots import Mot

_REACH = 4  # words read backwards


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], frozenset[str]]:
    table = vocabulaire.mots()["negation"]
    return frozenset(table["mots"]), frozenset(table["transparents"])


def est_nie(mots: Sequence[Mot], position: int) -> bool:
    """Whether a negation bears on the word at ``position``: only small words may stand between."""
    negations, transparents = _tables()
    for mot in reversed(mots[max(0, position - _REACH) : position]):
        if mot.texte in negations:
            return True
        if mot.texte not in transparents:
            return False
    return False
