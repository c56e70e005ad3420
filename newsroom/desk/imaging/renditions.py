"""A picture in the sizes and formats that readers are offered, whole and cut around its focal point."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from newsroom.desk.imaging.cleaning import NotAPicture, bare, open_picture, written
from relations.models import Picture

# By crop: proportion (none keeps the picture's own) and widths in pixels. Nothing is ever enlarged.
CROPS = {"full": (None, (480, 960, 1440)), "wide": (16 / 9, (480, 960)), "square": (1, (160, 320))}
# Each with its type and how it is saved; the last is what every browser reads, and the picture's own kind.
AVIF = ("AVIF", ".avif", "image/avif", {"quality": 58, "speed": 9})
WEBP = ("WEBP", ".webp", "image/webp", {"quality": 80, "method": 3})
JPEG = ("JPEG", ".jpg", "image/jpeg", {"quality": 82, "progressive": True, "optimize": True})
PNG = ("PNG", ".png", "image/png", {"compress_level": 6})
DIGEST = 16


class Cut(NamedTuple):
    """A crop at one width: its name without extension, what part of the picture it shows, and its size."""

    crop: str
    name: str
    box: tuple[float, float, float, float]
    size: tuple[int, int]


def current_renditions(picture: Picture) -> list[dict]:
    """Those that were made of this file with this focal point: name, crop, type, width and height of each."""
    kept = picture.renditions
    return kept["made"] if kept and kept["of"] == made_of(picture) else []


def made_of(picture: Picture) -> list:
    return [picture.file.name, picture.focal_x, picture.focal_y]


def make_renditions(pk: int) -> None:
    """Write what is missing of a picture's renditions, and note which it has. Files of earlier editions stay."""
    picture = Picture.objects.filter(pk=pk).first()
    if not picture or not picture.file or (picture.renditions and picture.renditions["of"] == made_of(picture)):
        return
    noted = {"of": made_of(picture), "made": list(made(picture))}
    # Of whoever saves meanwhile, the file or the focal point may be another: `of` tells.
    Picture.objects.filter(pk=pk).update(renditions=noted)


def made(picture: Picture) -> Iterator[dict]:
    try:
        with default_storage.open(picture.file.name) as stored:
            content = stored.read()
        source = open_picture(content)
    except (OSError, NotAPicture):
        return
    folder = f"renditions/{hashlib.sha256(content).hexdigest()[:DIGEST]}"
    last = PNG if source.format == "PNG" or source.has_transparency_data else JPEG
    plain = bare(source)
    for cut in cuts(plain.size, (picture.focal_x, picture.focal_y)):
        image = plain.resize(cut.size, Image.Resampling.LANCZOS, box=cut.box, reducing_gap=3)
        for name, extension, media_type, options in (AVIF, WEBP, last):
            path = f"{folder}/{cut.name}{extension}"
            if not default_storage.exists(path):
                default_storage.save(path, ContentFile(written(image, name, **options)))
            width, height = cut.size
            yield {"name": path, "crop": cut.crop, "media_type": media_type, "width": width, "height": height}


def cuts(size: tuple[int, int], focal: tuple[float, float]) -> Iterator[Cut]:
    for crop, (proportion, widths) in CROPS.items():
        box = focal_box(size, focal, proportion) if proportion else (0, 0, *size)
        where = "".join(f"-{round(share * 100)}" for share in focal) if proportion else ""
        across, down = box[2] - box[0], box[3] - box[1]
        for width in widths:
            if width <= across:
                yield Cut(crop, f"{crop}{where}-{width}", box, (width, max(1, round(width * down / across))))


def focal_box(
    size: tuple[int, int], focal: tuple[float, float], proportion: float
) -> tuple[float, float, float, float]:
    """The largest part of that proportion, with the focal point as near to its middle as the edges allow."""
    across = min(size[0], size[1] * proportion)
    down = across / proportion
    left = min(max(focal[0] * size[0] - across / 2, 0), size[0] - across)
    top = min(max(focal[1] * size[1] - down / 2, 0), size[1] - down)
    return left, top, left + across, top + down


def folders(renditions: list[dict]) -> list[str]:
    """The folders they lie in: one for each file they were made of."""
    return list(dict.fromkeys(one["name"].rpartition("/")[0] for one in renditions))
