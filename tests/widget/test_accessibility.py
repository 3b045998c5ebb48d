"""RGAA / WCAG 2.2 AA: axe at each state, keyboard alone, focus, announcements, small windows, zoom."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PDF = {"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
# What a screen reader would announce: text added to a live part of the page.
LISTEN = """() => {
  window.heard = [];
  const root = document.querySelector('[data-boussole]').shadowRoot;
  const live = (node) => {
    const region = node.closest('[aria-live], [role=log], [role=status], [role=alert]');
    return region && region.getAttribute('aria-live') !== 'off';
  };
  new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
    const inside = target.nodeType === 1 ? target : target.parentElement;
    if (inside && live(inside)) addedNodes.forEach((node) => window.heard.push(node.textContent));
  })).observe(root, { childList: true, subtree: true, characterData: true });
}"""


@pytest.mark.parametrize(
    ("scheme", "size"),
    [("light", (1280, 800)), ("dark", (1280, 800)), ("light", (390, 844)), ("dark", (320, 568))],
)
def test_axe_finds_nothing_in_a_whole_talk(visit, axe, reply, scheme, size):
    widget = visit(color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
    widget.launcher.wait_for()
    axe(widget.page)
    widget.open()
    axe(widget.page)
    answer = widget.ask("Cet atelier est-il obligatoire ?")
    answer.get_by_role("button", name="Utile", exact=True).click()
    for summary in widget.log.locator("summary").all():
        summary.click()
    axe(widget.page)
    widget.field.press("Enter")
    reply(widget.page, {"error": "Réessayez dans un instant."}, status=503, times=1)
    widget.say("Bonjour")
    expect(widget.errors()).to_have_count(1)
    axe(widget.page)


def test_axe_finds_nothing_in_the_rarer_states(backend, visit, axe, base_url):
    widget = visit().open()
    widget.ask("Bonjour")
    widget.page.goto(f"{base_url}/widget/demo.html?personne=1000001A")
    widget.open()
    widget.button("Garder la conversation").wait_for()
    axe(widget.page)
    widget.button("Garder la conversation").click()
    widget.page.route("**/webhooks/web/upload", lambda route: None)
    widget.file.set_input_files(PDF)
    widget.dialog.get_by_role("progressbar").wait_for()
    axe(widget.page)
    widget.button("Annuler l’envoi").click()
    widget.page.context.set_offline(True)
    widget.say("Bonjour")
    expect(widget.errors()).to_have_count(2)
    axe(widget.page)
    widget.page.context.set_offline(False)
    widget.button("Effacer").click()
    widget.button("Oui, tout effacer").wait_for()
    axe(widget.page)
    widget.button("Oui, tout effacer").click()
    axe(widget.page)


def test_the_keyboard_alone_is_enough(backend, visit):
    widget = visit()
    keyboard = widget.page.keyboard
    widget.launcher.wait_for()

    def tab_to(locator, limit=40, key="Tab"):
        for _ in range(limit):
            if locator.count() == 1 and locator.evaluate(
                "node => node.getRootNode().activeElement === node"
            ):
                return
            keyboard.press(key)
        pytest.fail(f"out of reach: {locator}")

    tab_to(widget.launcher)
    keyboard.press("Enter")
    expect(widget.field).to_be_focused()
    keyboard.type("est-ce obligatoire")
    keyboard.press("Enter")
    answer = widget.log.locator(".turn.bot")
    expect(answer.get_by_role("button", name="Pas utile")).to_be_visible()
    tab_to(answer.get_by_role("button", name="Pas utile"), key="Shift+Tab")
    keyboard.press(" ")
    expect(answer).to_contain_text("Merci de votre avis.")
    tab_to(answer.get_by_role("button", name="C’est une invitation"), key="Shift+Tab")
    tab_to(answer.locator("summary").last, key="Shift+Tab")
    keyboard.press("Enter")
    tab_to(answer.get_by_role("link", name="R5412-1"))
    tab_to(answer.get_by_role("button", name="C’est une invitation"))
    keyboard.press("Enter")
    expect(widget.log.locator(".turn.bot")).to_have_count(2)
    expect(widget.field).to_be_focused()
    tab_to(widget.log, key="Shift+Tab")
    tab_to(widget.button("Effacer"), key="Shift+Tab")
    keyboard.press(" ")
    expect(widget.button("Oui, tout effacer")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(widget.log.locator(".turn.user")).to_have_count(2)
    expect(widget.field).to_be_focused()
    tab_to(widget.button("Effacer"), key="Shift+Tab")
    keyboard.press("Enter")
    keyboard.press("Enter")
    expect(widget.log.locator(".turn.user")).to_have_count(0)
    expect(widget.field).to_be_focused()
    keyboard.press("Escape")
    expect(widget.dialog).to_be_hidden()
    expect(widget.launcher).to_be_focused()


@pytest.mark.parametrize("size", [(1280, 800), (390, 700)])
def test_closing_gives_focus_back_to_the_launcher(visit, size):
    widget = visit(viewport={"width": size[0], "height": size[1]})
    for close in (
        lambda: widget.page.keyboard.press("Escape"),
        lambda: widget.button("Fermer").click(),
    ):
        widget.open()
        close()
        expect(widget.dialog).to_be_hidden()
        expect(widget.launcher).to_be_focused()


def test_on_a_small_window_focus_stays_in_the_dialog(visit):
    widget = visit(viewport={"width": 390, "height": 700}).open()
    for _ in range(25):
        widget.page.keyboard.press("Tab")
        behind = widget.page.evaluate(
            "document.activeElement !== document.body"
            " && !document.activeElement.hasAttribute('data-boussole')"
        )
        assert not behind, "the page behind is out of reach"


def test_an_open_dialog_survives_a_change_of_size(visit):
    widget = visit().open()
    widget.field.fill("à moitié écrit")
    for width in (390, 1280):
        widget.page.set_viewport_size({"width": width, "height": 800})
        expect(widget.dialog).to_be_visible()
        expect(widget.field).to_be_focused()
        expect(widget.field).to_have_value("à moitié écrit")


def test_each_answer_is_announced_once_and_its_buttons_are_not(backend, widget):
    widget.page.evaluate(LISTEN)
    widget.ask("est-ce obligatoire")
    expect(widget.button("Pas utile")).to_be_visible()
    heard = widget.page.evaluate("window.heard")
    assert sum("Cela dépend des mots" in text for text in heard) == 1
    assert not any(
        "Pas utile" in text or "R5412-1" in text or "C’est une invitation" in text for text in heard
    )
    assert sum("Boussole écrit" in text for text in heard) == 1


def test_an_error_is_announced_once(widget, reply):
    reply(widget.page, {"error": "Réessayez dans un instant."}, status=503)
    widget.page.evaluate(LISTEN)
    widget.say("Bonjour")
    expect(widget.errors()).to_have_count(1)
    heard = widget.page.evaluate("window.heard")
    assert sum("Réessayez dans un instant." in text for text in heard) == 1


def test_a_kept_talk_is_not_read_out_again_when_the_page_changes(widget):
    widget.ask("Bonjour")
    widget.page.reload()
    widget.launcher.wait_for()
    widget.page.evaluate(LISTEN)
    widget.open()
    widget.page.wait_for_timeout(150)
    assert widget.page.evaluate("window.heard.join('')").strip() == ""


def test_every_control_has_a_name(widget):
    widget.ask("Cet atelier est-il obligatoire ?")
    controls = widget.page.locator("[data-boussole]").locator(
        "button, a, textarea, input:not([hidden])"
    )
    assert controls.count() > 8
    for control in controls.all():
        if control.is_visible():
            assert control.aria_snapshot().count('"') >= 2, control.aria_snapshot()


def test_small_windows_and_zoom_need_no_sideways_scrolling(visit):
    widget = visit().open()
    widget.ask("Cet atelier est-il obligatoire ?")
    # 320 px wide; a phone lying down; 200 % and 400 % zoom of a 1280 x 800 window.
    for width, height in [(320, 568), (568, 320), (640, 400), (320, 256)]:
        widget.page.set_viewport_size({"width": width, "height": height})
        assert widget.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for part in (widget.log, widget.dialog):
            assert part.evaluate("node => node.scrollWidth <= node.clientWidth")
        for name in ("Envoyer", "Fermer", "Effacer"):
            control = widget.button(name)
            control.scroll_into_view_if_needed()
            expect(control).to_be_in_viewport(ratio=0.95)
            control.click(trial=True)
        expect(widget.field).to_be_visible()


def test_text_twice_as_large_fits(visit):
    widget = visit()
    widget.page.evaluate("document.documentElement.style.fontSize = '200%'")
    widget.open().ask("Cet atelier est-il obligatoire ?")
    expect(widget.field).to_have_css("font-size", "32px")
    expect(widget.button("Envoyer")).to_be_in_viewport(ratio=0.95)
    assert widget.dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")


def test_targets_are_large_enough(widget):
    answer = widget.ask("Cet atelier est-il obligatoire ?")
    answer.get_by_role("button", name="Pas utile").wait_for()
    for control in widget.dialog.locator("button, summary, textarea").all():
        box = control.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24


def test_reduced_motion_is_respected(visit):
    for wish, name in (("reduce", "none"), ("no-preference", "rise")):
        widget = visit(reduced_motion=wish).open()
        expect(widget.dialog).to_have_css("animation-name", name)


def test_the_site_chooses_its_colours_and_dark_mode_is_followed(visit):
    widget = visit(color_scheme="light")
    widget.page.evaluate(
        "document.documentElement.style.setProperty('--boussole-accent', 'rgb(90, 20, 110)')"
    )
    widget.open()
    expect(widget.button("Envoyer")).to_have_css("background-color", "rgb(90, 20, 110)")
    widget.page.emulate_media(color_scheme="dark")
    expect(widget.dialog).to_have_css("background-color", "rgb(20, 33, 37)")
    expect(widget.button("Envoyer")).to_have_css("color", "rgb(255, 255, 255)")
