"""What is published is told to whom it concerns, once, in the same transaction, and without a word of it."""

import orjson
import pytest
from django.db import connection

from newsroom.desk.publish import correct, door, erase, sweep, withdraw
from newsroom.partners.models import Dispatch, Partner
from newsroom.public.models import Change
from tests.factories.publication import HOUR, OTHER, UID, Clock, item, published
from tests.partners.conftest import new_partner
from tests.partners.receivers import new_endpoint

pytestmark = pytest.mark.django_db

# Queries of the door itself, with its savepoints.
PUBLISHING = {"postgresql": 17, "sqlite": 18}[connection.vendor]
AZE, DZA = "0" * 25 + "8", "0" * 25 + "9"


@pytest.fixture
def clock():
    return Clock()


def told(endpoint):
    """(type, uid, language, edition) of each message."""
    bodies = [orjson.loads(bytes(one.body)) for one in endpoint.dispatches.order_by("seq")]
    return [(one["type"], one["data"]["id"][-1], one["data"]["language"], one["data"]["edition"]) for one in bodies]


def test_message_says_what_became_public_when_and_where(clock):
    endpoint = new_endpoint()

    published(item(), clock=clock)

    (dispatch,) = Dispatch.objects.all()
    change = Change.objects.get()
    assert orjson.loads(bytes(dispatch.body)) == {
        "type": "item.published",
        "timestamp": change.at.isoformat().replace("+00:00", "Z"),
        "data": {
            "seq": change.seq,
            "id": UID,
            "type": "article",
            "language": "en",
            "edition": 1,
            "url": f"https://news.example/api/v1/articles/{UID}",
        },
    }
    assert (dispatch.seq, dispatch.state, dispatch.attempts) == (change.seq, "waiting", 0)
    assert dispatch.message_id == f"msg_{change.seq}_{endpoint.pk.hex}"


def test_each_act_is_told_and_none_holds_a_word(clock):
    endpoint = new_endpoint()

    published(item(text="Qzwords"), item(language="fr", text="Qzmots"), clock=clock)
    correct(items=[item(text="Qzbetter")], by=None, note="Qznote", clock=clock)
    withdraw(uids=[UID], by=None, reason="Qzreason", clock=clock)
    published(item(OTHER, text="Qzother"), clock=clock)
    erase(uid=OTHER, by=None, reason="Qzerased", clock=clock)

    assert sorted(told(endpoint)) == [
        ("item.corrected", "1", "en", 2),
        ("item.erased", "2", "en", 2),
        ("item.published", "1", "en", 1),
        ("item.published", "1", "fr", 1),
        ("item.published", "2", "en", 1),
        ("item.withdrawn", "1", "en", 3),
        ("item.withdrawn", "1", "fr", 2),
    ]
    seqs = list(Change.objects.order_by("seq").values_list("seq", flat=True))
    assert list(endpoint.dispatches.order_by("seq").values_list("seq", flat=True)) == seqs
    bodies = [bytes(one.body) for one in Dispatch.objects.all()]
    assert [body for body in bodies if b"qz" in body.lower() or b"slug" in body or len(body) >= 2000] == []


def test_publication_that_is_undone_leaves_no_message(clock):
    new_endpoint()

    with pytest.raises(RuntimeError), door(clock=clock) as held:
        held.insert(item())
        raise RuntimeError

    assert not Dispatch.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_publication_whose_end_fails_leaves_no_message(clock):
    """Its messages are written by then."""
    new_endpoint()

    class Full(Exception):
        pass

    def fail(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if "partners_dispatch" in sql:
            raise Full
        return result

    with pytest.raises(Full), connection.execute_wrapper(fail):
        published(item(), clock=clock)

    assert not Dispatch.objects.exists()
    assert not Change.objects.exists()


def test_scheduled_edition_is_told_once_when_it_comes_due(clock):
    endpoint = new_endpoint()
    published(item(), at=clock.now + HOUR, clock=clock)
    assert told(endpoint) == []

    clock.move(2 * HOUR)
    for _ in range(3):
        sweep(clock=clock)

    assert told(endpoint) == [("item.published", "1", "en", 1)]


def test_nothing_is_written_where_nobody_asks(clock):
    published(item(), clock=clock)

    assert not Dispatch.objects.exists()


def test_endpoint_that_is_not_active_finds_what_it_missed(clock):
    endpoints = [
        new_endpoint(state="pending"),
        new_endpoint(state="disabled", reason="gone"),
    ]

    published(item(), clock=clock)

    assert [len(told(endpoint)) for endpoint in endpoints] == [1, 1]


def test_partner_whose_tier_has_no_webhooks_any_more_is_told_nothing(clock):
    new_endpoint()
    Partner.objects.update(tier="registered")

    published(item(), clock=clock)

    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"types": ["item.withdrawn"]}, 0),
        ({"types": ["item.published", "item.erased"]}, 2),
        ({"languages": ["fr"]}, 1),
        ({"kinds": ["event"]}, 0),
        ({"kinds": ["event", "article"], "languages": ["en"]}, 1),
    ],
)
def test_endpoint_is_told_only_what_it_wants(clock, wanted, count):
    endpoint = new_endpoint(**wanted)

    published(item(), item(language="fr"), clock=clock)

    assert len(told(endpoint)) == count


def test_country_narrows_what_is_told_but_for_what_is_taken_back(clock):
    published(*(item(uid, kind="actor") for uid in (AZE, DZA)), clock=clock)
    one, other = (new_endpoint(countries=[uid]) for uid in (AZE, DZA))

    published(item(facets=[("country", AZE)]), item(OTHER, facets=[("country", DZA)]), clock=clock)
    withdraw(uids=[OTHER], by=None, reason="Wrong.", clock=clock)

    assert told(one) == [("item.published", "1", "en", 1), ("item.withdrawn", "2", "en", 2)]
    assert told(other) == [("item.published", "2", "en", 1), ("item.withdrawn", "2", "en", 2)]


def test_country_that_is_not_public_narrows_to_nothing(clock):
    endpoint = new_endpoint(countries=[AZE])

    published(item(facets=[("country", AZE)]), clock=clock)

    assert told(endpoint) == []


@pytest.mark.parametrize("count", [1, 3])
def test_messages_cost_two_queries_whatever_their_number(clock, count, django_assert_num_queries):
    """The endpoints, locked; the messages. Without endpoints the first alone."""
    items = [item(f"{number:026d}", slug=f"s{number}") for number in range(1, 4)]
    with django_assert_num_queries(PUBLISHING + 1):
        published(items[0], clock=clock)
    partner = new_partner()
    for number in range(count):
        new_endpoint(f"https://receiver.example/{number}", partner=partner)

    with django_assert_num_queries(PUBLISHING + 2):
        published(items[1], clock=clock)
