"""What machines and other sites see of every page of the corpus."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image
from pyld import jsonld

from newsroom.public import reading
from newsroom.public.addresses import PLURALS, list_path, page_path
from relations.values.languages import LANGUAGES
from tests.public.reader import Page

pytestmark = pytest.mark.django_db

ORIGIN = "http://testserver"
# Types and properties in use, as the vocabulary of schema.org has them; roles repeat the property they stand for.
TERMS = json.loads(Path(__file__).with_name("schema_org.json").read_text())
VOCABULARY = {"@vocab": "https://schema.org/", "@version": 1.1}


def addresses() -> Iterator[str]:
    for code in LANGUAGES:
        yield f"/{code}/"
        for kind in PLURALS:
            yield list_path(kind, code)
            for row in reading.everything(reading.select(kind, (code,)), content="card"):
                yield page_path(kind, code, row.slug)


@pytest.fixture(scope="module")
def pages(corpus, django_db_blocker) -> dict[str, Page]:
    with django_db_blocker.unblock():
        return {address: Page(Client().get(address).text) for address in addresses()}


def blocks(page: Page) -> list[dict]:
    return [json.loads(text) for text in page.data]


def nodes(value) -> Iterator[dict]:
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)


def loader(url: str, options: dict) -> dict:
    assert url == "https://schema.org"
    document = {"@context": VOCABULARY}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


def metas(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for attrs in page.all("meta"):
        if name := attrs.get("property") or attrs.get("name"):
            found.setdefault(name, []).append(attrs["content"])
    return found


def test_every_block_of_data_is_read_by_a_json_ld_processor(pages):
    for address, page in pages.items():
        (block,) = blocks(page)
        expanded = jsonld.expand(block, {"documentLoader": loader, "base": ORIGIN})

        assert expanded, address
        for node in nodes(expanded):
            assert all(key.startswith(("@", "https://schema.org/")) for key in node), address


def test_every_type_and_property_is_of_the_vocabulary(pages):
    found = [node for page in pages.values() for node in nodes(blocks(page))]

    unknown = {
        (node["@type"], key) for node in found for key in node if key[0] != "@" and key not in TERMS[node["@type"]]
    }
    assert unknown == set()
    assert {"NewsArticle", "Person", "Event", "Legislation", "CollectionPage", "BreadcrumbList", "WebSite"} <= {
        node["@type"] for node in found
    }


def test_nothing_in_a_block_is_empty_and_every_address_is_whole(pages):
    for address, page in pages.items():
        for node in nodes(blocks(page)):
            assert not any(value in (None, "", [], {}) for value in node.values()), address
            for key in ("@id", "url", "contentUrl"):
                assert node.get(key, "https://").startswith(("http://", "https://")), address


def test_languages_of_a_page_name_one_another_and_one_for_all_others(pages):
    for address, page in pages.items():
        alternates = page.hreflang()
        assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": ORIGIN + address}]
        assert alternates[address[1:3]] == ORIGIN + address
        assert alternates["x-default"] == next(alternates[code] for code in LANGUAGES if code in alternates)
        for other in alternates.values():
            assert pages[other.removeprefix(ORIGIN)].hreflang() == alternates, address


def test_every_page_says_what_it_is_about_and_shows_a_picture(pages, client):
    pictures = {}
    for address, page in pages.items():
        found = metas(page)
        assert {name: len(values) for name, values in found.items() if name in SINGLE} == dict.fromkeys(SINGLE, 1)
        assert all(values[0].strip() for name, values in found.items() if name in SINGLE), address
        assert found["og:url"] == [ORIGIN + address]
        assert found["og:description"] == found["description"]
        assert len(found.get("og:locale:alternate", ())) == len(page.hreflang()) - 2
        if address.startswith(("/en/", "/ar/articles/")):
            # One of each kind, and one in the other direction.
            pictures[address.split("/")[2]] = found["og:image"][0]
    for picture in set(pictures.values()):
        response = client.get(picture.removeprefix(ORIGIN))
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert Image.open(BytesIO(response.content)).size == (1200, 630)


SINGLE = (
    *("description", "og:title", "og:description", "og:type", "og:url", "og:locale", "og:image", "og:image:alt"),
    *("og:image:width", "og:image:height", "og:site_name", "twitter:card"),
)
