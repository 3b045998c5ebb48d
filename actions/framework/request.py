"""One message, as a handler sees it: intent, typed facts, proven person or none, today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from typing import Any

from actions.dossiers import vues
from actions.dossiers.engine import read_session
from actions.dossiers.fuseaux import maintenant_local
from actions.dossiers.personne import DossierPersonne
from actions.dossiers.repository import dossier_complet
from actions.framework import identity
from actions.framework.memory import SLOT, Memory
from actions.framework.services import Services
from actions.langue.faits import extraire_faits

# Facts about the person rather than about one appointment: they outlive a change of subject.
PERSONAL_FACTS = frozenset(
    {"allocation", "foyer_rsa", "organisme_referent", "region", "pour_autrui"}
)
# What a letter says: dropped when another kind of letter is named.
_LETTER_FACTS = ("mention_obligatoire", "dans_contrat", "prestataire", "dispense")


@dataclass(frozen=True)
class Request:
    """What the person said and what is known.

    ``said``: facts of this very message; ``facts``: those and the remembered ones (message first). ``now``: naive
    local time at the person's agency (Paris when unknown). ``dossier``: only for a proven person with a file.
    """

    intent: str
    text: str
    services: Services
    memory: Memory
    today: date
    now: datetime
    conversation: str = ""
    channel: str = ""
    message_id: str = ""
    identifiant: str | None = None
    dossier: DossierPersonne | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    entities: tuple[Mapping[str, Any], ...] = ()
    ranking: tuple[tuple[str, float], ...] = ()
    upload: str | None = None

    def with_intent(self, intent: str, **facts: Any) -> Request:
        """The same request read as another question, with more facts."""
        return replace(self, intent=intent, facts={**self.facts, **facts})

    def entity(self, name: str) -> Any:
        """The first value of an entity in this message, or None."""
        return next((item["value"] for item in self.entities if item.get("entity") == name), None)

    def facts_named(self, *names: str) -> dict[str, Any]:
        """The known facts among ``names``."""
        return {name: self.facts[name] for name in names if self.facts.get(name) is not None}

    @property
    def region(self) -> str | None:
        """The region whose holidays and clock apply."""
        return (self.dossier.region if self.dossier else None) or self.facts.get("region")

    @property
    def origin(self) -> dict[str, str]:
        """Where an act comes from, for the tables."""
        return {"canal": self.channel, "message_id": self.message_id}


def from_tracker(tracker: Any, services: Services) -> Request:
    """Build the request of a turn from the SDK's tracker; reads the person's file when they are proven.

    Raises:
        BaseIndisponible: the database cannot be read.
    """
    message = tracker.latest_message or {}
    metadata = message.get("metadata") or {}
    who = identity.verify(
        metadata.get(identity.METADATA_KEY), tracker.sender_id, services.settings.session_key
    )
    memory = Memory.from_slot(tracker.get_slot(SLOT))
    if memory.personne != who.sub:
        memory = _new_memory(who.sub, metadata.get("reprise"))
    text = message.get("text") or ""
    today = who.day or services.settings.current_day()
    dossier = _read(who.sub, services)
    said = extraire_faits(text, today)
    return Request(
        intent=(message.get("intent") or {}).get("name") or "nlu_fallback",
        text=text,
        services=services,
        memory=memory,
        today=today,
        now=_local_time(dossier, today),
        conversation=tracker.sender_id,
        channel=tracker.get_latest_input_channel() or "",
        message_id=str(metadata.get("message_id") or message.get("message_id") or ""),
        identifiant=who.sub,
        dossier=dossier,
        said=said,
        facts={**personal_facts(dossier), **merge(memory.faits, said)},
        entities=tuple(message.get("entities") or ()),
        ranking=tuple(
            (item["name"], float(item["confidence"]))
            for item in message.get("intent_ranking") or ()
            if item.get("name") != "nlu_fallback"
        ),
        upload=metadata.get("depot") if who.sub else None,
    )


def _new_memory(person: str | None, resumed: Any) -> Memory:
    """The memory of somebody who has just been proven, or is no more: empty, but for the anonymous talk that they wish
    to keep (the web channel hands it over). An act under way is never carried from one identity to another."""
    memory = Memory.from_slot(resumed) if person else Memory()
    memory.personne, memory.demarche, memory.question = person, {}, {}
    return memory


def merge(remembered: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Remembered facts below those just said; another letter makes what the former one said void."""
    kept = dict(remembered)
    if "document" in said and said["document"] != kept.get("document"):
        for name in _LETTER_FACTS:
            kept.pop(name, None)
    return {**kept, **said}


def personal_facts(dossier: DossierPersonne | None) -> dict[str, Any]:
    """The facts of the rules base that a file gives (nothing for somebody unproven)."""
    if dossier is None:
        return {}
    facts = {
        "allocation": dossier.allocation,
        "foyer_rsa": dossier.foyer_rsa,
        "organisme_referent": dossier.organisme_referent,
        "region": dossier.region,
        "date_reorientation": dossier.reoriente_le,
        "historique": vues.historique(dossier),
        "reports_utilises": vues.reports_utilises(dossier),
    }
    return {name: value for name, value in facts.items() if value not in (None, [])}


def _read(identifiant: str | None, services: Services) -> DossierPersonne | None:
    if identifiant is None:
        return None
    with read_session(services.engine) as session:
        return dossier_complet(session, identifiant)


def _local_time(dossier: DossierPersonne | None, today: date) -> datetime:
    """The clock where the person is, on the day that the assistant believes it is."""
    local = maintenant_local(dossier.region if dossier else None, datetime.now(timezone.utc))
    return datetime.combine(today, local.time()) if local.date() != today else local
