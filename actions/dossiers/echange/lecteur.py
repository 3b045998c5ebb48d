"""Nodes to typed values by the schema; every fault is collected with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

import yaml

from actions.dossiers.echange.noeuds import NULL
from actions.dossiers.echange.refus import Lieu, Refusals
from actions.dossiers.echange.schema import DOCUMENT, Champ, Liste, Objet


@dataclass
class Fiche:
    """An object that was read: its values, and where each key stands.

    ``fautives``: keys whose value was refused (None in ``valeurs``), left out of later checks.
    """

    lieu: Lieu
    valeurs: dict[str, Any] = field(default_factory=dict)
    lieux: dict[str, Lieu] = field(default_factory=dict)
    fautives: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        return self.valeurs.get(key)

    def ou(self, key: str) -> Lieu:
        return self.lieux.get(key, self.lieu.cle(key))


@dataclass
class Lecteur:
    """Reads nodes into values by the schema, and gathers every refusal; ``today``: the day of the import."""

    today: date
    refusals: Refusals

    def document(self, node: yaml.Node | None) -> Fiche:
        """The whole document; an empty one has no agency, adviser nor file."""
        root = Lieu("", 1)
        if node is None or _is_null(node):
            node = yaml.MappingNode("tag:yaml.org,2002:map", [])
        try:
            return self._objet(node, DOCUMENT, root)
        except ValueError as reason:
            self.refusals.add(root, str(reason))
            return Fiche(root)

    def _value(self, node: yaml.Node | None, kind: Champ | Objet | Liste, lieu: Lieu) -> Any:
        """Raises ``ValueError`` when this very value is refused."""
        if isinstance(kind, Liste):
            return self._liste(node, kind, lieu)
        if node is None or _is_null(node):
            return self._absent(kind)
        if isinstance(kind, Objet):
            return self._objet(node, kind, lieu)
        return self._scalaire(node, kind)

    def _absent(self, kind: Champ | Objet) -> Any:
        if isinstance(kind, Objet):
            return None
        if kind.requis:
            raise ValueError("valeur obligatoire manquante")
        return kind.defaut

    def _scalaire(self, node: yaml.Node, champ: Champ) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("une seule valeur est attendue ici")
        text = node.value.strip()
        return champ.lire(text, self.today) if text else self._absent(champ)

    def _liste(self, node: yaml.Node | None, liste: Liste, lieu: Lieu) -> list[Any]:
        if node is None or _is_null(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise ValueError("une liste est attendue ici")
        places = [lieu.rang(i, _line(item)) for i, item in enumerate(node.value)]
        items = [
            self._guarded(item, liste.element, place)
            for item, place in zip(node.value, places, strict=True)
        ]
        return [item for item in items if item is not None]

    def _guarded(self, node: yaml.Node, kind: Champ | Objet, lieu: Lieu) -> Any:
        """A list's item: an empty one is a fault, and a fault does not stop the list."""
        try:
            if _is_null(node):
                raise ValueError("élément vide")
            return self._value(node, kind, lieu)
        except ValueError as reason:
            self.refusals.add(lieu, str(reason))
            return None

    def _objet(self, node: yaml.Node, objet: Objet, lieu: Lieu) -> Fiche:
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("un groupe « clé : valeur » est attendu ici")
        lieu = _named(node, lieu)
        nodes = self._keys(node, objet, lieu)
        fiche = Fiche(lieu)
        for name, kind in objet.champs.items():
            key_line, value = nodes.get(name, (lieu.ligne, None))
            self._read_key(fiche, name, kind, value, lieu.cle(name, key_line))
        return fiche

    def _read_key(
        self,
        fiche: Fiche,
        name: str,
        kind: Champ | Objet | Liste,
        node: yaml.Node | None,
        lieu: Lieu,
    ) -> None:
        fiche.lieux[name] = lieu
        try:
            fiche.valeurs[name] = self._value(node, kind, lieu)
        except ValueError as reason:
            self.refusals.add(lieu, str(reason))
            fiche.valeurs[name] = [] if isinstance(kind, Liste) else None
            fiche.fautives.add(name)

    def _keys(
        self, node: yaml.MappingNode, objet: Objet, lieu: Lieu
    ) -> dict[str, tuple[int, yaml.Node]]:
        found: dict[str, tuple[int, yaml.Node]] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            place = lieu.cle(str(name)[:60], _line(key))
            if name not in objet.champs:
                self.refusals.add(place, _unknown(str(name), objet))
            elif name in found:
                self.refusals.add(place, f"clé donnée deux fois (déjà ligne {found[name][0]})")
            else:
                found[name] = (_line(key), value)
        return found


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == NULL


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1


def _named(node: yaml.MappingNode, lieu: Lieu) -> Lieu:
    """The place with the ``identifiant`` that the object carries, as typed."""
    for key, value in node.value:
        if key.value == "identifiant" and isinstance(value, yaml.ScalarNode):
            return Lieu(lieu.chemin, lieu.ligne, value.value.strip()[:20] or None)
    return lieu


def _unknown(name: str, objet: Objet) -> str:
    close = get_close_matches(name[:60], list(objet.champs), n=1)
    return f"clé inconnue ; vouliez-vous dire « {close[0]} » ?" if close else "clé inconnue"
