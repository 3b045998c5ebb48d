"""Letters and calendar files as bytes, and the links that lead to them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any

import icalendar
import pikepdf
import pytest
from cryptography.fernet import Fernet

from actions.demarches import liens_documents
from actions.demarches.documents import Evenement, evenement_en_ics, texte_en_pdf
from actions.demarches.liens_documents import DocumentIndisponible, lien, lire_document
from actions.dossiers.engine import write_session
from actions.dossiers.models import ActeRow

Parler = Callable[..., Any]
NOON = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)


def _words(pdf: bytes) -> str:
    """The text of a PDF made with the core fonts, as it is drawn."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        drawn = [
            bytes(operands[0]).decode("cp1252")
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tj"
        ]
    return "\n".join(drawn)


def test_french_is_whole_in_the_pdf() -> None:
    letter = "Objet : l’été à l’œuvre, « ça coûte 12 € » – Noël… 40\u202f%"
    assert _words(texte_en_pdf(letter, "Œuvre")) == letter.replace("\u202f", " ")


def test_other_letters_are_brought_near() -> None:
    assert _words(texte_en_pdf("Ștefan Łukasz 🙂", "x")) == "Stefan Lukasz ?"


def test_the_pdf_says_its_title_and_language_and_breaks_pages() -> None:
    with pikepdf.open(io.BytesIO(texte_en_pdf("ligne\n" * 120, "Ma lettre"))) as document:
        assert len(document.pages) == 3
        assert str(document.Root.Lang) == "fr-FR"
        assert str(document.docinfo["/Title"]) == "Ma lettre"


def test_an_event_of_a_whole_day_rings_the_morning_before() -> None:
    event = Evenement("u@x", "Dernier jour", "Détail, « ici ».", jour=date(2026, 11, 30))
    read = icalendar.Calendar.from_ical(evenement_en_ics(event, NOON)).walk("VEVENT")[0]
    assert (read["dtstart"].dt, read["dtend"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert read["description"] == "Détail, « ici »."
    assert read.walk("VALARM")[0]["trigger"].dt.total_seconds() == -15 * 3600


def test_an_event_needs_a_time() -> None:
    with pytest.raises(ValueError, match="time or a day"):
        evenement_en_ics(Evenement("u", "t", "d"))


@pytest.fixture
def lettre(parler: Parler) -> Any:
    """Kévin with a letter of observations ready."""
    kevin = parler("1000006F")
    kevin.dit("Préparer une lettre")
    kevin.dit("Laisser un blanc")
    kevin.dit("oui", "affirmer")
    return kevin


def _read(person: Any, token: str) -> tuple[str, str, bytes]:
    return lire_document(token, person.outils.settings, person.outils.engine)


def _tokens(person: Any) -> list[str]:
    urls = [item["url"] for item in person.reponse.attachments]
    assert all(url.startswith("/webhooks/web/document/") for url in urls)
    return [url.removeprefix("/webhooks/web/document/") for url in urls]


def test_pdf_and_text_are_the_same_letter(lettre: Any) -> None:
    pdf, txt = (_read(lettre, token) for token in _tokens(lettre))
    assert (pdf[0], pdf[1]) == ("lettre-observations.pdf", "application/pdf")
    assert (txt[0], txt[1]) == ("lettre-observations.txt", "text/plain; charset=utf-8")
    assert "Objet : mes observations" in _words(pdf[2]).replace("\u00a0", " ")
    assert txt[2].decode("utf-8-sig") == lettre.actes("courrier")[0].contenu["texte"]


def test_the_link_tells_nothing_of_the_person(lettre: Any) -> None:
    assert all("1000006F" not in token for token in _tokens(lettre))


@pytest.mark.parametrize("token", ["", "abc", "é" * 40, "gAAAA" + "A" * 100, "../../etc/passwd"])
def test_forged_links(lettre: Any, token: str) -> None:
    with pytest.raises(DocumentIndisponible, match="n’est plus valable"):
        _read(lettre, token)


def test_a_link_sealed_with_another_key(lettre: Any) -> None:
    other = replace(lettre.outils.settings, session_key="autre" * 8)
    with pytest.raises(DocumentIndisponible):
        lire_document(_tokens(lettre)[0], other, lettre.outils.engine)


def test_a_link_lives_one_hour(lettre: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    key = liens_documents._box(lettre.outils.settings.session_key)
    token = _tokens(lettre)[0]
    made = key.extract_timestamp(token.encode())
    decrypt = Fernet.decrypt_at_time
    for later, good in ((3599, True), (3700, False)):
        monkeypatch.setattr(
            Fernet, "decrypt", lambda self, t, ttl, at=made + later: decrypt(self, t, ttl, at)
        )
        if good:
            assert _read(lettre, token)[2]
        else:
            with pytest.raises(DocumentIndisponible):
                _read(lettre, token)


def test_an_erased_letter_is_gone(lettre: Any) -> None:
    with write_session(lettre.outils.engine) as session:
        session.query(ActeRow).delete()
    with pytest.raises(DocumentIndisponible, match="n’existe plus"):
        _read(lettre, _tokens(lettre)[0])


def test_an_act_of_somebody_else_cannot_be_reached(lettre: Any, parler: Parler) -> None:
    nadia = parler("1000001A")
    mine = lettre.actes("courrier")[0].id
    url = lien(nadia.demande(""), genre="pdf", acte=mine)
    with pytest.raises(DocumentIndisponible):
        _read(lettre, url.rsplit("/", 1)[1])


def test_an_appointment_that_left_the_file(parler: Parler) -> None:
    nadia = parler("1000001A")
    url = lien(nadia.demande(""), genre="ics", rdv="rdv-99")
    with pytest.raises(DocumentIndisponible, match="n’est plus dans votre dossier"):
        _read(nadia, url.rsplit("/", 1)[1])
