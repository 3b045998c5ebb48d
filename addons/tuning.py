"""Two accidental hot spots of Rasa 3.6.21 removed; two of its waits shortened.

Behaviour is unchanged: ``RemoteAction`` re-compiles a constant JSON schema at every action (about 24 ms), and
``Event.resolve_by_type`` walks every event class for every stored event of a conversation.
"""

from __future__ import annotations

from functools import cache, lru_cache, partialmethod
from typing import Any

ACTION_TIMEOUT_SECONDS = 10
LOCK_POLL_SECONDS = 0.1


def apply() -> None:
    """Patch Rasa in this process; call it once, after ``lean.install()``."""
    import rasa.core.actions.action as actions
    from jsonschema import Draft7Validator
    from rasa.core.lock_store import LockStore
    from rasa.shared.core.events import Event

    validator = Draft7Validator(actions.RemoteAction.action_response_format_spec())

    def validate_action_result(self: Any, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    actions.RemoteAction._validate_action_result = validate_action_result
    # Rasa offers no setting for it (its default is five minutes).
    actions.DEFAULT_REQUEST_TIMEOUT = ACTION_TIMEOUT_SECONDS
    # Messages of one conversation wait for each other by looking again; Rasa's own pause is a whole second.
    LockStore.lock = partialmethod(LockStore.lock, wait_time_in_seconds=LOCK_POLL_SECONDS)
    Event.resolve_by_type = staticmethod(lru_cache(maxsize=256)(Event.resolve_by_type))


def apply_to_training() -> None:
    """Let Rasa read each file of training sentences once (it reads them all three times, seconds each)."""
    from rasa.shared.nlu.training_data import loading

    read = loading._load

    @cache
    def read_once(filename: str) -> Any:
        return read(filename)

    # Rasa only copies from what was read; the language matters to none of the formats that we use.
    loading._load = lambda filename, language=None: read_once(filename)
