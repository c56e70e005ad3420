"""Feeds as answers: what is never in them, how long they are kept, what they cost, and where they are found."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.public.conftest import DAY, THEN, new_uid, withdraw
from tests.public.following import atom, countries, put_dossier, queries
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
SOME = pytest.mark.parametrize("number", [1, 3])
BOTH = pytest.mark.parametrize("form", ["atom", "json"])


# What they never tell


@BOTH
def test_nothing_that_is_not_public_is_in_a_feed(client, form):
    sides = countries()
    put_dossier(sides)
    actor, topic = put("actor", "Ministry"), put("topic", "visas")
    facets = [("actor", actor.uid), ("topic", topic.uid), *(("country", side.uid) for side in sides)]
    for kind in ("article", "event", "agreement"):
        put(kind, f"Known {kind}", facets=facets)
        put(kind, "qzx ahead", facets=facets, live_from=timezone.now() + DAY)
        gone = put(kind, "qzx withdrawn", facets=facets)
        withdraw(gone, THEN + DAY, note="qzx reason")
        rewritten = put(kind, "qzx as it was", facets=facets)
        put(kind, f"Corrected {kind}", uid=rewritten.uid, facets=facets, live_from=THEN + DAY)
        put(kind, "qzx as it will be", uid=rewritten.uid, facets=facets, live_from=timezone.now() + DAY)

    for what in ("all", "dossier/AZE-DZA", f"actor/{actor.uid}", f"topic/{topic.uid}"):
        response = client.get(f"/en/feeds/{what}.{form}")
        assert "Known article" in response.text
        assert "qzx" not in f"{response.text} {response.headers}"


@BOTH
def test_feed_of_what_was_withdrawn_is_gone_with_its_reason(client, form):
    actor = put("actor", "Ministry")
    dossier = put_dossier(countries())
    for one in (actor, dossier):
        withdraw(one, THEN + DAY)

    for what in (f"actor/{actor.uid}", "dossier/AZE-DZA"):
        assert "An error of fact." in read(client, f"/en/feeds/{what}.{form}", 410).text


@BOTH
def test_feed_of_what_was_never_public_is_not_found(client, form):
    ahead = put("actor", "qzx", live_from=timezone.now() + DAY)

    for what in (f"actor/{ahead.uid}", f"topic/{ahead.uid}", f"actor/{new_uid()}", "dossier/AZE-DZA", "actor/x"):
        assert "qzx" not in read(client, f"/en/feeds/{what}.{form}", 404).text


def test_feed_of_a_record_of_another_kind_is_not_found(client):
    topic = put("topic", "visas")

    assert client.get(f"/en/feeds/actor/{topic.uid}.atom").status_code == 404


# As responses


@BOTH
def test_pair_out_of_order_leads_to_the_proper_one(client, form):
    response = client.get(f"/ar/feeds/dossier/DZA-AZE.{form}")

    assert (response.status_code, response["Location"]) == (301, f"/ar/feeds/dossier/AZE-DZA.{form}")


@BOTH
def test_feed_is_validated_and_kept_for_a_minute(client, form):
    put("article", "Report")
    first = client.get(f"/fr/feeds/all.{form}")
    again = client.get(f"/fr/feeds/all.{form}", headers={"If-None-Match": first["ETag"]})

    assert (first["Cache-Control"], first["Content-Language"]) == ("public, max-age=60", "fr")
    assert "Accept-Language" not in first.get("Vary", "")
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert client.post(f"/fr/feeds/all.{form}").status_code == 405


def test_empty_feed_stays_the_same(client):
    assert atom(client, "all").feed.updated == "2026-01-01T00:00:00Z"


def test_feed_is_kept_no_longer_than_until_a_publication_that_is_due(client):
    put("article", "Soon", live_from=timezone.now() + dt.timedelta(seconds=20))

    assert client.get("/en/feeds/all.atom")["Cache-Control"] in {"public, max-age=19", "public, max-age=18"}


# Queries


@SOME
@BOTH
def test_queries_of_the_feed_of_all(client, number, form):
    topic = put("topic", "visas")
    for one in range(number):
        put("article", f"Report {one}", topics=[{"$must": topic.uid}])

    # The articles; the cards.
    assert queries(client, f"/en/feeds/all.{form}") == 2


@SOME
@pytest.mark.parametrize("kind", ["actor", "topic", "author"])
def test_queries_of_the_feed_of_a_record(client, number, kind):
    record = put(kind, "Record")
    for one in range(number):
        for told in ("article", "event", "agreement"):
            put(told, f"{told} {one}", facets=[(kind, record.uid)])

    # The record; its lists; the cards.
    assert queries(client, f"/en/feeds/{kind}/{record.uid}.atom") == 3


@SOME
def test_queries_of_the_feed_of_a_dossier(client, number):
    sides = countries()
    put_dossier(sides)
    for one in range(number):
        for told in ("article", "event", "agreement"):
            put(told, f"{told} {one}", facets=[("country", side.uid) for side in sides])

    # The dossier and its countries; the lists; the cards.
    assert queries(client, "/en/feeds/dossier/AZE-DZA.atom") == 3


# Where they are found


@pytest.mark.parametrize(
    ("kind", "forms"), [("actor", 2), ("topic", 2), ("author", 2), ("series", 1), ("dossier", 3), ("", 3)]
)
def test_pages_lead_to_their_feeds_and_calendars(client, kind, forms):
    made = put_dossier(countries()) if kind == "dossier" else put(kind, "Record") if kind else None
    plural = {"series": "series"}.get(kind, f"{kind}s")
    page = read(client, f"/en/{plural}/{made.slug}" if made else "/en/")

    linked = {
        link["href"].removeprefix("http://testserver"): link["type"] for link in page.all("link") if "type" in link
    }
    linked = {href: kind for href, kind in linked.items() if href.startswith("/en/")}
    shown = {link["href"]: link["type"] for link in page.all("a") if "type" in link}
    assert linked == shown
    assert len(shown) == forms
    for href, media_type in shown.items():
        response = client.get(href)
        assert (response.status_code, response["Content-Type"]) == (200, f"{media_type}; charset=utf-8")


def test_other_pages_lead_to_the_feeds_of_all(client):
    page = read(client, "/ar/articles")

    assert [link["href"] for link in page.all("link", type="application/atom+xml")] == [
        "http://testserver/ar/feeds/all.atom"
    ]
    assert "/ar/follow" in page.links("/ar/follow")


@SOME
def test_page_about_following_lists_dossiers_series_and_topics(client, number):
    for one in range(number):
        put("series", f"Round {one}")
        put("topic", f"Topic {one}")
    put_dossier(countries())

    page = read(client, "/en/follow")

    assert page.links("/en/feeds/dossier/") == ["/en/feeds/dossier/AZE-DZA.atom", "/en/feeds/dossier/AZE-DZA.json"]
    assert len(page.links("/en/feeds/topic/")) == 2 * number
    assert len(page.links("/en/calendar/series/")) == number
    assert page.hreflang().keys() == {"en", "fr", "ar", "az", "x-default"}
    # All lists; what is about to change.
    assert queries(client, "/en/follow") == 2
