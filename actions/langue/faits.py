"""Facts for the rules base, as far as a message really says them."""

from __future__ import annotations

from datetime import date
from typing import Any


def extraire_faits(text: str, today: date) -> dict[str, Any]:
    """Facts said in a message, with the names and values of the rules base."""
    return {}
