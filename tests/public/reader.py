"""What a reader's browser makes of a page."""

import re
from html.parser import HTMLParser

from django.test import Client


class Page(HTMLParser):
    """The text of a page, its tags with their attributes, its links in order, and blocks of data."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.data: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        (self.data if self.cdata_elem == "script" else self.words).append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words)).strip()

    def all(self, tag: str, **wanted) -> list[dict]:
        return [attrs for name, attrs in self.tags if name == tag and wanted.items() <= attrs.items()]

    def links(self, start: str = "") -> list[str]:
        return [attrs["href"] for attrs in self.all("a") if attrs["href"].startswith(start)]

    def hreflang(self) -> dict[str, str]:
        found = self.all("link", rel="alternate")
        return {attrs["hreflang"]: attrs["href"] for attrs in found if "hreflang" in attrs}


def read(client: Client, path: str, status: int = 200, **headers) -> Page:
    response = client.get(path, headers=headers)
    assert (response.status_code, response["Content-Type"]) == (status, "text/html; charset=utf-8")
    return Page(response.content.decode())
