"""How many queries each page makes, whatever it lists."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.public import search
from tests.public import payloads
from tests.public.conftest import THEN, canonical, new_uid, publish
from tests.public.test_dossier import membership
from tests.public.test_drawing_tenures import tenure_of
from tests.public.test_pages import path_of, put
from tests.public.test_pages_records import plural_path

pytestmark = pytest.mark.django_db
SOME = pytest.mark.parametrize("number", [1, 3])


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(path).status_code == 200
    return len(made)


def put_several(record: str, number: int, **given) -> list:
    return [put(record, f"{record} {one}", **given) for one in range(number)]


def put_dossier(slug: str) -> None:
    sides = countries()
    payload = payloads.dossier(slug, [side.uid for side in sides])
    card = canonical({"kind": None, "label": slug, "pair": payload["pair"]})
    both = [("country", side.uid) for side in sides]
    publish("dossier", new_uid(), label=slug, slug=slug, payload=payload, card=card, facets=both)


def countries(*forums) -> list:
    """Both are members of all the forums."""
    member_of = [membership(forum) for forum in forums]
    return [
        put("actor", name, kind="country", iso3=name[:3].upper(), member_of=member_of) for name in ("Azerbaijan", "Dza")
    ]


@SOME
def test_home(client, number):
    places = [{"$must": put("place", "Baku").uid}]
    for one in ("article", "agreement"):
        put_several(one, number)
    put_several("event", number, facets=[("status", "held")], places=places)
    for one in range(number):
        put_dossier(f"pair-{one}")

    # The articles and all other lists; the cards of what articles refer to; corrections, the week of dossiers, and counts.
    assert queries(client, "/en/") == 3


@SOME
def test_diary(client, number):
    put_several("event", number, facets=[("status", "planned")], fields={"date_upper": dt.date(2099, 1, 1)})
    put_several("event", number, facets=[("status", "held")])

    # What is coming and what has been; the cards.
    assert queries(client, "/en/diary") == 2


@SOME
def test_diary_narrowed_by_two_facets(client, number):
    country = put("actor", "Algeria", kind="country")
    put_several("event", number, facets=[("status", "held"), ("kind", "visit"), ("country", country.uid)])

    # What is coming and what has been, and the country by its name; the cards.
    assert queries(client, f"/en/diary?kind=visit&country={country.uid}") == 2


@SOME
def test_month_of_the_diary(client, number):
    april = dt.date(2025, 4, 21)
    days = {"date_lower": april, "date_upper": april, "sort_date": dt.datetime(2025, 4, 21, tzinfo=dt.UTC)}
    put_several("event", number, fields=days)

    # The events; the cards.
    assert queries(client, "/en/diary/2025-04") == 2


@SOME
def test_corrections(client, number):
    put_several("event", number, fields={"action": "corrected", "note": "It was another day."})

    # The corrections; whether something changes within the minute.
    assert queries(client, "/en/corrections") == 2


@pytest.mark.parametrize("path", ["about", "about/dates-and-titles", "about/components"])
def test_pages_about_the_site(client, path):
    assert queries(client, f"/en/{path}") == 0


@SOME
@pytest.mark.parametrize("record", ["article", "event", "agreement", "actor", "topic"])
def test_lists(client, number, record):
    put_several(record, number)

    # The list and the topics of its form; the cards.
    assert queries(client, f"/en/{record}s") == 2


@SOME
def test_list_narrowed_by_two_facets(client, number):
    country = put("actor", "Algeria", kind="country")
    put_several("event", number, facets=[("kind", "visit"), ("country", country.uid)])

    # The list, and the country by its name; the cards.
    assert queries(client, f"/en/events?kind=visit&country={country.uid}") == 2


@SOME
def test_article(client, number):
    actors = [{"actor": {"$must": one.uid}, "role": "subject"} for one in put_several("actor", number)]
    events = [{"$must": one.uid} for one in put_several("event", number)]

    edition = put(
        "article",
        "Report",
        actors=actors,
        events=events,
        agreements=[{"$must": one.uid} for one in put_several("agreement", number)],
        countries=[{"$must": one.uid} for one in countries()],
    )

    # The edition at the address; events and agreements in full, other articles and dossiers; the cards.
    assert queries(client, path_of(edition)) == 3


def test_article_about_nothing_on_record(client):
    # The edition at the address; the cards.
    assert queries(client, path_of(put("article", "Report"))) == 2


@SOME
@pytest.mark.parametrize(
    ("record", "listed", "facet"),
    [
        ("event", "event", "parent"),
        ("agreement", "event", "agreement"),
        ("place", "event", "place"),
        ("topic", "article", "topic"),
        ("author", "article", "author"),
        ("series", "event", "series"),
    ],
)
def test_records_with_lists(client, number, record, listed, facet):
    edition = put(record, "Record")
    put_several(listed, number, facets=[(facet, edition.uid)])

    # The edition at the address; its lists; the cards.
    assert queries(client, plural_path(edition)) == 3


@SOME
@pytest.mark.parametrize(
    ("record", "kind", "listed", "facet"),
    [
        ("actor", "person", "event", "participant"),
        ("actor", "multilateral_organisation", "actor", "member_of"),
        ("source", "agency", "event", "source"),
        ("post", "minister", "actor", "post"),
    ],
)
def test_records_told_from_other_records_in_full(client, number, record, kind, listed, facet):
    edition = put(record, "Record", kind=kind)
    put_several(listed, number, facets=[(facet, edition.uid)])

    # The edition at the address; its lists; what is read in full; the cards.
    assert queries(client, plural_path(edition)) == 4


@SOME
@pytest.mark.parametrize("kind", ["country", "institution"])
def test_holders_of_posts(client, number, kind):
    edition = put("actor", "Record", kind=kind)
    for post in put_several("post", number, facets=[("actor", edition.uid), ("organisation", edition.uid)]):
        put_several("actor", number, facets=[("post", post.uid)], posts=[tenure_of(post)])

    # The edition at the address; its lists, posts among them; who held those; the cards.
    assert queries(client, plural_path(edition)) == 4


@SOME
def test_rounds_under_an_agreement(client, number):
    edition = put("agreement", "Record")
    for series in put_several("series", number, facets=[("agreement", edition.uid)]):
        put_several("event", number, facets=[("series", series.uid)])

    # The edition at the address; its lists, series among them; their rounds; the cards.
    assert queries(client, plural_path(edition)) == 4


@SOME
def test_round_of_a_series(client, number):
    series = put("series", "Series")
    place = {"series": {"$ref": series.uid}, "ordinal": 1, "body": None}
    edition, *_ = put_several("event", number, facets=[("series", series.uid)], series=place)

    # The edition at the address; its lists, neighbours among them; the cards.
    assert queries(client, plural_path(edition)) == 3


@SOME
def test_indicator(client, number):
    edition = put("indicator", "Trade")
    for one in range(number):
        publish(
            "dossier", label=f"Pair {one}", facets=[("indicator", edition.uid)], payload=payloads.dossier("Pair", [])
        )

    # The edition at the address; the dossiers in full; the cards.
    assert queries(client, plural_path(edition)) == 3


def test_capacity(client):
    # The edition at the address; the cards.
    assert queries(client, plural_path(put("capacity", "Envoy"))) == 2


@SOME
def test_search(client, number):
    country = put("actor", "Algeria", kind="country")
    for edition in put_several("article", number, facets=[("country", country.uid)]):
        search.index_edition(edition.pk, "en", "article", "visa", "visa")

    # The index, in all places and languages; which of it is public; the records of the page, with counts; the cards.
    assert queries(client, "/en/search?q=visa") == 4
    assert queries(client, f"/en/search?q=visa&kind=article&country={country.uid}&year=2026") == 4


@SOME
def test_search_that_finds_nothing(client, number):
    for edition in put_several("actor", number):
        search.index_edition(edition.pk, "en", "actor", "Jeyhun Bayramov")

    # The index; the newest dossiers.
    assert queries(client, "/en/search?q=nothing") == 2
    # The index; the records whose names are like it, and their cards; the newest dossiers.
    assert queries(client, "/en/search?q=Bairamov") == 3
    # The newest dossiers.
    assert queries(client, "/en/search") == 1


@SOME
def test_dossier(client, number):
    forums = put_several("actor", number, kind="multilateral_organisation")
    sides = countries(*forums)
    both = [("country", side.uid) for side in sides]
    put_several("event", number, facets=both, countries=[{"$must": side.uid} for side in sides])
    put_several("agreement", number, facets=both)
    put_several("article", number, facets=both)
    posts = put_several("post", number, facets=both[:1])
    put_several("event", number, facets=[*both[:1], *(("forum", forum.uid) for forum in forums)])
    put_several("actor", number, facets=[*both[:1], *(("post", post.uid) for post in posts)])
    payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in sides])
    publish("dossier", new_uid(), label="Pair", slug="pair", payload=payload, live_from=THEN)

    # The edition at the address; the countries, with events, agreements and articles of both, posts of either, and days;
    # forums of both, their events, and who holds those posts; the cards.
    assert queries(client, "/en/dossiers/pair") == 4
