"""Light and quick: the whole widget in few bytes, ready at once."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2] / "widget"
LIMIT_BYTES = 150_000
LIMIT_SECONDS = 1.0


def test_the_widget_weighs_little():
    files = [ROOT / "widget.js", ROOT / "widget.css", *(ROOT / "parts").glob("*.js")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < LIMIT_BYTES


def test_it_is_ready_within_a_second_on_a_cold_cache(new_context, base_url):
    seconds = []
    for _ in range(3):  # a busy machine may spoil one try
        page = new_context().new_page()
        start = time.perf_counter()
        page.goto(f"{base_url}/widget/demo.html", wait_until="commit")
        page.get_by_role("button", name="Ouvrir l’assistant").click()
        expect(page.get_by_role("textbox", name="Votre message")).to_be_focused()
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < LIMIT_SECONDS, seconds
