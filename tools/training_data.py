"""Reads the training sentences of ``data/nlu/``: for the checks, the evaluation and the tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from actions.settings import ROOT

FOLDER = ROOT / "data" / "nlu"


@dataclass(frozen=True)
class Sentence:
    """One training sentence with its intent."""

    text: str
    intent: str


def read(folder: Path = FOLDER) -> list[Sentence]:
    """Every training sentence, in the order of the files."""
    return [sentence for path in sorted(folder.glob("*.yml")) for sentence in _read_file(path)]


def _read_file(path: Path) -> list[Sentence]:
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Sentence(line[2:].strip(), block["intent"])
        for block in content["nlu"]
        if "intent" in block
        for line in block["examples"].splitlines()
        if line.startswith("- ")
    ]
