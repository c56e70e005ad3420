"""What comes from outside, read for what it is and not for what it is called, and kept without what it says of itself."""

import contextlib
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

MOST_BYTES = 30_000_000
# Decoded, a pixel takes four bytes. A small file may say that it is larger than any camera's.
MOST_PIXELS = 36_000_000

# What is read, and the extension under which it is kept. The first frame of a GIF becomes a PNG; phones write MPO as JPEG.
EXTENSIONS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".png", "WEBP": ".webp", "AVIF": ".avif"}
KEPT_AS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
SAVED = {
    "JPEG": {"quality": 92},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80, "speed": 8},
}
ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
# Parts of a file that hold the picture and nothing about it.
PLAIN_SEGMENTS = {"APP0", "APP14"}
PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"bKGD", b"sBIT"}
PLAIN_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
TELLING = {"exif", "xmp", "icc_profile", "comment"}


class NotAPicture(Exception):
    """Raised for whatever cannot be kept as a picture; says why."""


class Clean(NamedTuple):
    """Bytes without metadata, upright and in sRGB, and the extension of what they really are."""

    content: bytes
    extension: str


def open_picture(content: bytes) -> Image.Image:
    """A picture of a known format and a bearable size, decoded."""
    if len(content) > MOST_BYTES:
        raise NotAPicture(_("The file is too large: at most %(size)d MB.") % {"size": MOST_BYTES // 1_000_000})
    try:
        picture = Image.open(BytesIO(content), formats=[name for name in EXTENSIONS if name != "MPO"])
        if picture.width * picture.height <= MOST_PIXELS:
            picture.load()
    # Pillow raises whatever its readers do: OSError, SyntaxError, ValueError, struct.error, its own alarm at bombs ...
    except Exception as bad:
        raise NotAPicture(_("This is not a picture that can be read. Use JPEG, PNG, WebP or AVIF.")) from bad
    if picture.width * picture.height > MOST_PIXELS:
        raise NotAPicture(
            _("The picture has too many pixels: at most %(size)d million.") % {"size": MOST_PIXELS // 1_000_000}
        )
    return picture


def clean(content: bytes) -> Clean:
    """Unchanged where there is nothing to take away, so that cleaning twice is cleaning once."""
    picture = open_picture(content)
    extension = EXTENSIONS[picture.format]
    if picture.format == KEPT_AS[extension] and is_plain(picture, content):
        return Clean(content, extension)
    return Clean(written(bare(picture), KEPT_AS[extension]), extension)


def is_plain(picture: Image.Image, content: bytes) -> bool:
    if getattr(picture, "n_frames", 1) > 1 or TELLING & picture.info.keys():
        return False
    if not content.endswith(ENDS.get(picture.format, b"")):
        return False
    if picture.format == "JPEG":
        return {name for name, _data in picture.applist} <= PLAIN_SEGMENTS
    return set(chunks(content, picture.format)) <= (PLAIN_CHUNKS if picture.format == "PNG" else PLAIN_WEBP)


def chunks(content: bytes, name: str) -> Iterator[bytes]:
    """The names of the chunks of a PNG or WebP; none of other formats."""
    at, head = {"PNG": (8, ">I4s"), "WEBP": (12, "<4sI")}.get(name, (len(content), ""))
    while at + 8 <= len(content):
        first, second = struct.unpack_from(head, content, at)
        kind, size = (second, first + 4) if name == "PNG" else (first, second + second % 2)
        yield kind
        at += 8 + size


def bare(picture: Image.Image) -> Image.Image:
    """Upright, in sRGB, of one frame, and saying nothing of itself."""
    upright = ImageOps.exif_transpose(picture)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    profile = upright.info.get("icc_profile")
    if profile:
        # A profile that cannot be read is dropped like the rest.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            upright = ImageCms.profileToProfile(
                upright, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
            )
    plain = upright.convert(mode)
    plain.info.clear()
    return plain


def written(picture: Image.Image, name: str, **options) -> bytes:
    if name == "JPEG" and picture.mode != "RGB":
        picture = on_white(picture)
    target = BytesIO()
    picture.save(target, name, **(options or SAVED[name]))
    return target.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
