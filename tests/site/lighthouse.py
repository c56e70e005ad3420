"""Lighthouse over the pages that matter most, on a slow telephone, as it measures by itself."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from tests.browser.screenshots import FLAGS, chromium
from tests.site import tools
from tests.site.crawling import Site

LEAST = 0.98
# In a file, since it leaves before a pipe has taken all of it.
REPORT = tools.TOOLS / "lighthouse.json"
LANGUAGES = ("en", "ar")
# One of each; the longest there is.
PAGES = ("/{}/", "/{}/dossiers/", "/{}/articles/")


def lighthouse(site: Site) -> Iterator[str]:
    for language in LANGUAGES:
        for start in PAGES:
            address = longest(site, start.format(language))
            report = measure(site.origin + address)
            scores = {name: found["score"] for name, found in report["categories"].items()}
            sys.stdout.write(f"    {address}  {scores}\n")
            for name, score in scores.items():
                if score is None or score < LEAST:
                    yield f"{address}: {name} {score}: {', '.join(lacking(report, name))}"


def longest(site: Site, start: str) -> str:
    """The home page itself; of records the page with most on it."""
    if start.count("/") == 2:
        return start
    found = [address for address in site.pages() if address.startswith(start) and address.count("/") == 3]
    return max((one for one in found if "?" not in one), key=lambda address: len(site.answers[address].body))


def measure(url: str) -> dict:
    flags = " ".join(("--headless=new", *FLAGS))
    script = tools.MODULES / "lighthouse" / "cli" / "index.js"
    command = [
        tools.node(),
        script,
        url,
        "--quiet",
        "--output=json",
        f"--output-path={REPORT}",
        f"--chrome-flags={flags}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium() or ""}
    for _ in range(3):
        # A trace now and then misses its beginning, and says so.
        run = subprocess.run(command, capture_output=True, check=False, env=environment)
        report = json.loads(REPORT.read_text()) if run.returncode == 0 else {}
        if report and "runtimeError" not in report:
            return report
    raise RuntimeError(f"Lighthouse does not get through {url}: {run.stderr.decode()[-500:]}")


def lacking(report: dict, category: str) -> list[str]:
    audits = (report["audits"][one["id"]] for one in report["categories"][category]["auditRefs"] if one["weight"])
    return [audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1]
