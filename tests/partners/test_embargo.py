"""Who has the scope sees an advance release before its moment, marked; nobody else does, and nothing else shows it."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.partners.models import Delivery
from tests.partners.conftest import bearing, new_key

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def ahead():
    return timezone.now().replace(microsecond=0) + HOUR


@pytest.fixture
def wire():
    return bearing(new_key("wire"))


def titles(client, headers=None, query="lang=en"):
    rows = client.get(f"/api/v1/articles?{query}", headers=headers or {}).json()["results"]
    return {row["headline"]: row["embargoed_until"] for row in rows}


@pytest.mark.parametrize("tier", [None, "registered", "partner"])
def test_advance_edition_is_seen_by_nobody_without_the_scope(client, published, ahead, tier):
    published(label="Public")
    early = published(label="Early", advance=True, live_from=ahead)
    headers = bearing(new_key(tier)) if tier else {}

    assert titles(client, headers) == {"Public": None}
    assert client.get(f"/api/v1/articles/{early.uid}", headers=headers).status_code == 404


def test_advance_edition_is_seen_with_the_scope_and_marked(client, published, ahead, wire):
    published(label="Public")
    early = published(label="Early", advance=True, live_from=ahead)
    moment = ahead.isoformat().replace("+00:00", "Z")

    detail = client.get(f"/api/v1/articles/{early.uid}", headers=wire)

    assert titles(client, wire) == {"Public": None, "Early": moment}
    assert detail.json()["embargoed_until"] == moment
    assert detail["Cache-Control"] == "private, no-cache"
    assert Delivery.objects.filter(uid=early.uid).get().times == 2


def test_pending_edition_of_no_advance_release_stays_unseen(client, published, ahead, wire):
    published(label="Pending", live_from=ahead)

    assert titles(client, wire) == {}


def test_advance_edition_takes_the_place_of_the_one_it_will_follow(client, published, ahead, wire):
    first = published(label="Before")
    published(uid=first.uid, label="After", advance=True, live_from=ahead)

    assert list(titles(client, wire)) == ["After"]
    assert list(titles(client)) == ["Before"]


def test_advance_edition_that_others_precede_is_not_shown(client, published, ahead, wire):
    first = published(label="One")
    published(uid=first.uid, label="Two", live_from=ahead)
    published(uid=first.uid, label="Three", advance=True, live_from=ahead + HOUR)

    assert list(titles(client, wire)) == ["One"]


def test_past_shows_no_advance_edition(client, published, ahead, wire):
    published(label="Early", advance=True, live_from=ahead)
    past = (timezone.now() - dt.timedelta(days=1)).isoformat().replace("+00:00", "Z")

    assert titles(client, wire, f"lang=en&as_of={past}") == {}


def test_card_of_an_embargoed_record_is_marked_and_for_the_scope_alone(client, published, ahead, wire):
    event = published("event", label="Talks", advance=True, live_from=ahead)
    published(label="About", payload={"events": [{"$ref": event.uid}]})

    (told,) = client.get("/api/v1/articles?lang=en", headers=wire).json()["results"][0]["events"]
    hidden = client.get("/api/v1/articles?lang=en").json()["results"][0]["events"]

    assert (told["label"], told["embargoed_until"]) == ("Talks", ahead.isoformat().replace("+00:00", "Z"))
    assert hidden == []


@pytest.mark.parametrize("path", ["search?q=Early&lang=en", "changes", "articles?q=Early&lang=en"])
def test_search_and_change_feed_never_show_advance_editions(client, published, ahead, wire, path):
    published(label="Early", advance=True, live_from=ahead)

    assert client.get(f"/api/v1/{path}", headers=wire).json()["results"] == []
