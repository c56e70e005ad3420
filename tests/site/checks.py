"""What must hold on every page: every check gives the faults it finds, in words."""

import json
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import icalendar
from pyld import jsonld

from tests.site import tools
from tests.site.crawling import Site

# What nobody reads as a page: an address that leads there is not broken.
EXPECTED = (200, 301, 302, 410)
# Of JSON-LD itself, and of what schema.org says of actions beside its list of terms.
GRAMMAR = {"@context", "@id", "@type", "@graph", "@list", "query-input"}
XML_LINK = "{http://www.w3.org/1999/xhtml}link"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def html(site: Site) -> Iterator[str]:
    """The Nu HTML checker, over all pages in one run."""
    pages = site.pages()
    with TemporaryDirectory() as folder:
        names = {}
        for number, (address, answer) in enumerate(pages.items()):
            names[f"{number}.html"] = address
            (Path(folder) / f"{number}.html").write_bytes(answer.body)
        run = subprocess.run([*tools.vnu(), "--format", "json", "--stdout", folder], capture_output=True, check=False)
    for one in json.loads(run.stdout)["messages"]:
        if one["type"] != "info" or one.get("subType") == "warning":
            yield f"{names[one['url'].rpartition('/')[2]]}: {one['message']} ({one.get('extract', '').strip()!r})"


def links(site: Site) -> Iterator[str]:
    for address, answer in site.answers.items():
        if answer.status not in EXPECTED:
            yield f"{address} answers {answer.status}, met on {site.met[address]}"
    for address, answer in site.pages().items():
        names = set(re.findall(r'\sid="([^"]+)"', answer.text))
        for fragment in re.findall(r'\shref="#([^"]+)"', answer.text):
            if unquote(fragment) not in names:
                yield f"{address}: nothing is called #{fragment}"


def alternates(site: Site) -> Iterator[str]:
    """A canonical address of its own, and languages that name each other."""
    named = {}
    for address, answer in site.pages().items():
        if "?" in address:
            continue
        found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', answer.text))
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', answer.text)
        if len(canonical) > 1:
            yield f"{address}: {len(canonical)} canonical addresses"
        if canonical and unescape(canonical[0]) == site.origin + address:
            named[canonical[0]] = found
    for address, found in named.items():
        language = urlsplit(address).path[1:3]
        if found.get(language) != address:
            yield f"{address}: does not name itself among its languages"
        for code, other in found.items():
            if other in named and address not in named[other].values():
                yield f"{address}: {other} does not name it back"
            if other not in named and not answered(site, other):
                yield f"{address}: {other} in {code} is not a page"


def answered(site: Site, url: str) -> bool:
    local = site.local("", url)
    return (site.answers.get(local) or site.ask(local)).is_page


def sitemaps(site: Site) -> Iterator[str]:
    found = 0
    for address, answer in site.of_kind("application/xml", "text/xml").items():
        root = ElementTree.fromstring(answer.body)  # noqa: S314 - our own
        for loc in root.iter(LOC):
            found += 1
            local = site.local("", loc.text)
            if not loc.text.startswith(site.origin) or site.answers[local].status != 200:
                yield f"{address}: {loc.text} is not answered"
        for link in root.iter(XML_LINK):
            if site.answers[site.local("", link.get("href"))].status != 200:
                yield f"{address}: {link.get('href')} is not answered"
    if not found:
        yield "no sitemap names any page"


def feeds(site: Site) -> Iterator[str]:
    atoms = site.of_kind("application/atom+xml")
    if not atoms:
        yield "there is no Atom feed"
    for address, answer in atoms.items():
        read = feedparser.parse(answer.body, response_headers={"content-type": answer.headers["content-type"]})
        ids = [entry.get("id") for entry in read.entries]
        if read.bozo:
            yield f"{address}: {read.bozo_exception}"
        if len(ids) != len(set(ids)) or not all(ids):
            yield f"{address}: entries without ids of their own"
        if not (read.feed.get("title") and read.feed.get("updated") and read.feed.get("id")):
            yield f"{address}: no title, id or date"
    for address, answer in site.of_kind("application/feed+json").items():
        feed = json.loads(answer.body)
        if not feed["version"].startswith("https://jsonfeed.org/version/1") or not feed["title"]:
            yield f"{address}: not a JSON Feed"
        for item in feed["items"]:
            if not item["id"] or not ("content_html" in item or "content_text" in item):
                yield f"{address}: an item without id or content"


def calendars(site: Site) -> Iterator[str]:
    found = site.of_kind("text/calendar")
    if not found:
        yield "there is no calendar"
    for address, answer in found.items():
        calendar = icalendar.Calendar.from_ical(answer.body)
        uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
        if calendar.errors or len(uids) != len(set(uids)):
            yield f"{address}: {calendar.errors or 'an event twice'}"
        if any(len(line) > 75 for line in answer.body.split(b"\r\n")):
            yield f"{address}: a line of more than 75 octets"


def structured(site: Site) -> Iterator[str]:
    """JSON-LD expands, and its terms are schema.org's."""
    terms = (tools.MODULES / "schema-dts" / "dist" / "schema.d.ts").read_text()
    known = set(re.findall(r'^    "(\w+)"\??: ', terms, re.MULTILINE)) | GRAMMAR
    types = set(re.findall(r'"@type": "(\w+)"', terms))
    blocks = 0
    for address, answer in site.pages().items():
        for block in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', answer.text, re.DOTALL):
            blocks += 1
            data = json.loads(block)
            if not jsonld.expand(data, {"documentLoader": vocabulary}):
                yield f"{address}: JSON-LD says nothing"
            yield from (f"{address}: {term} is no term of schema.org" for term in unknown(data, known, types))
    if not blocks:
        yield "no page holds JSON-LD"


def vocabulary(url: str, options: dict) -> dict:
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contextUrl": None, "documentUrl": url, "document": context}


def unknown(data, known: set[str], types: set[str]) -> Iterator[str]:
    if isinstance(data, list):
        for one in data:
            yield from unknown(one, known, types)
    if isinstance(data, dict):
        given = data.get("@type", [])
        yield from {*(given if isinstance(given, list) else [given])} - types
        yield from data.keys() - known
        for one in data.values():
            yield from unknown(one, known, types)


def validators(site: Site) -> Iterator[str]:
    """Two bodies never share an ETag, and whoever has the bytes is told so."""
    bodies = {}
    for address, answer in site.answers.items():
        etag = answer.headers.get("etag")
        if answer.status == 200 and not etag:
            yield f"{address}: no ETag"
        elif answer.status == 200 and bodies.setdefault(etag, answer.body) != answer.body:
            yield f"{address}: shares its ETag with another body"
    for address in site.sample():
        etag = site.answers[address].headers["etag"]
        if site.ask(address, if_none_match=etag).status != 304:
            yield f"{address}: is sent again to who has it"


def weight(site: Site) -> Iterator[str]:
    """An article weighs less than 100 kB without pictures, as it travels."""
    for address in site.pages():
        if re.fullmatch(r"/\w\w/articles/[\w-]+", address):
            text = site.answers[address].text
            parts = [address, *map(unescape, re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"', text))]
            total = sum(len(site.ask(part, accept_encoding="br").body) for part in parts)
            if total > 100_000:
                yield f"{address}: {total} bytes"
