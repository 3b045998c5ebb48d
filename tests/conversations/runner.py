"""Plays whole conversations: the trained model, Rasa's rules, the real actions and a real database, on a frozen day.

Only the HTTP hop to the action server is left out: the same executor runs in this process.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from actions.dossiers.engine import create_engine
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.preparer import prepare
from actions.framework import identity

KEY = "k" * 40


class InProcessActions:
    """Stands where Rasa expects the address of the action server."""

    url = "in process"
    kwargs: dict[str, Any] = {}

    def __init__(self) -> None:
        from rasa_sdk.executor import ActionExecutor

        import actions.groups

        self._executor = ActionExecutor()
        self._executor.register_package(actions.groups)

    async def request(self, json: dict[str, Any], **_: Any) -> Any:
        """Run one action call."""
        return await self._executor.run(json)


def load_agent(model: Path) -> Any:
    """The trained model with actions in this process and conversations in memory."""
    import structlog

    from addons import lean, logs, tuning

    logs.configure(structlog)
    lean.install()
    tuning.apply()
    from rasa.core.agent import Agent

    return Agent.load(str(model), action_endpoint=InProcessActions())


@dataclass
class Databases:
    """One copy of the demo set for each conversation; imported once for each day."""

    folder: Path
    templates: dict[date, Path] = field(default_factory=dict)

    def fresh(self, day: date, name: str) -> str:
        """The address of a database of its own."""
        if day not in self.templates:
            template = self.folder / f"{day}.db"
            prepare(f"sqlite:///{template}").dispose()
            engine = create_engine(f"sqlite:///{template}")
            accepted = importer(engine, DEMO, day).accepte
            engine.dispose()
            assert accepted
            self.templates[day] = template
        copy = self.folder / f"{name}.db"
        shutil.copyfile(self.templates[day], copy)
        return f"sqlite:///{copy}"


@dataclass
class Conversation:
    """One conversation with the assistant, on ``day``, as ``person`` or as nobody proven."""

    agent: Any
    day: date
    person: str | None
    name: str
    said: int = 0

    async def say(self, text: str) -> list[dict[str, Any]]:
        """What the assistant answers."""
        from rasa.core.channels.channel import UserMessage

        from addons.channels.output import WebOutput

        self.said += 1
        conversation = identity.conversation_id("t", f"{self.name}/{self.person}", KEY)
        block = identity.sign(self.person, conversation, int(time.time()) + 600, KEY, self.day)
        output = WebOutput()
        message_id = f"m{self.said}"
        metadata = {identity.METADATA_KEY: block, "message_id": message_id}
        await self.agent.handle_message(
            UserMessage(
                text,
                output,
                conversation,
                input_channel="web",
                message_id=message_id,
                metadata=metadata,
            )
        )
        return output.messages
