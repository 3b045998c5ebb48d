"""One engine for each database of the files, however many requests use it."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy.engine import Engine

from actions.dossiers.engine import create_engine


@lru_cache(maxsize=4)
def engine(url: str) -> Engine:
    """The engine of this process for ``url``: PostgreSQL's connections are pooled in it."""
    return create_engine(url)
