"""What a person does with the widget when all goes well."""

from __future__ import annotations

from playwright.sync_api import expect


def test_the_launcher_opens_a_dialog_with_a_log_and_a_field(visit):
    widget = visit()
    expect(widget.dialog).to_be_hidden()
    widget.open()
    expect(widget.log).to_be_visible()
    expect(widget.field).to_be_focused()
    expect(widget.page.locator("[data-boussole] .launcher")).to_have_attribute(
        "aria-expanded", "true"
    )


def test_the_first_opening_says_what_the_assistant_is_and_what_becomes_of_the_data(widget):
    expect(widget.log).to_contain_text("assistant automatique")
    expect(widget.log).to_contain_text("Je ne décide rien")
    expect(widget.log).to_contain_text("gardés 30 jours au plus")
    widget.log.get_by_text("En savoir plus sur vos données").click()
    expect(widget.log.get_by_text("disparaît quand vous le fermez")).to_be_visible()


def test_nothing_is_asked_of_the_server_before_the_person_writes(visit):
    widget = visit()
    calls = []
    widget.page.on("request", lambda request: calls.append(request.url))
    widget.open()
    widget.page.wait_for_timeout(200)
    assert [url for url in calls if "/widget/" not in url and "/demo/persons" not in url] == []


def test_question_and_answer(widget):
    answer = widget.ask("Bonjour")
    expect(widget.log.locator(".turn.user")).to_contain_text("Vous : Bonjour")
    expect(answer.locator(".bubble").first).to_be_visible()
    expect(widget.field).to_be_focused()
    expect(widget.field).to_have_value("")


def test_newlines_are_kept(backend, widget):
    bubble = widget.ask("une\ndeux").locator(".bubble")
    expect(bubble).to_have_css("white-space-collapse", "preserve")
    assert bubble.inner_text().endswith("une\ndeux")


def test_shift_enter_goes_to_the_line_and_messages_carry_ids(widget, sent):
    bodies = sent(widget.page)
    widget.field.press_sequentially("un")
    widget.field.press("Shift+Enter")
    widget.field.press_sequentially("deux")
    widget.button("Envoyer").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    assert bodies[0]["message"] == "un\ndeux"
    assert len(bodies[0]["message_id"]) == 32
    assert set(bodies[0]) == {"message", "message_id"}


def test_an_empty_or_too_long_message_is_refused_without_losing_it(widget, sent):
    bodies = sent(widget.page)
    widget.field.press("Enter")
    expect(widget.dialog.get_by_role("alert")).to_have_text("Écrivez d’abord votre question.")
    widget.say("é" * 1001)
    expect(widget.dialog.get_by_role("alert")).to_contain_text("1001 caractères")
    expect(widget.field).to_have_attribute("aria-invalid", "true")
    assert len(widget.field.input_value()) == 1001
    widget.field.fill("court")
    expect(widget.dialog.get_by_role("alert")).to_be_empty()
    assert bodies == []


def test_quick_replies_send_their_payload_once(backend, widget, sent):
    widget.ask("est-ce obligatoire")
    bodies = sent(widget.page)
    widget.button("C’est une convocation").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(2)
    assert bodies[0]["message"] == '/informer{"document":"convocation"}'
    expect(widget.log.locator(".turn.user").last).to_have_text("Vous : C’est une convocation")
    expect(widget.button("C’est une invitation")).to_have_count(0)
    expect(widget.field).to_be_focused()


def test_starters_ask_in_plain_words(widget, sent):
    bodies = sent(widget.page)
    widget.button("Cet atelier est-il obligatoire").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)
    assert bodies[0]["message"] == "Cet atelier est-il obligatoire ?"


def test_sources_and_reasons_are_folded_under_the_answer(backend, widget):
    answer = widget.ask("est-ce obligatoire")
    source = answer.get_by_role("link", name="Code du travail, art. R5412-1")
    expect(source).to_be_hidden()
    answer.get_by_text("Sources (2)").click()
    expect(source).to_be_visible()
    expect(source).to_have_attribute(
        "href", "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679596"
    )
    expect(source).to_have_attribute("rel", "noopener noreferrer")
    expect(answer).to_contain_text("en vigueur depuis le 1er juin 2025")
    answer.get_by_text("Pourquoi cette réponse").click()
    expect(answer.get_by_text("Le document reçu n’est pas connu.")).to_be_visible()


def test_documents_and_addresses_become_links(backend, widget):
    answer = widget.ask("une lettre")
    expect(answer.get_by_role("link", name="Modèle de lettre")).to_have_attribute(
        "href", "https://www.example.org/modele.pdf"
    )
    expect(answer.get_by_role("link", name="https://www.example.org/aide")).to_have_attribute(
        "href", "https://www.example.org/aide"
    )
    assert ", en entier." in answer.inner_text()


def test_opinion_on_an_answer(backend, widget, sent):
    bodies = sent(widget.page)
    answer = widget.ask("Bonjour")
    answer.get_by_role("button", name="Utile", exact=True).click()
    expect(answer).to_contain_text("Merci de votre avis.")
    expect(answer.get_by_role("button", name="Utile", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    answer.get_by_role("button", name="Pas utile").click()
    expect(answer.get_by_role("button", name="Pas utile")).to_have_attribute("aria-pressed", "true")
    kept = [content for route, content, _ in backend.received if route == "feedback"]
    identifier = bodies[0]["message_id"]
    assert kept == [{"message_id": identifier, "useful": useful} for useful in (True, False)]


def test_an_adviser_is_one_button_away(widget, sent):
    bodies = sent(widget.page)
    widget.button("Parler à un conseiller").click()
    expect(widget.log.locator(".turn.bot")).to_have_count(1, timeout=25_000)
    assert "conseiller" in bodies[0]["message"]
    expect(widget.dialog.get_by_role("link", name="39 49")).to_have_attribute("href", "tel:3949")
    expect(widget.dialog.get_by_role("link", name="Espace personnel")).to_be_visible()


def test_the_conversation_is_kept_over_pages_for_the_tab_only(widget, base_url, sent):
    widget.ask("Bonjour")
    widget.page.goto(f"{base_url}/widget/demo.html#contact")
    widget.page.reload()
    widget.open()
    expect(widget.log.locator(".turn.user")).to_have_count(1)
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    sessions = []
    widget.page.on(
        "request", lambda request: "session" in request.url and sessions.append(request.url)
    )
    widget.ask("Merci")
    assert sessions == [], "the anonymous session goes on"
    other = widget.page.context.new_page()
    other.goto(f"{base_url}/widget/demo.html")
    other.get_by_role("button", name="Ouvrir l’assistant").click()
    expect(other.get_by_role("log")).to_be_visible()
    expect(other.locator("[data-boussole] .turn")).to_have_count(0)
    assert other.evaluate("localStorage.length") == 0


def test_messages_typed_in_a_hurry_stay_in_order(backend, widget):
    for text in ("un", "deux", "trois"):
        widget.say(text)
    expect(widget.log.locator(".turn.bot")).to_have_count(3)
    asked = [content["message"] for _, content, _ in backend.received]
    assert asked == ["un", "deux", "trois"]


def test_typing_is_shown_while_waiting(widget):
    held = []
    widget.page.route("**/webhooks/web/webhook", lambda route: held.append(route))
    widget.say("Bonjour")
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_be_visible()
    widget.page.wait_for_timeout(100)
    held[0].fulfill(json=[{"text": "Bonjour."}])
    expect(widget.dialog.get_by_text("Boussole écrit…")).to_have_count(0)


def test_labels_stand_out_and_what_the_sources_repeat_is_left_out(widget, reply):
    named = {"ref": "Code du travail, art. R5412-1", "url": "https://example.org/", "since": ""}
    lines = [
        "Venez. Une raison valable change tout.",
        "Pourquoi\u00a0: c’est une convocation.",
        "À faire\u00a0: appelez le 39\u00a049, ou le 3114. L’article L3114-2 ne s’appelle pas.",
        "Source\u00a0: Code du travail, art. R5412-1 (depuis le 1er juin 2025).",
        "Viendrez-vous\u00a0?",
    ]
    for last, shown in ((lines[3], False), ("Source\u00a0: un texte qui n’est pas dessous.", True)):
        text = "\n".join([*lines[:3], last, lines[4]])
        reply(widget.page, [{"text": text, "sources": [named]}], times=1)
        answer = widget.ask("Bonjour")
        bold = answer.locator("strong").all_text_contents()
        assert bold[:3] == [lines[0], "Pourquoi\u00a0:", "À faire\u00a0:"]
        assert bold[-1] == lines[4]
        assert ("Source\u00a0:" in bold) is shown
        calls = [link.get_attribute("href") for link in answer.locator("a.call").all()]
        assert calls == ["tel:3949", "tel:3114"]
