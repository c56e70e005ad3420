"""Administrators see how partners' webhooks stand, disable them and have them pinged."""

import datetime as dt
from functools import partial
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from newsroom.partners.keys import make_key
from newsroom.partners.models import Dispatch, Endpoint, Partner
from newsroom.partners.webhooks import signing
from newsroom.partners.webhooks.delivering import Worker, claim, settle
from newsroom.partners.webhooks.endpoints import ping_endpoint
from newsroom.partners.webhooks.sending import Outcome, post
from tests.partners.receivers import new_dispatch, new_endpoint, receiver

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

MOMENT = dt.datetime(2026, 3, 4, 5, 6, tzinfo=dt.UTC)
LATER = MOMENT + dt.timedelta(hours=1)


@pytest.fixture
def gazette():
    return Partner.objects.create(name="Gazette", contact="desk@example.org", tier="partner")


@pytest.fixture
def office(client, users):
    client.force_login(users["administrator"])
    return client


@pytest.fixture
def deliver(settings):
    settings.WEBHOOKS_TO_THIS_MACHINE = True

    def run():
        with Worker(send=partial(post, resolver=lambda *_: ["127.0.0.1"])) as worker:
            worker.drain()

    return run


def webhooks_page(partner):
    return reverse("admin:partner_webhooks", args=[partner.pk])


def disable_page(endpoint):
    return reverse("admin:webhook_disable", args=[endpoint.pk])


def words(answer) -> str:
    """As they are read, with single spaces."""
    return " ".join(unescape(strip_tags(answer.text)).split())


def in_hand(endpoint, seq, **fields):
    return new_dispatch(endpoint, seq, MOMENT, tried_at=MOMENT, attempts=1, **fields)


def test_partner_without_webhooks_is_told_of(office, gazette):
    page = words(office.get(webhooks_page(gazette)))

    assert "There is no webhook yet." in page
    assert "The last 50 deliveries" not in page


def test_webhook_is_shown_with_what_it_wants(office, gazette):
    new_endpoint(partner=gazette, types=["item.withdrawn"], languages=["fr", "ar"], kinds=["article"])

    page = words(office.get(webhooks_page(gazette)))

    assert "https://receiver.example/hook" in page
    assert "Message types item.withdrawn" in page
    assert "Kinds Article" in page
    assert "Languages French, Arabic" in page
    assert "Countries all" in page


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        ("pending", "", "pending, until it answers a ping since 2026-03-04 05:06"),
        ("active", "", "active since 2026-03-04 05:06"),
        ("disabled", "gone", "disabled since 2026-03-04 05:06 – it answered that it is gone"),
        ("disabled", "failing", "disabled since 2026-03-04 05:06 – it failed for days"),
        ("disabled", "desk", "disabled since 2026-03-04 05:06 – an administrator disabled it"),
    ],
)
def test_state_is_told_with_since_when_and_why(office, gazette, state, reason, said):
    new_endpoint(partner=gazette, state=state, reason=reason, state_since=MOMENT)

    assert said in words(office.get(webhooks_page(gazette)))


def test_successes_failures_and_what_waits_are_told(office, gazette):
    endpoint = new_endpoint(partner=gazette, failing_since=MOMENT)
    in_hand(endpoint, 1, state="delivered", status=200)
    in_hand(endpoint, 2, state="failed", error="timeout")
    new_dispatch(endpoint, 3, MOMENT, tried_at=LATER, attempts=2, error="status", status=503)
    new_dispatch(endpoint, 4, MOMENT)
    # Of another, and later than all.
    new_dispatch(new_endpoint(), 5, tried_at=timezone.now(), error="ours")

    page = words(office.get(webhooks_page(gazette)))

    assert "Nothing has arrived since 2026-03-04 05:06" in page
    assert "Last that arrived 2026-03-04 05:06" in page
    assert "Last failure 2026-03-04 06:06 – it answered with an error 503" in page
    assert "Waiting 2 " in page
    assert "something went wrong here" not in page


def test_reasons_are_told_in_the_language_of_the_page(office, gazette):
    in_hand(new_endpoint(partner=gazette), 1, state="failed", error="timeout")

    page = office.get(webhooks_page(gazette), headers={"accept-language": "fr"}).text

    assert "pas de réponse complète à temps" in page
    assert "no whole answer in time" not in page


def test_deliveries_of_the_chosen_webhook_are_listed_alone_and_fifty_at_most(office, gazette):
    first = new_endpoint(partner=gazette, made_at=MOMENT)
    second = new_endpoint("https://second.example/", partner=gazette, made_at=LATER)
    for seq in range(1, 53):
        new_dispatch(first, seq, MOMENT)
    in_hand(second, 1, state="delivered", status=202)
    ping_endpoint(endpoint=second, now=LATER)

    shown = office.get(webhooks_page(gazette)).context["deliveries"]
    chosen = office.get(webhooks_page(gazette), {"webhook": second.pk})

    assert [row["dispatch"].seq for row in shown] == list(range(52, 2, -1))
    assert [(row["dispatch"].type, row["uid"]) for row in chosen.context["deliveries"]] == [
        ("endpoint.ping", ""),
        ("item.published", "0" * 26),
    ]
    page = words(chosen)
    assert "item.published 00000000000000000000000000 2026-03-04 05:06 1 delivered 202 –" in page
    assert "endpoint.ping – 2026-03-04 06:06 0 waiting 2026-03-04 06:06" in page


def test_what_waits_for_a_webhook_that_is_not_active_has_no_moment(office, gazette):
    new_dispatch(new_endpoint(partner=gazette, state="disabled", reason="gone"), now=MOMENT)

    assert "0 waiting once the webhook is active" in words(office.get(webhooks_page(gazette)))


@pytest.mark.parametrize("asked", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_webhook_that_is_not_the_partners_is_not_found(office, gazette, asked):
    new_endpoint(partner=gazette)
    theirs = new_endpoint()

    for pk in (asked, theirs.pk):
        assert office.get(webhooks_page(gazette), {"webhook": pk}).status_code == 404
        assert office.post(webhooks_page(gazette), {"webhook": pk}).status_code == 404
    assert not Dispatch.objects.exists()


def test_partner_whose_tier_has_no_webhooks_is_told_of(office, gazette):
    new_endpoint(partner=gazette)
    Partner.objects.update(tier="registered")

    assert "The tier of this partner has no webhooks" in words(office.get(webhooks_page(gazette)))


def test_webhook_is_disabled_after_asking_and_its_partner_told(
    office, gazette, mailoutbox, django_capture_on_commit_callbacks
):
    endpoint = new_endpoint(partner=gazette)
    assert "desk@example.org" in words(office.get(disable_page(endpoint)))
    endpoint.refresh_from_db()
    assert endpoint.state == "active"

    with django_capture_on_commit_callbacks(execute=True):
        done = office.post(disable_page(endpoint))

    assert (done.status_code, done["Location"]) == (302, f"{webhooks_page(gazette)}?webhook={endpoint.pk}")
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.reason) == ("disabled", "desk")
    (letter,) = mailoutbox
    assert (letter.to, "an administrator" in letter.body) == (["desk@example.org"], True)
    history = office.get(reverse("admin:partners_partner_history", args=[gazette.pk])).text
    assert "Changed disabled for webhook “https://receiver.example/hook”." in history


def test_webhook_that_is_disabled_keeps_its_reason_and_no_second_letter_goes_out(
    office, gazette, mailoutbox, django_capture_on_commit_callbacks
):
    endpoint = new_endpoint(partner=gazette, state="disabled", reason="gone", state_since=MOMENT)

    with django_capture_on_commit_callbacks(execute=True):
        answer = office.post(disable_page(endpoint), follow=True)

    assert "The webhook was disabled already." in answer.text
    endpoint.refresh_from_db()
    assert (endpoint.reason, endpoint.state_since, mailoutbox) == ("gone", MOMENT, [])


def test_nothing_goes_to_a_webhook_until_it_is_enabled_and_answers(office, gazette, deliver):
    with receiver() as server:
        endpoint = new_endpoint(server.url(), partner=gazette)
        missed = new_dispatch(endpoint)
        office.post(disable_page(endpoint))
        deliver()
        assert server.received == []

        office.post(webhooks_page(gazette), {"webhook": endpoint.pk})
        endpoint.refresh_from_db()
        assert endpoint.state == "disabled"
        assert "A ping is on its way." in words(office.get(webhooks_page(gazette)))
        deliver()

    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.reason) == ("active", "")
    assert len(server.received) == 2
    assert server.ids[-1] == missed.message_id


@pytest.mark.parametrize("taken", [True, False])
def test_ping_that_was_on_its_way_does_not_enable_what_was_disabled_since(office, gazette, deliver, taken):
    with receiver() as server:
        endpoint = new_endpoint(server.url(), partner=gazette, state="pending")
        ping_endpoint(endpoint=endpoint, now=timezone.now())
        held = claim(timezone.now(), set(), 16) if taken else []
        office.post(disable_page(endpoint))
        for dispatch in held:
            settle(dispatch, Outcome(status=200), timezone.now())
        deliver()

    endpoint.refresh_from_db()
    assert (endpoint.state, server.received) == ("disabled", [])


def test_no_secret_is_shown(office, gazette):
    endpoint = new_endpoint(partner=gazette, secret_version=2, rotated_at=timezone.now())
    in_hand(endpoint, 1, state="failed", error="status", status=500, response="whsec_echoed")

    shown = "".join(office.get(page).text for page in (webhooks_page(gazette), disable_page(endpoint)))

    assert "whsec" not in shown
    assert [signing.secret(endpoint.pk, version).removeprefix("whsec_") in shown for version in (1, 2)] == [False] * 2


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [None, "reporter", "translator", "editor", "publisher"])
def test_nobody_else_sees_disables_or_pings(client, users, gazette, role, method):
    endpoint = new_endpoint(partner=gazette)
    if role:
        client.force_login(users[role])

    pages = (webhooks_page(gazette), disable_page(endpoint))
    answers = [getattr(client, method)(page, {"webhook": endpoint.pk}) for page in pages]

    assert [answer.status_code for answer in answers] == [403 if role else 302] * 2
    endpoint.refresh_from_db()
    assert (endpoint.state, Dispatch.objects.exists()) == ("active", False)


def test_post_without_its_token_is_refused(users, gazette):
    endpoint = new_endpoint(partner=gazette)
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(users["administrator"])

    pages = (webhooks_page(gazette), disable_page(endpoint))
    assert [careful.post(page, {"webhook": endpoint.pk}).status_code for page in pages] == [403, 403]
    assert Endpoint.objects.get().state == "active"


def test_list_of_partners_leads_to_their_webhooks(office, gazette):
    new_endpoint(partner=gazette)
    new_endpoint(partner=gazette, state="disabled", reason="gone")
    make_key(partner=gazette, by="test")
    make_key(partner=gazette, by="test")

    page = office.get(reverse("admin:partners_partner_changelist")).text

    assert f'<a href="{webhooks_page(gazette)}">1 of 2 active</a>' in page
    assert "2 of 2 in use" in page
    assert webhooks_page(gazette) in office.get(reverse("admin:partners_partner_change", args=[gazette.pk])).text


@pytest.mark.parametrize("number", [1, 20])
def test_queries_of_the_page_do_not_grow(office, gazette, number, django_assert_num_queries):
    for _ in range(number):
        endpoint = new_endpoint(partner=gazette, countries=["0" * 26])
        for seq in range(1, 4):
            in_hand(endpoint, seq, error="timeout")
    office.get(webhooks_page(gazette))

    # Session, user, permissions of both, the partner, its webhooks, failures, countries, deliveries, their records.
    with django_assert_num_queries(10):
        office.get(webhooks_page(gazette))
