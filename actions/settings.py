"""Settings: the environment and ``.env``, read in this one place (documented in ``.env.example``)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
PARIS = ZoneInfo("Europe/Paris")
MIN_KEY_LENGTH = 32
_DEFAULTS = {
    "DATABASE_URL": f"sqlite:///{ROOT / 'var' / 'dossiers.db'}",
    "TRACKER_DATABASE_URL": f"sqlite:///{ROOT / 'var' / 'conversations.db'}",
    "UPLOADS_DIR": str(ROOT / "var" / "depots"),
}


class InvalidSettings(Exception):
    """A setting is missing or wrong; the message says which and what to do, in one sentence."""


@dataclass(frozen=True)
class Settings:
    """Every setting, typed. Ports are TCP ports; limits are per minute; keys are secrets."""

    host: str
    port: int
    actions_port: int
    database_url: str
    tracker_database_url: str
    redis_url: str
    web_jwt_key: str
    web_jwt_algorithm: str
    session_key: str
    action_server_token: str
    messages_per_minute: int
    sessions_per_minute: int
    proxies: int
    today: date | None
    uploads_dir: Path
    allowed_origins: tuple[str, ...]
    demo: bool
    adviser: bool

    def current_day(self) -> date:
        """The frozen day, else the day in Paris."""
        return self.today or datetime.now(PARIS).date()


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from ``environ`` (default: ``.env`` below the process environment).

    Raises:
        InvalidSettings: a value cannot be read.
    """
    env = _with_dotenv(os.environ) if environ is None else dict(environ)

    def text(name: str, default: str = "") -> str:
        return env.get(name, "").strip() or _DEFAULTS.get(name, default)

    demo, adviser = text("BOUSSOLE_DEMO") == "1", text("BOUSSOLE_ADVISER") == "1"
    return Settings(
        host=text("HOST", "127.0.0.1" if demo or adviser else "0.0.0.0"),
        port=_integer(text("PORT", "5005"), "PORT", 1, 65535),
        actions_port=_integer(text("ACTIONS_PORT", "5055"), "ACTIONS_PORT", 1, 65535),
        database_url=_database(text("DATABASE_URL")),
        tracker_database_url=_database(text("TRACKER_DATABASE_URL")),
        redis_url=text("REDIS_URL"),
        web_jwt_key=text("WEB_JWT_KEY").replace("\\n", "\n"),
        web_jwt_algorithm=_algorithm(text("WEB_JWT_ALGORITHM", "HS256")),
        session_key=text("SESSION_KEY"),
        action_server_token=text("ACTION_SERVER_TOKEN"),
        messages_per_minute=_integer(text("MESSAGES_PER_MINUTE", "30"), "MESSAGES_PER_MINUTE"),
        sessions_per_minute=_integer(text("SESSIONS_PER_MINUTE", "30"), "SESSIONS_PER_MINUTE"),
        proxies=_integer(text("SANIC_PROXIES_COUNT", "0"), "SANIC_PROXIES_COUNT", 0, 10),
        today=_day(text("TODAY")),
        uploads_dir=_path(text("UPLOADS_DIR")),
        allowed_origins=tuple(text("ALLOWED_ORIGINS").split()),
        demo=demo,
        adviser=adviser,
    )


def check_keys(settings: Settings) -> None:
    """Refuse missing, short or example keys.

    Raises:
        InvalidSettings: naming the first key at fault.
    """
    secrets = {
        "SESSION_KEY": settings.session_key,
        "ACTION_SERVER_TOKEN": settings.action_server_token,
    }
    if settings.web_jwt_algorithm == "HS256":
        secrets["WEB_JWT_KEY"] = settings.web_jwt_key
    elif "PUBLIC KEY" not in settings.web_jwt_key:
        raise InvalidSettings("WEB_JWT_KEY must hold the website's public key (PEM) with RS256.")
    for name, value in secrets.items():
        if len(value.encode()) < MIN_KEY_LENGTH:
            raise InvalidSettings(
                f"{name} is missing, too short or the example one: set at least {MIN_KEY_LENGTH} random bytes."
            )


def read_dotenv(path: Path) -> dict[str, str]:
    """``NAME=value`` lines of a file; comments and blank lines are passed over.

    Raises:
        InvalidSettings: the file cannot be read.
    """
    if not path.exists():
        return {}
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InvalidSettings(f"{path.name} cannot be read: it must be a text file.") from None
    lines = (line.strip() for line in content.splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("'\"") for name, value in pairs}


def _with_dotenv(environ: Mapping[str, str]) -> dict[str, str]:
    return {**read_dotenv(ROOT / ".env"), **environ}


def _integer(value: str, name: str, low: int = 1, high: int = 1_000_000) -> int:
    if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
        raise InvalidSettings(f"{name} must be a whole number from {low} to {high}, not {value!r}.")
    return int(value)


def _algorithm(value: str) -> str:
    if value not in ("HS256", "RS256"):
        raise InvalidSettings(f"WEB_JWT_ALGORITHM must be HS256 or RS256, not {value!r}.")
    return value


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InvalidSettings(f"TODAY must be a day written YYYY-MM-DD, not {value!r}.") from None


def _path(value: str) -> Path:
    path = Path(value)
    return path if path.is_absolute() else ROOT / path


def _database(url: str) -> str:
    """Relative SQLite files lie below the project's root, wherever the command was typed."""
    prefix = "sqlite:///"
    if url.startswith(prefix) and not url.startswith(prefix + "/") and url != prefix + ":memory:":
        return prefix + str(ROOT / url[len(prefix) :])
    return url
