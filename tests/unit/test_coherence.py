"""Catalogue, domain, dialogue rules, training data, handlers and texts must tell the same story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import actions.groups  # noqa: F401  (registers the handlers)
from actions.droit.regles import charger
from actions.framework import registry
from actions.framework.wording import Wording
from actions.settings import ROOT
from tools import check_data, training_data

SHARED = ROOT.parent / "shared" / "intents.yml"


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _domain_intents() -> set[str]:
    return {next(iter(item)) for item in _yaml(ROOT / "domain.yml")["intents"]} - {"nlu_fallback"}


def _rules() -> list[tuple[str, str, str]]:
    """(file, intent, action) of every dialogue rule."""
    return [
        (path.stem, rule["steps"][0]["intent"], rule["steps"][1]["action"])
        for path in sorted((ROOT / "data" / "rules").glob("*.yml"))
        for rule in _yaml(path)["rules"]
    ]


def test_domain_is_the_catalogue() -> None:
    if not SHARED.is_file():
        pytest.skip("the catalogue is not beside the project")
    catalogue = {intent for group in _yaml(SHARED).values() for intent in group}
    assert _domain_intents() == catalogue
    assert len(catalogue) == 63


def test_every_intent_has_one_rule_in_the_file_of_its_group() -> None:
    rules = _rules()
    assert sorted(intent for _, intent, _ in rules) == sorted(_domain_intents() | {"nlu_fallback"})
    assert all(action == f"action_{file}" for file, _, action in rules)


def test_every_action_of_the_domain_has_a_class() -> None:
    from actions.framework.action import GroupAction

    classes = {f"action_{cls.group}" for cls in GroupAction.__subclasses__()}
    assert classes == set(_yaml(ROOT / "domain.yml")["actions"])


def test_every_intent_has_training_sentences_and_a_handler() -> None:
    assert {s.intent for s in training_data.read()} == _domain_intents()
    assert _domain_intents() <= set(registry.intents())


def test_texts_name_only_rules_that_exist() -> None:
    wording, droit = Wording(), charger()
    named = {rule for key in wording.names() for rule in wording.block(key).get("regles", ())}
    assert named
    for rule in named:
        droit.regle(rule)


def test_buttons_lead_to_intents_that_have_a_handler() -> None:
    wording = Wording()
    for key in wording.names():
        buttons = wording.block(key).get("boutons", ())
        assert len(buttons) <= 3, key
        for button in buttons:
            if isinstance(button, dict):
                assert registry.entry(button["intent"]), f"{key}: {button}"


def test_training_sentences_are_sound() -> None:
    report = check_data.check(training_data.read())
    assert list(report.problems()) == []
