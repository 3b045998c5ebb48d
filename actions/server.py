"""The action server: ``python -m actions.server``. On loopback, with its own secret, telling nobody its errors."""

from __future__ import annotations

import hmac
import logging
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from actions import settings as configuration

logger = logging.getLogger("actions")
HEADER = "X-Action-Token"
_THREADS = 32


def create_app(settings: configuration.Settings) -> Any:
    """The Sanic application of the SDK with our guard in front of it."""
    warnings.showwarning = lambda *_args, **_options: None  # of the SDK's dependencies
    from rasa_sdk.endpoint import create_app as create_sdk_app
    from sanic import response

    import actions.groups

    app = create_sdk_app(actions.groups, cors_origins=[])
    app.config.ACCESS_LOG = False

    @app.on_request
    async def only_the_assistant(request: Any) -> Any:
        given = request.headers.get(HEADER, "").encode("utf-8", "replace")
        if request.path != "/health" and not hmac.compare_digest(
            given, settings.action_server_token.encode()
        ):
            return response.json({"error": "forbidden"}, status=403)
        return None

    async def hide_errors(request: Any, error: Exception) -> Any:
        status = getattr(error, "status_code", 500)
        logger.error("action request refused: %s", type(error).__name__)
        return response.json({"error": "refused"}, status=status)

    @app.before_server_start
    async def wait_in_threads(app: Any, loop: Any) -> None:
        # Turns that wait for a locked database must not make the others queue for a thread.
        loop.set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="turn"))

    app.error_handler.add(Exception, hide_errors)
    return app


def hush_sanic() -> None:
    """Its advice to developers, on every terminal, is nothing for who serves."""
    logging.getLogger("sanic.error").addFilter(
        lambda record: "PRODUCTION mode" not in record.getMessage()
    )


def load_tools_or_exit() -> None:
    """Read rules and texts before serving: a broken file stops the start in one sentence, with its place."""
    from actions.droit.regles import ReglesInvalides
    from actions.framework import services
    from actions.framework.wording import InvalidTexts

    try:
        services.load()
    except (ReglesInvalides, InvalidTexts) as error:
        sys.exit(f"boussole actions: {error}")


def main() -> None:
    """Serve until stopped."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    hush_sanic()
    try:
        settings = configuration.load()
        configuration.check_keys(settings)
    except configuration.InvalidSettings as error:
        sys.exit(f"boussole actions: {error}")
    load_tools_or_exit()
    create_app(settings).run(
        host="127.0.0.1", port=settings.actions_port, access_log=False, motd=False
    )


if __name__ == "__main__":
    main()
