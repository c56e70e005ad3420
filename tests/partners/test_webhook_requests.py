"""Deliveries as partners list and repeat them, requests that come twice, and the documents."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import orjson
import pytest
from django.db import connection
from django.utils import timezone
from openapi_spec_validator import OpenAPIV31SpecValidator

from newsroom.partners.idempotency import once
from newsroom.partners.models import Answered, Dispatch, Endpoint
from newsroom.public.api import openapi, outgoing
from tests.partners.asking import URL, Asking, faults
from tests.partners.conftest import new_partner
from tests.partners.receivers import new_dispatch, new_endpoint
from tests.public.test_api_records import problem

pytestmark = pytest.mark.django_db(databases=["default", "usage"])


@pytest.fixture
def ask(client):
    return Asking(client)


def test_deliveries_are_listed_page_by_page_newest_first(ask):
    endpoint = new_endpoint(partner=ask.partner)
    for seq in range(1, 8):
        new_dispatch(endpoint, seq)
    Dispatch.objects.filter(seq=7).update(state="failed", attempts=10, status=500, error="status", response="no")

    seqs, path = [], f"/{endpoint.pk}/deliveries?page_size=3"
    while path:
        page = ask("GET", path).json()
        seqs.append([one["seq"] for one in page["results"]])
        path = page["next"] and page["next"].partition("/webhooks")[2]

    assert seqs == [[7, 6, 5], [4, 3, 2], [1]]
    newest = ask("GET", f"/{endpoint.pk}/deliveries").json()["results"][0]
    told = {name: newest[name] for name in ("id", "state", "attempts", "next_at", "status", "error", "response")}
    assert told == {
        "id": f"msg_7_{endpoint.pk.hex}",
        "state": "failed",
        "attempts": 10,
        "next_at": None,
        "status": 500,
        "error": "status",
        "response": "no",
    }


def test_cursor_belongs_to_the_deliveries_of_one_webhook(ask):
    one, other = (new_endpoint(partner=ask.partner) for _ in range(2))
    for seq in (1, 2):
        new_dispatch(one, seq)
    cursor = ask("GET", f"/{one.pk}/deliveries?page_size=1").json()["next"].partition("cursor=")[2]

    assert problem(ask("GET", f"/{other.pk}/deliveries?cursor={cursor}")) == (400, "invalid-cursor")


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_for_one_and_for_three(ask, count, django_assert_num_queries):
    """The key with its partner; the webhook where it is asked for; the rows. What is counted is another store's."""
    for number in range(count):
        endpoint = new_endpoint(partner=ask.partner)
        new_dispatch(endpoint, number + 1)

    with django_assert_num_queries(2):
        assert len(ask("GET").json()["results"]) == count
    for seq in range(10, 10 + count):
        new_dispatch(endpoint, seq)
    with django_assert_num_queries(3):
        assert len(ask("GET", f"/{endpoint.pk}/deliveries").json()["results"]) == count + 1


def test_message_is_sent_again_under_its_id(ask):
    endpoint = new_endpoint(partner=ask.partner)
    dispatch = new_dispatch(endpoint, state="failed", attempts=10)

    response = ask("POST", f"/{endpoint.pk}/deliveries/{dispatch.message_id}/redeliver")

    shown = response.json()
    assert response.status_code == 202
    assert (shown["id"], shown["state"], shown["attempts"]) == (dispatch.message_id, "waiting", 0)
    assert Dispatch.objects.count() == 1


def test_part_of_the_feed_is_sent_again(ask):
    endpoint, other = (new_endpoint(partner=ask.partner) for _ in range(2))
    for seq in range(1, 6):
        new_dispatch(endpoint, seq, state="delivered", attempts=1)
    new_dispatch(other, 3, state="delivered")

    response = ask("POST", f"/{endpoint.pk}/redeliver", {"from_seq": 2, "to_seq": 4.0})

    assert (response.status_code, response.json()) == (202, {"redelivered": 3})
    waiting = Dispatch.objects.filter(state="waiting").order_by("seq")
    assert [(one.endpoint_id, one.seq) for one in waiting] == [(endpoint.pk, seq) for seq in (2, 3, 4)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("from_seq", "missing"), ("to_seq", "missing")]),
        ({"from_seq": True, "to_seq": "4"}, [("from_seq", "number"), ("to_seq", "number")]),
        ({"from_seq": 0, "to_seq": 10**20}, [("from_seq", "number"), ("to_seq", "number")]),
        ({"from_seq": 1.5, "to_seq": 2, "x": 1}, [("from_seq", "number"), ("x", "unknown")]),
    ],
)
def test_part_of_the_feed_is_named_by_whole_numbers(ask, body, expected):
    endpoint = new_endpoint(partner=ask.partner)

    assert faults(ask("POST", f"/{endpoint.pk}/redeliver", body)) == expected


# Idempotency


def test_same_request_under_the_same_key_is_done_once_and_answered_the_same(ask):
    first, again = (ask("POST", body={"url": URL}, idempotency_key="a1") for _ in range(2))

    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert first["Location"] == again["Location"]
    assert Endpoint.objects.count() == Dispatch.objects.count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time in any case.")
@pytest.mark.django_db(transaction=True)
def test_same_request_at_the_same_time_waits_for_its_answer():
    partner, number = new_partner(), count(1)

    def act():
        time.sleep(0.1)
        return {"number": next(number)}

    def ask(_):
        try:
            return once(partner=partner, key="a1", digest="0" * 64, now=timezone.now(), act=act)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [{"number": 1}] * 4


def test_no_secret_is_kept_for_answering_again(ask):
    secret = ask("POST", body={"url": URL}, idempotency_key="a1").json()["secret"]

    kept = " ".join(str(row) for model in (Answered, Endpoint, Dispatch) for row in model.objects.values_list())
    assert secret not in kept
    assert "whsec" not in kept


def test_secret_is_changed_once_for_each_key(ask):
    path = f"/{ask.made()['id']}/rotate"

    versions = [ask("POST", path, idempotency_key=key).json()["secret_version"] for key in ("a1", "a1", "a2")]

    assert versions == [2, 2, 3]


def test_key_of_another_request_is_refused(ask):
    made = ask("POST", body={"url": URL}, idempotency_key="a1").json()

    other_body = ask("POST", body={"url": f"{URL}/2"}, idempotency_key="a1")
    other_path = ask("POST", f"/{made['id']}/ping", idempotency_key="a1")

    assert [problem(one) for one in (other_body, other_path)] == [(422, "idempotency-conflict")] * 2
    assert Endpoint.objects.count() == 1


def test_keys_of_partners_do_not_meet(ask, client):
    made = [one("POST", body={"url": URL}, idempotency_key="a1").json()["id"] for one in (ask, Asking(client))]

    assert len(set(made)) == 2


def test_request_that_was_refused_may_be_mended_under_its_key(ask):
    assert faults(ask("POST", body={"url": "x"}, idempotency_key="a1")) == [("url", "address")]

    assert ask("POST", body={"url": URL}, idempotency_key="a1").status_code == 201


@pytest.mark.parametrize("key", ["", "a b", "x" * 101])
def test_key_that_is_none_is_refused(ask, key):
    assert faults(ask("POST", body={"url": URL}, idempotency_key=key)) == [("Idempotency-Key", "invalid")]


# Documents


def test_document_tells_of_every_method_with_its_body_and_problems():
    document = openapi.document()
    OpenAPIV31SpecValidator(document).validate()

    paths = {path: set(methods) for path, methods in document["paths"].items() if "/webhooks" in path}
    assert paths == {
        "/api/v1/webhooks": {"get", "post"},
        "/api/v1/webhooks/{webhook}": {"get", "patch", "delete"},
        "/api/v1/webhooks/{webhook}/deliveries": {"get"},
        "/api/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver": {"post"},
        "/api/v1/webhooks/{webhook}/redeliver": {"post"},
        "/api/v1/webhooks/{webhook}/rotate": {"post"},
        "/api/v1/webhooks/{webhook}/ping": {"post"},
    }
    make = document["paths"]["/api/v1/webhooks"]["post"]
    body = make["requestBody"]["content"]["application/json"]["schema"]
    assert (body["required"], body["additionalProperties"]) == (["url"], False)
    assert [one["name"] for one in make["parameters"]] == ["Idempotency-Key"]
    assert {"201", "400", "401", "403", "415", "422"} <= set(make["responses"])
    assert "200" not in make["responses"]
    patch = document["paths"]["/api/v1/webhooks/{webhook}"]["patch"]
    assert {"200", "404", "412"} <= set(patch["responses"])


def test_answers_have_the_members_that_the_document_tells_of(ask):
    known = openapi.document()["components"]["schemas"]
    made = ask.made()
    (delivery,) = ask("GET", f"/{made['id']}/deliveries").json()["results"]

    assert set(made) == set(known["WebhookWithSecret"]["properties"])
    assert set(ask("GET", f"/{made['id']}").json()) == set(known["Webhook"]["properties"])
    assert set(delivery) == set(known["Delivery"]["properties"])


def test_messages_have_a_document_of_their_own(client):
    document = client.get("/api/v1/webhooks.openapi.json").json()
    OpenAPIV31SpecValidator(document).validate()

    told = document["webhooks"]["item.withdrawn"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    body = orjson.loads(bytes(new_dispatch(new_endpoint()).body))
    assert document == outgoing.document()
    assert sorted(document["webhooks"]) == sorted([*outgoing.TYPES, "endpoint.ping"])
    assert set(body) == set(told["properties"])
    assert set(body["data"]) == set(told["properties"]["data"]["properties"])


def test_older_secret_is_shown_until_its_day_is_over(ask):
    made = ask.made()
    assert made["older_secret_until"] is None

    rotated = ask("POST", f"/{made['id']}/rotate").json()

    moment = dt.datetime.fromisoformat(rotated["older_secret_until"])
    assert moment - Endpoint.objects.get().rotated_at == dt.timedelta(hours=24)
