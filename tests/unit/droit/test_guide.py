"""The worked example of the guide is the rule of the base, to the letter."""

import re
from pathlib import Path

import yaml

from actions.droit.regles import DOSSIER, charger

GUIDE = Path(__file__).parents[3] / "docs" / "ajouter-une-regle.md"


def test_the_example_is_what_the_base_holds():
    blocs = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    references, regles = map(yaml.safe_load, blocs)
    for bloc, fichier in (
        (references, "references/travail_inscription"),
        (regles, "regles/situation"),
    ):
        (section,) = bloc
        vrai = yaml.safe_load((DOSSIER / f"{fichier}.yml").read_text("utf-8"))[section]
        assert bloc[section].items() <= vrai.items()


def test_every_place_and_rule_the_guide_names_exists():
    texte = GUIDE.read_text("utf-8")
    for dossier in ("actions/droit/regles/", "actions/droit/references/", "tests/droit/"):
        assert f"`{dossier}`" in texte
        assert (GUIDE.parents[1] / dossier).is_dir()
    for code in re.findall(r"explain ([a-z_.]+)`", texte):
        assert charger().regle(code)
