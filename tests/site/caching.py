"""
REDbot's reading of one answer of each sort: of pages and files one in each language, of the API the service document,
each list and a record of it. It asks for each several times, so to read every address would take hours.
"""

import json
import subprocess
from collections.abc import Iterator

from tests.site import tools
from tests.site.crawling import Site

BAD = ("WARN", "BAD")
API = "/api/v1/"
OPINIONS = (
    # `public` is no more than `max-age` says already; it marks what is for everybody.
    "STORE_PUBLIC_UNNECESSARY",
    # Format, language, encoding and whose key it is: the API answers each of the four differently.
    "VARY_COMPLEX",
)


def caching(site: Site) -> Iterator[str]:
    for address in [*site.sample(), *resources(site)]:
        command = [tools.redbot(), "--output-format", "har", site.origin + address]
        run = subprocess.run(command, capture_output=True, check=True)
        for entry in json.loads(run.stdout)["log"]["entries"]:
            for note in entry["_red_messages"]:
                if note["level"] in BAD and note["note_id"] not in OPINIONS:
                    yield f"{address}: {note['summary']}"


def resources(site: Site) -> Iterator[str]:
    yield API
    for name, link in json.loads(site.ask(API).text)["links"].items():
        address = f"{link.removeprefix(site.origin)}{'?q=a' if name == 'search' else ''}"
        yield address
        answer = site.ask(address)
        if answer.kind == "application/json":
            records = json.loads(answer.text).get("results", ())
            yield from (one["url"].removeprefix(site.origin) for one in records[:1] if "url" in one)
