"""The wording of answers: ``actions/textes/*.yml``, Jinja templates that can be edited without touching code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined

from actions.droit.typographie import MOIS, fourchette, soigner

FOLDER = Path(__file__).resolve().parent.parent / "textes"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


class InvalidTexts(Exception):
    """A file of texts cannot be read; the message names the file and the line."""


class UnknownText(KeyError):
    """No text has this key."""


def long_date(value: date | str, today: date | None = None) -> str:
    """« mardi 24 novembre », with the year when it is not that of ``today`` (or when ``today`` is not given)."""
    day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    day = day.date() if isinstance(day, datetime) else day
    number = "1er" if day.day == 1 else str(day.day)
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {number} {MOIS[day.month - 1]}{year}"


def hour(value: datetime) -> str:
    """« 9 h », « 14 h 30 »."""
    return f"{value.hour} h" + (f" {value.minute:02d}" if value.minute else "")


def polish(text: str) -> str:
    """French typography: curly apostrophes, no-break spaces; spaces and blank lines closed up."""
    text = re.sub(r"[ \t]+", " ", text.replace("'", "’")).strip()
    text = re.sub(r" ?\n ?", "\n", re.sub(r"\n{2,}", "\n", text))
    return re.sub(r"(\d) (h|mois|jours|%|€)\b", "\\1\u00a0\\2", soigner(text))


class Wording:
    """Every text, by dotted key (``atelier_obligatoire.obligatoire``)."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._blocks: dict[str, dict[str, Any]] = {}
        self._environment = Environment(
            undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {"jour": long_date, "heure": hour}
        self._environment.globals["fourchette"] = fourchette
        for path in sorted(folder.glob("*.yml")):
            self._collect("", _read(path), path)

    def _collect(self, prefix: str, tree: Mapping[str, Any], path: Path) -> None:
        for name, value in tree.items():
            key = f"{prefix}{name}"
            if not isinstance(value, Mapping):
                raise InvalidTexts(f"{path.name}: {key} must be a block of texts")
            if isinstance(value.get("conclusion", value.get("question")), str):
                if key in self._blocks:
                    raise InvalidTexts(f"{path.name}: {key} is given twice")
                self._blocks[key] = dict(value)
            else:
                self._collect(key + ".", value, path)

    def __contains__(self, key: str) -> bool:
        return key in self._blocks

    def names(self) -> list[str]:
        """All the keys."""
        return sorted(self._blocks)

    def block(self, key: str) -> dict[str, Any]:
        """The raw block of a key."""
        try:
            return self._blocks[key]
        except KeyError:
            raise UnknownText(key) from None

    def render(self, template: str, variables: Mapping[str, Any]) -> str:
        """One template, worded and polished."""
        today = variables.get("today")
        environment = self._environment
        text = _template(environment, template).render(
            {**variables, "jour": lambda value: long_date(value, today)}
        )
        return polish(text)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise InvalidTexts(f"actions/textes/{path.name}, line {line}: {error.problem}") from None
    if not isinstance(content, Mapping):
        raise InvalidTexts(f"actions/textes/{path.name}: a table of texts is expected")
    return content


@lru_cache(maxsize=2048)
def _template(environment: Environment, source: str) -> Any:
    return environment.from_string(source)


@lru_cache(maxsize=1)
def load() -> Wording:
    """The wording of this process, read once."""
    return Wording()
