"""Files that cannot be read at all: one French sentence, at once, no crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.dossiers.echange.fichier import MAX_BYTES, FichierIllisible, lire_fichier

BROKEN = {
    "deep_flow": b"[" * 100_000,
    "deep_map": b"{a: " * 100_000,
    "deep_block": b"- " * 100_000,
    "binary": b"\x00\x01\xff\xfe",
    "latin1": "agences: é".encode("latin-1"),
    "tab": b"agences:\n\t- code: a",
    "two_documents": b"a: 1\n---\nb: 2\n",
    "surrogate": b'agences: ["\\ud800"]',
    "alias": b"a: &a [*a]\n",
    "laughs": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "unknown_alias": b"a: *zz",
    "unclosed": b'dossiers: ["a',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_yaml(tmp_path: Path, name: str) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(BROKEN[name])
    with pytest.raises(FichierIllisible, match="n’est pas du YAML lisible"):
        lire_fichier(path)


def test_the_place_of_the_fault_is_said(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(BROKEN["tab"])
    with pytest.raises(FichierIllisible, match=r"ligne 2, colonne 1"):
        lire_fichier(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FichierIllisible, match="n’existe pas"):
        lire_fichier(tmp_path / "rien.yml")
    with pytest.raises(FichierIllisible, match="n’est pas un fichier"):
        lire_fichier(tmp_path)


def test_too_large_file(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(FichierIllisible, match="pèse 50 Mo ; la limite est de 10 Mo"):
        lire_fichier(path)
    assert MAX_BYTES == 10_000_000


def test_utf16_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    for content in ("dossiers: []\r\n".encode("utf-16"), b"\xef\xbb\xbfdossiers: []\r\n"):
        path.write_bytes(content)
        assert lire_fichier(path).racine is not None


def test_tags_run_nothing(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_text(f"a: !!python/object/apply:os.mkdir ['{tmp_path}/x']")
    lire_fichier(path)
    assert not (tmp_path / "x").exists()
