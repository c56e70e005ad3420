"""Reads the whole site as a stranger and asks programs of others what is wrong with it: `make verify-site`."""

import argparse
import os
import sys

import django
from playwright.sync_api import sync_playwright

from tests.browser.screenshots import site as served
from tests.site import checks, tools
from tests.site.accessibility import accessibility
from tests.site.caching import caching
from tests.site.crawling import Site
from tests.site.lighthouse import lighthouse
from tests.site.observatory import observatory

CHECKS = {
    "html": checks.html,
    "links": checks.links,
    "alternates": checks.alternates,
    "sitemaps": checks.sitemaps,
    "feeds": checks.feeds,
    "calendars": checks.calendars,
    "json-ld": checks.structured,
    "validators": checks.validators,
    "weight": checks.weight,
    "axe": accessibility,
    "redbot": caching,
    "observatory": observatory,
    "lighthouse": lighthouse,
}
# Faults of one kind repeat themselves on a thousand pages.
SHOWN = 12


def main() -> int:
    options = arguments()
    tools.install()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    with sync_playwright() as playwright, served(playwright, options.url) as origin:
        site = Site(origin, playwright)
        faults = {name: list(CHECKS[name](site)) for name in options.only if say(f"{name} ...")}
    for name, found in faults.items():
        say(f"{name}: {len(found) or 'no'} {'fault' if len(found) == 1 else 'faults'}")
        for fault in found[:SHOWN]:
            say(f"    {fault}")
    return 1 if any(faults.values()) else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="scheme and host of a running site")
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS))
    return parser.parse_args()


def say(words: str) -> bool:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
    return True


if __name__ == "__main__":
    sys.exit(main())
