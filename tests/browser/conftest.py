"""The demonstration in a database of its own, served by the production server, and a browser in front of it."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright

from newsroom.desk.demonstration.people import PASSWORD
from tests.browser.screenshots import FLAGS, chromium, free_port

# In milliseconds: machines that run tests do other things too.
PATIENCE = 90_000
SERVER = "-m granian --interface wsgi --host 127.0.0.1 --workers 1 --blocking-threads 4 --no-ws".split()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Where it is served. What tests change stays changed, so each works on records of its own making."""
    if connection.vendor != "sqlite":
        pytest.skip("a browser sees no difference between databases, and has seen the pages over SQLite")
    folder = tmp_path_factory.mktemp("site")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "NEWSROOM_MEDIA": str(folder / "media"),
        "NEWSROOM_SECRET_KEY": "of-the-browser-tests-alone-and-nowhere-else-whatsoever",
        # Static files as they are, without collecting them first.
        "NEWSROOM_DEBUG": "on",
        "NEWSROOM_LOG_LEVEL": "WARNING",
    }
    run = {"cwd": settings.BASE_DIR, "env": environment, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, "-m", "tests.browser.preparing"], check=True, **run)
    port = free_port()
    server = subprocess.Popen([sys.executable, *SERVER, "--port", f"{port}", "newsroom.wsgi:application"], **run)
    try:
        yield wait_for(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> str:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=5)  # noqa: S310 - our own address
        except (TimeoutError, urllib.error.URLError):
            time.sleep(0.25)
        else:
            return url
    raise RuntimeError("the server does not start")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def window(site: str, browser: Browser):
    """`window("ar")`: an empty page of a window of its own, in that language; errors it logs fail the test."""
    contexts, complaints = [], []

    def window(language: str = "en", **options) -> Page:
        context = browser.new_context(base_url=site, locale=language, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def enter(window):
    """`enter("editor", "ar")`: the desk, logged in, in that language."""

    def enter(username: str, language: str = "en", **options) -> Page:
        page = window(language, **options)
        page.goto("/admin/login/?next=/admin/")
        page.locator("[name=username], [name=login]").first.fill(username)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url("**/admin/")
        return page

    return enter
