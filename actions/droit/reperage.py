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
        for cle in (cle for cle, _ in node.value if isinstance(cle, yaml.ScalarNode)):
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
        marque, noeud = _enfants(noeud).get(str(cle), (None, None))
        if marque is None:
            break
        ligne = marque.line + 1
    return ligne


def _enfants(noeud: yaml.Node | None) -> dict[str, tuple[yaml.Mark, yaml.Node]]:
    if isinstance(noeud, yaml.MappingNode):
        return {str(nom.value): (nom.start_mark, valeur) for nom, valeur in noeud.value}
    if isinstance(noeud, yaml.SequenceNode):
        return {str(i): (valeur.start_mark, valeur) for i, valeur in enumerate(noeud.value)}
    return {}
