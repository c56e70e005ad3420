"""One attempt, against real receivers on this machine."""

import datetime as dt
import socket
import threading
import time
from contextlib import contextmanager, suppress

import orjson
import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from newsroom.partners.models import Endpoint
from newsroom.partners.webhooks import signing
from newsroom.partners.webhooks.sending import asked_for, post
from tests.partners.receivers import (
    Authority,
    dripping,
    endless,
    fine,
    flood_of_headers,
    new_dispatch,
    new_endpoint,
    nonsense,
    receiver,
    slowly,
    status,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def here(settings):
    settings.WEBHOOKS_TO_THIS_MACHINE = True


def sent(url, now=None, **options):
    return post(new_dispatch(new_endpoint(url)), now or timezone.now(), resolver=loopback, **options)


def loopback(host, port):
    return ["127.0.0.1"]


def test_message_arrives_as_it_was_written_and_signed():
    with receiver() as server:
        dispatch = new_dispatch(new_endpoint(server.url()))
        outcome = post(dispatch, timezone.now(), resolver=loopback)

    (received,) = server.received
    secret = signing.secret(dispatch.endpoint.pk, 1)
    assert (outcome.error, outcome.status, outcome.response) == ("", 200, "ok")
    assert received.body == bytes(dispatch.body)
    assert received.headers["content-type"] == "application/json"
    assert received.headers["host"] == f"localhost:{server.port}"
    assert Webhook(secret).verify(received.body, received.headers) == orjson.loads(dispatch.body)
    assert received.id == f"msg_1_{dispatch.endpoint.pk.hex}"


def test_both_secrets_sign_for_a_day_and_then_the_newer_alone():
    with receiver() as server:
        dispatch = new_dispatch(new_endpoint(server.url(), secret_version=2))
        for hours in (23, 25):
            Endpoint.objects.update(rotated_at=timezone.now() - dt.timedelta(hours=hours))
            dispatch.endpoint.refresh_from_db()
            post(dispatch, timezone.now(), resolver=loopback)

    older, newer = (Webhook(signing.secret(dispatch.endpoint.pk, version)) for version in (1, 2))
    during, after = server.received
    for secret, received in ((older, during), (newer, during), (newer, after)):
        secret.verify(received.body, received.headers)
    with pytest.raises(WebhookVerificationError):
        older.verify(after.body, after.headers)


def test_secrets_of_endpoints_differ_and_can_be_read_by_the_library():
    endpoints = [new_endpoint(), new_endpoint()]

    secrets = {signing.secret(one.pk, version) for one in endpoints for version in (1, 2)}

    assert len(secrets) == 4
    assert all(secret.startswith("whsec_") for secret in secrets)


@pytest.mark.parametrize("code", [200, 201, 202, 204, 299])
def test_any_2xx_is_success(code):
    with receiver(status(code)) as server:
        assert sent(server.url()).arrived


@pytest.mark.parametrize(
    ("code", "error"),
    [(301, "redirect"), (302, "redirect"), (307, "redirect"), (304, "redirect"), (400, "status"), (503, "status")],
)
def test_anything_else_is_none_and_redirects_are_not_followed(code, error):
    with receiver(fine) as other, receiver(status(code, b"no", Location=other.url())) as server:
        outcome = sent(server.url())

    assert (outcome.error, outcome.status) == (error, code)
    assert other.received == []


def test_answer_in_drips_ends_in_time():
    with receiver(dripping) as server:
        started = time.monotonic()
        outcome = sent(server.url(), limit=0.5)

    assert outcome.error == "timeout"
    assert 0.4 < time.monotonic() - started < 2
    assert outcome.duration_ms >= 400


def test_receiver_that_does_not_answer_ends_in_time():
    with receiver(slowly(3)) as server:
        assert sent(server.url(), limit=0.2).error == "timeout"


def test_receiver_that_does_not_shake_hands_ends_in_time():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert sent(f"https://localhost:{port}/", limit=0.2).error == "timeout"


def test_huge_body_is_read_no_further_than_what_is_kept():
    with receiver(endless) as server:
        outcome = sent(server.url(), limit=5)

    assert (outcome.error, outcome.status) == ("status", 500)
    assert len(outcome.response) == 500
    assert "\x00" not in outcome.response


def test_flood_of_headers_is_not_read():
    with receiver(flood_of_headers) as server:
        assert sent(server.url(), limit=5).error == "protocol"


def test_what_is_not_http_is_told_so():
    with receiver(nonsense) as server:
        assert sent(server.url()).error == "protocol"


def test_nobody_there_is_told_so():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

    assert sent(f"http://localhost:{port}/").error == "unreachable"


def test_next_address_is_tried_where_nobody_is_at_the_first():
    with receiver(host="127.0.0.2") as server:
        dispatch = new_dispatch(new_endpoint(server.url()))
        outcome = post(dispatch, timezone.now(), resolver=lambda *_: ["127.0.0.3", "127.0.0.2"])

    assert outcome.arrived


# TLS


@pytest.fixture(scope="module")
def authority():
    return Authority()


def test_name_is_shown_to_the_address_that_was_checked_and_has_to_be_proved(authority, tmp_path):
    shown, context = [], authority.server(tmp_path, "localhost")
    context.sni_callback = lambda _socket, name, _context: shown.append(name)

    # Nobody else listens there, so it is this address that was connected to.
    with receiver(host="127.0.0.2", context=context) as server:
        dispatch = new_dispatch(new_endpoint(server.url()))
        outcome = post(dispatch, NOW, resolver=lambda *_: ["127.0.0.2"], context=authority.trusted())

    assert outcome.arrived
    assert shown == ["localhost"]


@pytest.mark.parametrize("name", ["other.example", "127.0.0.1"])
def test_certificate_of_another_name_is_refused(authority, tmp_path, name):
    with receiver(context=authority.server(tmp_path, name)) as server:
        outcome = sent(server.url(), context=authority.trusted())

    assert outcome.error == "certificate"
    assert server.received == []


def test_certificate_of_nobody_we_trust_is_refused(authority, tmp_path):
    with receiver(context=authority.server(tmp_path, "localhost")) as server:
        assert sent(server.url()).error == "certificate"


# Names


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["169.254.169.254"],
        ["64:ff9b::7f00:1"],
        ["224.0.0.1"],
        ["::ffff:127.0.0.1"],
        ["93.184.215.14", "127.0.0.1"],
    ],
)
def test_name_that_leads_inside_is_refused_before_anything_is_sent(found):
    with receiver() as server:
        dispatch = new_dispatch(new_endpoint("https://receiver.example/hook"))
        outcome = post(dispatch, NOW, resolver=lambda *_: found)

    assert (outcome.error, outcome.status) == ("not-public", None)
    assert server.received == []


def test_name_is_judged_anew_at_each_attempt():
    with receiver() as server:
        dispatch = new_dispatch(new_endpoint(server.url()))
        answers = [["127.0.0.1"], ["10.0.0.1"]]
        outcomes = [post(dispatch, NOW, resolver=lambda *_: answers.pop(0)) for _ in range(2)]

    assert [one.error for one in outcomes] == ["", "not-public"]
    assert answers == []


def test_proxies_of_the_environment_are_not_asked(monkeypatch):
    with receiver() as proxy, receiver() as server:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.url())
        monkeypatch.delenv("no_proxy", raising=False)
        assert sent(server.url()).arrived

    assert proxy.received == []


@contextmanager
def tunnel(port, asked):
    """A proxy that leads everywhere to one port of this machine."""

    def serve(listening):
        inward, _ = listening.accept()
        with inward, socket.create_connection(("127.0.0.1", port)) as outward:
            asked.append(inward.recv(4096).split(b"\r\n")[0])
            inward.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=pipe, args=(outward, inward), daemon=True)
            back.start()
            pipe(inward, outward)
            back.join()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        thread.join(5)


def pipe(source, sink):
    """Until either side hangs up."""
    with suppress(OSError):
        while data := source.recv(4096):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def test_our_own_proxy_is_told_the_address_that_was_checked(authority, tmp_path, settings):
    asked = []
    with (
        receiver(context=authority.server(tmp_path, "receiver.example")) as server,
        tunnel(server.port, asked) as proxy,
    ):
        settings.WEBHOOK_PROXY = proxy
        dispatch = new_dispatch(new_endpoint("https://receiver.example/hook"))
        outcome = post(dispatch, NOW, resolver=lambda *_: ["93.184.215.14"], context=authority.trusted())

    assert outcome.arrived
    assert asked == [b"CONNECT 93.184.215.14:443 HTTP/1.1"]
    assert server.received[0].headers["host"] == "receiver.example"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("120", 120),
        ("-1", 0),
        ("9" * 20, 0),
        ("soon", 0),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
    ],
)
def test_receivers_say_when_to_come_again(header, seconds):
    assert asked_for(header, NOW) == seconds
