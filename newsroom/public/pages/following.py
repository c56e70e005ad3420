"""Where to follow the site, or one record of it: feeds and calendars, by their addresses."""

from typing import NamedTuple

from newsroom.public.api.formats import calendars
from newsroom.public.api.formats.feeds import atom, json_feed
from newsroom.public.api.formats.jsonld.site import NAME

SITE = NAME
# Kinds that have a feed of their own, and those that have a calendar; a dossier is named by its pair.
FEEDS = ("dossier", "actor", "topic", "author")
CALENDARS = ("dossier", "series")
MEDIA_TYPES = {"atom": atom.MEDIA_TYPE, "json": json_feed.MEDIA_TYPE, "ics": calendars.MEDIA_TYPE}


class Ways(NamedTuple):
    """Addresses, each empty where there is none."""

    atom: str = ""
    json: str = ""
    ics: str = ""


def ways(language: str, kind: str = "", name: str = "") -> Ways:
    """Of a record, by its id, or its pair; without one, of all the site."""
    what = f"{kind}/{name}" if kind else "all"
    feed = feed_path(language, what, "") if not kind or kind in FEEDS else ""
    return Ways(
        feed and f"{feed}atom",
        feed and f"{feed}json",
        calendar_path(language, what) if not kind or kind in CALENDARS else "",
    )


def ways_of(item: dict | None, language: str) -> Ways:
    """Of a record as the API gives it; of the whole site where it has none of its own."""
    if item and item.get("type") in {*FEEDS, *CALENDARS}:
        return ways(language, item["type"], "-".join(item.get("pair", ())) or item["id"])
    return ways(language)


def feed_path(language: str, what: str, form: str) -> str:
    return f"/{language}/feeds/{what}.{form}"


def calendar_path(language: str, what: str) -> str:
    return f"/{language}/calendar/{what}.ics"
