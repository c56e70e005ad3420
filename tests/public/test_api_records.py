import datetime as dt

import pytest
from django.utils import timezone

from tests.public.conftest import DAY, THEN, new_uid, withdraw

ARTICLES = "/api/v1/articles"


def headlines(response) -> list[str]:
    return [row["headline"] for row in response.json()["results"]]


def problem(response) -> tuple[int, str]:
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    body = response.json()
    assert body["status"] == response.status_code
    assert body["request_id"] == response["X-Request-Id"]
    return response.status_code, body["type"].rpartition("/")[2]


def faults(response) -> list[tuple[str, str]]:
    assert problem(response) == (400, "invalid-parameters")
    return [(one["parameter"], one["code"]) for one in response.json()["errors"]]


def test_list_shows_what_is_public_in_the_language(client, published):
    published(label="Shown")
    published(label="Pending", live_from=timezone.now() + DAY)
    published(label="Autre", language="fr")
    withdraw(published(label="Withdrawn"), THEN + DAY)
    published("event", label="Other kind")

    response = client.get(ARTICLES, {"lang": "en"})

    assert headlines(response) == ["Shown"]
    assert response["Content-Language"] == "en"
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("lang", "accept", "expected"),
    [
        ("fr", "", ["Deux"]),
        ("az,fr,en", "", ["Deux", "One"]),
        ("*", "", ["Three", "Two", "Deux", "One"]),
        (None, "fr;q=0.9, en;q=0.1", ["Three", "Deux", "One"]),
        (None, "de", ["Three", "Two", "One"]),
        (None, "en;q=0", ["Three", "Two", "One"]),
    ],
)
def test_list_follows_lang_or_else_accept_language(client, published, lang, accept, expected):
    published(label="One", sort_date=THEN)
    second = published(label="Two", sort_date=THEN + DAY)
    published(uid=second.uid, label="Deux", language="fr", sort_date=THEN + DAY)
    published(label="Three", language="ar", original_language="ar", sort_date=THEN + 2 * DAY)

    response = client.get(ARTICLES, {"lang": lang} if lang else {}, headers={"Accept-Language": accept})

    assert headlines(response) == expected
    assert "Accept-Language" in response["Vary"]


def test_pages_are_walked_by_signed_cursors(client, published):
    for number in range(5):
        published(label=f"A{number}", sort_date=THEN + number * DAY)

    first = client.get(ARTICLES, {"lang": "en", "page_size": 2})
    second = client.get(first.json()["next"])
    third = client.get(second.json()["next"])

    assert [headlines(page) for page in (first, second, third)] == [["A4", "A3"], ["A2", "A1"], ["A0"]]
    assert first["Link"] == f'<{first.json()["next"]}>; rel="next"'
    assert third.json()["next"] is None


def test_cursor_is_refused_by_another_list(client, published):
    for _ in range(3):
        published()
    next_url = client.get(ARTICLES, {"lang": "en", "page_size": 1}).json()["next"]

    assert problem(client.get(next_url.replace("lang=en", "lang=fr"))) == (400, "invalid-cursor")
    assert problem(client.get(next_url.replace("articles", "events"))) == (400, "invalid-cursor")
    assert problem(client.get(next_url + "&ordering=published")) == (400, "invalid-cursor")
    assert problem(client.get(next_url[:-3])) == (400, "invalid-cursor")
    assert problem(client.get(ARTICLES, {"cursor": "é:x:y"})) == (400, "invalid-cursor")
    assert client.get(next_url.replace("page_size=1", "page_size=2")).status_code == 200


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nonsense=1", [("nonsense", "unknown")]),
        ("kind=report&kind=analysis", [("kind", "repeated")]),
        ("kind=", [("kind", "empty")]),
        ("kind=poem", [("kind", "choice")]),
        ("kind__in=report,,analysis", [("kind__in", "empty")]),
        ("country=x", [("country", "invalid")]),
        ("lang=de", [("lang", "choice")]),
        ("lang=en,*", [("lang", "choice")]),
        ("page_size=0", [("page_size", "number")]),
        ("page_size=101", [("page_size", "number")]),
        ("page_size=99999999999999999999", [("page_size", "number")]),
        ("page_size=%D9%A1", [("page_size", "number")]),
        ("as_of=2999-01-01T00:00:00Z", [("as_of", "future")]),
        ("as_of=2025-01-01", [("as_of", "date-time")]),
        ("published_after=2025-02-30T00:00:00Z", [("published_after", "date-time")]),
        ("q=%00", [("q", "control-character")]),
        ("q=" + "a" * 201, [("q", "too-long")]),
        ("q=" + "a" * 5000, [("q", "too-long")]),
        ("ordering=headline", [("ordering", "choice")]),
        ("fields=secret", [("fields", "unknown-field")]),
        ("expand=actors.places.parent", [("expand", "invalid")]),
        ("expand=secrets", [("expand", "unknown-field")]),
        ("count=1", [("count", "choice")]),
        ("id__in=" + ",".join([new_uid()] * 101), [("id__in", "too-many")]),
        ("a=1&kind=poem&lang=de", [("a", "unknown"), ("kind", "choice"), ("lang", "choice")]),
    ],
)
def test_every_parameter_that_is_not_understood_is_named(client, db, query, expected):
    assert faults(client.get(f"{ARTICLES}?{query}")) == expected


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("as_of=0001-01-01T00:00:00%2B14:00", 0),
        ("published_after=0001-01-01T00:00:00%2B14:00", 1),
        ("published_before=9999-12-31T23:59:59-14:00", 1),
    ],
)
def test_moments_at_the_ends_of_time_are_understood_with_any_offset(client, published, query, found):
    published()

    assert len(client.get(f"{ARTICLES}?lang=en&{query}").json()["results"]) == found


def test_filters_by_facets(client, published):
    country, other = published("actor", label="Algeria"), published("actor", label="Azerbaijan")
    hidden = published("actor", label="Hidden", live_from=timezone.now() + DAY)
    published(
        label="Both", facets=[("country", country.uid), ("country", other.uid), ("kind", "report"), ("urgency", "2")]
    )
    published(label="One", facets=[("country", country.uid), ("kind", "analysis"), ("urgency", "5")])
    published(label="None", facets=[("country", hidden.uid)])

    def found(**query):
        return sorted(headlines(client.get(ARTICLES, {"lang": "en", **query})))

    assert found(country=country.uid) == ["Both", "One"]
    assert found(country=f"{other.uid},{hidden.uid}") == ["Both"]
    assert found(country__all=f"{country.uid},{other.uid}") == ["Both"]
    assert found(country=hidden.uid) == []
    assert found(kind="analysis", country=country.uid) == ["One"]
    assert found(kind__in="analysis,report") == ["Both", "One"]
    assert found(urgency_max=2) == ["Both"]


def test_filters_by_moment_and_id(client, published):
    early, late = published(label="Early", first_published_at=THEN - DAY), published(label="Late")

    def found(**query):
        return sorted(headlines(client.get(ARTICLES, {"lang": "en", **query})))

    assert found(published_before="2026-03-01T00:00:00Z") == ["Early"]
    assert found(published_after="2026-03-01T10:00:00+01:00") == ["Late"]
    assert found(updated_after="2026-03-02T00:00:00Z") == []
    assert found(id__in=f"{early.uid},{new_uid()}") == ["Early"]
    assert late.uid


def test_filters_events_by_possible_and_certain_days(client, published):
    published("event", label="Month", payload={"title": "Month"}, date_lower="2025-04-01", date_upper="2025-04-30")
    published("event", label="Day", payload={"title": "Day"}, date_lower="2025-04-21", date_upper="2025-04-21")

    def found(**query):
        rows = client.get("/api/v1/events", {"lang": "en", "ordering": "name", **query}).json()["results"]
        return [row["title"] for row in rows]

    day = {"date_after": "2025-04-21", "date_before": "2025-04-21"}
    assert found(**day) == ["Day", "Month"]
    assert found(**day, date_certainty="certainly") == ["Day"]
    assert found(date_before="2025-04-10") == ["Month"]


def test_role_needs_a_participant(client, published):
    person = published("actor")
    published("event", payload={"title": "Talks"}, facets=[("role:host", person.uid)])
    url = "/api/v1/events"

    assert faults(client.get(url, {"role": "host"})) == [("role", "incomplete")]
    found = client.get(url, {"role": "host", "participant": person.uid, "lang": "en"}).json()["results"]
    assert [row["title"] for row in found] == []


def test_count_is_given_when_asked_for(client, published):
    for _ in range(3):
        published()

    body = client.get(ARTICLES, {"lang": "en", "count": "true", "page_size": 1}).json()

    assert (len(body["results"]), body["count"], body["count_is_minimum"]) == (1, 3, False)
    assert "count" not in client.get(ARTICLES, {"lang": "en"}).json()


def test_fields_and_expand_shape_the_answer(client, published):
    place = published("place", label="Baku", payload={"name": "Baku"})
    article = published(payload={"dateline": {"place": {"$ref": place.uid}}})

    lean = client.get(f"{ARTICLES}/{article.uid}", {"fields": "headline"}).json()
    full = client.get(f"{ARTICLES}/{article.uid}", {"fields": "dateline", "expand": "dateline"}).json()

    assert sorted(lean) == ["headline", "id", "language", "type", "url"]
    assert full["dateline"]["place"]["name"] == "Baku"
    assert full["dateline"]["place"]["type"] == "place"


def test_detail_says_where_it_is_in_other_languages(client, published):
    article = published(label="Talks")
    published(uid=article.uid, language="ar", label="محادثات")

    response = client.get(f"{ARTICLES}/{article.uid}", headers={"Accept-Language": "ar-DZ,ar;q=0.9"})

    body = response.json()
    assert (body["headline"], body["dir"], response["Content-Language"]) == ("محادثات", "rtl", "ar")
    assert response["Link"] == f'<http://testserver{ARTICLES}/{article.uid}?lang=en>; rel="alternate"; hreflang="en"'
    assert body["url"] == f"http://testserver{ARTICLES}/{article.uid}"


def test_language_that_is_not_published_is_a_problem_naming_those_that_are(client, published):
    article = published()
    published(uid=article.uid, language="az", live_from=timezone.now() + DAY)

    response = client.get(f"{ARTICLES}/{article.uid}", {"lang": "az"})

    assert problem(response) == (404, "language-unavailable")
    url = f"http://testserver{ARTICLES}/{article.uid}?lang=en"
    assert response.json()["available"] == [{"language": "en", "url": url}]


def test_withdrawn_is_gone_at_every_moment_number_and_language(client, published):
    replacement, hidden = published(), published(live_from=timezone.now() + DAY)
    article = published(label="Wrong")
    other = published(label="Also")
    withdraw(article, THEN + DAY, replaced_by=replacement.uid)
    withdraw(other, THEN + DAY, replaced_by=hidden.uid)
    url = f"{ARTICLES}/{article.uid}"

    addresses = [url, f"{url}?as_of=2026-03-01T10:00:00Z", f"{url}?lang=fr", f"{url}/editions", f"{url}/editions/en/1"]
    addresses += [f"{url}/editions/en/9", f"{url}/editions/fr/1"]
    assert [problem(client.get(address)) for address in addresses] == [(410, "withdrawn")] * 7
    body = client.get(url).json()
    assert (body["reason"], body["withdrawn_at"]) == ("An error of fact.", "2026-03-02T09:00:00Z")
    assert body["replaced_by"] == f"http://testserver{ARTICLES}/{replacement.uid}"
    assert client.get(f"{ARTICLES}/{other.uid}").json()["replaced_by"] is None


@pytest.mark.parametrize("rest", ["", "/editions", "/editions/en/1", "/posts"])
def test_pending_record_is_not_found(client, published, rest):
    actor = published("actor", live_from=timezone.now() + DAY)

    assert problem(client.get(f"/api/v1/actors/{actor.uid}{rest}")) == (404, "not-found")
    assert problem(client.get(f"/api/v1/actors/{new_uid()}{rest}")) == (404, "not-found")


def test_history_lists_public_editions_page_by_page(client, published):
    article = published(label="One")
    published(uid=article.uid, label="Two", action="corrected", note="The day.", live_from=THEN + DAY)
    published(uid=article.uid, label="Un", language="fr", live_from=THEN + DAY)
    published(uid=article.uid, label="Ahead", live_from=timezone.now() + DAY)
    url = f"{ARTICLES}/{article.uid}/editions"

    everything = client.get(url).json()["results"]
    first = client.get(url, {"page_size": 2}).json()
    second = client.get(first["next"]).json()

    assert [(row["language"], row["edition"], row["title"], row["note"]) for row in everything] == [
        ("en", 2, "Two", "The day."),
        ("fr", 1, "Un", ""),
        ("en", 1, "One", ""),
    ]
    assert [row["until"] for row in everything] == [None, None, "2026-03-02T09:00:00Z"]
    assert (first["results"] + second["results"], second["next"]) == (everything, None)
    assert [row["title"] for row in client.get(url, {"lang": "fr"}).json()["results"]] == ["Un"]
    assert client.get(everything[2]["edition_url"]).json()["headline"] == "One"
    assert problem(client.get(f"{url}/en/3")) == (404, "not-found")


def test_past_moment_shows_what_was_public_then(client, published):
    article = published(label="One")
    published(uid=article.uid, label="Two", live_from=THEN + DAY)
    then = {"as_of": "2026-03-01T12:00:00Z", "lang": "en"}

    assert client.get(f"{ARTICLES}/{article.uid}", then).json()["headline"] == "One"
    assert headlines(client.get(ARTICLES, then)) == ["One"]
    before = {**then, "as_of": "2026-02-01T12:00:00Z"}
    assert problem(client.get(f"{ARTICLES}/{article.uid}", before)) == (404, "not-found")


def test_unchanged_answer_is_304_without_a_body(client, published):
    article = published()
    url = f"{ARTICLES}/{article.uid}"
    etag = client.get(url)["ETag"]

    for given in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        response = client.get(url, headers={"If-None-Match": given})
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
        assert response["Cache-Control"] == "public, max-age=60"
    assert client.get(url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_etag_changes_with_what_is_referred_to(client, published):
    place = published("place", label="Baku")
    article = published(payload={"places": [{"$must": place.uid}]})
    before = client.get(f"{ARTICLES}/{article.uid}")["ETag"]

    published("place", place.uid, label="Bakı", live_from=THEN + DAY)

    assert client.get(f"{ARTICLES}/{article.uid}")["ETag"] != before


@pytest.mark.parametrize(("seconds", "least", "most"), [(20, 18, 20), (3600, 60, 60)])
def test_answer_is_kept_no_longer_than_to_the_next_change(client, published, seconds, least, most):
    soon = timezone.now() + dt.timedelta(seconds=seconds)
    article = published()
    published(uid=article.uid, live_from=soon)

    for url in (f"{ARTICLES}/{article.uid}", ARTICLES, f"{ARTICLES}/{article.uid}/editions"):
        age = int(client.get(url)["Cache-Control"].rpartition("=")[2])
        assert least <= age <= most


def test_change_of_another_record_shortens_nothing(client, published):
    article = published()
    published(live_from=timezone.now() + dt.timedelta(seconds=20))

    assert client.get(f"{ARTICLES}/{article.uid}")["Cache-Control"] == "public, max-age=60"


def test_head_has_the_headers_of_get(client, published):
    article = published()

    head, get = client.head(f"{ARTICLES}/{article.uid}"), client.get(f"{ARTICLES}/{article.uid}")

    assert head.content == b""
    assert {name: head[name] for name in ("ETag", "Content-Language", "Cache-Control", "Content-Length")} == {
        name: get[name] for name in ("ETag", "Content-Language", "Cache-Control", "Content-Length")
    }


@pytest.mark.parametrize("number", [1, 3, 100])
def test_list_is_two_queries_whatever_its_length(client, published, django_assert_num_queries, number):
    place = published("place")
    for _ in range(number):
        published(payload={"places": [{"$must": place.uid}]}, facets=[("place", place.uid), ("kind", "report")])

    with django_assert_num_queries(2):  # editions; cards, translations, corrections and scheduled changes
        assert len(client.get(ARTICLES, {"lang": "en", "page_size": 100}).json()["results"]) == number
    with django_assert_num_queries(2):  # the same, led by the facet
        client.get(ARTICLES, {"lang": "en,fr", "page_size": 100, "place": place.uid})
    with django_assert_num_queries(2):  # the same, led by the rarer of two
        client.get(ARTICLES, {"lang": "en", "page_size": 100, "place": place.uid, "kind": "report"})
    with django_assert_num_queries(3):  # the same, and how many there are
        client.get(ARTICLES, {"lang": "en", "page_size": 100, "count": "true"})


def test_detail_is_two_queries(client, published, django_assert_num_queries):
    article = published(payload={"places": [{"$must": published("place").uid} for _ in range(5)]})

    with django_assert_num_queries(2):  # the edition; cards, translations, corrections and scheduled changes
        client.get(f"{ARTICLES}/{article.uid}")
    with django_assert_num_queries(2):  # the edition of this number; the same
        client.get(f"{ARTICLES}/{article.uid}/editions/en/1")
