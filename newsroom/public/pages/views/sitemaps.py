"""What search engines ask for: where everything is, what is new, and what they need not ask."""

from datetime import timedelta

from django.http import Http404, HttpResponse

from newsroom.public import reading
from newsroom.public.addresses import KINDS, PLURALS
from newsroom.public.api.answers import origin
from newsroom.public.pages import sitemaps
from newsroom.public.pages.following import SITE
from newsroom.public.pages.showing import next_change, page, send
from newsroom.public.reading import Asked, Stretch, select
from relations.values.languages import LANGUAGES

XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
# The most addresses in one file.
SIZE = 5_000
# Articles of this age are news, and the most of them that may be told.
NEW = timedelta(hours=48)
NEWS = 1_000
SECTIONS = "/sitemaps/sections.xml"
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /api/v1/search
{searches}
Disallow: /*?as_of=
Disallow: /*&as_of=

Sitemap: {origin}/sitemap.xml
Sitemap: {origin}/news-sitemap.xml
"""


@page
def index(request) -> HttpResponse:
    at = reading.moment()
    paths = [SECTIONS, *map(sitemaps.stretch_path, reading.stretches(SIZE, at))]
    return listed(request, sitemaps.index(paths, origin(request)), XML, at=at, changes_at=next_change(at, *PLURALS))


@page
def sections(request) -> HttpResponse:
    return listed(request, sitemaps.of_sections(sitemaps.section_paths(), origin(request)), XML, at=reading.moment())


@page
def records(request, plural: str, language: str, number: str) -> HttpResponse:
    at, kind = reading.moment(), KINDS[plural]
    found = reading.stretch(Stretch(kind, language, int(number)), SIZE, at)
    if not found:
        raise Http404
    return listed(
        request, sitemaps.of_records(kind, found, origin(request)), XML, at=at, changes_at=next_change(at, kind)
    )


@page
def news(request) -> HttpResponse:
    at = reading.moment()
    lists = [Asked(select("article", (code,)), "-date", NEWS) for code in LANGUAGES]
    rows = [row for found in reading.pages(lists, at, content="card") for row in found.rows]
    new = sorted(
        (row for row in rows if row.first_published_at >= at.now - NEW),
        key=lambda row: (row.first_published_at, row.uid, row.language),
        reverse=True,
    )
    body = sitemaps.of_news(new[:NEWS], SITE, origin(request))
    return listed(request, body, XML, at=at, changes_at=next_change(at, "article"))


def listed(request, body: bytes, content_type: str, **timing) -> HttpResponse:
    """The same to readers of any language."""
    response = send(request, body, content_type, **timing)
    response.wordless = True
    return response


@page
def robots(request) -> HttpResponse:
    searches = "\n".join(f"Disallow: /{code}/search" for code in LANGUAGES)
    body = ROBOTS.format(searches=searches, origin=origin(request)).encode()
    return listed(request, body, TEXT, at=reading.moment())
