"""Pictures of what people see, kept in reports/screenshots for somebody to look at."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PDF = {"name": "certificat médical.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
SIZES = {"desktop": (1280, 800), "mobile": (390, 844), "narrow": (320, 568)}


@pytest.mark.parametrize("name", SIZES)
def test_pictures_of_a_talk_of_trouble_and_of_an_upload(visit, shot, reply, name):
    width, height = SIZES[name]
    widget = visit("1000001A", viewport={"width": width, "height": height})
    widget.launcher.wait_for()
    shot(widget.page, f"{name}-closed")
    widget.open()
    shot(widget.page, f"{name}-first")
    answer = widget.ask("Cet atelier est-il obligatoire ?")
    answer.get_by_role("button", name="Pas utile").wait_for()
    shot(widget.page, f"{name}-answer")
    for summary in answer.locator("summary").all():
        summary.click()
    answer.get_by_role("button", name="Pas utile").scroll_into_view_if_needed()
    shot(widget.page, f"{name}-sources")
    expect(answer.get_by_role("link").first).to_be_visible()
    widget.page.route("**/webhooks/web/upload", lambda route: None)
    trouble = {"error": "L’assistant n’est pas disponible pour le moment."}
    reply(widget.page, trouble, status=503, times=1)
    widget.say("Je suis malade, je ne pourrai pas venir demain")
    expect(widget.errors()).to_have_count(1)
    shot(widget.page, f"{name}-error")
    widget.file.set_input_files(PDF)
    expect(widget.dialog.get_by_role("progressbar")).to_be_visible()
    shot(widget.page, f"{name}-upload")
    widget.say("é" * 1001)
    expect(widget.dialog.get_by_role("alert")).not_to_be_empty()
    shot(widget.page, f"{name}-too-long")
    widget.button("Effacer").click()
    for title in ("Oui, tout effacer", "Non, garder"):
        expect(widget.button(title)).to_be_in_viewport(ratio=0.95)
    shot(widget.page, f"{name}-erase")
