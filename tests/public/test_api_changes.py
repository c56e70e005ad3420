"""What the change feed hides and what it never hides, page by page; and what asking for it costs."""

import pytest
from django.utils import timezone

from newsroom.desk.publish import correct, erase, publish, withdraw
from newsroom.public.models import Facet, Head
from tests.factories.publication import HOUR, item
from tests.public.test_api_records import faults

pytestmark = pytest.mark.django_db

DZA, AZE, TALKS, VISIT = (f"{number:026d}" for number in range(1, 5))


def country(uid):
    return item(uid, text="Country", kind="actor", facets=[])


def involving(uid, *countries, language="en", text="Talks"):
    return item(uid, language, text, facets=[("country", one) for one in countries])


def put_out(*items, **options):
    publish(items=items, by=None, **options)


def ask(client, **query):
    return client.get("/api/v1/changes", query).json()


def told(client, **query):
    return [(row["seq"], row["action"], row["id"][-1], row["language"]) for row in ask(client, **query)["results"]]


def followed(client, **query):
    """All pages, by the links to the next; with the checkpoint at the end."""
    page = ask(client, **query)
    rows = page["results"]
    while page["next"]:
        page = client.get(page["next"]).json()
        rows += page["results"]
    return [row["seq"] for row in rows], page["checkpoint"]


@pytest.fixture
def story():
    """Two countries, talks of both and a visit to one; the talks corrected and taken back, the visit erased."""
    put_out(country(DZA), country(AZE))
    put_out(involving(TALKS, DZA, AZE), involving(TALKS, DZA, AZE, language="fr"))
    put_out(involving(VISIT, AZE))
    correct(items=[involving(TALKS, AZE, text="Other talks")], by=None, note="Of one side alone.")
    withdraw(uids=[TALKS], by=None, reason="Never held.")
    erase(uid=VISIT, by=None, reason="Asked for.")


def test_changes_say_what_was_done(client, story):
    assert told(client) == [
        (1, "published", "1", "en"),
        (2, "published", "2", "en"),
        (3, "published", "3", "en"),
        (4, "published", "3", "fr"),
        (5, "published", "4", "en"),
        (6, "corrected", "3", "en"),
        (7, "withdrawn", "3", "fr"),
        (8, "withdrawn", "3", "en"),
        (9, "erased", "4", "en"),
    ]
    assert [row["reason"] for row in ask(client, since=5)["results"]] == [
        None,
        "Never held.",
        "Never held.",
        "Asked for.",
    ]


def test_changes_of_a_country_hold_what_left_it_and_everything_taken_back(client, story):
    # The correction took the talks out of Algeria; the erasure, the visit out of every country.
    assert followed(client, country=DZA) == ([3, 4, 6, 7, 8, 9], "9")
    assert not Facet.objects.filter(uid=VISIT).exists()
    assert followed(client, country=AZE) == ([3, 4, 6, 7, 8, 9], "9")


def test_changes_of_a_country_do_not_tell_what_involves_one_that_is_not_public(client, story):
    hidden = "0" * 25 + "7"
    put_out(involving("0" * 25 + "8", hidden))

    assert followed(client, country=hidden) == ([7, 8, 9], "10")


def test_compact_leaves_the_last_of_each_record_and_language_in_the_whole_feed(client, story):
    for size in (1, 4, 100):
        assert followed(client, compact="true", page_size=size) == ([1, 2, 7, 8, 9], "9")
    assert followed(client, compact="false", page_size=4)[0] == list(range(1, 10))


def test_compact_does_not_take_what_waits_for_a_successor(client):
    put_out(involving(TALKS))
    put_out(involving(TALKS, text="Ahead"), at=timezone.now() + HOUR)

    assert followed(client, compact="true") == ([1], "1")


@pytest.mark.parametrize(
    "query",
    [{}, {"type": "event"}, {"language": "fr"}, {"country": DZA}, {"compact": "true"}, {"type": "actor", "language": "en"}],
)  # fmt: skip
def test_filters_hide_rows_and_every_page_leads_on_with_them(client, story, query):
    whole = followed(client, **query, page_size=100)

    assert [followed(client, **query, page_size=size) for size in (1, 2, 3)] == [whole] * 3
    first = ask(client, **query, page_size=1)
    assert (first["checkpoint"], first["complete_until"], first["caught_up"]) == ("1", None, False)
    for name, value in query.items():
        assert f"{name}={value}" in first["next"]


def test_page_of_hidden_rows_is_no_end(client, story):
    page = ask(client, type="event", page_size=3)

    assert (page["results"], page["checkpoint"]) == ([], "3")
    assert page["next"] == "http://testserver/api/v1/changes?type=event&page_size=3&since=3"


def test_latest_begins_now(client, story):
    now = ask(client, since="latest")
    put_out(involving("0" * 25 + "5"))

    assert (now["results"], now["checkpoint"], now["next"], now["caught_up"]) == ([], "9", None, True)
    assert told(client, since=now["checkpoint"]) == [(10, "published", "5", "en")]


@pytest.mark.parametrize("query", [{}, {"compact": "true"}, {"type": "event"}])
def test_checkpoint_ahead_is_refused_whatever_is_hidden(client, story, query):
    assert faults(client.get("/api/v1/changes", {"since": "10", **query})) == [("since", "ahead")]
    assert ask(client, since="9", **query)["results"] == []


def test_changes_are_validated_by_their_bytes_and_asked_for_each_time(client, story):
    response = client.get("/api/v1/changes")
    head = client.head("/api/v1/changes")
    again = client.get("/api/v1/changes", headers={"If-None-Match": response["ETag"]})

    assert (again.status_code, again.content, again["Cache-Control"]) == (304, b"", "no-cache")
    assert (head.content, head["ETag"], head["Content-Length"]) == (
        b"",
        response["ETag"],
        str(len(response.content)),
    )
    put_out(involving("0" * 25 + "5"))
    later = client.get("/api/v1/changes", headers={"If-None-Match": response["ETag"]})
    assert (later.status_code, len(later.json()["results"])) == (200, 10)


@pytest.mark.parametrize("size", [1, 100])
@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ({}, 3),  # the head of the feed, whether something is due, the rows with their editions
        ({"compact": "true", "type": "article", "language": "en"}, 3),
        ({"country": DZA}, 4),  # and which records involve the country
        ({"since": "latest"}, 4),  # and where the end is
    ],
)
def test_changes_cost_the_same_at_every_size(client, django_assert_num_queries, size, query, queries):
    put_out(country(DZA), *(involving(f"{number:026d}", DZA) for number in range(10, 130)))
    assert Head.objects.get().last_seq == 121

    with django_assert_num_queries(queries):
        page = ask(client, page_size=size, **query)

    assert page["checkpoint"] == ("121" if "since" in query else str(size))
