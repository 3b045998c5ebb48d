"""Tables of words: which of several topics, papers or reasons a message names first in the table's order."""

from __future__ import annotations

import re
from collections.abc import Mapping


class Themes:
    """Topics with the words that show them; the first topic of the table found in a message wins."""

    def __init__(self, motifs: Mapping[str, str]) -> None:
        """``motifs``: topic -> pattern on normalised words."""
        self._patterns = tuple((name, re.compile(pattern)) for name, pattern in motifs.items())

    def premier(self, words: str, default: str | None = None) -> str | None:
        """The topic named in normalised ``words``, else ``default``."""
        found = (name for name, pattern in self._patterns if pattern.search(words))
        return next(found, default)
