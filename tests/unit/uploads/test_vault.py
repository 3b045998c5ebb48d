"""The vault: clean copies under random names; nothing else, nowhere else."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from addons.channels.refusal import Refusal
from addons.uploads import inspection, vault
from tests import files


async def test_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "depots"
    kept = await vault.keep(folder, files.pdf())
    path = folder / kept.reference
    assert (kept.kind, kept.size) == ("pdf", path.stat().st_size)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == [path]


async def test_a_refused_file_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        await vault.keep(tmp_path, files.hidden_script())
    assert refusal.value.status == 415
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("reference", ["../outside", "/etc/hostname", "..", ".", "a/../../outside"])
def test_removing_stays_in_the_folder(tmp_path: Path, reference: str) -> None:
    folder, outside = tmp_path / "depots", tmp_path / "outside"
    folder.mkdir()
    outside.write_text("x")
    vault.remove(folder, reference)
    assert outside.exists()
    assert folder.is_dir()


def test_strays(tmp_path: Path) -> None:
    for name in ("known", "stray", "recent"):
        (tmp_path / name).write_text("x")
    for name in ("known", "stray"):
        os.utime(tmp_path / name, (time.time() - 7200,) * 2)
    assert vault.remove_strays(tmp_path, {"known"}) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"known", "recent"}
    assert vault.remove_strays(tmp_path / "nothing", set()) == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.locked(), "encrypted"),
        (files.pdf(31), "pages"),
        (files.attachment(), "active"),
        (files.escaped_script(), "active"),
        (files.launching(), "active"),
        (files.archive(), "type"),
        (files.png_bomb(), "pixels"),
        (files.image("JPEG", (400, 300))[:900], "unreadable"),
        (b"", "empty"),
    ],
    ids=range(9),
)
def test_reasons(tmp_path: Path, content: bytes, code: str) -> None:
    source = tmp_path / "source"
    source.write_bytes(content)
    with pytest.raises(inspection.Refused) as refused:
        inspection.inspect(source, tmp_path / "copy")
    assert refused.value.code == code
