"""Who is speaking: the site's token in memory only, and no talk shown to somebody else."""

from __future__ import annotations

import json

from playwright.sync_api import expect

SEND = "**/webhooks/web/webhook"
TOKEN = "**/demo/token*"


def stored(page):
    return json.loads(page.evaluate("sessionStorage.getItem('boussole')") or "{}")


def test_a_logged_in_person_speaks_with_the_sites_token_kept_in_memory(backend, visit):
    widget = visit("1000001A").open()
    expect(widget.ask("qui suis-je")).to_contain_text("Vous êtes 1000001A.")
    assert stored(widget.page)["token"] == ""
    assert ".fake" not in widget.page.evaluate(
        "JSON.stringify([{...sessionStorage}, {...localStorage}])"
    )


def test_the_token_is_asked_of_the_pages_own_site_only(backend, widget):
    widget.page.evaluate(
        "document.querySelector('script[src=\"widget.js\"]').dataset.tokenUrl = 'https://elsewhere.example/token'"
    )
    expect(widget.ask("qui suis-je")).to_contain_text("Je ne sais pas qui vous êtes.")


def test_logging_in_keeps_the_thread_when_the_person_wishes(backend, widget, base_url, sent):
    widget.ask("Bonjour")
    anonymous = stored(widget.page)["token"]
    widget.page.goto(f"{base_url}/widget/demo.html?personne=1000001A")
    bodies = sent(widget.page)
    widget.open()
    keep = widget.button("Garder la conversation")
    expect(keep).to_be_focused()
    expect(widget.field).to_be_hidden()
    keep.click()
    expect(widget.field).to_be_focused()
    expect(widget.log.locator(".turn.user")).to_have_count(1)
    expect(widget.ask("qui suis-je")).to_contain_text("1000001A")
    widget.ask("Merci")
    assert bodies[0]["continue"] == anonymous
    assert "continue" not in bodies[1]


def test_logging_in_starts_afresh_when_the_person_prefers(backend, widget, base_url, sent):
    widget.ask("Bonjour")
    widget.page.goto(f"{base_url}/widget/demo.html?personne=1000001A")
    bodies = sent(widget.page)
    widget.open().button("Commencer une nouvelle conversation").click()
    expect(widget.log.locator(".turn")).to_have_count(0)
    widget.ask("qui suis-je")
    assert "continue" not in bodies[0]


def test_logging_out_forgets_even_before_the_dialog_is_opened(backend, visit, base_url):
    widget = visit("1000001A").open()
    widget.ask("qui suis-je")
    widget.page.goto(f"{base_url}/widget/demo.html")
    widget.launcher.wait_for()
    widget.page.wait_for_function("!sessionStorage.getItem('boussole').includes('1000001A')")
    widget.open()
    expect(widget.log).to_contain_text("Vous n’êtes plus connecté")
    expect(widget.log).not_to_contain_text("1000001A")


def test_the_next_person_never_sees_the_talk_of_the_one_before(backend, visit, base_url):
    widget = visit("1000001A").open()
    widget.ask("qui suis-je")
    widget.page.goto(f"{base_url}/widget/demo.html?personne=1000002B")
    widget.open()
    expect(widget.log).to_contain_text("Une autre personne est connectée")
    expect(widget.log).not_to_contain_text("1000001A")
    expect(widget.ask("qui suis-je")).to_contain_text("1000002B")


def test_a_personal_talk_stays_hidden_while_the_site_does_not_say_who_is_there(backend, visit, cut):
    widget = visit("1000001A").open()
    widget.ask("qui suis-je")
    cut(widget.page, path=TOKEN)
    widget.page.reload()
    widget.open()
    widget.page.wait_for_timeout(200)
    expect(widget.log).not_to_contain_text("Vous êtes 1000001A")
    widget.page.unroute(TOKEN)
    widget.page.keyboard.press("Escape")
    widget.open()
    expect(widget.log).to_contain_text("Vous êtes 1000001A")


def test_when_the_site_fails_at_first_the_answer_is_general_and_says_so(backend, visit):
    widget = visit("1000001A")
    widget.page.route(TOKEN, lambda route: route.fulfill(status=500, body="oops"))
    widget.open()
    expect(widget.log).to_contain_text("Je n’ai pas pu vérifier si vous êtes connecté")
    expect(widget.ask("qui suis-je")).to_contain_text("Je ne sais pas qui vous êtes.")


def test_a_refused_personal_token_is_asked_again_and_the_message_sent_once_more(
    backend, visit, sent, reply
):
    widget = visit("1000001A").open()
    widget.ask("Bonjour")
    bodies = sent(widget.page)
    reply(widget.page, {"error": "Votre session a expiré."}, status=401, times=1)
    expect(widget.ask("qui suis-je")).to_contain_text("1000001A")
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]


def test_a_person_logged_out_in_mid_talk_may_log_in_again(backend, visit, reply, sent):
    widget = visit("1000001A").open()
    widget.ask("Bonjour")
    bodies = sent(widget.page)
    reply(widget.page, {"error": "Votre session a expiré."}, status=401, times=1)
    widget.page.route(TOKEN, lambda route: route.fulfill(status=204), times=1)
    widget.say("qui suis-je")
    expect(widget.errors()).to_contain_text("Votre session a expiré. Reconnectez-vous")
    widget.button("Réessayer").click()
    expect(widget.log.locator(".turn.bot").last).to_contain_text("1000001A")
    expect(widget.errors()).to_have_count(0)
    assert bodies[0] == bodies[1]


def test_or_go_on_without_their_file(backend, visit, reply):
    widget = visit("1000001A").open()
    widget.ask("Bonjour")
    reply(widget.page, {"error": "Votre session a expiré."}, status=401, times=1)
    widget.page.route(TOKEN, lambda route: route.fulfill(status=401, json={}))
    widget.say("qui suis-je")
    widget.button("Continuer sans me connecter").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    expect(widget.log.locator(".turn.bot")).to_contain_text("Je ne sais pas qui vous êtes.")
