"""What every handler works with: settings, rules base, wording, database. Made once, at start, never at import."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.engine import Engine

from actions import settings as configuration
from actions.dossiers.engine import create_engine
from actions.droit.base import BaseDroit
from actions.droit.regles import charger
from actions.framework import wording


@dataclass(frozen=True)
class Services:
    """Shared, read-only tools of the process."""

    settings: configuration.Settings
    droit: BaseDroit
    wording: wording.Wording
    engine: Engine


@lru_cache(maxsize=1)
def load() -> Services:
    """The services of this process."""
    settings = configuration.load()
    return Services(settings, charger(), wording.load(), create_engine(settings.database_url))
