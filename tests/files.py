"""Files that people, and others, upload: made here, small, real."""

from __future__ import annotations

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image


def pdf(pages: int = 1, **root: object) -> bytes:
    """A PDF; ``root`` adds entries to its catalogue."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    for name, value in root.items():
        document.Root[f"/{name}"] = document.make_indirect(value)
    return saved(document)


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    """The bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer, **options)
    return buffer.getvalue()


def hidden_script() -> bytes:
    """JavaScript inside a compressed object stream: a search for its name in the bytes finds nothing."""
    script = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document = pikepdf.open(io.BytesIO(pdf(OpenAction=script)))
    content = saved(
        document, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
    )
    assert b"JavaScript" not in content
    return content


def escaped_script() -> bytes:
    """The same name, written with an escape that readers understand."""
    script = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    return (
        pdf(AA=Dictionary(O=script))
        .replace(b"/JavaScript", b"/J#61vaScript")
        .replace(b"/JS ", b"/#4aS ")
    )


def attachment() -> bytes:
    """A PDF that carries another file."""
    document = pikepdf.open(io.BytesIO(pdf()))
    document.attachments["virus.exe"] = b"MZ"
    return saved(document)


def locked() -> bytes:
    """A PDF with a password."""
    document = pikepdf.open(io.BytesIO(pdf()))
    return saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))


def launching() -> bytes:
    """A link that starts a program."""
    document = pikepdf.open(io.BytesIO(pdf()))
    action = Dictionary(S=Name.Launch, F=pikepdf.String("cmd.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    document.pages[0].Annots = document.make_indirect(Array([document.make_indirect(link)]))
    return saved(document)


def image(kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """A picture (``JPEG``, ``PNG``, ``GIF``...)."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, format=kind, **options)
    return buffer.getvalue()


def photo_with_place() -> bytes:
    """A JPEG that says where and with what it was taken."""
    picture = Image.new("RGB", (40, 30))
    exif = picture.getexif()
    exif[0x010F] = "TELEPHONE-SECRET"
    exif.get_ifd(0x8825)[1] = "N"
    buffer = io.BytesIO()
    picture.save(buffer, format="JPEG", exif=exif, comment=b"COMMENTAIRE-SECRET")
    return buffer.getvalue()


def archive() -> bytes:
    """A ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as content:
        content.writestr("secret.txt", "ARCHIVE-SECRETE")
    return buffer.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """A few kilobytes that unfold into hundreds of megabytes of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    line = bytes(1 + (side + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(line) for _ in range(side)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def pdf_bomb(megabytes: int = 400) -> bytes:
    """A PDF whose one stream unfolds into much more than memory should hold."""
    document = pikepdf.open(io.BytesIO(pdf()))
    packer = zlib.compressobj(9)
    block = bytes(1_000_000)
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    stream = pikepdf.Stream(document, data)
    stream.write(data, filter=Name.FlateDecode)
    document.pages[0].Contents = stream
    return saved(
        document, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )


def nested(depth: int = 3_000) -> bytes:
    """A PDF with arrays in arrays in arrays."""
    return pdf().replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * depth + b"]" * depth)
