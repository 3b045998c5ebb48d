"""Every kind of mistake: named with its place, all at once, nothing written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from actions.dossiers.echange.bilan import Bilan
from actions.dossiers.preparer import is_empty
from tests.unit.dossiers.fautes import MISTAKES

Importe = Callable[..., Bilan]


@pytest.mark.parametrize(("document", "path", "reason"), MISTAKES)
def test_mistake(
    sqlite_engine: Engine, importe: Importe, document: Any, path: str, reason: str
) -> None:
    bilan = importe(sqlite_engine, document)
    said = {refus.lieu.chemin or "document": refus.raison for refus in bilan.refus}
    assert reason in said.get(path, f"nothing for {path}: {said}")
    # One mistake does not bring a crowd of others that would hide it.
    assert len(bilan.refus) <= 2
    assert is_empty(sqlite_engine)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(
    sqlite_engine: Engine, importe: Importe
) -> None:
    text = """\
agences:
  - code: paris
    region: lune
dossiers:
  - identifiant: 1000001A
    prenom: Nadia
    allocation: ARE
    rendez_vous:
      - {ref: r1, titre: A, nature: atelier, debut: J+2T09:00, statut: parti}
  - identifiant: 1000002B
    prenom: Tom
    nom: Roy
    allocation: ARE
    conseiller: x@example.org
"""
    lines = importe(sqlite_engine, text).lignes()
    assert lines[0].startswith("essai.yml, ligne 3, agences[0].region : « lune » n’est pas")
    assert lines[1] == (
        "essai.yml, ligne 5, dossiers[0].nom (1000001A) : valeur obligatoire manquante"
    )
    assert lines[2].startswith(
        "essai.yml, ligne 9, dossiers[0].rendez_vous[0].statut (1000001A) : « parti » n’est pas"
    )
    assert lines[3] == (
        "essai.yml, ligne 14, dossiers[1].conseiller (1000002B) : "
        "« x@example.org » : aucun conseiller n’a ce courriel"
    )
    assert lines[4] == "essai.yml : refusé, 4 erreurs ; rien n’a été importé."
