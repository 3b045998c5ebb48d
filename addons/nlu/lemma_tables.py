"""The French lemmatizer's tables in a tenth of their memory.

spaCy keeps its 400,000 word forms in Python dictionaries of lists: over 100 MB, a third of what understanding needs.
The same answers come from sorted 64-bit hashes of the forms and one text of the distinct lemmas: strings of their own
would keep the freed dictionaries' memory from going back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

Lemmas = list[str]
_BETWEEN = "\t"


class CompactTable:
    """Word form -> its lemmas, read like the dictionary that it replaces."""

    def __init__(self, items: Iterable[tuple[str | int, Lemmas]]) -> None:
        from spacy.strings import get_string_id

        numbers: dict[str, int] = {}
        pairs = sorted(
            (get_string_id(form), numbers.setdefault(_BETWEEN.join(lemmas), len(numbers)))
            for form, lemmas in items
        )
        self._forms = np.array([form for form, _ in pairs], dtype=np.uint64)
        self._numbers = np.array([number for _, number in pairs], dtype=np.int32)
        self._text = "".join(numbers)
        self._ends = np.cumsum([0, *map(len, numbers)], dtype=np.int32)

    def __len__(self) -> int:
        return len(self._forms)

    def get(self, form: str | int, default: Lemmas | None = None) -> Lemmas | None:
        """The lemmas of a form, or ``default``."""
        from spacy.strings import get_string_id

        sought = np.uint64(get_string_id(form))
        place = int(self._forms.searchsorted(sought))
        if place == len(self._forms) or self._forms[place] != sought:
            return default
        start, end = self._ends[self._numbers[place] :][:2]
        return self._text[start:end].split(_BETWEEN)


def shrink(model: Language) -> None:
    """Replace the tables of exceptions and of forms of a loaded French model by compact ones."""
    from spacy.lookups import Table

    lookups = model.get_pipe("lemmatizer").lookups
    exceptions = {
        tag: CompactTable(forms.items()) for tag, forms in lookups.get_table("lemma_exc").items()
    }
    lookups.set_table("lemma_exc", Table.from_dict(exceptions))
    lookups.set_table("lemma_lookup", CompactTable(lookups.get_table("lemma_lookup").items()))
