"""REDbot's reading of one answer of each shape."""

import json
import subprocess
from collections.abc import Iterator

from tests.site import tools
from tests.site.crawling import Site

BAD = ("WARN", "BAD")
# `public` is no more than `max-age` says already; it marks what is for everybody.
OPINIONS = ("STORE_PUBLIC_UNNECESSARY",)


def caching(site: Site) -> Iterator[str]:
    for address in site.sample():
        command = [tools.redbot(), "--output-format", "har", site.origin + address]
        run = subprocess.run(command, capture_output=True, check=True)
        for entry in json.loads(run.stdout)["log"]["entries"]:
            for note in entry["_red_messages"]:
                if note["level"] in BAD and note["note_id"] not in OPINIONS:
                    yield f"{address}: {note['summary']}"
