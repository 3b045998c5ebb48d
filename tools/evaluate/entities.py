"""F1 of the entities with their values, on the annotated list of ``tests/nlu/entites.yml``."""

from __future__ import annotations

from collections import Counter
from typing import Any

import yaml

from actions.settings import ROOT

ANNOTATION_DAY = "2026-11-24"  # « demain » in the list is the 25th
ANNOTATED = ROOT / "tests" / "nlu" / "entites.yml"


def entity_scores(agent: Any) -> dict[str, float]:
    """F1 by entity and for all; a find counts when entity and value are right. Empty without the list."""
    if not ANNOTATED.is_file():
        return {}
    from tools.parse import parse

    cases = yaml.safe_load(ANNOTATED.read_text(encoding="utf-8"))
    found, expected, right = Counter[str](), Counter[str](), Counter[str]()
    for case, result in zip(cases, parse(agent, [case["texte"] for case in cases]), strict=False):
        wanted = Counter((item["entity"], str(item["value"])) for item in case["entites"])
        got = Counter((item["entity"], str(item["value"])) for item in result["entities"])
        for counts, pairs in ((expected, wanted), (found, got), (right, wanted & got)):
            for (entity, _), count in pairs.items():
                counts[entity] += count
                counts["all"] += count
    return {name: _f1(right[name], found[name], expected[name]) for name in sorted(expected)}


def _f1(right: int, found: int, expected: int) -> float:
    return 2 * right / (found + expected) if found + expected else 0.0
