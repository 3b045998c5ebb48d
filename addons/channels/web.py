"""The web channel of the widget (see the contract in docs/): sessions, messages, feedback."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions import settings as configuration
from actions.framework import identity
from addons.channels import erase, resume, shared, upload
from addons.channels.deliveries import Unanswered
from addons.channels.feedback import read_feedback, store_feedback
from addons.channels.limits import place
from addons.channels.output import WebOutput
from addons.channels.reading import Incoming, read_json, read_message
from addons.channels.refusal import UNAVAILABLE, Refusal
from addons.channels.tokens import Tokens, Visitor

logger = logging.getLogger(__name__)

# Longer than the time limit of the action server (10 s), shorter than that of a conversation's lock (60 s).
ANSWER_SECONDS = 20
TURN_SECONDS = 60
SILENCE = (
    "Excusez-moi, je n’ai pas pu terminer ma réponse. Réessayez dans un instant.\n"
    "Si vous veniez de confirmer une démarche, demandez-moi « est-ce bien enregistré ? » avant de recommencer.\n"
    "Si c’est urgent, appelez le 39 49."
)
OnMessage = Callable[[UserMessage], Awaitable[Any]]


class WebInput(InputChannel):
    """Binds each conversation to the subject of a token; nothing else that a caller says about itself is believed."""

    def __init__(self) -> None:
        self.settings = configuration.load()
        configuration.check_keys(self.settings)  # fail closed
        self.tokens = Tokens(self.settings)
        self.limits, self.deliveries = shared.tools(self.settings)

    @classmethod
    def name(cls) -> str:
        """The prefix of the routes: ``/webhooks/web``."""
        return "web"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The routes of the channel."""
        routes = Blueprint("web_channel")
        self._add_talk(routes, on_new_message)
        self._add_files(routes, on_new_message)
        _allow_preflights(routes)
        return routes

    def _add_talk(self, routes: Blueprint, on_new_message: OnMessage) -> None:
        @routes.post("/session")
        @refusing
        async def session(request: Request) -> HTTPResponse:
            limit = self.settings.sessions_per_minute
            await self.limits.check(f"session:{_address(request)}", limit)
            return response.json(self.tokens.new_session())

        @routes.post("/webhook")
        @refusing
        async def webhook(request: Request) -> HTTPResponse:
            visitor = self.tokens.read(request.headers.get("authorization"))
            incoming = read_message(request)
            await self._count(request, visitor)
            return response.json(await self._reply(request, visitor, incoming, on_new_message))

        @routes.post("/feedback")
        @refusing
        async def feedback(request: Request) -> HTTPResponse:
            visitor = self.tokens.read(request.headers.get("authorization"))
            opinion = read_feedback(read_json(request))
            await self._count(request, visitor)
            await store_feedback(self.settings, visitor, opinion)
            return response.json({"ok": True})

        @routes.delete("/conversation")
        @refusing
        async def forget(request: Request) -> HTTPResponse:
            visitor = self.tokens.read(request.headers.get("authorization"), to_erase=True)
            await self._count(request, visitor)
            erasing = erase.erase(
                self.settings, _agent(request), self.deliveries, visitor.conversation
            )
            await asyncio.shield(asyncio.ensure_future(erasing))
            return response.json({"ok": True})

    def _add_files(self, routes: Blueprint, on_new_message: OnMessage) -> None:
        @routes.post("/upload")
        @refusing
        async def deposit(request: Request) -> HTTPResponse:
            visitor = self.tokens.read(request.headers.get("authorization"))
            depositing = self._deposit(request, visitor, on_new_message)
            return response.json(await asyncio.shield(asyncio.ensure_future(depositing)))

        @routes.delete("/upload/<reference:str>")
        @refusing
        async def take_back(request: Request, reference: str) -> HTTPResponse:
            visitor = self.tokens.read(request.headers.get("authorization"))
            await self._count(request, visitor)
            await upload.take_back(self.settings, visitor, reference)
            return response.json({"ok": True})

    async def _deposit(
        self, request: Request, visitor: Visitor, on_new_message: OnMessage
    ) -> dict[str, Any]:
        reference = await upload.deposit(self.settings, self.limits, visitor, request)
        metadata = {**self.metadata(visitor, reference), upload.METADATA_KEY: reference}
        try:
            messages = await self.converse(visitor, upload.ANNOUNCEMENT, metadata, on_new_message)
        except Unanswered as failed:
            messages = failed.messages
        return {"reference": reference, "messages": messages}

    async def _count(self, request: Request, visitor: Visitor) -> None:
        """Each conversation has its limit. Sessions live for hours: whoever hoards them has, from one address, no more
        than those of one minute would give."""
        limit = self.settings.messages_per_minute
        await self.limits.check(f"message:{visitor.conversation}", limit)
        if visitor.person is None:
            together = limit * self.settings.sessions_per_minute
            await self.limits.check(f"address:{_address(request)}", together)

    async def _reply(
        self, request: Request, visitor: Visitor, incoming: Incoming, on_new_message: OnMessage
    ) -> list[dict[str, Any]]:
        agent = _agent(request)

        async def answering() -> list[dict[str, Any]]:
            metadata = self.metadata(visitor, incoming.message_id)
            metadata |= await resume.metadata(agent, self.tokens, visitor, incoming)
            return await self.converse(visitor, incoming.text, metadata, on_new_message)

        try:
            if not incoming.message_id:
                return await asyncio.shield(asyncio.ensure_future(answering()))
            key = f"{visitor.conversation}:{incoming.message_id}"
            return await self.deliveries.once(key, answering)
        except Unanswered as failed:
            return failed.messages

    def metadata(self, visitor: Visitor, message_id: str = "") -> dict[str, Any]:
        """What travels with a message: the signed identity, and the id that makes its writes idempotent."""
        # The message was accepted: it stays this person's while it waits for its turn.
        expires_at = max(visitor.expires_at, int(time.time())) + TURN_SECONDS
        block = identity.sign(
            visitor.person,
            visitor.conversation,
            expires_at,
            self.settings.session_key,
            visitor.day,
        )
        return {identity.METADATA_KEY: block, "message_id": message_id}

    async def converse(
        self, visitor: Visitor, text: str, metadata: dict[str, Any], on_new_message: OnMessage
    ) -> list[dict[str, Any]]:
        """Run one turn. It goes on when the caller hangs up; one that lasts too long still gives a sentence.

        Raises:
            Unanswered: with a sentence, when the turn failed or said nothing.
        """
        output = WebOutput()
        message = UserMessage(
            text,
            output,
            visitor.conversation,
            input_channel=self.name(),
            message_id=metadata.get("message_id") or None,
            metadata=metadata,
        )
        turn = asyncio.ensure_future(on_new_message(message))
        silence = [{"recipient_id": visitor.conversation, "text": SILENCE}]
        try:
            await asyncio.wait_for(asyncio.shield(turn), ANSWER_SECONDS)
        except asyncio.TimeoutError:
            logger.error("a turn lasted more than %s s", ANSWER_SECONDS)
            turn.add_done_callback(_swallow)
            return list(output.messages) or silence
        except Exception as error:
            logger.error("a turn failed: %s", type(error).__name__)
        if not output.messages:
            raise Unanswered(silence)
        return list(output.messages)


def _allow_preflights(routes: Blueprint) -> None:
    """Before each call, the browser of a page on another host asks; ``addons.pages`` adds who is allowed."""

    async def preflight(request: Request, **_: str) -> HTTPResponse:
        return response.empty()

    for number, path in enumerate(sorted({route.uri for route in routes._future_routes})):
        routes.add_route(preflight, path, methods=["OPTIONS"], name=f"preflight_{number}")


def _address(request: Request) -> str:
    """Where a request comes from: what the last of our own proxies says, if there are any (SANIC_PROXIES_COUNT)."""
    return place(request.remote_addr or request.ip)


def _agent(request: Request) -> Any:
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        raise Refusal(503, UNAVAILABLE)
    return agent


def refusing(handler: Callable[[Request], Awaitable[HTTPResponse]]) -> Callable[..., Any]:
    """Decorator: a ``Refusal`` becomes its JSON answer."""

    @wraps(handler)
    async def guarded(request: Request, *args: Any, **kwargs: Any) -> HTTPResponse:
        try:
            return await handler(request, *args, **kwargs)
        except Refusal as refusal:
            return response.json({"error": refusal.sentence}, status=refusal.status)

    return guarded


def _swallow(turn: asyncio.Future[Any]) -> None:
    """A late failure has nobody to hear it; it was logged as too slow already."""
    if not turn.cancelled():
        turn.exception()
