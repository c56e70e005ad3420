"""What every format asks of an item that the API gives."""

from collections.abc import Iterable
from urllib.parse import urlsplit

# What kinds call a record's own title, and cards anybody's.
TITLES = ("label", "headline", "title", "name")
# The day from which the host's name stands for this desk in identities.
SINCE = "2026"
BEGINNING = f"{SINCE}-01-01T00:00:00Z"


def named(item: dict) -> str:
    """A record's own title, whatever its kind calls it; or that of its card."""
    return next((item[key] for key in TITLES if item.get(key)), "")


def cards(rows: Iterable[dict] | None, key: str = "actor") -> list[dict]:
    """The cards under a key of rows, each once."""
    return list({card["id"]: card for row in rows or () if (card := row.get(key))}.values())


def tag(origin: str, what: str, language: str) -> str:
    """An identity that outlasts addresses (RFC 4151): "tag:example.org,2026:article/0123:fr"."""
    return f"tag:{urlsplit(origin).hostname},{SINCE}:{what}:{language}"
