"""How many queries each page makes, whatever it lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.public import search
from tests.public import payloads
from tests.public.conftest import THEN, new_uid, publish
from tests.public.test_dossier import membership
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db
SOME = pytest.mark.parametrize("number", [1, 3])


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(path).status_code == 200
    return len(made)


def put_several(record: str, number: int, **given) -> list:
    return [put(record, f"{record} {one}", **given) for one in range(number)]


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

    # The articles; the cards of what they refer to; all other lists.
    assert queries(client, "/en/") == 3


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

    edition = put("article", "Report", actors=actors, events=events)

    # The edition at the address; the cards.
    assert queries(client, path_of(edition)) == 2


@SOME
@pytest.mark.parametrize(("record", "facet"), [("event", "parent"), ("agreement", "agreement"), ("actor", "actor")])
def test_records_of_facts(client, number, record, facet):
    edition = put(record, "Record")
    put_several("event", number, facets=[(facet, edition.uid)])

    # The edition at the address; its lists; the cards.
    assert queries(client, path_of(edition)) == 3


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

    # The edition at the address; the countries, with events, agreements and articles of both and posts of either;
    # forums of both, their events, and who holds those posts; the cards.
    assert queries(client, "/en/dossiers/pair") == 4
