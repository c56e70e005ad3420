"""Asks programs of others what is wrong with the API of the demonstration: `make verify-api`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from openapi_spec_validator import OpenAPIV31SpecValidator
from playwright.sync_api import sync_playwright

from tests.api_tools import clients, programs
from tests.api_tools.samples import samples
from tests.api_tools.walking import Api
from tests.browser.screenshots import site as served
from tests.site.__main__ import SHOWN, say

DOCUMENT = programs.TOOLS / "openapi.json"


def generator(api: Api, document: Path) -> Iterator[str]:
    """What drf-spectacular itself warns of."""
    run = programs.run(sys.executable, "manage.py", "spectacular", "--fail-on-warn", "--file", os.devnull)
    if run.returncode:
        yield run.stderr[-2000:]


def validator(api: Api, document: Path) -> Iterator[str]:
    yield from (error.message for error in OpenAPIV31SpecValidator(api.document).iter_errors())


def redocly(api: Api, document: Path) -> Iterator[str]:
    run = programs.script("redocly", "lint", "--format=json", document)
    for one in json.loads(run.stdout)["problems"]:
        yield f"{one['ruleId']}: {one['message']} ({one['location'][0].get('pointer')})"


def spectral(api: Api, document: Path) -> Iterator[str]:
    rules = programs.HERE / "spectral.yaml"
    run = programs.script("spectral", "lint", "--quiet", "--format=json", "--ruleset", rules, document)
    for one in json.loads(run.stdout or "[]"):
        yield f"{one['code']}: {one['message']} ({'/'.join(map(str, one['path']))})"


CHECKS = {
    "drf-spectacular": generator,
    "openapi-spec-validator": validator,
    "redocly": redocly,
    "spectral": spectral,
    "openapi-python-client": clients.python,
    "openapi-typescript": clients.typescript,
    "samples": samples,
}


def main() -> int:
    options = arguments()
    programs.install()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    # Everything is read without a key.
    os.environ["NEWSROOM_ANONYMOUS_QUOTA"] = "0"
    django.setup()
    with sync_playwright() as playwright, served(playwright, options.url) as origin:
        api = Api(origin)
        DOCUMENT.write_text(json.dumps(api.document))
        faults = {name: list(CHECKS[name](api, DOCUMENT)) for name in options.only if say(f"{name} ...")}
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


if __name__ == "__main__":
    sys.exit(main())
