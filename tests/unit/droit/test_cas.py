"""The cases that a lawyer can read: tests/droit/*.yml, and the examples when they are there."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from actions.droit import decisions
from actions.droit.regles import charger

CAS = Path(__file__).parents[2] / "droit"
EXEMPLES = Path(__file__).parents[4] / "shared" / "oracle" / "cas.jsonl"
AUTRES = {"annexe_a.yml", "couverture.yml"}


def _lire(valeur):
    """YAML dates as the ISO strings of a JSON case."""
    return json.loads(json.dumps(valeur, default=date.isoformat))


def _cas():
    for chemin in sorted(CAS.glob("*.yml")):
        if chemin.name not in AUTRES:
            for cas in yaml.safe_load(chemin.read_text(encoding="utf-8")):
                yield pytest.param(cas, id=f"{chemin.stem} - {cas['nom']}")


@pytest.mark.parametrize("cas", _cas())
def test_cas(cas):
    faits = _lire(cas["faits"])
    resultat = decisions.decider(cas["genre"], faits, cas["le"], charger())
    valeurs = _lire(resultat.valeurs)
    attendu = _lire(cas["attendu"])
    assert {cle: valeurs.get(cle, "absent") for cle in attendu} == attendu
    assert set(cas["regles"]) <= set(resultat.rule_ids)
    assert not set(cas.get("absentes", ())) & set(resultat.rule_ids)
    assert set(cas.get("sources", ())) <= {source.ref for source in resultat.sources}
    if "manquants" in cas:
        assert list(resultat.faits_manquants) == cas["manquants"]


def _exemples():
    if not EXEMPLES.exists():
        return []
    lignes = EXEMPLES.read_text(encoding="utf-8").splitlines()
    return [json.loads(ligne) for ligne in lignes]


@pytest.mark.skipif(not EXEMPLES.exists(), reason="the shared examples are not here")
@pytest.mark.parametrize("cas", _exemples(), ids=lambda cas: cas["id"])
def test_exemple(cas):
    jour = date.fromisoformat(cas["today"])
    resultat = decisions.decider(cas["kind"], cas["facts"], jour, charger())
    valeurs = _lire(resultat.valeurs)
    assert {cle: valeurs.get(cle, "absent") for cle in cas["expected"]} == cas["expected"]
    assert set(cas["rule_ids"]) <= set(resultat.rule_ids)
    assert resultat.sources
