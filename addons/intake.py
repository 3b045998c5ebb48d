"""How requests come in: limits on time and size that Sanic does not have, against slow and huge senders.

Sanic's timers start again at each byte, so that one byte every few seconds holds a connection for ever; and it cuts the
connection on a body that is too big, so that the sender never reads why. It believes any length that is announced: a
negative one makes it loop for ever, and everybody waits.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

from sanic.exceptions import InvalidUsage, PayloadTooLarge, RequestTimeout
from sanic.http import Stage
from sanic.request import Request
from sanic.server import HttpProtocol

from addons.uploads.rules import MAX_BYTES

_BODY_SECONDS = 10
# A slow phone must be able to send its photo: one second more for each of these, for uploads alone.
_BYTES_PER_SECOND = 40_000
_UPLOAD = "/webhooks/web/upload"
# The form around the file.
_UPLOAD_BYTES = MAX_BYTES + 500_000
_OTHER_BYTES = 200_000
# What is read and thrown away so that its sender can read our refusal.
DRAIN_BYTES = 80_000_000
_LENGTH = re.compile(r"[0-9]{1,15}\Z")


class BoundedRequest(Request):
    """A request whose body must come in time, and is never kept beyond its limit."""

    def __init__(self, url_bytes: bytes, headers: Any, *args: Any, **named: Any) -> None:
        """See the parent class.

        Raises:
            InvalidUsage: the body has no length, or more than one meaning.
        """
        lengths = headers.getall("content-length", [])
        codings = headers.getall("transfer-encoding", [])
        if len(lengths) + len(codings) > 1 or codings not in ([], ["chunked"]):
            raise InvalidUsage("ambiguous body")
        if not all(_LENGTH.match(length) for length in lengths):
            raise InvalidUsage("impossible length")
        super().__init__(url_bytes, headers, *args, **named)

    async def receive_body(self) -> None:
        """Read the body.

        Raises:
            PayloadTooLarge, RequestTimeout: answered in French by ``addons.pages``.
        """
        if self.body:
            return
        limit = _UPLOAD_BYTES if self.path == _UPLOAD else _OTHER_BYTES
        seconds = _BODY_SECONDS + (limit / _BYTES_PER_SECOND if self.path == _UPLOAD else 0)
        try:
            self.body = await asyncio.wait_for(self._read(limit), seconds)
        except asyncio.TimeoutError:
            self._give_up()
            raise RequestTimeout("slow body") from None

    async def _read(self, limit: int) -> bytes:
        self.stream.request_max_size = DRAIN_BYTES
        chunks, size = [], 0
        async for chunk in self.stream:
            size += len(chunk)
            if size <= limit:
                chunks.append(chunk)
        if size > limit:
            raise PayloadTooLarge("body over the limit of this address")
        return b"".join(chunks)

    def _give_up(self) -> None:
        """Answer, then close: nothing more is read from this sender."""
        self.stream.keep_alive = False
        self.stream.request_body = None


class BoundedProtocol(HttpProtocol):
    """Headers must be whole in ``REQUEST_TIMEOUT`` from their first byte, however they trickle in."""

    def data_received(self, data: bytes) -> None:
        """See the parent class."""
        http: Any = getattr(self, "_http", None)
        begun = self._time if http is not None and http.stage is Stage.REQUEST else None
        super().data_received(data)
        if begun is not None:
            self._time = begun
