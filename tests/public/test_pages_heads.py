"""What the head of a page tells other sites and machines; nothing where a page is not to be found."""

import json
import re
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.utils import timezone

import newsroom.public
from newsroom.public.pages.showing import html_of
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw
from tests.public.reader import Page, read
from tests.public.test_pages import ADDRESS, path_of, put

pytestmark = pytest.mark.django_db
SHEET = Path(newsroom.public.__file__).parent / "static/site/site.css"


def metas(page: Page) -> dict[str, str]:
    return {attrs["property"]: attrs["content"] for attrs in page.all("meta") if "property" in attrs}


def descriptions(page: Page) -> list[str]:
    return [attrs["content"] for attrs in page.all("meta", name="description")]


def graph(page: Page) -> list[dict]:
    (text,) = page.data
    return json.loads(text)["@graph"]


def trail(page: Page) -> list[tuple[str, str]]:
    (crumbs,) = [node for node in graph(page) if node["@type"] == "BreadcrumbList"]
    return [(one["name"], one["item"]) for one in crumbs["itemListElement"]]


def test_article_tells_other_sites_its_headline_its_moments_and_its_picture(client):
    topic = put("topic", "diplomacy")
    edition = put("article", "Talks held", topics=[{"$must": topic.uid}])

    found = metas(read(client, path_of(edition)))

    assert found == {
        "og:site_name": "Communiqué",
        "og:type": "article",
        "og:title": "Talks held",
        "og:description": "About Talks held",
        "og:url": ADDRESS + path_of(edition),
        "og:locale": "en_GB",
        "og:image": f"{ADDRESS}/en/og/articles/{edition.uid}-1.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Talks held",
        "article:published_time": "2026-03-01T09:00:00Z",
        "article:modified_time": "2026-03-01T09:00:00Z",
        "article:tag": "diplomacy",
    }


def test_page_names_the_locales_of_its_other_languages(client):
    english = put("event", "Visit")
    put("event", "زيارة", uid=english.uid, language="ar")

    page = read(client, path_of(english))

    assert [one["content"] for one in page.all("meta", property="og:locale:alternate")] == ["ar_AR"]


@pytest.mark.parametrize(("kind", "said"), [("person", "profile"), ("country", "website")])
def test_person_has_a_profile(client, kind, said):
    assert metas(read(client, path_of(put("actor", "Somebody", kind=kind))))["og:type"] == said


def test_record_without_a_summary_is_described_by_what_it_is(client):
    edition = put("event", "Talks in Baku", kind="talks", summary="")

    assert descriptions(read(client, path_of(edition))) == ["Talks in Baku · Talks · 21 April 2025"]


def test_description_is_the_summary_and_stands_there_once(client):
    edition = put("event", "Talks", summary='The "round" of <April>.')

    page = read(client, path_of(edition))

    assert descriptions(page) == ['The "round" of <April>.'] == [metas(page)["og:description"]]


@pytest.mark.parametrize(
    ("path", "said"), [("/en/events", "Events – Relations between countries"), ("/en/", "Who met")]
)
def test_pages_about_no_record_are_described_too(client, path, said):
    page = read(client, path)

    (description,) = descriptions(page)
    assert description.startswith(said)
    assert metas(page)["og:image"] == f"{ADDRESS}/en/og/site.png"


def test_front_page_says_how_to_search_the_site(client):
    (site,) = graph(read(client, "/az/"))

    assert (site["@type"], site["inLanguage"]) == ("WebSite", "az")
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}/az/search?q={{words}}"


def test_record_is_below_its_section(client):
    edition = put("actor", "Ahmed Attaf")

    assert trail(read(client, path_of(edition))) == [
        ("Front page", f"{ADDRESS}/en/"),
        ("People and organisations", f"{ADDRESS}/en/actors"),
        ("Ahmed Attaf", ADDRESS + path_of(edition)),
    ]
    assert trail(read(client, "/en/actors?kind=person"))[1:] == [("People and organisations", f"{ADDRESS}/en/actors")]


def test_block_of_data_cannot_be_left(client):
    edition = put(
        "article", "Talks </script><script>alert(1)</script> & more\u2028\u2029", slug="talks", body=["<p>Text.</p>"]
    )

    response = client.get(path_of(edition))

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.text)[1]
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block)["@graph"][0]["headline"] == "Talks </script><script>alert(1)</script> & more\u2028\u2029"
    assert re.findall(r"<script (\w+)", response.text) == ["src", "src", "type"]


@pytest.mark.parametrize("path", ["/en/search?q=visa", "/en/search", "/en/dossiers/pair?on=2025-01-01"])
def test_page_not_to_be_found_tells_other_sites_nothing(client, path):
    sides = [put("actor", name, kind="country", iso3=name[:3].upper()) for name in ("Azerbaijan", "Dza")]
    payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in sides])
    publish("dossier", new_uid(), label="Pair", slug="pair", payload=payload)

    page = read(client, path)

    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert (metas(page), page.data) == ({}, [])


def test_previews_tell_other_sites_nothing():
    context = {"item": {}, "preview": {"framed": False}, "name": "", "chips": [], "fields": []}

    page = Page(html_of(RequestFactory().get("/"), "public/list.html", context, {"en": "/en/"}).decode())

    assert (metas(page), page.data, page.hreflang()) == ({}, [], {})


@pytest.mark.parametrize("path", ["/en/articles/gone", "/en/articles/pending", "/en/articles/absent"])
def test_page_that_is_not_there_tells_machines_nothing(client, path):
    withdraw(put("article", "Taken back", slug="gone"), THEN + DAY, slug="gone")
    put("article", "Still to come", slug="pending", live_from=timezone.now() + DAY)

    response = client.get(path)

    page = Page(response.text)
    assert response.status_code in (404, 410)
    assert (metas(page), page.data) == ({}, [])
    assert "Taken back" not in response.text
    assert "Still to come" not in response.text


def test_colours_around_the_page_are_those_of_the_site(client):
    papers = re.search(r"--paper: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", SHEET.read_text()).groups()

    assert [one["content"] for one in read(client, "/en/").all("meta", name="theme-color")] == [*papers]


def test_every_former_address_leads_to_the_present_one(client):
    uid = new_uid()
    for number, slug in enumerate(("first", "second", "third")):
        put("article", "Talks", uid=uid, slug=slug, live_from=THEN + number * DAY)

    answers = [client.get(f"/en/articles/{slug}") for slug in ("first", "second")]

    assert [(one.status_code, one["Location"]) for one in answers] == [(301, "/en/articles/third")] * 2
    assert read(client, "/en/articles/third").all("link", rel="canonical")[0]["href"] == f"{ADDRESS}/en/articles/third"
