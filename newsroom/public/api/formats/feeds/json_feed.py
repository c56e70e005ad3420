"""JSON Feed 1.1, with an extension for what it has no place for: corrections, translations and rights."""

import orjson

from newsroom.public.addresses import API
from newsroom.public.api.formats.feeds.entries import Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
ABOUT = f"{API}/"


def write(feed: Feed) -> bytes:
    content = {
        "version": VERSION,
        "title": feed.title,
        **({"description": feed.subtitle} if feed.subtitle else {}),
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": [{"name": feed.holder, "url": f"{feed.origin}/"}],
        "_communique": {"about": f"{feed.origin}{ABOUT}", "rights": feed.notice, "updated": feed.updated},
        "items": [item(entry) for entry in feed.entries],
        **({"next_url": feed.next} if feed.next else {}),
    }
    return orjson.dumps(content)


def item(entry: Entry) -> dict:
    """Without keys that it has nothing to say under."""
    said = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.picture,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": one["label"], "url": one["html_url"]} for one in entry.authors],
        "tags": [entry.kind, *(label for _id, label in entry.subjects)],
        "language": entry.language,
    }
    own = {
        "type": entry.type,
        "corrections": entry.corrections,
        "translations": {one["language"]: one["html_url"] for one in entry.translations},
    }
    return {**{key: value for key, value in said.items() if value}, "_communique": own}
