"""Webhooks as partners make, change and question them."""

import orjson
import pytest

from newsroom.partners.models import Dispatch, Endpoint
from newsroom.partners.webhooks import signing
from newsroom.partners.webhooks.endpoints import MOST
from tests.partners.asking import NONE, URL, Asking, faults
from tests.partners.conftest import bearing, new_key
from tests.partners.receivers import new_dispatch, new_endpoint
from tests.public.test_api_records import problem

pytestmark = pytest.mark.django_db(databases=["default", "usage"])


@pytest.fixture
def ask(client):
    return Asking(client)


def test_webhook_is_made_pending_and_a_ping_goes_out(ask):
    response = ask("POST", body={"url": URL, "types": ["item.withdrawn"], "languages": ["fr", "ar"]})

    shown = response.json()
    assert response.status_code == 201
    assert response["Location"] == f"http://testserver/api/v1/webhooks/{shown['id']}"
    assert response["Cache-Control"] == "no-store"
    assert (shown["url"], shown["types"], shown["languages"]) == (URL, ["item.withdrawn"], ["fr", "ar"])
    assert (shown["kinds"], shown["countries"], shown["state"]) == ([], [], "pending")
    assert shown["secret"] == signing.secret(shown["id"], 1)
    ping = Dispatch.objects.get()
    assert (ping.type, ping.state, str(ping.endpoint_id)) == ("endpoint.ping", "waiting", shown["id"])
    assert orjson.loads(bytes(ping.body))["data"] == {"endpoint": shown["id"]}


def test_secret_is_shown_when_it_is_made_and_never_again(ask):
    made = ask.made()
    secret, path = made.pop("secret"), f"/{made['id']}"

    answers = [ask("GET"), ask("GET", path), ask("PATCH", path, {"types": []}), ask("POST", f"{path}/ping")]
    rotated = ask("POST", f"{path}/rotate").json()

    assert all(secret not in answer.text and "whsec" not in answer.text for answer in answers)
    assert answers[1].json() == made
    assert (rotated["secret"], rotated["secret_version"]) == (signing.secret(made["id"], 2), 2)
    assert rotated["older_secret_until"] is not None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", [("url", "missing")]),
        (b"{}", [("url", "missing")]),
        (b"{", [("body", "json")]),
        (b"\xff\xfe", [("body", "json")]),
        (b"[" * 5000, [("body", "json")]),
        (b'{"url": NaN}', [("body", "json")]),
        ([], [("body", "type")]),
        ("text", [("body", "type")]),
        (b" " * 20_000, [("body", "too-long")]),
        ({"url": URL, "state": "active", "\x00": 1}, [("state", "unknown"), ("\x00", "unknown")]),
        ({"url": 1}, [("url", "type")]),
        ({"url": None}, [("url", "type")]),
        ({"url": "http://receiver.example/"}, [("url", "address")]),
        ({"url": "https://10.0.0.1:22/"}, [("url", "address")]),
        ({"url": URL, "types": "item.published"}, [("types", "type")]),
        ({"url": URL, "types": [1]}, [("types", "type")]),
        ({"url": URL, "types": [None]}, [("types", "type")]),
        ({"url": URL, "types": ["item.merged"], "languages": ["de"]}, [("types", "choice"), ("languages", "choice")]),
        ({"url": URL, "types": ["item.published"] * 5}, [("types", "too-many")]),
        ({"url": URL, "countries": ["AZE"]}, [("countries", "invalid")]),
        ({"url": URL, "kinds": ["picture"]}, [("kinds", "choice")]),
    ],
)
def test_every_fault_of_a_body_is_named(ask, body, expected):
    assert faults(ask("POST", body=body)) == expected
    assert not Endpoint.objects.exists()


def test_body_of_another_format_is_refused(ask, client):
    response = client.post("/api/v1/webhooks", {"url": URL}, headers=ask.headers)

    assert problem(response) == (415, "unsupported-media-type")


def test_webhook_is_changed_in_what_is_named_alone(ask):
    made = ask.made(types=["item.erased"], languages=["fr"])
    Endpoint.objects.update(state="active")

    changed = ask("PATCH", f"/{made['id']}", {"languages": []}).json()

    assert (changed["types"], changed["languages"], changed["state"]) == (["item.erased"], [], "active")
    assert Dispatch.objects.count() == 1


def test_new_address_has_to_answer_a_ping_first(ask):
    made = ask.made()
    Endpoint.objects.update(state="active")

    changed = ask("PATCH", f"/{made['id']}", {"url": "https://other.example/"}).json()

    assert (changed["url"], changed["state"]) == ("https://other.example/", "pending")
    assert Dispatch.objects.filter(type="endpoint.ping").count() == 2


@pytest.mark.parametrize(("method", "status"), [("PATCH", 200), ("DELETE", 204)])
def test_what_has_changed_since_it_was_read_is_left_alone(ask, method, status):
    path = f"/{ask.made()['id']}"
    etag = ask("GET", path)["ETag"]
    ask("PATCH", path, {"types": ["item.erased"]})

    stale = ask(method, path, if_match=etag)
    fresh = ask(method, path, if_match=ask("GET", path)["ETag"])

    assert problem(stale) == (412, "precondition-failed")
    assert fresh.status_code == status
    assert Endpoint.objects.exists() == (method == "PATCH")


def test_answer_to_a_change_has_the_etag_to_change_it_again(ask):
    path = f"/{ask.made()['id']}"

    etag = ask("PATCH", path, {"types": ["item.erased"]})["ETag"]

    assert ask("GET", path)["ETag"] == etag


def test_webhook_is_deleted_with_its_deliveries(ask):
    path = f"/{ask.made()['id']}"

    deleted = ask("DELETE", path)

    assert (deleted.status_code, deleted.content, deleted["Cache-Control"]) == (204, b"", "no-store")
    assert problem(ask("GET", path)) == (404, "not-found")
    assert not Dispatch.objects.exists()


def test_webhooks_of_another_partner_are_not_there(ask, client):
    theirs = new_endpoint()
    dispatch = new_dispatch(theirs)
    asked = [
        ("GET", "", None),
        ("PATCH", "", {"types": []}),
        ("DELETE", "", None),
        ("GET", "/deliveries", None),
        ("POST", f"/deliveries/{dispatch.message_id}/redeliver", None),
        ("POST", "/redeliver", {"from_seq": 1, "to_seq": 2}),
        ("POST", "/rotate", None),
        ("POST", "/ping", None),
    ]

    for method, path, body in asked:
        answers = [ask(method, f"/{one}{path}", body) for one in (theirs.pk, NONE)]
        assert [problem(answer) for answer in answers] == [(404, "not-found")] * 2
    assert ask("GET").json()["results"] == []
    mine = ask.made()
    path = f"/{mine['id']}/deliveries/{dispatch.message_id}/redeliver"
    assert problem(ask("POST", path)) == (404, "not-found")
    theirs.refresh_from_db()
    assert (theirs.state, theirs.secret_version, theirs.dispatches.count()) == ("active", 1, 1)


def test_partner_has_so_many_webhooks_and_no_more(ask):
    for number in range(MOST):
        ask.made(url=f"{URL}/{number}")

    assert problem(ask("POST", body={"url": URL})) == (409, "limit-reached")
    assert len(ask("GET").json()["results"]) == MOST


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (dict, (401, "key-missing")),
        (lambda: bearing("wrong"), (401, "key-invalid")),
        (lambda: bearing(new_key("registered")), (403, "scope-missing")),
        (lambda: bearing(new_key("partner", scopes=["read"])), (403, "scope-missing")),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", ""), ("POST", ""), ("DELETE", f"/{NONE}"), ("POST", f"/{NONE}/rotate")]
)
def test_nobody_gets_there_without_the_scope(client, headers, expected, method, path):
    response = client.generic(method, f"/api/v1/webhooks{path}", b"{}", "application/json", headers=headers())

    assert problem(response) == expected


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "", "GET, HEAD, POST"),
        ("PUT", f"/{NONE}", "GET, HEAD, PATCH, DELETE"),
        ("GET", f"/{NONE}/ping", "POST"),
        ("POST", f"/{NONE}/deliveries", "GET, HEAD"),
    ],
)
def test_other_methods_are_refused(ask, method, path, allowed):
    response = ask(method, path)

    assert problem(response) == (405, "method-not-allowed")
    assert response["Allow"] == allowed
