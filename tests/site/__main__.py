"""Reads the whole site as a stranger and asks programs of others what is wrong with it: `make verify-site`."""

import sys

from tests.site import checks, tools
from tests.site.accessibility import accessibility
from tests.site.caching import caching
from tests.site.crawling import Site
from tests.site.lighthouse import lighthouse
from tests.site.observatory import observatory
from tests.site.verifying import verify

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

if __name__ == "__main__":
    sys.exit(verify(__doc__, CHECKS, tools.install, Site))
