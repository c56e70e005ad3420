"""Checks by programs of others, one after the other, of a running site: what `make verify-site` and `make verify-api` do."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping

import django
from playwright.sync_api import Playwright, sync_playwright

from tests.browser.screenshots import site as served

# Faults of one kind repeat themselves on a thousand pages.
SHOWN = 12


def verify[Subject](
    description: str,
    checks: Mapping[str, Callable[[Subject], Iterator[str]]],
    install: Callable[[], None],
    subject: Callable[[str, Playwright], Subject],
) -> int:
    """The status to exit with; `subject` makes what the checks look at from the site's origin."""
    options = arguments(description, checks)
    install()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    # Everything is read without a key.
    os.environ["NEWSROOM_ANONYMOUS_QUOTA"] = "0"
    django.setup()
    with sync_playwright() as playwright, served(playwright, options.url) as origin:
        looked_at = subject(origin, playwright)
        faults = {name: list(checks[name](looked_at)) for name in options.only if say(f"{name} ...")}
    for name, found in faults.items():
        say(f"{name}: {len(found) or 'no'} {'fault' if len(found) == 1 else 'faults'}")
        for fault in found[:SHOWN]:
            say(f"    {fault}")
    return 1 if any(faults.values()) else 0


def arguments(description: str, checks: Mapping) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--url", help="scheme and host of a running site")
    parser.add_argument("--only", nargs="+", choices=checks, default=list(checks))
    return parser.parse_args()


def say(words: str) -> bool:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
    return True
