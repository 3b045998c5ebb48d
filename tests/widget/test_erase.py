"""« Effacer »: asked first, then gone from the tab and from the server, in order with what is said around it."""

from __future__ import annotations

from playwright.sync_api import expect

CONVERSATION = "**/webhooks/web/conversation"


def erase(widget, sure="Oui, tout effacer"):
    """Press « Effacer » and answer its question."""
    widget.button("Effacer").click()
    widget.button(sure).click()


def erased(backend):
    """What the server was told to forget: the token and whose it is."""
    return [(token, who) for route, token, who in backend.received if route == "conversation"]


def kept(widget):
    """What the tab keeps."""
    return widget.page.evaluate("sessionStorage.getItem('boussole')")


def test_it_says_what_goes_and_waits_for_a_yes(backend, widget):
    widget.ask("Bonjour")
    widget.button("Effacer").click()
    expect(widget.dialog).to_contain_text("Effacer toute la conversation")
    expect(widget.dialog).to_contain_text("ici et sur nos serveurs. C’est définitif.")
    expect(widget.dialog).not_to_contain_text("dans votre dossier")
    expect(widget.field).to_be_hidden()
    widget.button("Effacer la conversation").click()
    expect(widget.button("Oui, tout effacer")).to_be_focused()
    widget.button("Non, garder").click()
    expect(widget.log.locator(".turn.user")).to_have_count(1)
    expect(widget.field).to_be_focused()
    assert erased(backend) == []


def test_the_tab_and_the_server_forget(backend, widget):
    widget.ask("Bonjour")
    (token,) = backend.sessions
    erase(widget)
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")
    assert erased(backend) == [(token, None)]
    assert "Bonjour" not in kept(widget)
    assert token not in kept(widget)
    widget.ask("Merci")
    assert len(backend.sessions) == 2, "a new conversation begins"
    widget.page.reload()
    widget.open()
    expect(widget.log.locator(".turn.user")).to_have_count(1)


def test_nothing_said_nothing_to_erase(backend, widget):
    widget.button("Effacer").click()
    expect(widget.log).to_contain_text("Vous n’avez encore rien écrit")
    assert erased(backend) == []


def test_a_person_is_told_what_stays(backend, visit):
    widget = visit("1000001A").open()
    widget.ask("Bonjour")
    widget.button("Effacer").click()
    expect(widget.dialog).to_contain_text("Tous vos messages, même anciens")
    expect(widget.dialog).to_contain_text(
        "Vos démarches confirmées et vos fichiers déposés resteront dans votre dossier."
    )
    widget.button("Oui, tout effacer").click()
    expect(widget.log).to_contain_text("vos fichiers déposés restent dans votre dossier")
    assert [who for _, who in erased(backend)] == ["1000001A"]


def test_what_was_said_before_logging_in_goes_too(backend, widget, base_url):
    widget.ask("Je ne pourrai pas venir")
    (token,) = backend.sessions
    widget.page.goto(f"{base_url}/widget/demo.html?personne=1000001A")
    widget.open().button("Garder la conversation").click()
    widget.ask("Bonjour")
    erase(widget)
    expect(widget.log).to_contain_text("La conversation est effacée")
    assert sorted(who or "" for _, who in erased(backend)) == ["", "1000001A"]
    assert (token, None) in erased(backend)


def test_sessions_that_expired_under_the_same_talk_go_too(backend, widget):
    widget.ask("Bonjour")
    widget.page.evaluate(
        "() => { const kept = JSON.parse(sessionStorage.boussole);"
        " sessionStorage.boussole = JSON.stringify({ ...kept, expires: 1 }); }"
    )
    widget.page.reload()
    widget.open().ask("Merci")
    assert len(backend.sessions) == 2
    erase(widget)
    expect(widget.log).to_contain_text("La conversation est effacée")
    assert {token for token, _ in erased(backend)} == backend.sessions


def test_it_keeps_its_place_between_messages(backend, widget):
    """What is under way arrives before, what is typed after it is said to a new conversation."""
    held = []
    widget.ask("un")
    widget.page.route("**/webhooks/web/webhook", lambda route: held.append(route), times=1)
    widget.say("deux")
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_be_visible()
    widget.page.wait_for_timeout(100)
    erase(widget)
    widget.say("trois")
    assert erased(backend) == []
    held[0].continue_()
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    expect(widget.log.locator(".turn.bot")).to_contain_text("trois")
    told = [
        content["message"] if route == "webhook" else route
        for route, content, _ in backend.received
    ]
    assert told == ["un", "deux", "conversation", "trois"]
    assert "deux" not in kept(widget)


def test_a_failure_is_said_and_can_be_tried_again(backend, widget):
    widget.ask("Bonjour")
    widget.page.route(CONVERSATION, lambda route: route.fulfill(status=503, json={}), times=1)
    erase(widget)
    expect(widget.errors()).to_contain_text("je n’ai pas pu l’effacer de nos serveurs")
    expect(widget.errors()).to_contain_text("30 jours après votre dernier message")
    expect(widget.log.locator(".turn.user")).to_have_count(0)
    widget.page.reload()
    widget.open().button("Réessayer").click()
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")
    expect(widget.errors()).to_have_count(0)
    assert [token for token, _ in erased(backend)] == list(backend.sessions)


def test_a_cut_line_is_tried_again_by_itself(backend, widget, cut):
    widget.ask("Bonjour")
    cut(widget.page, times=1, path=CONVERSATION)
    erase(widget)
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")


def test_a_person_who_has_left_is_asked_to_come_back(backend, visit):
    widget = visit("1000001A").open()
    widget.ask("Bonjour")
    widget.page.route(CONVERSATION, lambda route: route.fulfill(status=401, json={}))
    widget.page.route("**/demo/token*", lambda route: route.fulfill(status=401, json={}))
    erase(widget)
    expect(widget.errors()).to_contain_text("Reconnectez-vous à votre espace personnel")


def test_a_token_that_the_server_no_longer_knows_holds_nothing_back(backend, widget):
    widget.ask("Bonjour")
    backend.sessions.clear()
    erase(widget)
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")
