"""Programs that read feeds, as far as others have not written them."""

import datetime as dt
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def faults_of_json_feed(feed: dict) -> list[str]:
    """What JSON Feed 1.1 requires, and forbids."""
    found = [f"no {name}" for name in ("version", "title") if not feed.get(name)]
    found += [] if feed["version"] == "https://jsonfeed.org/version/1.1" else ["version"]
    found += [f"{name} is not absolute" for name in ("home_page_url", "feed_url") if not is_absolute(feed[name])]
    ids = [item.get("id") for item in feed["items"]]
    found += ["an id twice"] if len(set(ids)) < len(ids) else []
    return [*found, *(f"{item.get('id')}: {fault}" for item in feed["items"] for fault in faults_of_item(item))]


def faults_of_item(item: dict) -> list[str]:
    known = {"id", "url", "title", "content_html", "summary", "image", "date_published", "date_modified"}
    known |= {"authors", "tags", "language"}
    found = [f"unknown {name}" for name in item if name not in known and not name.startswith("_")]
    found += [] if isinstance(item.get("id"), str) and item["id"] else ["no id"]
    found += [] if item.get("content_html") else ["no content"]
    found += [] if is_absolute(item["url"]) else ["address not absolute"]
    moments = [dt.datetime.fromisoformat(item[name]) for name in ("date_published", "date_modified")]
    return found + [f"{moment} has no zone" for moment in moments if moment.tzinfo is None]


def is_absolute(url: str) -> bool:
    return bool(urlsplit(url).scheme and urlsplit(url).netloc)


def tree(body: bytes) -> ET.Element:
    return ET.fromstring(body)  # noqa: S314 - our own answer


def locations(body: bytes) -> list[str]:
    return [found.text for found in tree(body).iter(f"{SITEMAP}loc")]


def listed(body: bytes) -> dict[str, dict[str, str]]:
    """The addresses of a sitemap, each with its alternates by language."""
    return {
        found.findtext(f"{SITEMAP}loc"): {one.get("hreflang"): one.get("href") for one in found.iter(ALTERNATE)}
        for found in tree(body).iter(f"{SITEMAP}url")
    }
