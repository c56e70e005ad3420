"""Asks programs of others what is wrong with the API of the demonstration: `make verify-api`."""

import json
import os
import sys
from collections.abc import Iterator

from openapi_spec_validator import OpenAPIV31SpecValidator
from playwright.sync_api import Playwright

from tests.api_tools import clients, programs
from tests.api_tools.programs import DOCUMENT
from tests.api_tools.samples import samples
from tests.api_tools.walking import Api
from tests.site.verifying import verify


def generator(api: Api) -> Iterator[str]:
    """What drf-spectacular itself warns of."""
    run = programs.run(sys.executable, "manage.py", "spectacular", "--fail-on-warn", "--file", os.devnull)
    if run.returncode:
        yield run.stderr[-2000:]


def validator(api: Api) -> Iterator[str]:
    yield from (error.message for error in OpenAPIV31SpecValidator(api.document).iter_errors())


def redocly(api: Api) -> Iterator[str]:
    run = programs.script("redocly", "lint", "--format=json", DOCUMENT)
    for one in json.loads(run.stdout)["problems"]:
        yield f"{one['ruleId']}: {one['message']} ({one['location'][0].get('pointer')})"


def spectral(api: Api) -> Iterator[str]:
    rules = programs.HERE / "spectral.yaml"
    run = programs.script("spectral", "lint", "--quiet", "--format=json", "--ruleset", rules, DOCUMENT)
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


def whole_api(origin: str, playwright: Playwright) -> Api:
    api = Api(origin)
    DOCUMENT.write_text(json.dumps(api.document))
    return api


if __name__ == "__main__":
    sys.exit(verify(__doc__, CHECKS, programs.install, whole_api))
