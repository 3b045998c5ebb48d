"""The widget on a site that is not the assistant's own host: real servers, real browser, real CORS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.house import House, opened
from tests.servers.test_once import typed

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title>
<script src="{assistant}/widget/widget.js" data-token-url="/demo/token?identifiant={who}" defer></script>
</head><body><main><h1>Un autre site</h1></main></body></html>"""


@pytest.fixture
def site(standin: Any) -> Iterator[Any]:
    """A site of its own."""
    server = standin.Backend()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def house(tmp_path, site: Any) -> Iterator[House]:
    """An assistant that allows the site."""
    with opened(tmp_path, ALLOWED_ORIGINS=site.url, BOUSSOLE_DEMO="") as one:
        yield one


def test_everything_works_from_an_allowed_site(house, site, new_context, real_widget):
    site.csp = (
        f"default-src 'none'; script-src {house.address}; connect-src 'self' {house.address}; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    site.pages["/site.html"] = PAGE.format(assistant=house.address, who="")
    page = new_context().new_page()
    page.goto(f"{site.url}/site.html")
    widget = real_widget(page).open()
    answer = widget.ask("Cet atelier est-il obligatoire ?")
    answer.get_by_role("button", name="Utile", exact=True).click()
    expect(answer).to_contain_text("Merci de votre avis.")
    token = page.evaluate("JSON.parse(sessionStorage.boussole).token")
    assert typed(house, token)
    widget.button("Effacer").click()
    widget.button("Oui, tout effacer").click()
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")
    assert typed(house, token) == []
