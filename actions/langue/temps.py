"""Does the sentence speak of the past or of the future around one of its words?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from actions.langue import vocabulaire

PASSE, FUTUR = "passe", "futur"
_STOPS = frozenset(".!?;")
_COMMAS = _STOPS | {",", ":", "(", ")", "mais"}
_AFTER = 1.5  # verbs after the date count as farther
_REACH = 25  # words


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    table = vocabulaire.lire("dates.yml")["temps"]
    finales = tuple(table["futurs_finales"])
    return {
        **{name: frozenset(map(str, words)) for name, words in table.items()},
        "futurs_finales": finales,
    }


def sens_autour(mots: Sequence[str], de: int, a: int) -> str | None:
    """The tense of the nearest verb around the words ``de`` to ``a``: of the clause, else of the sentence.

    A clause whose nouns suggest something (« un atelier le 12 ») does not borrow its neighbour's verb.
    """
    proposition = _bornes(mots, de, a, _COMMAS)
    verbes = _autour(mots, de, a, proposition)
    if mots[max(0, de - 1) : de] == ["est"] and all(sens == FUTUR for _, sens in verbes):
        return FUTUR
    if not verbes and indice_autour(mots, de, a) is None:
        verbes = _autour(mots, de, a, _bornes(mots, de, a, _STOPS))
    return min(verbes)[1] if verbes else None


def indice_autour(mots: Sequence[str], de: int, a: int) -> str | None:
    """What the nouns before the words suggest (« lettre », « rendez-vous ») when no verb decides."""
    table = _table()
    debut, _ = _bornes(mots, de, a, _COMMAS)
    for mot in reversed(mots[max(debut, de - 6) : de]):
        if mot in table["indices_passe"]:
            return PASSE
        if mot in table["indices_futur"]:
            return FUTUR
    return None


def sens_general(mots: Sequence[str]) -> str | None:
    """The tense of a whole message when all its verbs agree."""
    sens = {said for position in range(len(mots)) if (said := _sens(mots, position))}
    return sens.pop() if len(sens) == 1 else None


def _autour(
    mots: Sequence[str], de: int, a: int, bornes: tuple[int, int]
) -> list[tuple[float, str]]:
    return [
        (_distance(position, de, a), sens)
        for position in range(*bornes)
        if not de <= position < a and (sens := _sens(mots, position))
    ]


def _bornes(mots: Sequence[str], de: int, a: int, arrets: frozenset[str]) -> tuple[int, int]:
    """First word and word after the last, between two of the given signs around a date."""
    debut = next((i + 1 for i in range(de - 1, -1, -1) if mots[i] in arrets), 0)
    fin = next((i for i in range(a, len(mots)) if mots[i] in arrets), len(mots))
    return max(debut, de - _REACH), min(fin, a + _REACH)


def _sens(mots: Sequence[str], position: int) -> str | None:
    mot, table = mots[position], _table()
    if _est_participe(mots, position) or mot in table["imparfaits"] or mot in table["passes"]:
        return PASSE
    if mot in ("rendez", "atelier") and mots[position - 1 : position] == ["ai"]:
        return FUTUR
    if mot in table["futurs"]:
        return FUTUR
    if len(mot) > 4 and mot.endswith(table["futurs_finales"]) and mot not in table["pas_futurs"]:
        return FUTUR
    return None


def _est_participe(mots: Sequence[str], position: int) -> bool:
    """A participle known or in « -é », after an auxiliary with small words in between at most."""
    table, mot = _table(), mots[position]
    if mot not in table["participes"] and not (
        len(mot) > 4 and mot.endswith(("e", "ee", "es", "i"))
    ):
        return False
    if mot in ("recu", "recue") and mots[max(0, position - 1) : position] not in (
        ["jamais"],
        ["pas"],
    ):
        return True
    for avant in reversed(mots[max(0, position - 4) : position]):
        if avant in table["auxiliaires"]:
            return mot in table["participes"] or avant in ("ai", "avons", "as", "ont", "avez")
        if avant not in table["entre"] and not avant.endswith("ment"):
            return False
    return False


def _distance(position: int, de: int, a: int) -> float:
    return float(de - position) if position < de else (position - a + 1) * _AFTER
