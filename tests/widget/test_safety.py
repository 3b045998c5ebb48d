"""Nothing that anybody writes becomes more than text, and a strict page still carries the widget."""

from __future__ import annotations

from playwright.sync_api import expect

HOSTILE = '<img src=x onerror="window.owned=1"><script>window.owned=1</script>{{7*7}} **gras** [x](javascript:window.owned=1)'
BAD_URLS = [
    "javascript:window.owned=1",
    "JaVaScRiPt:window.owned=1",
    " javascript:window.owned=1",
    "java\nscript:window.owned=1",
    "data:text/html,<script>window.owned=1</script>",
    "http://example.org/",
    "//example.org/",
    "https://user:pass@example.org/",
    "vbscript:x",
    "",
    "https://",
]
STRICT = (
    "default-src 'none'; script-src {host}; connect-src 'self' {host}; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def owned(page):
    return page.evaluate("window.owned") is not None


def test_hostile_text_stays_text_everywhere(widget, reply):
    message = {
        "text": HOSTILE,
        "buttons": [{"title": HOSTILE, "payload": HOSTILE}],
        "sources": [
            {"ref": HOSTILE, "id": HOSTILE, "url": "javascript:window.owned=1", "since": HOSTILE}
        ],
        "rules": [HOSTILE],
        "reasons": [f"Parce que {HOSTILE}"],
        "attachments": [{"title": HOSTILE, "url": "data:text/html,x"}],
    }
    reply(widget.page, [message])
    answer = widget.ask(HOSTILE)
    expect(widget.log.locator(".turn.user")).to_contain_text(HOSTILE)
    expect(answer.locator(".bubble")).to_contain_text(HOSTILE)
    for summary in answer.locator("summary").all():
        summary.click()
    assert answer.get_by_text(HOSTILE).count() == 5
    assert widget.dialog.locator("img, script, a[href^='javascript'], strong").count() == 0
    answer.get_by_role("button", name=HOSTILE).click()
    widget.page.reload()
    widget.open()
    assert widget.dialog.locator("img, script").count() == 0
    assert not owned(widget.page)


def test_only_plain_https_addresses_become_links(widget, reply):
    for url in BAD_URLS:
        message = {
            "text": f"Voir {url} ici",
            "sources": [{"ref": "Une source", "url": url}],
            "attachments": [{"title": "Doc", "url": url}],
        }
        reply(widget.page, [message], times=1)
        answer = widget.ask("Bonjour")
        answer.get_by_text("Source", exact=True).click()
        expect(answer.get_by_text("Une source")).to_be_visible()
        assert answer.get_by_role("link").count() == 0, url


def test_linkified_addresses_stop_where_they_should(widget, reply):
    reply(
        widget.page,
        [
            {
                "text": '(https://example.org/a?b=1&c=2), « https://example.org/é » https://x.org"onclick=1'
            }
        ],
    )
    answer = widget.ask("Bonjour")
    links = [link.get_attribute("href") for link in answer.get_by_role("link").all()]
    assert links == [
        "https://example.org/a?b=1&c=2",
        "https://example.org/%C3%A9",
        "https://x.org/",
    ]


def test_a_document_of_our_own_host_is_a_link(widget, reply, base_url):
    reply(
        widget.page,
        [{"text": "Voici.", "attachments": [{"title": "Calendrier", "url": "/documents/a.ics"}]}],
    )
    link = widget.ask("Bonjour").get_by_role("link", name="Calendrier")
    expect(link).to_have_attribute("href", f"{base_url}/documents/a.ics")


def test_a_poisoned_transcript_stays_text(widget):
    widget.page.evaluate(
        """text => sessionStorage.setItem('boussole', JSON.stringify({owner: null, token: '', expires: 0, items: [
            {key: 'a', kind: 'user', text}, {key: 'b', kind: 'note', text, actions: []}]}))""",
        HOSTILE,
    )
    widget.page.reload()
    widget.open()
    expect(widget.log.get_by_text(HOSTILE)).to_have_count(2)
    assert not owned(widget.page)


def test_a_broken_transcript_never_breaks_the_widget(widget):
    bad_items = '{"items": [null, {"kind": "bot"}, {"kind": "?"}]}'
    for kept in ("3", "null", "[", '{"items": 3}', bad_items):
        widget.page.evaluate("kept => sessionStorage.setItem('boussole', kept)", kept)
        widget.page.reload()
        widget.open()
        widget.ask("Bonjour")


def test_a_strict_site_on_another_host_carries_the_widget(backend, standin, new_context):
    site = standin.Backend(csp=STRICT.format(host=backend.url))
    site.pages["/"] = (
        "<!doctype html><html lang='fr'><head><title>Site</title>"
        f"<script src='{backend.url}/widget/widget.js' defer></script></head><body><main><h1>Site</h1></main></body></html>"
    )
    page = new_context().new_page()
    console = []
    page.on("console", lambda message: console.append(message.text))
    page.goto(site.url)
    page.get_by_role("button", name="Ouvrir l’assistant").click()
    page.get_by_role("textbox", name="Votre message").fill("une\ndeux\ntrois")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("log")).to_contain_text("Vous avez dit")
    expect(page.get_by_role("dialog")).to_have_css("position", "fixed")
    assert [line for line in console if "favicon" not in line and "404" not in line] == []
    site.shutdown()
    site.server_close()


def test_the_tag_twice_gives_one_launcher(backend, new_context):
    tag = "<script src='/widget/widget.js' defer></script>"
    backend.pages["/"] = (
        f"<!doctype html><html lang='fr'><head><title>Site</title>{tag}{tag}</head><body></body></html>"
    )
    page = new_context().new_page()
    page.goto(backend.url)
    launcher = page.get_by_role("button", name="Ouvrir l’assistant")
    launcher.wait_for()
    page.wait_for_load_state("networkidle")
    expect(launcher).to_have_count(1)


def test_without_javascript_the_page_says_where_to_turn(new_context, base_url):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{base_url}/widget/demo.html")
    notice = page.locator("noscript .card")
    expect(notice).to_contain_text("JavaScript est désactivé")
    expect(notice.get_by_role("link", name="39 49")).to_have_attribute("href", "tel:3949")
    expect(notice.get_by_role("link", name="espace personnel")).to_be_visible()
