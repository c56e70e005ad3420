"""Responses: bytes, validators and how long they may be kept."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.utils.http import parse_etags

from newsroom.public.compression import unmarked

LONGEST = 60


def origin(request) -> str:
    return settings.PUBLIC_ORIGIN or f"{request.scheme}://{request.get_host()}"


def answer(
    request,
    content: dict | bytes,
    *,
    languages: Iterable[str] = (),
    links: Iterable[str] = (),
    now: datetime | None = None,
    changes_at: datetime | None = None,
    content_type: str = "application/json",
) -> HttpResponse:
    """200, or 304 where the client has these very bytes. `changes_at` is when they will differ, if soon."""
    body = content if isinstance(content, bytes) else orjson.dumps(content)
    response = conditional(request, body, content_type)
    response["Cache-Control"] = f"public, max-age={max_age(now, changes_at)}"
    response["Vary"] = "Accept, Accept-Language"
    if languages := ", ".join(languages):
        response["Content-Language"] = languages
    if links := ", ".join(links):
        response["Link"] = links
    return response


def conditional(request, body: bytes, content_type: str) -> HttpResponse:
    """200 with a validator over the final bytes, or 304 where the client has these very bytes."""
    etag = validator(body)
    if named_in(request.headers.get("If-None-Match", ""), etag):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(body, content_type=content_type)
    response["ETag"] = etag
    return response


def max_age(now: datetime | None, changes_at: datetime | None) -> int:
    """Never beyond a scheduled change. One further away than a minute shows nothing of itself."""
    if changes_at is None:
        return LONGEST
    return max(0, min(LONGEST, int((changes_at - now).total_seconds())))


def validator(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def named_in(given: str, etag: str) -> bool:
    """Compared weakly, since a proxy that compresses weakens tags."""
    tags = parse_etags(given)
    return "*" in tags or etag in {unmarked(tag.removeprefix("W/")) for tag in tags}


def link(url: str, rel: str, **attributes: str) -> str:
    more = "".join(f'; {name}="{value}"' for name, value in attributes.items())
    return f'<{url}>; rel="{rel}"{more}'
