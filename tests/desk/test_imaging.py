"""Uploaded pictures: read for what they are, stripped, bounded, and cut around the focal point."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

from newsroom.desk.compose import compose
from newsroom.desk.imaging import NotAPicture, clean, current_renditions, make_renditions
from newsroom.desk.imaging.renditions import focal_box
from relations.models import Picture
from tests.factories import desk as texts
from tests.factories import relations as facts

SECRET = "36.7538 N, 3.0588 E"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(name="JPEG", size=(64, 48), mode="RGB", **options) -> bytes:
    target = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(target, name, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def exif(orientation=1):
    found = Image.Exif()
    found[0x010E], found[0x0112] = SECRET, orientation
    return found


def png_text():
    found = PngImagePlugin.PngInfo()
    found.add_text("Comment", SECRET)
    return found


TELLING = {
    "jpeg with exif": lambda: picture(exif=exif()),
    "jpeg with a comment": lambda: picture(comment=SECRET.encode()),
    "jpeg with more after its end": lambda: picture() + SECRET.encode(),
    "png with text": lambda: picture("PNG", pnginfo=png_text()),
    "png with more after its end": lambda: picture("PNG") + SECRET.encode(),
    "webp with exif": lambda: picture("WEBP", exif=exif()),
    "avif with exif": lambda: picture("AVIF", exif=exif()),
    "gif with a comment": lambda: picture("GIF", mode="P", comment=SECRET.encode()),
}


@pytest.mark.parametrize("what", TELLING)
def test_picture_loses_what_it_says_of_itself(what):
    content = TELLING[what]()
    assert SECRET.encode() in content

    cleaned = clean(content)

    assert SECRET.encode() not in cleaned.content
    assert opened(cleaned.content).size == (64, 48)
    assert clean(cleaned.content) == cleaned


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_plain_picture_is_kept_byte_for_byte(name):
    content = picture(name)

    assert clean(content).content == content


def test_picture_is_turned_upright_and_brought_to_srgb():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    cleaned = clean(picture(exif=exif(orientation=6), icc_profile=profile))

    assert opened(cleaned.content).size == (48, 64)
    assert not {"exif", "icc_profile"} & opened(cleaned.content).info.keys()


@pytest.mark.parametrize(
    ("name", "extension"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("GIF", ".png")]
)
def test_extension_follows_from_the_content(name, extension):
    assert clean(picture(name, mode="P" if name == "GIF" else "RGB")).extension == extension


def bomb(width, height) -> bytes:
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a<script>alert(1)</script>",
        picture()[:200],
        bomb(7_000, 7_000),
        bomb(60_000, 60_000),
        picture("TIFF"),
        picture("BMP"),
        b"\xff" * 30_000_001,
    ],
    ids=["nothing", "svg", "script", "cut off", "too large", "bomb", "tiff", "bmp", "too many bytes"],
)
def test_what_is_no_picture_or_too_large_is_refused(content):
    with pytest.raises(NotAPicture):
        clean(content)


@pytest.mark.parametrize(
    ("size", "focal", "proportion", "box"),
    [
        ((1600, 900), (0.5, 0.5), 16 / 9, (0, 0, 1600, 900)),
        ((1000, 500), (0.1, 0.5), 1, (0, 0, 500, 500)),
        ((1000, 500), (0.6, 0.5), 1, (350, 0, 850, 500)),
        ((500, 1000), (0.5, 1.0), 1, (0, 500, 500, 1000)),
    ],
)
def test_crop_keeps_the_focal_point_as_near_to_its_middle_as_it_can(size, focal, proportion, box):
    assert focal_box(size, focal, proportion) == pytest.approx(box)


def stored(size=(1000, 800), name="JPEG", **fields):
    made = facts.PictureFactory(file=SimpleUploadedFile(f"large.{name.lower()}", picture(name, size)), **fields)
    return with_renditions(made)


def with_renditions(made: Picture) -> Picture:
    make_renditions(made.pk)
    return Picture.objects.get(pk=made.pk)


@pytest.mark.django_db
def test_renditions_are_made_in_modern_formats_and_the_pictures_own():
    found = current_renditions(stored())

    assert {(one["crop"], one["width"], one["height"]) for one in found} == {
        ("full", 480, 384),
        ("full", 960, 768),
        ("wide", 480, 270),
        ("wide", 960, 540),
        ("square", 160, 160),
        ("square", 320, 320),
    }
    assert [one["media_type"] for one in found][:3] == ["image/avif", "image/webp", "image/jpeg"]
    for one in found:
        with default_storage.open(one["name"]) as handle:
            assert opened(handle.read()).size == (one["width"], one["height"])


@pytest.mark.django_db
def test_png_stays_a_png_and_a_small_picture_has_no_renditions():
    assert {one["media_type"] for one in current_renditions(stored((500, 100), "PNG"))} == {
        "image/avif",
        "image/webp",
        "image/png",
    }
    assert current_renditions(stored((100, 80))) == []


@pytest.mark.django_db
def test_crops_move_with_the_focal_point_and_the_whole_stays():
    first = stored()
    before = current_renditions(first)
    first.focal_x = 0.9
    first.save()

    assert current_renditions(first) == []
    after = current_renditions(with_renditions(first))
    names = [
        {one["name"] for one in found if one["crop"] == crop} for crop in ("full", "wide") for found in (before, after)
    ]
    assert (names[0] == names[1], names[2] & names[3]) == (True, set())
    assert all(default_storage.exists(one["name"]) for one in before)


@pytest.mark.django_db
def test_file_that_is_gone_or_spoilt_leaves_no_renditions():
    broken = facts.PictureFactory()
    default_storage.delete(broken.file.name)

    assert current_renditions(with_renditions(broken)) == []


@pytest.mark.django_db
def test_article_freezes_renditions_and_lists_their_folder():
    lead = stored()
    frozen = compose(texts.ArticleFactory(lead_picture=lead), "en")

    (row,) = frozen["payload"]["media"]
    (small,) = frozen["summary"]["media"]
    assert row["renditions"][0] == {
        "url": {"$file": current_renditions(lead)[0]["name"]},
        "crop": "full",
        "media_type": "image/avif",
        "width": 480,
        "height": 384,
    }
    assert {one["crop"] for one in small["renditions"]} == {"wide", "square"}
    folder = current_renditions(lead)[0]["name"].rpartition("/")[0]
    assert frozen["files"] == [lead.file.name, folder]
