"""Kinds that records of facts refer to."""

from newsroom.public.api.formats.jsonld.dates import known
from newsroom.public.api.formats.jsonld.parts import page, reference, references, thing

MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


def place(item: dict) -> dict:
    return thing(
        item,
        geo=coordinates(item),
        containedInPlace=references([item["parent"] or item["country"]]),
        mainEntityOfPage=page(item),
    )


def coordinates(item: dict) -> dict | None:
    if not item["latitude"]:
        return None
    return {"@type": "GeoCoordinates", "latitude": item["latitude"], "longitude": item["longitude"]}


def topic(item: dict) -> dict:
    """Codes are those of the IPTC's Media Topics, "medtop:20000043"."""
    scheme, _, number = (item["qcode"] or "").partition(":")
    address = f"{MEDIA_TOPICS}{number}" if scheme == "medtop" else None
    return thing(
        item,
        termCode=item["qcode"],
        inDefinedTermSet=address and MEDIA_TOPICS,
        sameAs=address,
        mainEntityOfPage=page(item),
    )


def post(item: dict) -> dict:
    return thing(item, occupationLocation=reference(item["country"]), mainEntityOfPage=page(item))


def series(item: dict) -> dict:
    return thing(item, organizer=reference(item["body"]), mainEntityOfPage=page(item))


def indicator(item: dict) -> dict:
    return thing(item, mainEntityOfPage=page(item))


def source(item: dict) -> dict:
    """Somebody else's work, at their address."""
    return thing(
        item,
        url=item["web_url"] or item["html_url"],
        alternateName=[one for one in (item["original_title"],) if one != item["title"]],
        inLanguage=item["published_language"],
        datePublished=known(item["published"]),
        publisher=reference(item["publisher"]),
        mainEntityOfPage=page(item),
    )


def author(item: dict) -> dict:
    return thing(item, mainEntityOfPage=page(item))


def capacity(item: dict) -> dict:
    return thing(item, roleName=item["title"], mainEntityOfPage=page(item))
