"""A picture in the formats and sizes that a browser may choose among."""

from django import template

register = template.Library()

# How wide a picture is shown, so that the browser knows which size it needs.
SIZES = {
    "full": "(min-width: 60rem) 44rem, 100vw",
    "wide": "(min-width: 60rem) 40rem, 100vw",
    "square": "8rem",
}


@register.filter
def offered(picture: dict, crop: str) -> dict:
    """
    The `source` elements and the `img` of a picture cut to full, wide or square; the file itself where nothing smaller
    was made. Editions from before renditions have none.
    """
    by_type: dict[str, list[dict]] = {}
    for one in picture.get("renditions", ()):
        if one["crop"] == crop:
            by_type.setdefault(one["media_type"], []).append(one)
    if not by_type:
        return {"sources": [], "src": picture["url"], "width": picture["width"], "height": picture["height"]}
    *modern, (_media_type, last) = by_type.items()
    largest = max(last, key=lambda one: one["width"])
    return {
        "sources": [{"type": media_type, "srcset": srcset(found)} for media_type, found in modern],
        "src": largest["url"],
        "srcset": srcset(last),
        "sizes": SIZES[crop],
        "width": largest["width"],
        "height": largest["height"],
    }


def srcset(found: list[dict]) -> str:
    return ", ".join(f"{one['url']} {one['width']}w" for one in sorted(found, key=lambda one: one["width"]))
