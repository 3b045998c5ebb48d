"""Real Chromium on the demo page. ``WIDGET_BASE_URL`` runs the same journeys against a server that is
up already (the tests that need canned words are then skipped); without it a stand-in answers."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

HERE = Path(__file__).parent
SHOTS = HERE.parents[1] / "reports" / "screenshots"
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SEND = "**/webhooks/web/webhook"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """No browser, no test: said in the report."""
    mine = [item for item in items if HERE in Path(item.path).parents]
    for item in mine:
        if not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="chromium is not installed"))


class Widget:
    """The widget as a person meets it: by roles and names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.get_by_role("button", name="Ouvrir l’assistant")
        self.dialog = page.get_by_role("dialog", name="Boussole")
        self.log = page.get_by_role("log")
        self.field = page.get_by_role("textbox", name="Votre message")
        self.file = page.locator("[data-boussole] input[type=file]")

    def open(self) -> Widget:
        """Open the dialog."""
        self.launcher.click()
        expect(self.dialog).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        """A button of the dialog."""
        return self.dialog.get_by_role("button", name=name)

    def say(self, text: str) -> None:
        """Type a message and send it."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Say something and wait for the answer to it."""
        answers = self.log.locator(".turn.bot")
        before = answers.count()
        self.say(text)
        expect(answers).to_have_count(before + 1, timeout=25_000)
        return answers.nth(before)

    def attach(self, name: str, content: bytes) -> None:
        """Pick a file."""
        self.file.set_input_files({"name": name, "mimeType": "", "buffer": content})

    def saved(self, title: str) -> tuple[str, bytes]:
        """Name and content of the document behind a link."""
        with self.page.expect_download() as download:
            self.dialog.get_by_role("link", name=title).last.click()
        return download.value.suggested_filename, download.value.path().read_bytes()

    def errors(self) -> Locator:
        """The sentences about what went wrong."""
        return self.log.locator(".turn.error")


@pytest.fixture
def real_widget() -> type[Widget]:
    """The widget of any page."""
    return Widget


@pytest.fixture(scope="session")
def standin() -> ModuleType:
    """The module of the stand-in server."""
    spec = importlib.util.spec_from_file_location("widget_backend", HERE / "backend.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def backend(standin: ModuleType) -> Iterator[Any]:
    """The stand-in; skipped when a real server is tested."""
    if os.environ.get("WIDGET_BASE_URL"):
        pytest.skip("needs the canned answers of the stand-in")
    server = standin.Backend()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def base_url(request: pytest.FixtureRequest) -> str:
    """Where the widget is served."""
    return os.environ.get("WIDGET_BASE_URL") or request.getfixturevalue("backend").url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts. Whatever a test does, only its own machine may be contacted."""
    made: list[BrowserContext] = []
    asked: list[str] = []

    def make(**options: Any) -> BrowserContext:
        usual = {
            "locale": "fr-FR",
            "viewport": {"width": 1280, "height": 800},
            "reduced_motion": "reduce",  # or each opening would be waited for
        }
        context = browser.new_context(**{**usual, **options})
        context.set_default_timeout(8_000)
        context.on("request", lambda request: asked.append(request.url))
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    foreign = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:"))]
    assert not foreign, f"other hosts were contacted: {foreign}"


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext], base_url: str) -> Callable[..., Widget]:
    """Opens the demo page in a new context: ``visit(personne="1000001A", color_scheme="dark")``."""

    def go(personne: str = "", **options: Any) -> Widget:
        page = new_context(**options).new_page()
        page.goto(f"{base_url}/widget/demo.html" + (f"?personne={personne}" if personne else ""))
        return Widget(page)

    return go


@pytest.fixture
def widget(visit: Callable[..., Widget]) -> Widget:
    """An open dialog, nobody logged in."""
    return visit().open()


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that axe finds nothing on a page."""

    def check(page: Page) -> None:
        found = Axe().run(page).response["violations"]
        assert not found, [
            (rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found
        ]

    return check


@pytest.fixture
def shot() -> Callable[[Page, str], None]:
    """Keeps a screenshot as an artefact."""

    def take(page: Page, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"widget-{name}.png")

    return take


@pytest.fixture
def sent() -> Callable[[Page], list[dict[str, Any]]]:
    """Records the messages that a page sends."""

    def listen(page: Page) -> list[dict[str, Any]]:
        bodies: list[dict[str, Any]] = []
        page.on(
            "request",
            lambda request: (
                request.url.endswith("/webhook") and bodies.append(request.post_data_json)
            ),
        )
        return bodies

    return listen


@pytest.fixture
def reply() -> Callable[..., None]:
    """Answers the page's messages in the place of the server: a list of messages, or an error."""

    def install(page: Page, content: Any, status: int = 200, times: int | None = None) -> None:
        page.route(SEND, lambda route: route.fulfill(status=status, json=content), times=times)

    return install


@pytest.fixture
def cut() -> Callable[..., None]:
    """Cuts the line under the next ``times`` messages (all of them when None)."""

    def install(page: Page, times: int | None = None, path: str = SEND) -> None:
        page.route(path, lambda route: route.abort("connectionreset"), times=times)

    return install
