"""Depositing a justificatif."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PDF = {
    "name": "certificat médical.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.4\n%%EOF",
}
UPLOAD = "**/webhooks/web/upload"


@pytest.fixture
def person(visit):
    """The dialog of a logged-in person."""
    return visit("1000001A").open()


def test_the_picker_opens_by_keyboard_and_takes_one_file(person):
    with person.page.expect_file_chooser() as chooser:
        person.button(
            "Joindre un justificatif"
        ).focus()  # a round trip: the browser now reports pickers
        person.page.keyboard.press(" ")
    assert not chooser.value.is_multiple()


def test_a_file_is_deposited_and_the_assistant_says_what_comes_next(backend, person):
    person.file.set_input_files(PDF)
    expect(person.log.locator(".turn.bot")).to_contain_text("Votre justificatif est bien déposé.")
    expect(person.log).to_contain_text("Fichier : certificat médical.pdf")
    assert [entry[0] for entry in backend.received] == ["upload"]
    assert backend.received[0][2] == "1000001A"


def test_progress_is_shown_and_the_sending_can_be_stopped(person):
    person.page.route(UPLOAD, lambda route: None)
    person.file.set_input_files(PDF)
    progress = person.dialog.get_by_role("progressbar", name="Envoi de « certificat médical.pdf »")
    expect(progress).to_be_visible()
    expect(person.button("Joindre un justificatif")).to_have_attribute("aria-disabled", "true")
    stop = person.button("Annuler l’envoi")
    stop.focus()
    person.page.keyboard.press("Enter")
    expect(person.errors()).to_contain_text("Vous avez arrêté l’envoi du fichier")
    expect(progress).to_have_count(0)
    expect(person.button("Joindre un justificatif")).to_be_focused()


def test_a_file_that_cannot_be_taken_is_refused_before_it_leaves(person):
    left = []
    person.page.route(UPLOAD, lambda route: left.append(route))
    heavy = b"%PDF" + b"0" * (5 * 1024 * 1024)
    for name, content, said in [
        ("photo.heic", b"x", "Choisissez un PDF, ou une photo"),
        ("vide.pdf", b"", "Ce fichier est vide"),
        ("lourd.pdf", heavy, "5 Mo au plus"),
    ]:
        person.file.set_input_files({"name": name, "mimeType": "", "buffer": content})
        expect(person.errors().last).to_contain_text(said)
    assert left == []


def test_the_servers_refusal_is_shown(backend, person):
    person.file.set_input_files({**PDF, "buffer": b"MZ nothing of a PDF"})
    expect(person.errors()).to_contain_text("Ce fichier n’est pas un PDF")


def test_a_refusal_without_words_gets_ours(person):
    refusals = [(413, "trop lourd"), (415, "pas accepté"), (429, "Attendez"), (503, "39 49")]
    rest = iter(status for status, _ in refusals)
    person.page.route(UPLOAD, lambda route: route.fulfill(status=next(rest), body=""))
    for count, (_, said) in enumerate(refusals, start=1):
        person.file.set_input_files(PDF)
        expect(person.errors()).to_have_count(count)
        expect(person.errors().last).to_contain_text(said)


def test_a_connection_cut_in_mid_file_is_told_as_it_is(person, cut):
    cut(person.page, path=UPLOAD)
    person.file.set_input_files(PDF)
    expect(person.errors()).to_contain_text("Je ne sais pas si votre fichier est arrivé")


def test_an_unknown_visitor_is_told_to_log_in_and_keeps_the_talk(backend, widget):
    widget.ask("Bonjour")
    widget.file.set_input_files(PDF)
    expect(widget.errors()).to_contain_text("Connectez-vous à votre espace personnel")
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    expect(widget.log).not_to_contain_text("Une nouvelle conversation a commencé")


def test_an_expired_person_is_recognised_again_before_the_file_leaves_again(backend, person):
    person.page.route(
        UPLOAD, lambda route: route.fulfill(status=401, json={"error": "Expiré."}), times=1
    )
    person.file.set_input_files(PDF)
    expect(person.log.locator(".turn.bot")).to_contain_text("bien déposé")
