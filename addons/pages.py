"""The few pages that are not the conversation: health, the widget's files, the demo (``make run`` only), errors."""

from __future__ import annotations

from pathlib import Path

from sanic import Sanic, response
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.settings import Settings
from addons import demo, health
from addons.channels.refusal import BAD_REQUEST, TOO_LONG, UNAVAILABLE
from addons.uploads.rules import REFUSALS

# What our only page, the demo's, needs, and nothing inline; what is not a page needs nothing.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": _POLICY,
}
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_NOT_FOUND = "Cette adresse n’existe pas."


def add(app: Sanic, settings: Settings, widget: Path) -> None:
    """Add the pages to an application."""

    report = health.Report(settings)

    @app.get("/health")
    async def get_health(request: Request) -> HTTPResponse:
        state = await report.state(getattr(request.app.ctx, "agent", None))
        return response.json(state, status=200 if set(state.values()) == {"ok"} else 503)

    @app.get("/widget/<path:path>")
    async def get_widget(request: Request, path: str) -> HTTPResponse:
        file = _public(widget, path)
        if file is None or (file.name == "demo.html" and not settings.demo):
            return response.json({"error": _NOT_FOUND}, status=404)
        headers = {**_cors(settings, request), "Cache-Control": "public, max-age=300"}
        if file.suffix == ".html":
            headers["Content-Security-Policy"] = PAGE_POLICY
        return await response.file(file, mime_type=_TYPES[file.suffix], headers=headers)

    @app.on_response
    async def secure(request: Request, answer: HTTPResponse) -> None:
        for name, value in {**_HEADERS, **_cors(settings, request)}.items():
            answer.headers.setdefault(name, value)

    app.error_handler.add(Exception, _failure)
    if settings.demo:
        demo.add(app, settings)


def _public(widget: Path, path: str) -> Path | None:
    """The file that an address names, if it is one that we serve."""
    try:
        file = (widget / path).resolve()
        inside = widget.resolve() in file.parents
        return file if inside and file.suffix in _TYPES and file.is_file() else None
    except (OSError, ValueError):  # a name too long, or with NUL in it
        return None


def _cors(settings: Settings, request: Request) -> dict[str, str]:
    """Only the sites that are allowed to carry the widget may read our answers from their pages."""
    origin = request.headers.get("origin", "")
    if origin not in settings.allowed_origins:
        return {"Vary": "Origin"}  # a cache must not hand this answer to the sites that are allowed
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "GET, POST, DELETE",
        "Access-Control-Allow-Headers": "authorization, content-type",
        "Access-Control-Max-Age": "600",
        "Vary": "Origin",
    }


def _failure(request: Request, error: Exception) -> HTTPResponse:
    """Every error as one French sentence; what a visitor sends is never the server's fault."""
    status = error.status_code if isinstance(error, SanicException) else 500
    if isinstance(error, PayloadTooLarge):
        upload = request.path.endswith("/upload")
        return response.json({"error": REFUSALS["size"][1] if upload else TOO_LONG}, status=413)
    if isinstance(error, NotFound) or status == 405:
        return response.json({"error": _NOT_FOUND}, status=status)
    if status < 500:
        return response.json({"error": BAD_REQUEST}, status=400)
    import logging

    logging.getLogger("addons.pages").error("request failed", exc_info=error)
    return response.json({"error": UNAVAILABLE}, status=503)
