"""The guide for partners: its code is taken from the page and run as it stands."""

import datetime as dt
import json
import subprocess
import sys
from html import unescape
from re import DOTALL, search

import pytest
from standardwebhooks import Webhook

from newsroom.desk.publish import publish, withdraw
from newsroom.public.pages.views.partners import SAMPLES
from relations.values.languages import LANGUAGES
from tests.factories.publication import HOUR, Clock, item
from tests.public.conftest import new_uid
from tests.public.reader import read

SECRET = "whsec_" + "c2VjcmV0IG9mIHRoaXMgdGVzdCBhbG9uZQ=="


def code(client, name: str) -> str:
    return unescape(search(rf'<code id="sample-{name}">(.*?)</code>', client.get("/en/partners").text, DOTALL)[1])


def run(text: str, *shown: str) -> list:
    """What these names hold when the code has run, as a partner's own process."""
    tail = "".join(f"\nprint(json.dumps({name}))" for name in shown)
    done = subprocess.run([sys.executable, "-c", f"{text}\nimport json{tail}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_guide_is_within_the_site_of_every_language_and_says_that_it_is_english(client, db, language):
    page = read(client, f"/{language}/partners")

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert page.all("article") == [{"lang": "en", "dir": "ltr"}]
    assert page.hreflang()["az"] == "http://testserver/az/partners"
    assert f"/{language}/partners" in page.links()


def test_guide_leads_to_what_is_there(client, db):
    page = read(client, "/en/partners")
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}

    assert {way for way in page.links("#") if way[1:] not in ids} == set()
    assert {way: client.get(way).status_code for way in page.links("/api/")} == dict.fromkeys(page.links("/api/"), 200)


def test_every_sample_is_on_the_page(client, db):
    assert all(code(client, name) for name in SAMPLES)


def test_conditional_request_runs_as_written(live_server, client):
    text = code(client, "conditional").replace("http://testserver", live_server.url)

    assert run(text, "changed") == [False]


def test_copy_is_complete_as_written(live_server, client):
    clock, kept, gone = Clock(), new_uid(), new_uid()
    publish(items=[item(uid=kept, slug="kept"), item(uid=gone, slug="gone")], by=None, clock=clock)
    clock.move(HOUR)
    withdraw(uids=[gone], reason="An error of fact.", by=None, clock=clock)

    text = code(client, "sync").replace("http://testserver", live_server.url)

    assert run(text, "list(copy.values())", "since") == [
        [f"{live_server.url}/api/v1/articles/{kept}?lang=en"],
        "3",
    ]


def test_webhook_is_verified_as_written(client, db):
    receive = {}
    exec(code(client, "webhook"), receive)  # noqa: S102 - it is the page's own
    body = json.dumps({"type": "item.published", "data": {"id": "1"}})
    now = dt.datetime.now(dt.UTC)
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(SECRET).sign("msg_1", now, body),
    }

    assert receive["receive"](SECRET, headers, body.encode()) == json.loads(body)
    assert receive["receive"](SECRET, headers, body.replace("1", "2").encode()) is None
