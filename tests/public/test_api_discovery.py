"""How the API is found: service document, catalogue, change log, reference."""

import feedparser
import pytest

from newsroom.public.api import changelog
from relations.values.languages import LANGUAGES
from tests.public.reader import read

pytestmark = pytest.mark.django_db


def test_catalogue_leads_to_what_tells_of_the_api(client):
    response = client.get("/.well-known/api-catalog")
    (links,) = response.json()["linkset"]

    assert response["Content-Type"] == 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
    assert links["anchor"] == "http://testserver/api/v1"
    assert set(links) == {"anchor", "service-desc", "service-doc", "service-meta", "status"}
    for one in [one for found in links.values() if isinstance(found, list) for one in found]:
        answer = client.get(one["href"])
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, one["type"])


def test_catalogue_names_itself_to_who_asks_for_the_head_alone(client):
    response = client.head("/.well-known/api-catalog")

    assert response["Link"].startswith('<http://testserver/.well-known/api-catalog>; rel="api-catalog"')


def test_service_document_leads_to_document_and_guide(client):
    link = client.get("/api/v1/")["Link"]

    assert '<http://testserver/api/v1/openapi.json>; rel="service-desc"' in link
    assert '<http://testserver/api/v1/reference>; rel="service-doc"' in link
    assert '<http://testserver/en/partners>; rel="service-doc"' in link


def test_change_log_is_a_feed(client):
    response = client.get("/api/v1/changelog.atom")
    feed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})

    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [one.title for one in changelog.entries()]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert feed.feed.updated == f"{max(one.date for one in changelog.entries())}T00:00:00Z"


def test_change_log_is_in_order_and_of_known_kinds():
    found = changelog.entries()

    assert found == sorted(found, key=lambda one: one.date, reverse=True)
    assert {one.kind for one in found} <= set(changelog.KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reference_is_a_page_in_every_language_and_the_document_is_english(client, language):
    page = read(client, f"/api/v1/reference?lang={language}")

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert f"/{language}/partners" in page.links()
    (place,) = page.all("div", id="reference")
    assert (place["lang"], place["dir"], place["data-document"]) == ("en", "ltr", "/api/v1/openapi.json")


def test_what_draws_the_reference_is_loaded_there_alone(client):
    assert "swagger" in client.get("/api/v1/reference").text
    assert "swagger" not in client.get("/en/").text
