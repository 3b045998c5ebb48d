"""From bytes to YAML nodes: libyaml's parser, with our own careful composer.

libyaml's composer crashes the process on a file that nests very deep, and follows aliases
without end; this one refuses both, and leaves every value as the text that was typed.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.composer import Composer
from yaml.cyaml import CParser

NULL = "tag:yaml.org,2002:null"
TEXT = "tag:yaml.org,2002:str"
NULLS = ("", "~", "null", "Null", "NULL")
# The format needs eight levels.
MAX_DEPTH = 30


class Refused(yaml.MarkedYAMLError):
    """``problem`` is in French, unlike those of the library."""


class _Careful(Composer, CParser):
    def __init__(self, content: bytes) -> None:
        CParser.__init__(self, content)
        Composer.__init__(self)
        self.depth = 0

    def compose_node(self, parent: Any, index: Any) -> yaml.Node:
        if self.check_event(yaml.AliasEvent):
            self._refuse("les alias (*nom) ne sont pas admis")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._refuse("trop de niveaux")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _refuse(self, reason: str) -> None:
        raise Refused(problem=reason, problem_mark=self.peek_event().start_mark)

    def resolve(self, _kind: type, value: Any, implicit: Any) -> str:
        plain = isinstance(implicit, tuple) and implicit[0]
        return NULL if plain and value in NULLS else TEXT

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        """Tags do not depend on the place here."""

    def ascend_resolver(self) -> None:
        """See ``descend_resolver``."""


def compose(content: bytes) -> yaml.Node | None:
    """The root of the one document, None when there is none. Raises ``yaml.YAMLError``."""
    loader = _Careful(content)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()
