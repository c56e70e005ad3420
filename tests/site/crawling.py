"""All that the site shows to a stranger who follows every link, in the order in which it is met."""

import re
import sys
import time
from collections import Counter, deque
from functools import cached_property
from html import unescape
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation
from playwright.sync_api import Playwright

STARTS = ("/", "/en/", "/fr/", "/ar/", "/az/", "/robots.txt", "/sitemap.xml", "/news-sitemap.xml")
# Not of readers: the desk, what it shows by a secret, and the partners' answers, which have their own fuzzers.
PASSED_OVER = re.compile(r"/(?:admin|preview|api)/")
LINK = re.compile(
    r"""<[^>]*?\s(?:href|src|action)=["']([^"']+)["']"""
    r"""|<meta property="og:image" content="([^"]+)"|<loc>([^<]+)</loc>|^Sitemap: (\S+)""",
    re.MULTILINE,
)
# Months of the diary go on for ever, but an empty one leads nowhere.
NOT_FOLLOWED = '<meta name="robots" content="noindex, nofollow">'
SRCSET = re.compile(r'\ssrcset="([^"]+)"')
# Lists can be narrowed in more ways than anybody reads: so many of each shape are read, pages themselves all.
PER_SHAPE = 3
# What every record has beside its page is made of one pattern: so many are read of each kind and language.
BESIDE = re.compile(r"/(\w\w)/(?:(og|feeds)/(\w+)/|(\w+)/[\w-]+/(editions))")
PER_FAMILY = 12


def sort_of(address: str) -> tuple:
    """The name of its view, its language, and whether it asks for something."""
    path, _, query = address.partition("?")
    language = translation.get_language_from_path(path)
    with translation.override(language or settings.LANGUAGE_CODE):
        try:
            return resolve(path).view_name, language, bool(query)
        except Resolver404:
            return path.split("/")[1], path.rpartition(".")[2], False


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html" and self.status == 200


class Site:
    """`answers` by address (path and query), asked when first wanted; `met` says on which page an address was first met."""

    def __init__(self, origin: str, playwright: Playwright):
        self.origin, self.playwright = origin, playwright
        self.met: dict[str, str] = dict.fromkeys(STARTS, "")
        self.connection = HTTPConnection(urlsplit(origin).netloc, timeout=60)
        self.shapes: Counter = Counter()

    def ask(self, address: str, **headers: str) -> Answer:
        self.connection.request("GET", address, headers={name.replace("_", "-"): one for name, one in headers.items()})
        response = self.connection.getresponse()
        body = response.read()
        # The server does not wait for the next question while a program of others works.
        self.connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)

    @cached_property
    def answers(self) -> dict[str, Answer]:
        started, found, queue = time.monotonic(), {}, deque(STARTS)
        while queue:
            address = queue.popleft()
            found[address] = answer = self.ask(address)
            for link in self.links_of(address, answer):
                if link not in self.met and self.is_wanted(link):
                    self.met[link] = address
                    queue.append(link)
        sys.stdout.write(f"{len(found)} addresses in {time.monotonic() - started:.0f} s\n")
        return found

    def links_of(self, address: str, answer: Answer) -> list[str]:
        """Addresses of this site alone, without fragments; none of a page that asks not to be followed."""
        if answer.kind == "text/html" and NOT_FOLLOWED in answer.text:
            return []
        found = [answer.headers["location"]] if "location" in answer.headers else []
        if answer.kind.endswith(("html", "xml", "plain")):
            found += [next(filter(None, match)) for match in LINK.findall(answer.text)]
            found += [one.split()[0] for whole in SRCSET.findall(answer.text) for one in whole.split(",")]
        return [self.local(address, unescape(link)) for link in found if self.is_ours(address, unescape(link))]

    def is_ours(self, address: str, link: str) -> bool:
        parts = urlsplit(urljoin(self.origin + address, link))
        return f"{parts.scheme}://{parts.netloc}" == self.origin

    def local(self, address: str, link: str) -> str:
        parts = urlsplit(urljoin(self.origin + address, link))
        return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"

    def is_wanted(self, address: str) -> bool:
        path, _, query = address.partition("?")
        if PASSED_OVER.match(path):
            return False
        if family := BESIDE.match(path):
            self.shapes[family.groups()] += 1
            return self.shapes[family.groups()] <= PER_FAMILY
        shape = path, tuple(name for name, _ in parse_qsl(query, keep_blank_values=True))
        self.shapes[shape] += 1
        return not query or self.shapes[shape] <= PER_SHAPE

    def sample(self) -> list[str]:
        """Of each sort of address the one with most to say; of pages one in each language."""
        found: dict[tuple, str] = {}
        for address, answer in self.answers.items():
            if answer.status == 200:
                sort = sort_of(address)
                largest = found.setdefault(sort, address)
                if len(answer.body) > len(self.answers[largest].body):
                    found[sort] = address
        return list(found.values())

    def pages(self) -> dict[str, Answer]:
        return {address: answer for address, answer in self.answers.items() if answer.is_page}

    def of_kind(self, *kinds: str) -> dict[str, Answer]:
        return {
            address: answer for address, answer in self.answers.items() if answer.status == 200 and answer.kind in kinds
        }
