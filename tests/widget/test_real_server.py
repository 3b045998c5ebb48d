"""The demo page on the real servers, as a person goes through it: real answers, files, tokens and breakdowns."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from addons.pages import PAGE_POLICY
from tests import files
from tests.house import CONFIRM, House, opened
from tests.servers.test_once import typed


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One assistant for these journeys; the last ones break it and start it again."""
    with opened(tmp_path_factory.mktemp("house")) as one:
        yield one


@pytest.fixture
def base_url(house: House) -> str:
    """Where the widget is served."""
    return house.address


@pytest.fixture
def refused() -> Callable[[Any], list[str]]:
    """Collects what the page's own policy refuses."""

    def listen(page: Any) -> list[str]:
        said: list[str] = []
        words = ("Security", "Trusted")
        page.on(
            "console", lambda line: any(w in line.text for w in words) and said.append(line.text)
        )
        return said

    return listen


def choose(widget: Any, title: str) -> Locator:
    """Press a quick reply and wait for the answer to it."""
    answers = widget.log.locator(".turn.bot")
    before = answers.count()
    widget.button(title).click()
    expect(answers).to_have_count(before + 1, timeout=25_000)
    return answers.nth(before)


def test_a_visitor_asks_unfolds_the_sources_and_goes_on(visit, refused, axe, shot):
    widget = visit()
    broken = refused(widget.page)
    widget.page.reload()
    answer = widget.open().ask("Cet atelier est-il obligatoire ?")
    labels = answer.locator("strong.label").all_text_contents()
    assert {"Pourquoi :", "À faire :"} <= {re.sub(r"\s+", " ", label) for label in labels}
    expect(answer.locator(".bubble")).not_to_contain_text(re.compile("Source"))
    source = answer.get_by_role("link", name="Code du travail, art. L5411-6")
    expect(source).to_be_hidden()
    answer.get_by_text(re.compile(r"Sources \(\d+\)")).click()
    expect(source).to_have_attribute("href", re.compile("^https://www.legifrance.gouv.fr/"))
    expect(answer).to_contain_text("en vigueur depuis le 1er janvier 2025")
    axe(widget.page)
    shot(widget.page, "real-answer")
    follow_up = choose(widget, "Convocation")
    expect(follow_up).to_contain_text("considérez que c’est obligatoire")
    follow_up.get_by_role("button", name="Utile", exact=True).click()
    expect(follow_up).to_contain_text("Merci de votre avis.")
    assert broken == []


def test_a_visitor_logs_in_keeps_the_talk_and_gets_the_next_appointment(visit, axe):
    widget = visit().open()
    widget.ask("Je ne pourrai pas venir")
    widget.page.keyboard.press("Escape")
    widget.page.get_by_label("Essayer avec une personne inventée").select_option("1000002B")
    widget.page.get_by_role("button", name="Valider").click()
    expect(widget.page.locator("#etat")).to_contain_text("Thomas")
    widget.open().button("Garder la conversation").click()
    expect(widget.log.get_by_text("Je ne pourrai pas venir")).to_be_in_viewport()
    expect(widget.ask("Quel est mon prochain rendez-vous ?")).to_contain_text("Activer son réseau")
    widget.dialog.get_by_role("link", name="Espace personnel").click()
    expect(widget.page.locator("#etat")).to_contain_text("Thomas")
    axe(widget.page)
    widget.page.get_by_role("link", name="Se déconnecter").click()
    widget.launcher.wait_for()
    widget.open()
    expect(widget.log).to_contain_text("Vous n’êtes plus connecté")
    expect(widget.log).not_to_contain_text("Activer son réseau")


def test_an_absence_is_declared_to_the_end_and_put_in_the_calendar(house, visit, axe, shot):
    widget = visit("1000004D").open()
    widget.ask("Quel est mon prochain rendez-vous ?")
    choose(widget, "Ajouter à mon agenda")
    name, content = widget.saved("Premier rendez-vous Aksis")
    assert name.endswith(".ics")
    assert content.startswith(b"BEGIN:VCALENDAR")
    widget.ask("Déclarer une absence")
    choose(widget, "Maladie")
    choose(widget, "Plus tard")
    assert house.acts("1000004D") == []
    done = choose(widget, CONFIRM)
    expect(done).to_contain_text("C’est transmis à votre agence")
    assert len(house.acts("1000004D")) == 1
    axe(widget.page)
    shot(widget.page, "real-absence")


def test_a_letter_is_prepared_and_downloaded(visit, axe, shot):
    widget = visit("1000006F").open()
    widget.ask("Je veux écrire une lettre d’observations")
    choose(widget, "Laisser un blanc")
    choose(widget, "Oui, préparer")
    name, content = widget.saved("Lettre à imprimer")
    assert name.endswith(".pdf")
    assert content.startswith(b"%PDF-")
    axe(widget.page)
    shot(widget.page, "real-letter")
    link = widget.dialog.get_by_role("link", name="Lettre à imprimer")
    # As if the hour were over: the server no longer knows this address.
    widget.page.route("**/document/*", lambda route: route.continue_(url=route.request.url[:-9]))
    link.click()
    expect(widget.errors()).to_contain_text("Redemandez le document dans la conversation.")


def test_proofs_are_deposited_and_dangerous_files_are_not(visit, axe, shot):
    widget = visit("1000006F").open()
    answers = widget.log.locator(".turn.bot")
    for count, (name, content) in enumerate(
        [("certificat médical.pdf", files.pdf()), ("photo.jpg", files.image("JPEG"))], start=1
    ):
        widget.attach(name, content)
        expect(answers).to_have_count(count, timeout=20_000)
        expect(answers.last).to_contain_text("Votre fichier est bien arrivé")
    widget.attach("piège.pdf", files.hidden_script())
    expect(widget.errors().last).to_contain_text("contient un programme", timeout=20_000)
    widget.attach("lettre.pdf", files.archive())
    expect(widget.errors()).to_have_count(2, timeout=20_000)
    axe(widget.page)
    shot(widget.page, "real-upload")
    expect(widget.ask("Mon justificatif est-il arrivé ?")).to_contain_text("photo.jpg")


def test_what_is_erased_is_forgotten_by_the_server_but_for_acts(house, visit, axe, shot):
    widget = visit("1000003C").open()
    widget.ask("Déclarer une absence")
    choose(widget, "Maladie")
    choose(widget, "Plus tard")
    choose(widget, CONFIRM)
    assert typed(house, house.person("1000003C"))
    widget.button("Effacer").click()
    axe(widget.page)
    shot(widget.page, "real-erase")
    widget.button("Oui, tout effacer").click()
    expect(widget.log).to_contain_text("La conversation est effacée, ici et sur nos serveurs.")
    assert typed(house, house.person("1000003C")) == []
    assert len(house.acts("1000003C")) == 1
    shot(widget.page, "real-erased")
    expect(widget.ask("Est-ce bien enregistré ?")).to_contain_text("Absence du")


def test_on_a_dark_phone_help_is_one_touch_away(visit, axe, shot):
    for width in (390, 320):
        widget = visit(
            color_scheme="dark",
            viewport={"width": width, "height": 700},
            has_touch=True,
        ).open()
        answer = widget.ask("J’ai envie d’en finir avec la vie")
        expect(answer.get_by_role("link", name="3114")).to_have_attribute("href", "tel:3114")
        widget.ask("J’ai reçu un avertissement")
        for region in (widget.log, widget.dialog, widget.page.locator("html")):
            assert region.evaluate("node => node.scrollWidth <= node.clientWidth")
        axe(widget.page)
        shot(widget.page, f"real-dark-{width}")


def test_expired_tokens_are_renewed_without_losing_the_message(visit, sent):
    widget = visit().open()
    widget.ask("Bonjour")
    widget.page.evaluate(
        "() => { const kept = JSON.parse(sessionStorage.boussole);"
        " sessionStorage.boussole = JSON.stringify({ ...kept, token: kept.token + 'x' }); }"
    )
    widget.page.reload()
    bodies = sent(widget.page)
    widget.open().ask("C’est quoi un contrat d’engagement ?")
    expect(widget.log).to_contain_text("Votre session a expiré. Une nouvelle conversation")
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]


def test_an_expired_person_is_recognised_again_or_told(house, visit):
    widget = visit("1000005E")
    valid = house.person("1000005E")
    head, body, signature = valid.split(".")
    token = "**/demo/token*"
    broken = f"{head}.{body}.{signature[::-1]}"
    widget.page.route(token, lambda route: route.fulfill(json={"token": broken}), times=1)
    expect(widget.open().ask("Quel est mon prochain rendez-vous ?")).to_contain_text("Aksis")
    widget.page.route(token, lambda route: route.fulfill(json={"token": broken}), times=1)
    widget.page.reload()
    widget.open()
    expect(widget.log.locator(".turn.bot")).to_have_count(1)
    widget.page.route(token, lambda route: route.fulfill(status=401, json={}))
    widget.say("Merci")
    expect(widget.errors()).to_contain_text("Votre session a expiré. Reconnectez-vous")
    expect(widget.button("Continuer sans me connecter")).to_be_visible()


def test_the_page_allows_nothing_inline_and_the_rest_nothing_at_all(house):
    page = house.get("/", follow_redirects=True)
    assert page.url.path == "/widget/demo.html"
    assert page.headers["content-security-policy"] == PAGE_POLICY
    assert "unsafe" not in PAGE_POLICY
    assert "style=" not in page.text
    assert "onclick" not in page.text
    for path in ("/widget/widget.js", "/demo/persons", "/health", "/nowhere"):
        policy = house.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; base-uri 'none'"), path


@pytest.mark.parametrize("name", ["actions", "assistant"])
def test_a_server_killed_in_mid_talk_leaves_a_sentence_and_a_way_on(house, visit, axe, shot, name):
    """The assistant comes last, and stays down: that it comes back is shown with the servers' own tests."""
    widget = visit().open()
    widget.ask("Bonjour")
    house.signal(name, signal.SIGKILL)
    widget.say("J’ai reçu un avertissement")
    told = widget.log.locator(".turn.error, .turn.bot").last
    expect(told).to_contain_text("39 49", timeout=25_000)
    axe(widget.page)
    shot(widget.page, f"real-{name}-killed")
    if name == "assistant":
        expect(widget.button("Réessayer")).to_be_visible()
        return
    house.restart(name)
    expect(widget.ask("J’ai reçu un avertissement")).to_contain_text("rappel écrit")
