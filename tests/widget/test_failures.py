"""When something breaks: a kind sentence, something to do, and never the same message twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


def test_a_lost_connection_is_tried_again_with_the_same_id(widget, sent, cut):
    bodies = sent(widget.page)
    cut(widget.page, times=2)
    widget.ask("Bonjour")
    assert len(bodies) == 3
    assert len({body["message_id"] for body in bodies}) == 1
    expect(widget.errors()).to_have_count(0)


def test_a_line_that_stays_down_is_explained_and_can_be_tried_again(widget, sent, cut):
    bodies = sent(widget.page)
    cut(widget.page, times=3)
    widget.say("Bonjour")
    expect(widget.errors()).to_contain_text("Je n’arrive pas à joindre le service")
    widget.button("Réessayer").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)
    expect(widget.errors()).to_have_count(0)
    expect(widget.field).to_be_focused()
    assert len({body["message_id"] for body in bodies}) == 1


def test_offline_messages_leave_when_the_network_is_back(widget, sent):
    context = widget.page.context
    context.set_offline(True)
    expect(
        widget.dialog.get_by_text("Vous êtes hors connexion. Vous pouvez relire")
    ).to_be_visible()
    widget.say("Bonjour")
    expect(widget.errors()).to_contain_text("Votre message partira dès que la connexion revient")
    context.set_offline(False)
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)
    expect(widget.errors()).to_have_count(0)
    expect(widget.dialog.get_by_text("Vous êtes hors connexion")).to_have_count(0)


def test_the_servers_own_sentence_is_shown_with_a_way_on(widget, reply):
    reply(widget.page, {"error": "Attendez une minute, puis réessayez."}, status=429, times=1)
    widget.say("Bonjour")
    expect(widget.errors()).to_contain_text("Attendez une minute, puis réessayez.")
    widget.button("Réessayer").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)


def test_words_that_are_refused_are_not_offered_again(widget, reply):
    reply(widget.page, {"error": "Votre message est trop long."}, status=413, times=1)
    widget.say("Bonjour")
    expect(widget.errors()).to_contain_text("Votre message est trop long.")
    expect(widget.button("Réessayer")).to_have_count(0)


@pytest.mark.parametrize("status", [200, 502])
def test_whatever_comes_back_the_person_gets_a_sentence(widget, status):
    bodies = ["<html>Bad gateway</html>", "[", '{"error": 3}']
    rest = iter(bodies)
    widget.page.route(
        "**/webhooks/web/webhook", lambda route: route.fulfill(status=status, body=next(rest))
    )
    for count in range(1, len(bodies) + 1):
        widget.say("Bonjour")
        expect(widget.errors()).to_have_count(count)
        expect(widget.errors().last).to_contain_text("39 49")
        expect(widget.errors().last).not_to_contain_text("html")


def test_a_silent_answer_is_not_silence(widget, reply):
    for count, content in enumerate([[], [{}], "x", [None, 3, "x"], {"text": "x"}], start=1):
        reply(widget.page, content, times=1)
        widget.say("Bonjour")
        expect(widget.errors()).to_have_count(count)
        expect(widget.errors().last).to_contain_text("Je n’ai pas su répondre à ce message")


def test_no_session_no_silence(visit, sent):
    widget = visit()
    widget.page.route("**/webhooks/web/session", lambda route: route.fulfill(status=429, body=""))
    widget.open().say("Bonjour")
    expect(widget.errors()).to_contain_text("Vous avez envoyé beaucoup de messages")


def test_an_answer_that_never_comes_is_said_late_then_given_up(visit):
    widget = visit()
    widget.page.clock.install()
    widget.page.reload()
    widget.page.route("**/webhooks/web/webhook", lambda route: None)
    widget.open().say("Bonjour")
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_be_visible()
    widget.page.clock.run_for(9_000)
    expect(widget.dialog.get_by_text("plus de temps que d’habitude")).to_be_visible()
    widget.page.clock.run_for(25_000)
    expect(widget.errors()).to_contain_text("La réponse n’est pas arrivée à temps")


def test_a_message_left_under_way_is_offered_again_on_the_next_page(widget, sent):
    bodies = sent(widget.page)
    with widget.page.expect_request("**/webhooks/web/webhook"):
        widget.page.route("**/webhooks/web/webhook", lambda route: None, times=1)
        widget.say("Bonjour")
    widget.page.reload()
    widget.open()
    expect(widget.errors()).to_contain_text("ne vous est pas parvenue")
    widget.button("Réessayer").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)
    assert len({body["message_id"] for body in bodies}) == 1


def test_an_opinion_that_cannot_be_kept_is_said(widget, cut):
    answer = widget.ask("Bonjour")
    widget.page.route("**/webhooks/web/feedback", lambda route: route.fulfill(status=503, body=""))
    answer.get_by_role("button", name="Pas utile").click()
    expect(answer).to_contain_text("Votre avis n’a pas pu être enregistré")
    expect(answer.get_by_role("button", name="Pas utile")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_a_widget_that_cannot_load_leaves_a_sentence(new_context, base_url):
    page = new_context().new_page()
    page.route("**/widget/parts/app.js", lambda route: route.abort())
    page.goto(f"{base_url}/widget/demo.html")
    expect(page.get_by_text("L’assistant n’est pas disponible pour le moment.")).to_be_visible()


def test_erasing_in_mid_answer_erases_the_answer_too(widget):
    held = []
    widget.page.route("**/webhooks/web/webhook", lambda route: held.append(route))
    widget.say("Bonjour")
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_be_visible()
    widget.page.wait_for_timeout(300)
    widget.button("Effacer").click()
    widget.button("Oui, tout effacer").click()
    held[0].fulfill(json=[{"text": "Trop tard"}])
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_have_count(0)
    expect(widget.log).not_to_contain_text("Trop tard")
