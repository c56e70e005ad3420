"""What the head of a page tells machines and other sites: Open Graph, and JSON-LD."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from newsroom.public.addresses import list_path, postcard_path
from newsroom.public.api.formats import jsonld
from newsroom.public.api.formats.jsonld.site import NAME
from newsroom.public.pages import postcards
from newsroom.public.pages.sections import NAMES
from newsroom.public.templatetags.records import named
from newsroom.public.templatetags.words import capital

# As Open Graph names languages, which it does by the country too.
LOCALES = {"en": "en_GB", "fr": "fr_FR", "ar": "ar_AR", "az": "az_AZ"}
OG_TYPES = {"article": "article", "author": "profile"}
# In which of its fields a record says what it is about.
SUMMARIES = ("standfirst", "summary", "subject", "intro_text", "description")


class Told(NamedTuple):
    """A page: the section it belongs to, or none; the record it is about, or none; its paths by language."""

    origin: str
    path: str
    language: str
    paths: dict[str, str]
    title: str
    section: str = ""
    item: dict | None = None


def description(told: Told) -> str:
    item = told.item
    if told.path == f"/{told.language}/":
        return _(
            "Who met, what was agreed and who said so: dossiers, agreements, events and reports with their sources."
        )
    if item is None:
        return f"{told.title} – {_('Relations between countries')}"
    words = postcards.words_of(item)
    return next((item[name] for name in SUMMARIES if item.get(name)), " · ".join([words.title, *postcards.said(words)]))


def open_graph(told: Told, about: str) -> Iterator[tuple[str, str]]:
    """Properties in order; `about` is the description."""
    item, (width, height) = told.item, postcards.SIZE
    yield "og:site_name", NAME
    yield "og:type", og_type(item)
    yield "og:title", told.title
    yield "og:description", about
    yield "og:url", told.origin + told.path
    yield "og:locale", LOCALES[told.language]
    yield from (("og:locale:alternate", LOCALES[code]) for code in told.paths if code != told.language)
    yield "og:image", told.origin + picture_of(told)
    yield from (("og:image:type", "image/png"), ("og:image:width", str(width)), ("og:image:height", str(height)))
    yield "og:image:alt", told.title
    if item and item["type"] == "article":
        yield from article(item)


def og_type(item: dict | None) -> str:
    if item and item["type"] == "actor" and item["kind"] == "person":
        return "profile"
    return OG_TYPES.get(item["type"], "website") if item else "website"


def article(item: dict) -> Iterator[tuple[str, str]]:
    yield "article:published_time", item["first_published_at"]
    yield "article:modified_time", item["published_at"]
    yield from (("article:tag", card["label"]) for card in item["topics"])


def picture_of(told: Told) -> str:
    item = told.item
    if item is None:
        return f"/{told.language}/og/site.png"
    return postcard_path(item["type"], told.language, item["id"], item["edition"])


def linked_data(told: Told) -> dict:
    """The record; and where on the site the page is, or the site itself on its front page."""
    nodes = [jsonld.of(told.item, told.origin)] if told.item else []
    front = f"/{told.language}/"
    if told.path == front:
        return jsonld.document([jsonld.website(told.origin, told.language, description=description(told))])
    ways = [(_("Front page"), front)]
    if told.section in NAMES:
        ways.append((str(NAMES[told.section]), list_path(told.section, told.language)))
    if told.path.partition("?")[0] != ways[-1][1]:
        ways.append((told.title, told.path))
    return jsonld.document([*nodes, jsonld.breadcrumbs(ways, told.origin)])


def title_of(item: dict) -> str:
    return capital(named(item))
