"""The headers that a browser gets in production, as graders of sites look at them."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import json, django
from tests.conftest import lighten
lighten()
django.setup()
from django.test import Client
asked = {"page": "/en/nothing", "picture": "/en/og/site.png", "data": "/api/v1/problems/not-found"}
found = {name: Client().get(path, secure=True, headers={"host": "news.example"}) for name, path in asked.items()}
found["plain"] = Client().get("/en/", headers={"host": "news.example"})
print(json.dumps({name: {"status": one.status_code, **one.headers} for name, one in found.items()}))
"""


@pytest.fixture(scope="module", params=["public", "all"])
def answers(request) -> dict:
    """Of a site beyond this machine, with and without the desk."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    production = {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_HOSTS": "news.example",
        "NEWSROOM_SECRET_KEY": "of the test alone, and as long as the deployment check would have it",
        "NEWSROOM_SIDE": request.param,
        "NEWSROOM_LOG_LEVEL": "CRITICAL",
    }
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, env=given | production, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_pages_load_nothing_but_what_is_named(answers):
    policy = dict(part.split(" ", 1) for part in answers["page"]["Content-Security-Policy"].split("; "))

    assert {name for name, sources in policy.items() if sources == "'none'"} == {
        "default-src", "object-src", "base-uri", "frame-ancestors",
    }  # fmt: skip
    assert {sources for sources in policy.values() if sources != "'none'"} == {"'self'"}
    assert policy.keys() >= {"script-src", "style-src", "form-action", "img-src", "font-src", "connect-src"}


def test_pages_are_for_themselves_alone(answers):
    page = answers["page"]

    assert page["status"] == 404
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["X-Frame-Options"] == "DENY"
    assert page["Referrer-Policy"] == "same-origin"
    assert page["Cross-Origin-Opener-Policy"] == page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(page["Permissions-Policy"].split(", "))
    assert "Set-Cookie" not in page


def test_pictures_and_data_may_be_shown_by_other_sites(answers):
    assert [answers[name]["Cross-Origin-Resource-Policy"] for name in ("picture", "data")] == ["cross-origin"] * 2
    assert {answers[name]["X-Content-Type-Options"] for name in ("picture", "data")} == {"nosniff"}


def test_site_is_asked_for_over_https_for_a_year(answers):
    assert answers["page"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert (answers["plain"]["status"], answers["plain"]["Location"]) == (301, "https://news.example/en/")
