"""From a file to YAML nodes. Values stay the text that was typed.

We stop at nodes: YAML would turn ``08:00`` into a number of minutes, ``0199`` into an octal
number and ``no`` into a boolean; nodes also know their line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

from actions.dossiers.echange.noeuds import Refused, compose

# A larger export is split by its sender: nodes need some fifty times the size in memory.
MAX_BYTES = 10_000_000


class FichierIllisible(Exception):
    """The file cannot be read at all; ``str()`` is one French sentence."""


@dataclass(frozen=True)
class Document:
    """One file to import: its name, the hash of its content, its root node."""

    nom: str
    sha256: str
    racine: yaml.Node | None
    """None for an empty document."""


def lire_fichier(path: Path) -> Document:
    """Raises ``FichierIllisible``."""
    content = _content(path)
    return Document(path.name, hashlib.sha256(content).hexdigest(), _compose(path, content))


def _content(path: Path) -> bytes:
    if not path.exists():
        raise FichierIllisible(f"Le fichier {path} n’existe pas.")
    if not path.is_file():
        raise FichierIllisible(f"{path} n’est pas un fichier.")
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise FichierIllisible(f"Le fichier {path} ne peut pas être lu.") from error
    if len(content) > MAX_BYTES:
        size = path.stat().st_size / 1_000_000
        raise FichierIllisible(
            f"Le fichier {path} pèse {size:.0f} Mo ; la limite est de "
            f"{MAX_BYTES // 1_000_000} Mo : découpez-le en plusieurs fichiers."
        )
    return content


def _compose(path: Path, content: bytes) -> yaml.Node | None:
    try:
        return compose(content)
    except (yaml.YAMLError, UnicodeError) as error:
        where, why = _where(error), f" : {error.problem}" if isinstance(error, Refused) else ""
        raise FichierIllisible(
            f"Le fichier {path} n’est pas du YAML lisible{where}{why}."
        ) from error


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (ligne {mark.line + 1}, colonne {mark.column + 1})" if mark else " en UTF-8"
