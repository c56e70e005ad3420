"""Lists and search: narrowing, pages after pages, and what cannot be understood."""

import time

import pytest
from django.utils import timezone

from newsroom.public import search
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db


def titles(page, among) -> list[str]:
    return sorted((title for title in among if title in page.text), key=page.text.index)


def find(client, query: str):
    return read(client, f"/en/search?q={query}")


def put_found(record, title, text="", /, **given):
    edition = put(record, title, **given)
    search.index_edition(edition.pk, edition.language, record, title, text)
    return edition


def test_list_is_narrowed_by_kind_and_country(client):
    country = put("actor", "Algeria", kind="country")
    put("event", "Visit of Algeria", facets=[("kind", "visit"), ("country", country.uid)])
    put("event", "Visit of others", facets=[("kind", "visit")])
    put("event", "Summit of Algeria", kind="summit", facets=[("kind", "summit"), ("country", country.uid)])
    every = ("Visit of Algeria", "Visit of others", "Summit of Algeria")

    assert len(titles(read(client, "/en/events"), every)) == 3
    assert titles(read(client, "/en/events?kind=summit"), every) == ["Summit of Algeria"]
    page = read(client, f"/en/events?kind=visit&country={country.uid}")
    assert titles(page, every) == ["Visit of Algeria"]
    assert "Kind: Visit ×" in page.text
    assert "Country: Algeria ×" in page.text
    assert page.links("/en/events?kind=visit") == ["/en/events?kind=visit"]


def test_list_narrowed_by_what_is_not_public_holds_nothing_and_names_nothing(client):
    hidden = put("actor", "Secret", live_from=timezone.now() + DAY)
    put("event", "Visit", facets=[("actor", hidden.uid)])

    page = read(client, f"/en/events?actor={hidden.uid}")

    assert page.links("/en/events/") == []
    assert page.all("p", **{"class": "empty"})
    assert "Secret" not in page.text


def test_form_offers_all_topics_and_the_countries_listed(client):
    listed, other = put("actor", "Algeria", kind="country"), put("actor", "Niue", kind="country")
    put("topic", "Energy")
    put("article", "Report", countries=[{"$must": listed.uid}])

    options = {attrs["value"] for attrs in read(client, "/en/articles").all("option")}

    assert listed.uid in options
    assert other.uid not in options
    assert "Energy" in read(client, "/en/articles").text


def test_older_pages_follow_to_the_end(client):
    names = [f"Report {number:02}" for number in range(45)]
    for number, name in enumerate(names):
        put("article", name, fields={"sort_date": THEN + number * DAY})

    found, path = [], "/en/articles"
    while path:
        page = read(client, path)
        found.append(titles(page, names))
        path = next((f"{attrs['href']}" for attrs in page.all("a", rel="next")), None)

    assert [len(one) for one in found] == [20, 20, 5]
    assert [name for one in found for name in one] == names[::-1]


@pytest.mark.parametrize(
    "query", ["kind=nonsense", "country=x", "year=20255", "cursor=forged", "kind=visit&kind=summit"]
)
def test_what_cannot_be_understood_is_answered_in_words(client, query):
    response = client.get(f"/en/events?{query}")

    assert (response.status_code, response["Cache-Control"]) == (400, "no-store")
    assert query.partition("=")[0] in response.content.decode() or "cursor" in query


def test_cursor_of_one_list_is_refused_by_another(client):
    for number in range(21):
        put("article", f"Report {number}", facets=[("kind", "report")])
    (older,) = read(client, "/en/articles").all("a", rel="next")

    assert client.get(older["href"]).status_code == 200
    assert client.get(f"{older['href']}&kind=report").status_code == 400
    assert client.get(older["href"].replace("/en/", "/fr/")).status_code == 400


def test_parameters_of_others_and_empty_fields_change_nothing(client):
    put("event", "Visit")

    assert "Visit" in read(client, "/en/events?utm_source=x&kind=&country=&year=").text


def test_search_marks_what_it_found(client):
    put_found("article", "Visa waiver signed", "The visa waiver was signed in Baku.")
    put_found("event", "Talks")

    page = find(client, "visa")

    assert "Visa waiver signed" in page.text
    assert len(page.all("mark")) >= 1
    assert "Talks" not in page.text


def test_search_is_narrowed_to_a_kind(client):
    put_found("article", "Visa report")
    put_found("agreement", "Visa waiver")

    text = find(client, "visa&kind=agreement").text

    assert "Visa" in text
    assert "waiver" in text
    assert "report" not in text


def test_search_finds_nothing_unpublished_and_says_so(client):
    put_found("article", "Hidden visa plan", live_from=timezone.now() + DAY)

    page = find(client, "visa")

    assert "Hidden" not in page.text
    assert page.all("p", **{"class": "empty"})


def test_search_escapes_the_query_and_ignores_an_empty_one(client):
    html = client.get("/en/search?q=<script>alert(1)</script>").content.decode()

    assert "<script>" not in html
    assert client.get("/en/search?q=%20").status_code == client.get("/en/search").status_code == 200


def test_reference_record_lists_what_names_it(client):
    topic = put("topic", "Energy")
    put("article", "Gas report", facets=[("topic", topic.uid)])
    put("event", "Gas forum", facets=[("topic", topic.uid)])

    text = read(client, f"/en/topics/{topic.slug}").text

    assert "Gas report" in text
    assert "Gas forum" in text


def test_sources_are_numbered_at_the_foot(client):
    first, second = put("source", "Earlier"), put("source", "Later")
    uses = [
        payloads.use(second.uid, title="Later", date=payloads.fuzzy("2025", "2025-01-01", "2025-12-31")),
        payloads.use(first.uid, title="Earlier", date=payloads.fuzzy("2022", "2022-01-01", "2022-12-31")),
    ]
    act = {
        "key": "a", "stage": "signed", "party": None, "date": None, "event": None, "place": None, "note": "",
        "sources": uses[:1],
    }  # fmt: skip
    edition = put("agreement", "Treaty", sources=uses, lifecycle=[act])

    page = read(client, f"/en/agreements/{edition.slug}")

    assert page.links("#source-") == ["#source-2"]
    assert page.text.rindex("Earlier") < page.text.rindex("Later")
    assert [attrs["id"] for attrs in page.all("li") if attrs.get("id")] == ["source-1", "source-2"]


def test_title_of_a_source_keeps_its_own_direction_until_it_is_translated(client):
    given = {"language": "ar", "published_language": "en", "original_title": "[Second round]"}
    kept, translated = put("source", "[Second round]", **given), put("source", "الجولة الثانية", **given)

    links = {attrs["href"]: attrs for attrs in read(client, "/ar/sources").all("a") if "href" in attrs}

    assert links[f"/ar/sources/{kept.slug}"].items() >= {"lang": "en", "dir": "ltr"}.items()
    assert "lang" not in links[f"/ar/sources/{translated.slug}"]


def test_uid_of_nothing_is_no_error(client):
    put("event", "Visit")

    assert read(client, f"/en/events?place={new_uid()}").all("p", **{"class": "empty"})


def test_list_in_order_of_names_begins_with_those_of_its_language(client):
    for number in range(70):
        uid = new_uid()
        put("actor", f"Name {number:02}", uid=uid)
        put("actor", f"اسم {number:02}", uid=uid, language="ar")

    page = read(client, "/ar/actors")

    assert page.text.count("اسم") == 60
    assert page.all("a", rel="next")


def test_page_that_leads_on_is_the_same_a_minute_later(client, monkeypatch):
    for number in range(21):
        put("article", f"Report {number}")
    first = client.get("/en/articles")
    later = time.time() + 60
    monkeypatch.setattr(time, "time", lambda: later)

    again = client.get("/en/articles", headers={"if-none-match": first["ETag"]})

    assert ("cursor=" in first.content.decode(), again.status_code) == (True, 304)
