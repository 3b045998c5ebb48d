"""Reading YAML files, and finding again the line of whatever is wrong in them."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import yaml

from actions.droit.erreurs import ReglesInvalides


class _Loader(yaml.CSafeLoader):
    """The fast safe loader, refusing a key written twice (YAML would keep the last one)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        vus: set[str] = set()
        for cle, _ in node.value:
            if cle.value in vus:
                raise yaml.constructor.ConstructorError(
                    None, None, f"la clé « {cle.value} » est écrite deux fois", cle.start_mark
                )
            vus.add(cle.value)
        return super().construct_mapping(node, deep)


def lire(chemin: Path) -> Any:
    """Read one YAML file; ReglesInvalides names the file and line of a syntax error."""
    try:
        return yaml.load(chemin.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as erreur:
        marque = erreur.problem_mark or erreur.context_mark
        ligne = marque.line + 1 if marque else 1
        raise ReglesInvalides(f"{chemin}:{ligne}: {erreur.problem}") from None
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as erreur:
        raise ReglesInvalides(f"{chemin}:1: fichier illisible ({erreur})") from None


def erreur_a(chemin: Path, cles: Sequence[str | int], message: str) -> ReglesInvalides:
    """Build the error that points at the value reached by `cles` in this file."""
    return ReglesInvalides(f"{chemin}:{ligne_de(chemin, cles)}: {message}")


def ligne_de(chemin: Path, cles: Sequence[str | int]) -> int:
    """Give the 1-based line of a key or list item, or of its closest parent that exists."""
    # The file is read a second time here, so that a sound base pays nothing for line numbers.
    noeud = yaml.compose(chemin.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    ligne = 1
    for cle in cles:
        suivant = _enfant(noeud, cle)
        if suivant is None:
            return ligne
        marque, noeud = suivant
        ligne = marque.line + 1
    return ligne


def _enfant(noeud: yaml.Node | None, cle: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(noeud, yaml.MappingNode):
        for nom, valeur in noeud.value:
            if nom.value == str(cle):
                return nom.start_mark, valeur
    if isinstance(noeud, yaml.SequenceNode) and isinstance(cle, int) and cle < len(noeud.value):
        return noeud.value[cle].start_mark, noeud.value[cle]
    return None
