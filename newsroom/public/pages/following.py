"""Where to follow the site, or one record of it: feeds and calendars, by their addresses."""

from typing import NamedTuple
from urllib.parse import urlsplit

SITE = "Communiqué"
# Kinds that have a feed of their own, and those that have a calendar; a dossier is named by its pair.
FEEDS = ("dossier", "actor", "topic", "author")
CALENDARS = ("dossier", "series")
MEDIA_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json", "ics": "text/calendar"}
# The day from which the host's name stands for this desk in identities.
SINCE = "2026"
BEGINNING = f"{SINCE}-01-01T00:00:00Z"


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


def tag(origin: str, what: str, language: str) -> str:
    """An identity that outlasts addresses (RFC 4151): "tag:example.org,2026:article/0123:fr"."""
    return f"tag:{urlsplit(origin).hostname},{SINCE}:{what}:{language}"
