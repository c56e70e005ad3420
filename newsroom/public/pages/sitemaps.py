"""Sitemaps (sitemaps.org, with alternates and news as search engines read them), written as text: they are long."""

from collections.abc import Iterable
from html import escape

from newsroom.public.addresses import PLURALS, page_path, with_default
from newsroom.public.pages.sections import sections
from newsroom.public.reading import Present, Row, Stretch
from newsroom.public.resolve import utc
from newsroom.public.templatetags.words import second
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
    """By language, in the order of languages."""
    ordered = sorted(editions, key=lambda edition: LANGUAGES.index(edition.language))
    return {edition.language: page_path(kind, edition.language, edition.slug) for edition in ordered}


def of_sections(paths: list[str], origin: str) -> bytes:
    """`paths` without the language: front pages, lists."""
    found = []
    for path in paths:
        by_language = {code: f"/{code}{path}" for code in LANGUAGES}
        found += [address(one, by_language, origin) for one in by_language.values()]
    return document("urlset", f'xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}"', found)


def section_paths() -> list[str]:
    """Those of `of_sections`: the front page, what head and foot of every page lead to, and how to follow it all."""
    code = LANGUAGES[0]
    urls = [section.url for found in sections(code).values() for section in found]
    return list(dict.fromkeys(["/", *(url.removeprefix(f"/{code}") for url in urls), "/follow", "/partners"]))


def address(path: str, alternates: dict[str, str], origin: str, edition: Present | None = None) -> str:
    changed = f"<lastmod>{second(utc(edition.live_from))}</lastmod>" if edition else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(origin + other)}"/>'
        for code, other in with_default(alternates).items()
    )
    return f"<url><loc>{escape(origin + path)}</loc>{changed}{links}</url>"


def of_news(rows: list[Row], name: str, origin: str) -> bytes:
    found = (
        f"<url><loc>{escape(origin + page_path(row.kind, row.language, row.slug))}</loc><news:news>"
        f"<news:publication><news:name>{escape(name)}</news:name><news:language>{row.language}</news:language>"
        f"</news:publication><news:publication_date>{second(utc(row.first_published_at))}</news:publication_date>"
        f"<news:title>{escape(row.title)}</news:title></news:news></url>"
        for row in rows
    )
    return document("urlset", f'xmlns="{SITEMAPS}" xmlns:news="{NEWS}"', found)


def document(root: str, namespaces: str, parts: Iterable[str]) -> bytes:
    return f"{DECLARATION}\n<{root} {namespaces}>\n{'\n'.join(parts)}\n</{root}>\n".encode()
