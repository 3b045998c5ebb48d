"""Logs for operators: what failed and where, never what a person typed (Rasa's own error logs dump messages)."""

from __future__ import annotations

import logging
from typing import Any

_KEPT = ("event", "level", "logger", "timestamp")


def configure(structlog: Any) -> None:
    """Set up standard logging and Rasa's structlog, both at WARNING and both without message texts."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s", force=True
    )
    for handler in logging.getLogger().handlers:
        handler.addFilter(_without_details)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            _only_what_is_safe,
            structlog.processors.KeyValueRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )


def _only_what_is_safe(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Keep the name of the event and the type of the exception; texts, slots and frames are dropped."""
    safe = {name: event[name] for name in _KEPT if name in event}
    error = event.get("exc_info")
    if isinstance(error, BaseException):
        safe["error"] = type(error).__name__
    return safe


def _without_details(record: logging.LogRecord) -> bool:
    """Tracebacks and arguments of other libraries may hold texts: keep the type of the exception and its place."""
    if record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        frame = error.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
        record.msg, record.args = f"{type(error).__name__} at {place}", ()
        record.exc_info = record.exc_text = None
    elif record.name.startswith("rasa"):
        # Rasa formats user texts into its messages; the place is enough to look them up.
        record.msg, record.args = (
            f"{record.levelname.lower()} at {record.module}:{record.lineno}",
            (),
        )
    return True
