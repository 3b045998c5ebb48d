"""Small helpers shared by the tests of the files."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import yaml
from sqlalchemy.engine import Engine

from actions.dossiers.engine import read_session
from actions.dossiers.importer import DEMO
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.repository import dossier_complet

JOUR = date(2026, 11, 23)


def lire(engine: Engine, identifiant: str) -> DossierPersonne:
    with read_session(engine) as session:
        found = dossier_complet(session, identifiant)
    assert found is not None
    return found


def demo_document() -> dict[str, Any]:
    """The demo set as Python values, every scalar a text, free to be changed."""
    return yaml.load(DEMO.read_text(encoding="utf-8"), Loader=_Texts)


class _Texts(yaml.SafeLoader):
    """YAML without dates, numbers nor booleans: what is dumped again is what was typed."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag == "tag:yaml.org,2002:null"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def minimal(**dossier: Any) -> dict[str, Any]:
    """A document with one file that has only what may never be left out, and ``dossier``."""
    person = {"identifiant": "1234567A", "prenom": "Léa", "nom": "Roy", "allocation": "ARE"}
    return {"dossiers": [{**person, **deepcopy(dossier)}]}


def rendez_vous(**values: Any) -> dict[str, Any]:
    basic = {"ref": "r1", "titre": "Atelier CV", "nature": "atelier", "debut": "J-5T09:00"}
    return {**basic, "statut": "prevu", **values}


def procedure(**values: Any) -> dict[str, Any]:
    basic = {"ref": "p1", "nature": "assiduite", "manquement_le": "J-60", "lettre_recue_le": "J-50"}
    return {**basic, **values}


def decision(**values: Any) -> dict[str, Any]:
    basic = {"nature": "suspension", "auteur": "france_travail", "part": "30", "mois": "1"}
    return {**basic, "notifiee_le": "J-30", "effet_le": "J-30", **values}
