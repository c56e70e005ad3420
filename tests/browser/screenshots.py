"""
Pictures of every kind of page: the readers' site in four languages, light and dark, wide and narrow; the desk in both
directions of writing. `make screenshots`.

Of the site at ARGS="--url http://..."; otherwise of the demonstration, which is served for as long as it takes.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from playwright.sync_api import APIRequestContext, Browser, Error, Playwright, sync_playwright

from relations.values.languages import LANGUAGES
from tests.browser.desk_pictures import take_desk
from tests.browser.shooting import WIDTHS, shoot

ROOT = Path(__file__).parents[2]
DATABASE = ROOT / "var" / "demonstration.sqlite3"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
LISTS = ("articles", "actors", "events", "agreements", "dossiers", "places", "topics", "posts", "sources")
# A page of each kind: its name, where the API lists such records, and which of them to take.
RECORDS = {
    "article": ("articles", {}),
    "person": ("actors", {"kind": "person"}),
    "country": ("actors", {"kind": "country", "q": "Azerbaijan"}),
    "institution": ("actors", {"kind": "institution"}),
    "organisation": ("actors", {"kind": "multilateral_organisation"}),
    "body": ("actors", {"kind": "joint_body"}),
    "event": ("events", {"kind": "visit"}),
    "planned": ("events", {"status": "planned"}),
    "agreement": ("agreements", {"status": "signed"}),
    "dossier": ("dossiers", {}),
    "place": ("places", {}),
    "topic": ("topics", {}),
    "post": ("posts", {}),
    "series": ("series", {}),
    "source": ("sources", {}),
    "author": ("authors", {}),
    "figure": ("figures", {}),
    "capacity": ("capacities", {}),
}


# Pages of the site's own, by what follows the language.
OWN = {
    "diary": "diary",
    "diary-month": "diary/2025-11",
    "corrections": "corrections",
    "follow": "follow",
    "partners": "partners",
    "about": "about",
    "about-corrections": "about/corrections",
    "about-dates": "about/dates-and-titles",
    "about-sources": "about/sources-and-rights",
    "about-accessibility": "about/accessibility",
    "components": "about/components",
}
DESK_LANGUAGES = ("en", "ar")
SITE = {"width": 1280, "height": 900}


def main() -> None:
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, site(playwright, options.url) as url:
        asking = playwright.request.new_context(base_url=f"{url}/api/v1/")
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for language in options.languages if "site" in options.of else ():
            found = pages(asking, language)
            for width, scheme in product(WIDTHS, options.schemes):
                take(browser, url, found, options.out, Look(language, width, scheme))
        for language in (code for code in DESK_LANGUAGES if code in options.languages and "desk" in options.of):
            take_desk(browser, url, language, options.schemes[0], options.out)
        browser.close()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="scheme and host of a running site")
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"], choices=("light", "dark"))
    parser.add_argument("--of", nargs="+", choices=("site", "desk"), default=["site", "desk"])
    parser.add_argument("--out", type=Path, default=ROOT / "var" / "screenshots")
    return parser.parse_args()


def chromium() -> str | None:
    """The system's; without one Playwright looks for its own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


# The site


@contextmanager
def site(playwright: Playwright, url: str | None) -> Iterator[str]:
    if url:
        yield url.rstrip("/")
        return
    if not (os.environ.get("DATABASE_URL") or DATABASE.exists()):
        sys.exit("There is no demonstration to take pictures of: run `make demo` first, or give --url.")
    port = free_port()
    command = ["-m", "granian", "--interface", "wsgi", "--port", str(port), "newsroom.wsgi:application"]
    # Nobody who takes pictures waits for a quota.
    environment = {"DATABASE_URL": f"sqlite:///{DATABASE}", "NEWSROOM_ANONYMOUS_QUOTA": "0", **os.environ}
    server = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
    try:
        yield wait_for(playwright, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def wait_for(playwright: Playwright, url: str) -> str:
    asking = playwright.request.new_context()
    for _ in range(60):
        try:
            asking.get(f"{url}/healthz")
        except Error:
            time.sleep(0.5)
        else:
            return url
    sys.exit(f"No answer from {url}.")


# Its pages


def pages(asking: APIRequestContext, language: str) -> dict[str, str]:
    """Paths by name."""
    found = {name: first(asking, language, plural, **narrowing) for name, (plural, narrowing) in RECORDS.items()}
    return {
        "home": f"/{language}/",
        **{f"list-{plural}": f"/{language}/{plural}" for plural in LISTS},
        **{name: path for name, path in found.items() if path},
        **beside(found),
        **{page: f"/{language}/{path}" for page, path in OWN.items()},
        "search": f"/{language}/search?q={quote(word(asking, language))}",
        "search-alike": f"/{language}/search?q=Bairamov",
        "search-nothing": f"/{language}/search?q=zzzz",
        "400": f"/{language}/events?year=x",
        "404": f"/{language}/nowhere",
        **withdrawn(asking, language),
    }


def beside(found: dict[str, str]) -> dict[str, str]:
    """What else there is of an agreement, which was corrected, and a dossier."""
    agreement, dossier = found["agreement"], found["dossier"]
    return {
        "editions": f"{agreement}/editions",
        "difference": f"{agreement}/editions/1",
        "dossier-past": f"{dossier}?on=2022-08-01&from=2022&to=2023",
    }


def ask(asking: APIRequestContext, path: str, **query: str) -> list[dict]:
    return asking.get(path, params=query).json()["results"]


def first(asking: APIRequestContext, language: str, plural: str, **narrowing: str) -> str | None:
    """The record with most to say, as far as a list tells."""
    found = ask(asking, plural, lang=language, page_size="100", **narrowing)
    fullest = max(found, key=lambda item: len(json.dumps(item)), default=None)
    return urlsplit(fullest["html_url"]).path if fullest else None


def word(asking: APIRequestContext, language: str) -> str:
    """One that something is sure to be found by."""
    found = ask(asking, "topics", lang=language, page_size="1")
    return found[0]["name"].split()[0] if found else "a"


def withdrawn(asking: APIRequestContext, language: str) -> dict[str, str]:
    gone = (row for row in changes(asking) if (row["action"], row["language"]) == ("withdrawn", language))
    return next(({"410": f"/id/{row['id']}"} for row in gone), {})


def changes(asking: APIRequestContext) -> Iterator[dict]:
    """The whole feed, from the first."""
    since, reached = None, 0
    while reached != since:
        since = reached
        answer = asking.get("changes", params={"since": str(since)}).json()
        yield from answer["results"]
        reached = answer["checkpoint"]


class Look(NamedTuple):
    language: str
    width: int
    scheme: str

    def __str__(self) -> str:
        return ".".join((self.language, f"{self.width}", *(["dark"] if self.scheme == "dark" else [])))


def take(browser: Browser, url: str, found: dict[str, str], out: Path, look: Look) -> None:
    viewport = {"width": look.width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=look.scheme, locale=look.language)
    page = context.new_page()
    for name, path in found.items():
        page.goto(f"{url}{path}")
        shoot(page, out / f"{name}.{look}.png")
    context.close()


if __name__ == "__main__":
    main()
