"""Reads the body of a request strictly; whatever is wrong becomes a ``Refusal``, never an exception of Rasa's."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from actions.langue.normaliser import clean
from addons.channels.refusal import BAD_REQUEST, EMPTY, TOO_LONG, UNSUPPORTED, Refusal

MAX_CHARACTERS = 1000
MAX_BODY_BYTES = 20_000
_ID = re.compile(r"[\w.:-]{1,100}\Z", re.ASCII)


@dataclass(frozen=True)
class Incoming:
    """A message as accepted. ``message_id`` is empty when the sender gave none; ``resumes`` is the anonymous token
    whose thread a newly logged-in person wishes to keep."""

    text: str
    message_id: str
    resumes: str | None


def read_message(request: Any) -> Incoming:
    """The message of a request. ``sender``, ``metadata`` and ``input_channel`` of the body are not even looked at.

    Raises:
        Refusal: 400, 413 or 415.
    """
    body = read_json(request)
    text = body.get("message")
    if not isinstance(text, str):
        raise Refusal(400, BAD_REQUEST)
    if len(text) > MAX_CHARACTERS:
        raise Refusal(413, TOO_LONG)
    text = _printable(text)
    if not text:
        raise Refusal(400, EMPTY)
    resumes = body.get("continue")
    return Incoming(text, read_id(body), resumes if isinstance(resumes, str) else None)


def read_json(request: Any) -> dict[str, Any]:
    """The JSON object of a request.

    Raises:
        Refusal: 400, 413 or 415.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Refusal(415, UNSUPPORTED)
    if len(request.body) > MAX_BODY_BYTES:
        raise Refusal(413, TOO_LONG)
    try:
        body = json.loads(request.body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refusal(400, BAD_REQUEST) from None
    if not isinstance(body, dict):
        raise Refusal(400, BAD_REQUEST)
    return body


def read_id(body: dict[str, Any]) -> str:
    """The message id of a body, "" when there is none.

    Raises:
        Refusal: 400, when it is not a short string of plain characters.
    """
    given = body.get("message_id")
    if given in (None, ""):
        return ""
    if not isinstance(given, str) or not _ID.match(given):
        raise Refusal(400, BAD_REQUEST)
    return given


def _printable(text: str) -> str:
    """The cleaned text; lone surrogates cannot be stored nor sent.

    Raises:
        Refusal: 400.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal(400, BAD_REQUEST) from None
    return clean(text)
