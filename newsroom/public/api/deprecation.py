"""
What is on its way out, said in answers (RFC 9745, RFC 8594) and in the OpenAPI document.

A view is declared with `deprecated = Deprecation(...)`, a parameter with `Parameter(..., deprecated=Deprecation(...))`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.http import http_date


class Deprecation(NamedTuple):
    """`since` is when it was declared, `sunset` when it will be gone; both with their time zone. `told` is the path of
    the page that tells of it, `successor` that of what comes after, if anything does."""

    since: datetime
    sunset: datetime
    told: str
    successor: str = ""

    @property
    def links(self) -> list[str]:
        ways = [(self.told, "deprecation"), (self.told, "sunset"), (self.successor, "successor-version")]
        return [f'<{path}>; rel="{rel}"' for path, rel in ways if path]


def mark(response: HttpResponse, found: Iterable[Deprecation]) -> None:
    """Of several, since the first and until the first that goes."""
    found = list(found)
    if not found:
        return
    response["Deprecation"] = f"@{int(min(one.since for one in found).timestamp())}"
    response["Sunset"] = http_date(min(one.sunset for one in found).timestamp())
    links = dict.fromkeys(link for one in found for link in one.links)
    response["Link"] = ", ".join(filter(None, [response.get("Link"), *links]))
