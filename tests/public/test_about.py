"""The pages that tell of the site, and the one that shows its components."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.public.pages.samples import WORDS, Samples
from newsroom.public.pages.sections import ABOUT, about_path
from newsroom.public.pages.views.components import SHOWN_IN, contexts
from relations.values.languages import LANGUAGES
from tests.public.reader import read

pytestmark = pytest.mark.django_db

EACH = pytest.mark.parametrize("name", sorted(ABOUT))
IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
TEXTS = Path(settings.BASE_DIR) / "templates/public/about"


def text_of(language, name) -> str:
    return (TEXTS / language / f"{name}.html").read_text()


@EACH
@IN_EVERY_LANGUAGE
def test_text_is_there_in_every_language_and_leads_to_the_others(client, name, language):
    page = read(client, about_path(name, language))

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert {code: address.partition("testserver")[2] for code, address in page.hreflang().items()} == {
        **{code: about_path(name, code) for code in LANGUAGES},
        "x-default": about_path(name, "en"),
    }
    assert len(page.all("h1")) == 1
    assert {"href": about_path(name, language), "aria-current": "page"} in page.all("a")


@EACH
def test_texts_say_as_much_in_every_language(name):
    shapes = {re.sub(r"/(?:en|fr|ar|az)/", "/xx/", " ".join(re.findall(r"<h2>|<p>|<li>|<dt>|href=\"[^\"]+\"", text_of(code, name)))) for code in LANGUAGES}  # fmt: skip

    assert len(shapes) == 1


@EACH
def test_texts_lead_to_pages_of_their_own_language(client, name):
    for code in LANGUAGES:
        ways = set(re.findall(r'href="(/[^"]+)"', text_of(code, name)))
        assert {way for way in ways if not way.startswith((f"/{code}/", "/api/"))} == set()
        assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


@IN_EVERY_LANGUAGE
def test_foot_of_every_page_leads_to_them_and_to_diary_corrections_data_and_languages(client, language):
    ways = set(read(client, f"/{language}/corrections").links())

    assert {about_path(name, language) for name in ABOUT} <= ways
    assert {f"/{language}/diary", f"/{language}/corrections", "/api/v1/"} <= ways
    assert {f"/{code}/" for code in LANGUAGES} <= ways


def test_texts_have_validators_and_answer_to_no_other_name(client):
    first = client.get("/en/about")

    assert first["Cache-Control"] == "public, max-age=60"
    assert client.get("/en/about", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/en/about/page").status_code == client.get("/en/about/about").status_code == 404


# Components


@IN_EVERY_LANGUAGE
def test_components_are_shown_in_both_directions_and_not_to_search_engines(client, language):
    page = read(client, f"/{language}/about/components")

    shown = [attrs["dir"] for attrs in page.all("div") if attrs.get("class") == "sample"]
    assert shown == ["ltr", "rtl"] * len(contexts(Samples("en"), "en"))
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert {"scheme light", "scheme dark"} <= {attrs.get("class") for attrs in page.all("div")}


def test_components_tie_no_two_elements_together(client):
    ids = [attrs["id"] for _, attrs in read(client, "/en/about/components").tags if "id" in attrs]

    assert len(ids) == len(set(ids))


def test_samples_say_the_same_in_each_language_and_lead_to_what_is_there(client):
    assert WORDS["en"].keys() == WORDS["ar"].keys()
    assert set(SHOWN_IN) == WORDS.keys()

    ways = {way for way in read(client, "/en/about/components").links("/") if not way.startswith("/api/")}
    assert {way for way in ways if client.get(way).status_code != 200} == set()
