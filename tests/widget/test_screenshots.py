"""Pictures of what people see, kept in reports/screenshots for somebody to look at."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PDF = {"name": "certificat médical.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
SIZES = {"desktop": (1280, 800), "mobile": (390, 844), "narrow": (320, 568)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SIZES)
def test_pictures_of_a_talk(visit, shot, name, scheme):
    width, height = SIZES[name]
    widget = visit(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    widget.launcher.wait_for()
    shot(widget.page, f"{name}-{scheme}-1-closed")
    widget.open()
    shot(widget.page, f"{name}-{scheme}-2-first")
    answer = widget.ask("Cet atelier est-il obligatoire ?")
    answer.get_by_role("button", name="Pas utile").wait_for()
    shot(widget.page, f"{name}-{scheme}-3-answer")
    for summary in answer.locator("summary").all():
        summary.click()
    answer.get_by_role("button", name="Pas utile").scroll_into_view_if_needed()
    shot(widget.page, f"{name}-{scheme}-4-sources")
    expect(answer.get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("name", SIZES)
def test_pictures_of_trouble_and_upload(visit, shot, reply, name):
    width, height = SIZES[name]
    widget = visit(
        "1000001A", viewport={"width": width, "height": height}, reduced_motion="reduce"
    ).open()
    widget.page.route("**/webhooks/web/upload", lambda route: None)
    reply(
        widget.page,
        {"error": "L’assistant n’est pas disponible pour le moment."},
        status=503,
        times=1,
    )
    widget.say("Je suis malade, je ne pourrai pas venir demain")
    expect(widget.errors()).to_have_count(1)
    shot(widget.page, f"{name}-error")
    widget.file.set_input_files(PDF)
    expect(widget.dialog.get_by_role("progressbar")).to_be_visible()
    shot(widget.page, f"{name}-upload")
    widget.say("é" * 1001)
    expect(widget.dialog.get_by_role("alert")).not_to_be_empty()
    shot(widget.page, f"{name}-too-long")
