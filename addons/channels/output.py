"""What the assistant says, in the wire format of the web channel."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel

_EXTRAS = ("sources", "rules", "reasons", "attachments", "facts", "missing")


class WebOutput(OutputChannel):
    """Collects the messages of one turn."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """See the parent class."""
        return "web"

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Keep a text and what travels with it. Blank lines never split it: an answer is one bubble."""
        self._keep(recipient_id, text, kwargs)

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """Keep a text with its buttons."""
        wire = [{"title": button["title"], "payload": button["payload"]} for button in buttons]
        self._keep(recipient_id, text, {**kwargs, "buttons": wire})

    async def send_custom_json(self, recipient_id: str, json_message: Any, **kwargs: Any) -> None:
        """Nothing of ours sends any; a stray one is dropped rather than shown raw."""

    def _keep(self, recipient_id: str, text: str, extras: dict[str, Any]) -> None:
        message: dict[str, Any] = {"recipient_id": recipient_id, "text": text}
        message |= {name: extras[name] for name in ("buttons", *_EXTRAS) if extras.get(name)}
        if "rules" in message:
            message |= {name: message.get(name, []) for name in ("sources", "reasons")}
        self.messages.append(message)
