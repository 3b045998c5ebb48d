"""The assistant's server: Rasa without TensorFlow, our channels, ``/health``, the widget's files.

``python -m addons.server`` serves until stopped. It refuses to start, in one sentence, without keys, model or port.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
import sys
import warnings
from pathlib import Path
from typing import Any

from actions import settings as configuration
from actions.server import hush_sanic
from addons import lean
from addons.channels import tokens

logger = logging.getLogger("addons.server")
MODEL = configuration.ROOT / "models" / "boussole.tar.gz"
WIDGET = configuration.ROOT / "widget"
# Sanic reads these from the environment when an application is made. Seconds and bytes; addons/intake.py sets the
# limits of each address, and throws away what is over them.
_SANIC = {
    "SANIC_REQUEST_TIMEOUT": "8",
    "SANIC_RESPONSE_TIMEOUT": "45",
    "SANIC_KEEP_ALIVE_TIMEOUT": "15",
    "SANIC_REQUEST_MAX_SIZE": "80000000",
    "SANIC_ACCESS_LOG": "False",
}


def create_app(settings: configuration.Settings, model: Path = MODEL) -> Any:
    """The Sanic application; the model is loaded when it starts."""
    for name, value in _SANIC.items():
        os.environ.setdefault(name, value)
    lean.install()
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from addons import pages, tuning
    from addons.channels import document
    from addons.channels.web import WebInput
    from addons.intake import BoundedRequest

    tuning.apply()
    app = Sanic("boussole", configure_logging=False, request_class=BoundedRequest)
    app.config.PROXIES_COUNT = settings.proxies or None
    register([WebInput()], app, route="/webhooks/")
    document.add(app, settings)
    pages.add(app, settings, WIDGET)

    async def load(app: Any, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.agent = await _load_agent(settings, model)

    app.register_listener(load, "before_server_start")
    return app


async def _load_agent(settings: configuration.Settings, model: Path) -> Any:
    from rasa.core.agent import load_agent

    agent = await load_agent(model_path=str(model), endpoints=_endpoints(settings))
    if not agent.is_ready():
        logger.critical(
            "the model %s cannot be read: train it again with `make train`.", model.name
        )
        os._exit(1)  # Sanic would go on serving without a model
    return agent


def _endpoints(settings: configuration.Settings) -> Any:
    """``endpoints.yml`` with the settings in it; locks in Redis when several servers run."""
    from rasa.core.utils import AvailableEndpoints

    os.environ["ACTIONS_PORT"] = str(settings.actions_port)
    os.environ["ACTION_SERVER_TOKEN"] = settings.action_server_token
    os.environ["TRACKER_DATABASE_URL"] = settings.tracker_database_url
    endpoints = AvailableEndpoints.read_endpoints(str(configuration.ROOT / "endpoints.yml"))
    if settings.redis_url:
        from addons.storage.locks import SharedLocks

        endpoints.lock_store = SharedLocks(settings.redis_url)
    return endpoints


def check_port(port: int, name: str, host: str = "127.0.0.1") -> None:
    """Refuse a port that cannot be had.

    Raises:
        InvalidSettings: with what to do.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise configuration.InvalidSettings(_why_not(error, port, name, host)) from None


def _why_not(error: OSError, port: int, name: str, host: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken: stop what uses it, or choose another one with {name}=…"
    if error.errno == errno.EACCES:
        return f"port {port} needs rights that this user lacks: choose one above 1023 with {name}=…"
    return f"HOST must be an address of this machine, not {host!r}."


def check_surroundings(settings: configuration.Settings) -> None:
    """Check all that the assistant leans on besides its model and its action server.

    Raises:
        InvalidSettings: with what to do.
    """
    tokens.check_key(settings)
    prepare_conversations(settings.tracker_database_url)
    if settings.redis_url:
        check_redis(settings.redis_url)


def prepare_conversations(url: str) -> None:
    """Check that the database of the conversations can be opened; Rasa itself would wait for ever.

    Raises:
        InvalidSettings: with what to do.
    """
    from addons.storage.events import EventTable, StoreUnavailable

    try:
        if url.startswith("sqlite:///"):
            Path(url[len("sqlite:///") :]).parent.mkdir(parents=True, exist_ok=True)
        EventTable(url).prepare()
    except (StoreUnavailable, OSError):
        raise configuration.InvalidSettings(
            "the database of the conversations cannot be opened: check TRACKER_DATABASE_URL."
        ) from None


def check_redis(url: str) -> None:
    """Check that the Redis of several servers is there; without it they would work side by side, unaware.

    Raises:
        InvalidSettings: with what to do.
    """
    import redis

    from addons.storage import shared_memory

    try:
        shared_memory.check(url)
    except (ValueError, OSError, redis.RedisError):
        raise configuration.InvalidSettings("Redis does not answer: check REDIS_URL.") from None


def quiet_logs() -> None:
    """Warnings and errors only, in one line each, never with what a person typed."""
    import structlog

    from addons.logs import configure

    # Rasa and Sanic switch the warnings of their dependencies on again: not shown at all.
    warnings.showwarning = lambda *_args, **_options: None
    configure(structlog)
    hush_sanic()


def serve(settings: configuration.Settings) -> None:
    """Run the application until it is stopped."""
    app = create_app(settings, MODEL)
    from addons.intake import BoundedProtocol

    app.run(
        host=settings.host,
        port=settings.port,
        protocol=BoundedProtocol,
        access_log=False,
        motd=False,
    )


def main() -> None:
    """Serve until stopped."""
    try:
        settings = configuration.load()
        configuration.check_keys(settings)
        check_port(settings.port, "PORT", settings.host)
        check_surroundings(settings)
        if not MODEL.is_file():
            raise configuration.InvalidSettings(
                "there is no trained model: run `make train` first."
            )
    except configuration.InvalidSettings as error:
        sys.exit(f"boussole: {error}")
    lean.install()
    quiet_logs()
    serve(settings)


if __name__ == "__main__":
    main()
