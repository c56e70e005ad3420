"""Pages in the place of others: what helps on from there, in each language."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from newsroom.public import errors, search
from tests.public.conftest import DAY, THEN, publish, withdraw
from tests.public.reader import Page, read
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize(("code", "dir_"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("az", "ltr")])


def findable(record: str, title: str, **given):
    edition = put(record, title, **given)
    search.index_edition(edition.pk, edition.language, record, title, title)
    return edition


def suggested(client, path: str) -> list[str]:
    return read(client, path, 404).links("/en/articles/")


def test_wrong_address_suggests_what_has_its_words(client):
    near = findable("article", "Joint commission of Algeria and Azerbaijan")
    nearer = findable("article", "Algeria and Azerbaijan agree on a joint commission")
    findable("article", "Algeria sells gas")

    assert suggested(client, "/en/articles/azerbaijan-algeria-agree-joint-comission") == [
        path_of(nearer),
        path_of(near),
    ]


def test_wrong_address_suggests_other_kinds_but_no_other_language(client):
    event = findable("event", "Talks in Baku")
    findable("article", "Talks in Baku", language="fr")

    page = read(client, "/en/articles/baku-talks", 404)

    assert page.links("/en/events/") == [path_of(event)]
    assert page.links("/fr/articles/") == []


def test_wrong_address_suggests_only_a_few(client):
    for number in range(6):
        findable("article", f"Talks in Baku {number}")

    assert len(suggested(client, "/en/articles/talks-baku")) == 4


def test_wrong_address_suggests_nothing_that_is_not_public(client):
    findable("article", "Secret talks pending", live_from=timezone.now() + DAY)
    gone = findable("article", "Secret talks withdrawn")
    withdraw(gone, THEN + DAY)

    page = read(client, "/en/articles/secret-talks", 404)

    assert page.all("section", **{"class": "suggestions"}) == []
    assert "pending" not in page.text


def test_wrong_address_that_names_what_is_hidden_is_answered_like_any_other(client):
    findable("article", "Secret talks", slug="secret-talks", live_from=timezone.now() + DAY)

    hidden, absent = client.get("/en/articles/secret-talks"), client.get("/en/articles/nothing-of-this")

    assert hidden.content == absent.content


@pytest.mark.parametrize(
    "path", ["/wp-login.php", "/en/nonsense/talks-in-baku", "/en/articles/the-of", "/en/articles/a/b"]
)
def test_address_that_no_record_could_have_suggests_nothing(client, path):
    findable("article", "Talks in Baku")

    response = client.get(path, headers={"accept-language": "en"})

    assert (response.status_code, "suggestions" in response.text.partition("<body>")[2]) == (404, False)


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_ask_twice(number):
    for one in range(number):
        findable("article", f"Talks in Baku {one}")

    with override("en"), CaptureQueriesContext(connection) as made:
        found = errors.suggestions("/en/articles/talks-baku")

    # The index of titles; which of them is public.
    assert (len(found), len(made)) == (number, 2)


@LANGUAGES
def test_page_that_is_not_there_leads_on(client, code, dir_):
    page = read(client, f"/{code}/articles/nothing", 404)

    assert page.all("html") == [{"lang": code, "dir": dir_}]
    assert f"/{code}/dossiers" in page.links(f"/{code}/")
    assert page.all("form", action=f"/{code}/search", **{"class": "big-find"})


@LANGUAGES
def test_page_withdrawn_says_why_since_when_and_what_else_there_is(client, code, dir_):
    other = put("article", "Corrected report", language=code)
    edition = put("article", "Report", language=code)
    english = put("article", "Elsewhere", uid=edition.uid, language="fr" if code == "en" else "en")
    withdraw(edition, THEN + DAY, replaced_by=other.uid)

    page = read(client, path_of(edition), 410)

    assert page.all("html") == [{"lang": code, "dir": dir_}]
    assert "An error of fact." in page.text
    assert page.all("time") == [{"datetime": "2026-03-02T09:00:00Z"}]
    assert page.links(path_of(other)) == [path_of(other)]
    assert path_of(english) in page.links()
    assert page.all("meta", name="robots", content="noindex")


@LANGUAGES
def test_page_that_cannot_be_understood_leads_to_itself_without_its_question(client, code, dir_):
    page = read(client, f"/{code}/events?kind=nonsense", 400)

    assert page.all("html") == [{"lang": code, "dir": dir_}]
    assert page.links(f"/{code}/events")[-1] == f"/{code}/events"


@LANGUAGES
def test_page_of_an_accident_has_the_language_of_the_page_that_failed(code, dir_):
    with override(code):
        response = errors.server_error(RequestFactory().get(f"/{code}/"))

    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")
    assert Page(response.text).all("html") == [{"lang": code, "dir": dir_}]


def test_indexed_words_of_former_editions_suggest_nothing(client):
    former = findable("article", "Talks in Baku")
    publish("article", former.uid, label="Something else", live_from=THEN + DAY)

    assert suggested(client, "/en/articles/talks-baku") == []
