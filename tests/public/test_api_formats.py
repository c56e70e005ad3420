"""Formats as answers: how one is chosen, what all have alike, and what none ever shows. Their words are read in journeys."""

import csv
import io
import re
from itertools import product

import pytest
from django.utils import timezone

from newsroom.public.addresses import PLURALS, api_path
from newsroom.public.api.formats import ninjs
from newsroom.public.api.formats.forms import BY_KIND, BY_PART, FURTHER
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.pairs import act, pair
from tests.public.test_api_records import faults, problem
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
__all__ = ["pair"]

# One of the kinds that have JSON-LD and CSV alone stands for all of those.
FORMS = [(kind, form) for kind in (*FURTHER, "place") for form in BY_KIND[kind]]
EVERY = pytest.mark.parametrize(("kind", "form"), FORMS, ids=[f"{kind}.{form.suffix}" for kind, form in FORMS])
ARTICLES = "/api/v1/articles"


def listed(kind: str, suffix: str, query: str = "") -> str:
    return f"/api/v1/{PLURALS[kind]}.{suffix}?lang=en{query}"


def table(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


# Which format


@EVERY
def test_suffix_wins_over_what_is_accepted(client, kind, form):
    edition = put(kind, "Something")

    for path in (listed(kind, form.suffix), f"{api_path(kind, edition.uid)}.{form.suffix}"):
        response = client.get(path, headers={"Accept": "text/html"})
        assert (response.status_code, response["Content-Type"]) == (200, form.content_type)
        assert response["Content-Language"] == "en"
        assert "Accept" in response["Vary"].split(", ")


@EVERY
def test_accept_chooses_where_no_suffix_does(client, kind, form):
    edition = put(kind, "Something")

    for path in (f"/api/v1/{PLURALS[kind]}", api_path(kind, edition.uid)):
        response = client.get(f"{path}?lang=en", headers={"Accept": form.media_type})
        same = client.get(f"{path}.{form.suffix}?lang=en")
        assert (response.status_code, response["Content-Type"]) == (200, form.content_type)
        # Feeds and calendars name the address that they are at.
        if form.suffix not in ("atom", "feed.json", "ics"):
            assert (response.content, response["ETag"]) == (same.content, same["ETag"])


@pytest.mark.parametrize(
    ("accept", "found"),
    [
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json;charset=utf-8", "application/json"),
        ("text/csv;q=0.5, application/json;q=0.4", "text/csv; charset=utf-8"),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/json"),
        ("text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("application/json;q=0, text/*", "text/csv; charset=utf-8"),
        (ninjs.MEDIA_TYPE, ninjs.MEDIA_TYPE),
        ("application/json, " + ninjs.MEDIA_TYPE, ninjs.MEDIA_TYPE),
    ],
)
def test_what_is_accepted_most_is_chosen(client, accept, found):
    assert client.get(ARTICLES, headers={"Accept": accept})["Content-Type"] == found


@pytest.mark.parametrize("accept", ["text/html", "text/calendar", "application/json; profile=other", "nonsense"])
def test_what_there_is_not_is_answered_with_what_there_is(client, accept):
    response = client.get(ARTICLES, headers={"Accept": accept})

    assert problem(response) == (406, "not-acceptable")
    assert {one["suffix"] for one in response.json()["available"]} == {form.suffix for form in BY_KIND["article"]}


@pytest.mark.parametrize("path", ["articles.ics", "topics.ninjs", "events.popolo.json", "dossiers/AZE-DZA/visits.csv"])
def test_suffix_that_a_resource_does_not_have_is_not_found_and_says_what_there_is(client, path):
    response = client.get(f"/api/v1/{path}")

    assert problem(response) == (404, "not-found")
    assert "json" in {one["suffix"] for one in response.json()["available"]}


@pytest.mark.parametrize("path", ["articles.xml", "articles.", "articles.csv/", "search.csv", "vocabularies.csv"])
def test_other_suffixes_are_no_addresses(client, path):
    assert problem(client.get(f"/api/v1/{path}")) == (404, "not-found")


# What all have alike


@EVERY
def test_each_format_has_a_validator_of_its_own(client, kind, form):
    edition = put(kind, "Something")
    path = f"{api_path(kind, edition.uid)}.{form.suffix}?lang=en"
    answers = {one.suffix: client.get(path.replace(form.suffix, one.suffix)) for one in BY_KIND[kind]}

    again = client.get(path, headers={"If-None-Match": answers[form.suffix]["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert len({response["ETag"] for response in answers.values()}) == len(answers)
    assert not any(response["ETag"].startswith("W/") for response in answers.values())


@EVERY
def test_filters_pages_and_moments_are_the_same(client, kind, form):
    for number in range(3):
        moment = THEN + number * DAY
        put(kind, f"Known {number}", slug=f"known-{number}", live_from=moment, fields={"sort_date": moment})

    def slugs(path):
        rows = client.get(path).text.replace("\r\n ", "")
        return [number for number in range(3) if f"Known {number}" in rows]

    first = client.get(listed(kind, form.suffix, "&page_size=2"))
    (following,) = re.findall('<http://testserver([^>]+)>; rel="next"', first["Link"])
    assert following.startswith(listed(kind, form.suffix).partition("?")[0])
    assert sorted([*slugs(listed(kind, form.suffix, "&page_size=2")), *slugs(following)]) == [0, 1, 2]
    assert "Link" not in client.get(following)
    assert slugs(listed(kind, form.suffix, "&as_of=2026-03-02T12:00:00Z")) == [0, 1]
    uid = client.get(listed(kind, "json")).json()["results"][0]["id"]
    assert len(slugs(listed(kind, form.suffix, f"&id__in={uid}"))) == 1


@EVERY
def test_questions_are_read_as_strictly(client, kind, form):
    assert faults(client.get(listed(kind, form.suffix, "&nonsense=1"))) == [("nonsense", "unknown")]
    assert problem(client.get(listed(kind, form.suffix, "&cursor=x"))) == (400, "invalid-cursor")
    shaped = client.get(listed(kind, form.suffix, "&fields=id&count=true"))
    if form.write:
        assert faults(shaped) == [("fields", "json-only"), ("count", "json-only")]
    else:
        assert shaped.json()["count"] == 0


@EVERY
def test_translations_are_named_in_the_same_format(client, kind, form):
    edition = put(kind, "Something")
    put(kind, "Autre", uid=edition.uid, language="fr")

    response = client.get(f"{api_path(kind, edition.uid)}.{form.suffix}?lang=fr")

    url = f"http://testserver{api_path(kind, edition.uid)}.{form.suffix}?lang=en"
    assert (response["Content-Language"], response["Link"]) == ("fr", f'<{url}>; rel="alternate"; hreflang="en"')
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("number", [1, 100])
@EVERY
def test_list_is_two_queries_in_every_format(client, kind, form, number, django_assert_num_queries):
    country = put("actor", "Algeria", kind="country", iso3="DZA")
    named = {"event": {"countries": [{"$must": country.uid}]}, "article": {"countries": [{"$must": country.uid}]}}
    for one in range(number):
        put(kind, f"Record {one}", slug=f"record-{one}", **named.get(kind, {}))

    with django_assert_num_queries(2):  # the editions; cards, translations, corrections and scheduled changes
        client.get(listed(kind, form.suffix, "&page_size=100"))


@EVERY
def test_record_and_its_edition_are_two_queries_in_every_format(client, kind, form, django_assert_num_queries):
    edition = put(kind, "Something")

    for path in ("", "/editions/en/1"):
        with django_assert_num_queries(2):  # the edition; its cards
            assert client.get(f"{api_path(kind, edition.uid)}{path}.{form.suffix}").status_code == 200


@EVERY
def test_kept_files_have_a_name(client, kind, form):
    edition = put(kind, "Something")

    response = client.get(f"{api_path(kind, edition.uid)}.{form.suffix}")

    name = f"{PLURALS[kind]}-{edition.uid}.{form.suffix}"
    assert response.get("Content-Disposition") == (f'attachment; filename="{name}"' if form.is_file else None)


# What none shows


@EVERY
def test_what_was_withdrawn_is_gone_in_every_format(client, kind, form):
    edition = put(kind, "qzx gone")
    withdraw(edition, THEN + DAY)

    for path in ("", "/editions/en/1"):
        response = client.get(f"{api_path(kind, edition.uid)}{path}.{form.suffix}")
        assert problem(response) == (410, "withdrawn")
    assert problem(client.get(api_path(kind, edition.uid), headers={"Accept": form.media_type})) == (410, "withdrawn")
    assert "qzx" not in client.get(listed(kind, form.suffix)).text


@EVERY
def test_language_that_there_is_not_is_a_problem_in_every_format(client, kind, form):
    edition = put(kind, "Something")

    response = client.get(f"{api_path(kind, edition.uid)}.{form.suffix}?lang=az")

    assert problem(response) == (404, "language-unavailable")
    (other,) = response.json()["available"]
    assert client.get(other["url"])["Content-Type"] == form.content_type


@EVERY
def test_what_is_still_to_come_is_in_no_format(client, kind, form):
    pending = put(kind, "qzx ahead", live_from=timezone.now() + DAY)
    shown = put(kind, "Public")
    put(kind, "qzx next", uid=shown.uid, live_from=timezone.now() + DAY)

    assert problem(client.get(f"{api_path(kind, pending.uid)}.{form.suffix}")) == (404, "not-found")
    for path in (listed(kind, form.suffix), f"{api_path(kind, shown.uid)}.{form.suffix}"):
        assert "qzx" not in client.get(path).text.replace("\r\n ", "")


@EVERY
def test_references_to_what_is_not_public_are_left_out(client, kind, form):
    hidden = put("actor", "qzx minister", live_from=timezone.now() + DAY)
    must = {"$must": hidden.uid}
    office = {"post": must, "title": "qzx title", "organisation": None, "country": None}
    row = {"actor": must, "name": "qzx name", "post_at_the_time": office}
    given = {
        "article": {"countries": [must], "actors": [{"actor": must, "role": "subject"}], "byline": [{"author": must}]},
        "event": {"countries": [must], "participants": [{**row, "role": "visitor"}]},
        "agreement": {"parties": [{"actor": must, "kind": "state"}], "signatories": [row]},
        "actor": {"country": {"$ref": hidden.uid}, "member_of": [{"organisation": must, "note": "qzx note"}]},
    }
    put(kind, "Public", **given.get(kind, {}))

    assert "qzx" not in client.get(listed(kind, form.suffix)).text.replace("\r\n ", "")


# Tables


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " ="])
def test_what_a_spreadsheet_would_run_becomes_text(client, start):
    put("event", f"{start}SUM(A1)", slug="formula")

    (row,) = table(client.get("/api/v1/events.csv"))

    assert row["title"] == f"'{start}SUM(A1)"


def test_numbers_stay_numbers(client):
    put("place", "Quito", latitude="-0.18", longitude="-78.5")

    (row,) = table(client.get("/api/v1/places.csv"))

    assert (row["latitude"], row["longitude"], row["sensitive"]) == ("-0.18", "-78.5", "false")


def test_table_has_dates_references_and_lists_in_columns(client):
    places = [put("place", name) for name in ("Baku", "Algiers")]
    series = put("series", "Consultations")
    put(
        "event",
        "Talks",
        places=[{"$must": place.uid} for place in places],
        series={"series": {"$ref": series.uid}, "ordinal": 2, "body": None},
    )

    response = client.get("/api/v1/events.csv")
    (row,) = table(response)

    assert response.content.startswith(b"\xef\xbb\xbfid,type,url,")
    assert b"\r\n" in response.content
    assert (row["date"], row["date_edtf"], row["date_start"], row["date_end"]) == (
        "21 April 2025",
        "2025-04-21",
        "2025-04-21",
        "2025-04-21",
    )
    assert (row["places"], row["places_id"]) == ("Baku | Algiers", " | ".join(place.uid for place in places))
    assert (row["series"], row["series_id"], row["series_ordinal"]) == ("Consultations", series.uid, "2")


# Dossiers


@pytest.mark.parametrize(
    ("part", "form"),
    [(part, form) for part, forms in BY_PART.items() for form in forms],
    ids=lambda value: value if isinstance(value, str) else value.suffix,
)
def test_dossier_and_its_parts_have_their_formats(client, pair, part, form):
    pair.put("event", "Held")
    pair.put("event", "Ahead", status="planned")
    pair.put("event", "qzx", live_from=timezone.now() + DAY)
    parties = [{"actor": {"$must": side.uid}, "kind": "state"} for side in pair.sides]
    pair.put("agreement", "Treaty", parties=parties, lifecycle=[act("signed")])
    path = "/".join(filter(None, ["/api/v1/dossiers/AZE-DZA", part]))

    response = client.get(f"{path}.{form.suffix}?lang=en")

    assert (response.status_code, response["Content-Type"]) == (200, form.content_type)
    assert ("Held" in response.text) == (part != "agreements")
    assert ("Treaty" in response.text) == (part == "agreements" or (part == "" and form.suffix in ("json", "jsonld")))
    assert ("Ahead" in response.text) == (part == "" and form.suffix != "jsonld")
    assert "qzx" not in response.text
    moved = client.get(f"{path.replace('AZE-DZA', 'dza-aze')}.{form.suffix}?lang=en")
    assert (moved.status_code, moved["Location"]) == (308, f"http://testserver{path}.{form.suffix}?lang=en")
    assert problem(client.get(f"{path}.{form.suffix}?lang=fr")) == (404, "language-unavailable")


def test_withdrawn_dossier_is_gone_in_every_format(client, pair):
    withdraw(pair.dossier, THEN + DAY)

    for part, forms in BY_PART.items():
        for form, below in product(forms, [f"/{part}" if part else ""]):
            assert problem(client.get(f"/api/v1/dossiers/AZE-DZA{below}.{form.suffix}")) == (410, "withdrawn")


# News in JSON


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-04-21", "2025-04-21", None),
        ("2025-04~", "2025-04", None),
        ("2025-04-XX", "2025-04", None),
        ("2025?", "2025", None),
        ("2025-11-03/2025-11-04", "2025-11-03", "2025-11-04"),
        ("2025-04/..", "2025-04", None),
        ("../2025-04-21", None, "2025-04-21"),
        ("[2025-04-21..2025-04-23]", "2025-04", None),
        ("[2022-07-31..2022-08-30]", "2022", None),
        ("[2023,2025]", None, None),
    ],
)
def test_dates_of_news_objects_are_cut_to_what_is_known(edtf, start, end):
    assert ninjs.dates(edtf) == {"expectedStartDate": start, "expectedEndDate": end}
