"""A person who logs in may keep the thread of their anonymous talk: its memory is handed to the new conversation."""

from __future__ import annotations

from typing import Any

from actions.framework.memory import SLOT
from addons.channels.reading import Incoming
from addons.channels.refusal import Refusal
from addons.channels.tokens import Tokens, Visitor

METADATA_KEY = "reprise"


async def metadata(
    agent: Any, tokens: Tokens, visitor: Visitor, incoming: Incoming
) -> dict[str, Any]:
    """The memory of the anonymous conversation whose token came with the message, if there is one."""
    if visitor.person is None or not incoming.resumes:
        return {}
    try:
        anonymous = tokens.visitor(incoming.resumes)
    except Refusal:
        return {}
    if anonymous.person is not None:
        return {}
    tracker = await agent.tracker_store.retrieve(anonymous.conversation)
    memory = tracker.get_slot(SLOT) if tracker else None
    return {METADATA_KEY: memory} if isinstance(memory, dict) else {}
