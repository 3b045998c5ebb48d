"""Deposits through the real address: what is kept, cleaned, refused; by whom, how often, where."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from itertools import cycle

import httpx
import pikepdf
import pytest
from PIL import Image

from actions.settings import ROOT
from tests import files
from tests.house import House

# Each may deposit six files a minute.
PEOPLE = cycle(f"UPLOAD{number:02}" for number in range(60))


def send(house: House, content: bytes, name: str = "a.pdf", who: str = "") -> httpx.Response:
    """Deposit a file as one of many persons."""
    token = house.person(who or next(PEOPLE))
    return house.post("upload", token, files={"file": (name, content)})


def kept(house: House, answer: httpx.Response) -> bytes:
    """The file that a deposit has become."""
    assert answer.status_code == 200, answer.text
    return (house.settings.uploads_dir / answer.json()["reference"]).read_bytes()


@pytest.mark.parametrize("kind", ["pdf", "jpeg", "png"])
def test_good_files(house: House, files: dict[str, bytes], kind: str) -> None:
    answer = send(house, files[kind], f"justificatif.{kind}", "1000008H")
    assert kept(house, answer)
    messages = answer.json()["messages"]
    assert messages
    assert all(message["text"] for message in messages)
    assert answer.json()["reference"] not in str(messages)
    path = house.settings.uploads_dir / answer.json()["reference"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.suffix == ""
    assert ROOT / "widget" not in path.parents
    assert house.get(f"/widget/{path.name}").status_code == 404


REFUSED: dict[str, Callable[[], bytes]] = {
    "script": lambda: files.pdf(
        OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
    ),
    "script in a compressed object": files.hidden_script,
    "script with its name escaped": files.escaped_script,
    "file inside": files.attachment,
    "starts a program": files.launching,
    "password": files.locked,
    "31 pages": lambda: files.pdf(31),
    "no page": lambda: files.pdf(0),
    "cut short": lambda: files.pdf()[:200],
    "head only": lambda: b"%PDF-1.7\n",
    "arrays in arrays": files.nested,
    "html": lambda: b"<html><script>alert(1)</script></html>",
    "html after the head of a pdf": lambda: b"%PDF-1.4\n<script>alert(1)</script>",
    "svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "program": lambda: b"MZ" + b"\0" * 500,
    "elf": lambda: b"\x7fELF" + b"\0" * 500,
    "zip": files.archive,
    "gif": lambda: files.image("GIF"),
    "webp": lambda: files.image("WEBP"),
    "tiff": lambda: files.image("TIFF"),
    "picture bomb": files.png_bomb,
    "picture cut short": lambda: files.image("JPEG", (400, 300))[:900],
    "text": lambda: b"mon justificatif",
    "empty": lambda: b"",
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_files(house: House, case: str) -> None:
    before = set(house.settings.uploads_dir.glob("*"))
    answer = send(house, REFUSED[case]())
    assert answer.status_code == 415, answer.text
    assert answer.json()["error"].endswith(".")
    assert set(house.settings.uploads_dir.glob("*")) == before, "nothing of it is left"


def test_a_pdf_that_unfolds_without_end_stops_nobody(house: House) -> None:
    answer = send(house, files.pdf_bomb())
    assert answer.status_code in (200, 415)
    assert house.say(house.nobody(), "bonjour")


def test_pictures_lose_what_they_say_of_their_owner(house: House) -> None:
    content = kept(house, send(house, files.photo_with_place(), "photo.jpg"))
    assert b"SECRET" not in content
    assert not Image.open(io.BytesIO(content)).getexif()


def test_what_is_glued_to_a_picture_is_gone(house: House) -> None:
    for kind in ("JPEG", "PNG"):
        content = kept(house, send(house, files.image(kind) + files.archive(), "photo"))
        assert b"ARCHIVE-SECRETE" not in content
        assert b"PK\x03\x04" not in content


def test_a_pdf_loses_what_is_glued_to_it_and_what_it_says_of_its_author(house: House) -> None:
    document = pikepdf.open(io.BytesIO(files.pdf()))
    document.docinfo["/Author"] = "AUTEUR-SECRET"
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = ["AUTEUR-SECRET"]
    content = kept(house, send(house, files.saved(document) + files.archive()))
    assert b"AUTEUR-SECRET" not in content
    assert b"PK\x03\x04" not in content


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x",
        "..\\..\\x.pdf",
        "/etc/passwd",
        "a\u202efdp.exe",
        "x" * 400,
        "",
        "<b>.pdf",
    ],
)
def test_the_given_name_names_nothing(house: House, files: dict[str, bytes], name: str) -> None:
    answer = send(house, files["pdf"], name)
    if name:
        reference = answer.json()["reference"]
        assert (house.settings.uploads_dir / reference).is_file()
        assert len(reference) == 32
    else:
        assert answer.status_code in (200, 400)
    assert "<b>" not in answer.text


@pytest.mark.parametrize("size", [5_300_000, 6_000_000, 7_000_000, 60_000_000])
def test_too_big(house: House, size: int) -> None:
    answer = send(house, b"%PDF-1.7\n" + b"x" * size)
    assert answer.status_code == 413
    assert "5 Mo" in answer.json()["error"]


def test_one_file_from_somebody_proven(house: House, files: dict[str, bytes]) -> None:
    file = ("a.pdf", files["pdf"])
    person = house.person("UPLOAD98")
    for sent, status in (
        ({"files": [("a", file), ("b", file)]}, 400),
        ({"files": [("a", file), ("a", file)]}, 400),
        ({"files": {}}, 415),
        ({"data": {"a": "b"}}, 415),
        ({"json": {"file": "x"}}, 415),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 400),
    ):
        answer = house.post("upload", person, **sent)
        assert answer.status_code == status, sent
        assert answer.json()["error"]
    anonymous = house.post("upload", house.nobody(), files={"file": file})
    assert anonymous.status_code == 401
    assert "connectez-vous" in anonymous.json()["error"]
    assert house.post("upload", files={"file": file}).status_code == 401
