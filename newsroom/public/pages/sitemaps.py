"""Sitemaps (sitemaps.org, with alternates and news as search engines read them), written as text: they are long."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from newsroom.public.addresses import PLURALS, page_path
from newsroom.public.pages.sections import sections
from newsroom.public.reading import Present, Row, Stretch, nearest
from newsroom.public.resolve import utc
from relations.values.languages import LANGUAGES

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def stretch_path(stretch: Stretch) -> str:
    return f"/sitemaps/{PLURALS[stretch.kind]}-{stretch.language}-{stretch.number}.xml"


def index(paths: Iterable[str], origin: str) -> bytes:
    found = (f"<sitemap><loc>{escape(origin + path)}</loc></sitemap>" for path in paths)
    return document("sitemapindex", f'xmlns="{SITEMAPS}"', found)


def of_records(kind: str, records: list[list[Present]], origin: str) -> bytes:
    """Each record by its first edition, with the addresses of all."""
    found = (
        address(page_path(kind, editions[0].language, editions[0].slug), paths_of(kind, editions), origin, editions[0])
        for editions in records
    )
    return document("urlset", f'xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}"', found)


def paths_of(kind: str, editions: list[Present]) -> dict[str, str]:
    """By language; for readers of any other, what is nearest to English."""
    found = {edition.language: edition for edition in editions}
    ordered = {code: found[code] for code in LANGUAGES if code in found}
    shown = {**ordered, "x-default": nearest(found, LANGUAGES[0])}
    return {code: page_path(kind, edition.language, edition.slug) for code, edition in shown.items()}


def of_sections(paths: list[str], origin: str) -> bytes:
    """`paths` without the language: front pages, lists."""
    found = []
    for path in paths:
        by_language = {code: f"/{code}{path}" for code in LANGUAGES}
        alternates = {**by_language, "x-default": by_language[LANGUAGES[0]]}
        found += [address(one, alternates, origin) for one in by_language.values()]
    return document("urlset", f'xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}"', found)


def section_paths() -> list[str]:
    """Those of `of_sections`: the front page, what head and foot of every page lead to, and how to follow it all."""
    code = LANGUAGES[0]
    urls = [section.url for found in sections(code).values() for section in found]
    return list(dict.fromkeys(["/", *(url.removeprefix(f"/{code}") for url in urls), "/follow"]))


def address(path: str, alternates: dict[str, str], origin: str, edition: Present | None = None) -> str:
    changed = f"<lastmod>{second(edition.live_from)}</lastmod>" if edition else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(origin + other)}"/>'
        for code, other in alternates.items()
    )
    return f"<url><loc>{escape(origin + path)}</loc>{changed}{links}</url>"


def of_news(rows: list[Row], name: str, origin: str) -> bytes:
    found = (
        f"<url><loc>{escape(origin + page_path(row.kind, row.language, row.slug))}</loc><news:news>"
        f"<news:publication><news:name>{escape(name)}</news:name><news:language>{row.language}</news:language>"
        f"</news:publication><news:publication_date>{second(row.first_published_at)}</news:publication_date>"
        f"<news:title>{escape(row.title)}</news:title></news:news></url>"
        for row in rows
    )
    return document("urlset", f'xmlns="{SITEMAPS}" xmlns:news="{NEWS}"', found)


def second(moment: datetime) -> str:
    return utc(moment.replace(microsecond=0))


def document(root: str, namespaces: str, parts: Iterable[str]) -> bytes:
    return f"{DECLARATION}\n<{root} {namespaces}>\n{'\n'.join(parts)}\n</{root}>\n".encode()
