"""The guide for partners: as much in every language; its code is taken from the page and run as it stands."""

import datetime as dt
import json
import subprocess
import sys
from html import unescape
from pathlib import Path
from re import DOTALL, findall, search, sub

import pytest
from django.conf import settings
from django.utils.translation import override
from standardwebhooks import Webhook

from newsroom.desk.publish import publish, withdraw
from newsroom.public.api.problems import TITLES
from newsroom.public.pages.views.partners import SAMPLES, SECTIONS
from relations.values.languages import LANGUAGES
from tests.factories.publication import HOUR, Clock, item
from tests.public.conftest import new_uid
from tests.public.reader import read

SECRET = "whsec_" + "c2VjcmV0IG9mIHRoaXMgdGVzdCBhbG9uZQ=="
TRANSLATED = [language for language in LANGUAGES if language != "en"]
IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
TEXTS = Path(settings.BASE_DIR) / "templates/public/partners"


def text_of(language: str) -> str:
    return (TEXTS / language / "guide.html").read_text()


def paragraphs(language: str) -> list[str]:
    return findall(r"<p>(.*?)</p>", text_of(language))


def code(client, name: str) -> str:
    return unescape(search(rf'<code id="sample-{name}">(.*?)</code>', client.get("/en/partners").text, DOTALL)[1])


def run(text: str, *shown: str) -> list:
    """What these names hold when the code has run, as a partner's own process."""
    tail = "".join(f"\nprint(json.dumps({name}))" for name in shown)
    done = subprocess.run([sys.executable, "-c", f"{text}\nimport json{tail}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@IN_EVERY_LANGUAGE
def test_guide_is_in_the_language_of_the_site(client, db, language):
    page = read(client, f"/{language}/partners")

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert page.all("article") == [{}]
    assert page.hreflang() == {code: f"http://testserver/{code}/partners" for code in LANGUAGES} | {
        "x-default": "http://testserver/en/partners"
    }
    assert f"/{language}/partners" in page.links()


@pytest.mark.parametrize("language", TRANSLATED)
def test_only_code_and_the_change_log_are_left_in_english(client, db, language):
    page = read(client, f"/{language}/partners")
    english = [tag for tag, attrs in page.tags if attrs.get("lang") == "en" and tag != "a"]  # ways to other languages

    assert english == [*["pre"] * len(SAMPLES), "dl"]
    assert set(paragraphs(language)) & set(paragraphs("en")) == set()
    assert page.all("meta", name="description") != read(client, "/en/partners").all("meta", name="description")


def test_sections_and_samples_are_the_same_in_every_language(client, db):
    pages = {language: client.get(f"/{language}/partners").text for language in LANGUAGES}

    for shape in (r'<h2 id="(.*?)">', r"<pre.*?</pre>", r'<li><a href="#(.*?)">', r'<dl lang="en".*?</dl>'):
        english, *others = (findall(shape, html, DOTALL) for html in pages.values())
        assert english
        assert others == [english] * len(others)
    assert findall(r'<h2 id="(.*?)">', pages["en"]) == findall(r'<li><a href="#(.*?)">', pages["en"]) == list(SECTIONS)


def test_texts_fill_every_block_that_the_page_leaves_to_them():
    wanted = findall(r"{% block (\w+) %}{% endblock %}", (TEXTS / "guide.html").read_text())

    assert {language: findall(r"{% block (\w+) %}", text_of(language)) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, wanted
    )


def test_texts_say_as_much_and_name_the_same_terms_in_every_language():
    for shape in (r"<p>", r"<code.*?>(.*?)</code>", r'href="([^"?]+)'):
        english, *others = (sorted(findall(shape, text_of(language))) for language in LANGUAGES)
        assert english
        assert others == [english] * len(others)


def test_terms_run_from_left_to_right_in_arabic_sentences():
    assert set(findall(r"<code.*?>", text_of("ar"))) == {'<code dir="ltr">'}
    assert findall(r"[A-Za-z]+[ -][\w.]*\d", sub(r"<(bdi|code).*?</\1>|{%.*?%}|<[^>]+>", "", text_of("ar"))) == []


@IN_EVERY_LANGUAGE
def test_problems_are_named_and_explained_in_the_language_of_the_guide(client, db, language):
    page = read(client, f"/{language}/partners")

    with override(language):
        assert [title for _, title in TITLES.values() if str(title) not in page.text] == []
    assert set(page.links("/api/v1/problems/")) == {f"/api/v1/problems/{code}?lang={language}" for code in TITLES}


@IN_EVERY_LANGUAGE
def test_guide_leads_to_what_is_there(client, db, language):
    page = read(client, f"/{language}/partners")
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
