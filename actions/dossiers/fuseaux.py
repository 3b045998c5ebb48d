"""Which clock rules where an appointment takes place."""

from __future__ import annotations

from datetime import datetime, timezone
from zoneinfo import ZoneInfo

PARIS = "Europe/Paris"
OUTRE_MER = {
    "guadeloupe": "America/Guadeloupe",
    "guyane": "America/Cayenne",
    "la-reunion": "Indian/Reunion",
    "martinique": "America/Martinique",
    "mayotte": "Indian/Mayotte",
}


def fuseau(region: str | None) -> ZoneInfo:
    """Paris for metropolitan regions, and for an unknown or missing one."""
    return ZoneInfo(OUTRE_MER.get(region or "", PARIS))


def maintenant_local(region: str | None, now_utc: datetime | None = None) -> datetime:
    """Naive local time there. ``now_utc`` must be aware; the clock when left out."""
    now = now_utc or datetime.now(timezone.utc)
    if now.tzinfo is None:
        raise ValueError("an aware datetime is needed")
    return now.astimezone(fuseau(region)).replace(tzinfo=None)
