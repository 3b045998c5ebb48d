"""Inspects one file and writes a clean copy: ``python -m addons.uploads.inspection SOURCE COPY``.

A process of its own, with limits on time and memory, because the file is hostile until proven otherwise. Prints one
JSON line: ``{"type": "pdf"}`` or ``{"refused": "<code of rules.REFUSALS>"}``.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addons.uploads.rules import CHECK_MEMORY_BYTES, CHECK_SECONDS, MAX_PAGES, MAX_PIXELS

# Names of PDF objects that run something, open something, or carry another file.
_ACTIVE = frozenset(
    {
        "/JavaScript",
        "/JS",
        "/Launch",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/RichMedia",
        "/XFA",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
    }
)
_MAX_DEPTH = 60


class Refused(Exception):
    """The file is not accepted; ``code`` is a key of ``rules.REFUSALS``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def inspect(source: Path, copy: Path) -> str:
    """Check ``source`` by its content, write a clean ``copy``, return its type (``pdf``, ``jpeg``, ``png``).

    Raises:
        Refused: with the reason.
    """
    if source.stat().st_size == 0:
        raise Refused("empty")
    kind = _kind(source)
    if kind == "pdf":
        _copy_pdf(source, copy)
    else:
        _copy_image(source, copy, kind)
    return kind


def _kind(source: Path) -> str:
    import filetype

    guess = filetype.guess(str(source))
    kinds = {"application/pdf": "pdf", "image/jpeg": "jpeg", "image/png": "png"}
    if guess is None or guess.mime not in kinds:
        raise Refused("type")
    return kinds[guess.mime]


def _copy_pdf(source: Path, copy: Path) -> None:
    """Refuse what is locked, endless or active; rewriting drops metadata and whatever is glued to the file."""
    import pikepdf

    try:
        with pikepdf.open(source) as pdf:
            if pdf.is_encrypted:
                raise Refused("encrypted")
            if not 1 <= len(pdf.pages) <= MAX_PAGES:
                raise Refused("pages" if len(pdf.pages) else "unreadable")
            if any(name in _ACTIVE for name in _names(pdf)):
                raise Refused("active")
            for key in ("/Metadata", "/OpenAction", "/AA"):
                if key in pdf.Root:
                    del pdf.Root[key]
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            pdf.save(copy)
    except pikepdf.PasswordError:
        raise Refused("encrypted") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, KeyError, TypeError):
        raise Refused("unreadable") from None


def _names(pdf: Any) -> Iterator[str]:
    """Every key and name in every object, compressed ones included."""
    for item in pdf.objects:
        yield from _names_in(item, 0)


def _names_in(item: Any, depth: int) -> Iterator[str]:
    import pikepdf

    if depth > _MAX_DEPTH:
        raise Refused("unreadable")
    if isinstance(item, pikepdf.Name):
        yield str(item)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in item.items():
            yield str(key)
            if not getattr(value, "is_indirect", False):
                yield from _names_in(value, depth + 1)
    elif isinstance(item, pikepdf.Array):
        for value in item:
            if not getattr(value, "is_indirect", False):
                yield from _names_in(value, depth + 1)


def _copy_image(source: Path, copy: Path, kind: str) -> None:
    """Re-encode the pixels alone: no metadata, no place where the photo was taken, nothing glued to the file."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(source, formats=(kind.upper(),)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Refused("pixels")
                pixels = ImageOps.exif_transpose(image)
                pixels = pixels.convert(
                    "RGB"
                    if kind == "jpeg" or pixels.mode not in ("L", "LA", "RGBA")
                    else pixels.mode
                )
                clean = Image.new(pixels.mode, pixels.size)
                clean.paste(pixels)
                clean.save(copy, format=kind.upper(), **({"quality": 90} if kind == "jpeg" else {}))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise Refused("pixels") from None
    except (OSError, ValueError, SyntaxError, TypeError, IndexError):
        raise Refused("unreadable") from None


def main() -> None:
    """Entry point of the inspecting process."""
    resource.setrlimit(resource.RLIMIT_AS, (CHECK_MEMORY_BYTES, CHECK_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CHECK_SECONDS, CHECK_SECONDS + 1))
    source, copy = map(Path, sys.argv[1:3])
    try:
        outcome = {"type": inspect(source, copy)}
    except Refused as refused:
        outcome = {"refused": refused.code}
    except (MemoryError, RecursionError):
        outcome = {"refused": "unreadable"}
    print(json.dumps(outcome))


if __name__ == "__main__":
    main()
