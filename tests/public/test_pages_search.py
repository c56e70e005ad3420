"""Search: what is counted and what is not, what narrows, where it leads, and what is said when nothing is found."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.public import search
from newsroom.public.search import surveying
from tests.public import payloads
from tests.public.conftest import DAY, THEN, canonical, new_uid, publish, withdraw
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
NEVER = timezone.now() + DAY


def put_found(record, title, text="", /, *, names=(), **given):
    edition = put(record, title, **given)
    search.index_edition(edition.pk, edition.language, record, title, text, names)
    return edition


def country(name: str, **given):
    return put("actor", name, kind="country", **given)


def person(name: str, **given):
    return put_found("actor", name, kind="person", **given)


def tagged(*records, year=None) -> list[tuple[str, str]]:
    """Facets of an event or article that names these records."""
    facets = [({"topic": "topic"}.get(one.kind, "actor"), one.uid) for one in records]
    facets += [("country", one.uid) for one in records if b'"kind":"country"' in bytes(one.payload)]
    return [*facets, ("year", year)] if year else facets


def hits(page, *titles) -> list[str]:
    return sorted((title for title in titles if title in page.text), key=page.text.index)


def link_to(page, **parameters) -> bool:
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"?{query}" in page.links("?")


# Facets


def test_facets_count_what_was_found_and_lead_to_it(client):
    algeria, attaf, gas = country("Algeria"), person("Ahmed Attaf"), put("topic", "Gas")
    put_found("event", "Energy talks", facets=tagged(algeria, attaf, gas, year="2025"))
    put_found("event", "Energy forum", facets=tagged(algeria, year="2024"))

    page = read(client, "/en/search?q=energy")

    assert "Everything 2 Events 2" in page.text
    assert "Country Algeria 2 Person Ahmed Attaf 1 Topic Gas 1 Year 2025 1 2024 1" in page.text
    ways = {"country": algeria.uid, "person": attaf.uid, "topic": gas.uid, "year": "2025"}
    for name, value in ways.items():
        assert link_to(page, q="energy", **{name: value})
        expected = ["Energy talks", "Energy forum"] if name == "country" else ["Energy talks"]
        narrowed = read(client, f"/en/search?q=energy&{name}={value}")
        assert set(hits(narrowed, "Energy talks", "Energy forum")) == set(expected)


def test_facets_count_nothing_that_is_not_public(client):
    algeria, secret = country("Algeria"), country("Secretland", live_from=NEVER)
    gone = country("Goneland")
    withdraw(gone, THEN + DAY)
    put_found("event", "Energy talks", facets=tagged(algeria, secret, gone))
    put_found("event", "Energy plan", facets=tagged(algeria), live_from=NEVER)
    withdraw(put_found("event", "Energy error", facets=tagged(algeria)), THEN + DAY)
    put_found("event", "Energie et energy", facets=tagged(algeria), language="fr")

    page = read(client, "/en/search?q=energy")

    assert "Everything 1 Events 1" in page.text
    assert "Country Algeria 1 Language" in page.text
    assert "English 1 Français 1" in page.text
    for word in ("Secretland", "Goneland", secret.uid, gone.uid, "Energy plan", "Energy error"):
        assert word not in page.text
        assert word not in " ".join(page.links())


def test_search_narrowed_by_what_is_not_public_finds_nothing_and_names_nothing(client):
    secret = country("Secretland", live_from=NEVER)
    put_found("event", "Energy talks", facets=tagged(secret))

    page = read(client, f"/en/search?q=energy&country={secret.uid}")

    assert page.all("p", **{"class": "empty"})
    assert "Country: – ×" in page.text
    assert "Secretland" not in page.text


def test_article_is_of_the_year_of_its_first_publication_and_event_of_any_it_may_be_of(client):
    new_year = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    put_found("article", "Energy report", fields={"first_published_at": new_year, "sort_date": new_year})
    put_found("event", "Energy forum", facets=[("year", "2024"), ("year", "2025")])

    def found(year: int) -> list[str]:
        return hits(read(client, f"/en/search?q=energy&year={year}"), "Energy report", "Energy forum")

    assert "Year 2025 2 2024 1" in read(client, "/en/search?q=energy").text
    assert [len(found(year)) for year in (2024, 2025, 2026)] == [1, 2, 0]


def test_two_countries_narrow_to_what_involves_both(client):
    algeria, france = country("Algeria"), country("France")
    put_found("event", "Energy talks", facets=tagged(algeria, france))
    put_found("event", "Energy forum", facets=tagged(algeria))

    page = read(client, f"/en/search?q=energy&country={algeria.uid}")

    both = f"{algeria.uid}%2C{france.uid}"
    assert link_to(page, q="energy", country=both)
    assert hits(read(client, f"/en/search?q=energy&country={both}"), "Energy talks", "Energy forum") == ["Energy talks"]


def test_what_is_chosen_can_be_taken_back_one_by_one(client):
    algeria = country("Algeria")
    put_found("event", "Energy talks", facets=tagged(algeria, year="2025"))

    page = read(client, f"/en/search?year=2025&country={algeria.uid}&q=energy&kind=event")

    assert "Country: Algeria ×" in page.text
    assert "Year: 2025 ×" in page.text
    assert link_to(page, q="energy", kind="event", year="2025")
    assert link_to(page, q="energy", kind="event", country=algeria.uid)
    assert link_to(page, q="energy", country=algeria.uid, year="2025")
    hidden = {field["name"]: field["value"] for field in page.all("input", type="hidden")}
    assert hidden == {"kind": "event", "country": algeria.uid, "year": "2025"}


def test_address_of_a_search_is_the_same_whoever_chose_it_and_in_every_language(client):
    algeria = country("Algeria")
    query = f"q=energy&country={algeria.uid}&year=2025"

    for path in (f"/en/search?{query}", f"/en/search?year=2025&country={algeria.uid}&q=energy&utm_source=x"):
        page = read(client, path)
        assert page.all("link", rel="canonical") == [
            {"rel": "canonical", "href": f"http://testserver/en/search?{query}"}
        ]
        assert page.hreflang()["ar"] == f"http://testserver/ar/search?{query}"


def test_pages_follow_each_other_within_what_is_chosen(client):
    algeria = country("Algeria")
    titles = [f"Energy talks {number:02}" for number in range(25)]
    for title in titles:
        put_found("event", title, facets=tagged(algeria))
    put_found("event", "Energy forum")

    first = read(client, f"/en/search?q=energy&country={algeria.uid}")
    (older,) = [link for link in first.links("?") if "cursor" in link]
    second = read(client, f"/en/search{older}")

    assert "Everything 25" in first.text
    assert (len(hits(first, *titles)), len(hits(second, *titles))) == (20, 5)
    assert set(hits(first, *titles) + hits(second, *titles)) == set(titles)
    assert link_to(second, q="energy", country=algeria.uid)
    assert client.get(f"/en/search{older}&year=2025").status_code == 400


def test_counts_say_where_there_may_be_more(client, monkeypatch):
    monkeypatch.setattr(surveying, "DEPTH", 3)
    for number in range(4):
        put_found("event", f"Energy talks {number}", facets=[("year", "2025")])

    # So few are all looked for; with as many as are enough, no others are.
    assert "Everything 4 Events 4" in read(client, "/en/search?q=energy").text
    monkeypatch.setattr(surveying, "ENOUGH", 3)
    text = read(client, "/en/search?q=energy").text
    assert "Everything 3+ Events 3+" in text
    assert "Year 2025 3+" in text


@pytest.mark.parametrize(
    "query",
    ["country=x", "person=1,2", "topic=,", "year=x", "year=0", "lang=de", "kind=none", "cursor=x", "year=1&year=2"],
)
def test_search_refuses_what_it_does_not_understand(client, query):
    assert client.get(f"/en/search?q=energy&{query}").status_code == 400


# Languages


def test_search_in_another_language_shows_its_hits_in_that_language(client):
    put_found("event", "زيارة رسمية", "زيارة", language="ar")

    page = read(client, "/en/search?q=زيارة&lang=ar")

    assert "زيارة رسمية" in page.text
    assert page.all("h2", lang="ar", dir="rtl")
    assert "Language: العربية ×" in page.text


def test_search_without_hits_says_in_which_language_there_are_some(client):
    for number in range(2):
        put_found("event", f"Visite {number}", "à Bakou", language="fr")
    put_found("event", "Visite cachée", "à Bakou", language="fr", live_from=NEVER)

    page = read(client, "/en/search?q=Bakou")

    assert "French: 2 results" in page.text
    assert "Arabic" not in page.text
    assert link_to(page, q="Bakou", lang="fr")


# Names


@pytest.mark.parametrize("query", ["Bairamov", "Bayramof", "بايراموف", "Байрамов", "Djeyhun Bayramof"])
def test_name_in_another_spelling_or_script_is_offered_as_it_is_written(client, query):
    person("Jeyhun Bayramov", names=["جيحون بايراموف"])

    page = read(client, f"/en/search?q={query}")

    assert "Did you mean: Jeyhun Bayramov" in page.text
    assert link_to(page, q="Jeyhun+Bayramov")
    assert hits(read(client, "/en/search?q=Jeyhun+Bayramov"), "Jeyhun Bayramov")


def test_name_is_offered_in_the_language_of_the_page_or_else_in_that_it_is_written_in(client):
    bayramov = person("Jeyhun Bayramov", names=["جيحون بايراموف"])
    person("جيحون بايراموف", uid=bayramov.uid, language="ar", names=["Jeyhun Bayramov"])

    assert "جيحون بايراموف" in read(client, "/ar/search?q=Bairamov").text
    french = read(client, "/fr/search?q=Bairamov")
    assert link_to(french, q="Jeyhun+Bayramov", lang="en")
    assert french.all("a", lang="en", dir="ltr")


@pytest.mark.parametrize("query", ["Bayramov", "jeyhun bayramov", "Jeyhun"])
def test_name_that_is_spelt_as_it_is_written_is_not_offered(client, query):
    person("Jeyhun Bayramov")

    assert "Did you mean" not in read(client, f"/en/search?q={query}").text


def test_name_of_somebody_who_is_not_public_is_not_offered(client):
    person("Jeyhun Bayramov", live_from=NEVER)
    withdraw(person("Ceyhun Bayramov"), THEN + DAY)

    page = read(client, "/en/search?q=Bairamov")

    assert "Did you mean" not in page.text
    assert "Bayramov" not in page.text


def test_name_is_offered_as_it_is_now_and_not_as_it_was_or_will_be(client):
    uid = new_uid()
    person("Jeyhun Bairam", uid=uid)
    person("Jeyhun Bayramov", uid=uid, live_from=THEN + DAY)
    person("Jeyhun Beyramli", uid=uid, live_from=NEVER)

    page = read(client, "/en/search?q=Bayramof")

    assert "Did you mean: Jeyhun Bayramov" in page.text
    assert "Bairam " not in page.text
    assert "Beyramli" not in page.text


def test_names_are_not_offered_where_there_is_enough_or_something_is_chosen(client):
    person("Jeyhun Bayramov")
    for number in range(4):
        put_found("event", f"Bairamov speaks {number}")

    assert "Did you mean" in read(client, "/en/search?q=Bairamov").text
    assert "Did you mean" not in read(client, "/en/search?q=Bairamov&kind=event").text
    put_found("event", "Bairamov speaks again")
    assert "Did you mean" not in read(client, "/en/search?q=Bairamov").text


def test_body_whose_name_is_like_a_common_word_is_not_offered(client):
    put_found("actor", "Visate", kind="institution")
    put_found("actor", "Azerbaijan", kind="country")

    assert "Did you mean" not in read(client, "/en/search?q=visit").text
    assert "Did you mean: Azerbaijan" in read(client, "/en/search?q=Azerbijan").text


# Nothing


@pytest.mark.parametrize("language", ["en", "fr", "ar", "az"])
@pytest.mark.parametrize("query", ["", "?q=qzh99999"])
def test_search_without_hits_leads_on_in_every_language(client, language, query):
    sides = [country(name).uid for name in ("Algeria", "Azerbaijan")]
    payload = payloads.dossier("The pair", sides)
    card = {"label": "The pair", "pair": ["AZE", "DZA"]}
    publish("dossier", language=language, label="The pair", payload=payload, card=canonical(card))
    publish("dossier", language=language, label="Hidden pair", payload=payload, live_from=NEVER)

    page = read(client, f"/{language}/search{query}")

    assert "The pair" in page.text
    assert "Hidden pair" not in page.text
    assert f"/{language}/articles" in page.links()
    assert bool(page.all("p", **{"class": "empty"})) == bool(query)


def test_search_that_is_narrowed_to_nothing_offers_to_be_so_no_more(client):
    put_found("event", "Energy talks")

    page = read(client, "/en/search?q=energy&year=1999&kind=article")

    assert page.all("p", **{"class": "empty"})
    assert link_to(page, q="energy")
