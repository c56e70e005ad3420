"""The worker, its clock moved by hand, against real receivers."""

import datetime as dt
from functools import partial
from threading import Event

import pytest

from newsroom.partners.models import Answered, Dispatch, Endpoint, Partner
from newsroom.partners.webhooks import delivering, endpoints
from newsroom.partners.webhooks.delivering import PAUSES, Worker, claim, forget, pause, settle
from newsroom.partners.webhooks.sending import Outcome, post
from tests.factories.publication import HOUR, Clock
from tests.partners.conftest import new_partner
from tests.partners.receivers import fine, new_dispatch, new_endpoint, receiver, status

# The worker's threads never touch the database, so the transaction of a test is enough.
pytestmark = pytest.mark.django_db

DAY, MINUTE, SECOND = 24 * HOUR, HOUR / 60, HOUR / 3600


@pytest.fixture(autouse=True)
def here(settings):
    settings.WEBHOOKS_TO_THIS_MACHINE = True


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def deliver(clock):
    def run(**options):
        send = partial(post, resolver=lambda *_: ["127.0.0.1"], **options)
        with Worker(send=send, clock=clock) as worker:
            worker.drain()

    return run


def log():
    return list(Dispatch.objects.order_by("seq").values_list("seq", "state", "attempts", "status", "error"))


def test_what_is_due_is_delivered_and_logged(clock, deliver):
    with receiver(status(202, b"thanks")) as server:
        dispatch = new_dispatch(new_endpoint(server.url()), now=clock.now)
        deliver()
        deliver()

    dispatch.refresh_from_db()
    assert server.ids == [dispatch.message_id]
    assert log() == [(1, "delivered", 1, 202, "")]
    assert (dispatch.tried_at, dispatch.response) == (clock.now, "thanks")
    assert dispatch.duration_ms is not None


def test_messages_of_an_endpoint_go_out_in_the_order_of_the_feed(clock, deliver):
    with receiver() as server:
        endpoint = new_endpoint(server.url())
        for seq in range(1, 21):
            new_dispatch(endpoint, seq, clock.now)
        deliver()

    assert [int(one.split("_")[1]) for one in server.ids] == list(range(1, 21))


def test_failure_is_tried_again_under_the_same_id_and_then_well(clock, deliver):
    with receiver(status(500, b"broken"), status(503), fine) as server:
        dispatch = new_dispatch(new_endpoint(server.url()), now=clock.now)
        deliver()
        assert log() == [(1, "waiting", 1, 500, "status")]
        deliver()
        clock.move(6 * SECOND)
        deliver()
        clock.move(6 * MINUTE)
        deliver()

    assert server.ids == [dispatch.message_id] * 3
    assert log() == [(1, "delivered", 3, 200, "")]
    assert Endpoint.objects.get().failing_since is None


def test_message_is_given_up_after_ten_attempts_at_lengthening_pauses(clock, deliver):
    moments = []
    with receiver(status(500)) as server:
        dispatch = new_dispatch(new_endpoint(server.url()), now=clock.now)
        while dispatch.state == "waiting":
            clock.now = dispatch.next_at
            moments.append(clock.now)
            deliver()
            dispatch.refresh_from_db()

    assert len(server.received) == 10
    assert dispatch.state == "failed"
    pauses = [later - sooner for sooner, later in zip(moments, moments[1:], strict=False)]
    expected = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, *(hours * HOUR for hours in (2, 5, 10, 14, 20, 24))]
    assert len(pauses) == len(expected)
    for pause_, wanted in zip(pauses, expected, strict=True):
        assert 0.9 * wanted <= pause_ <= 1.1 * wanted


def test_pauses_differ_so_that_not_all_come_back_at_once():
    assert len({pause(1) for _ in range(20)}) > 1


@pytest.mark.parametrize(("asked", "least", "most"), [("600", 10 * MINUTE, 10 * MINUTE), ("999999999", DAY, DAY)])
def test_receiver_says_when_to_come_again_within_a_day(clock, deliver, asked, least, most):
    with receiver(status(429, Retry_After=asked)) as server:
        new_dispatch(new_endpoint(server.url()), now=clock.now)
        deliver()

    assert least <= Dispatch.objects.get().next_at - clock.now <= most


def test_receiver_that_is_gone_is_disabled_at_once_and_its_partner_told(
    clock, deliver, mailoutbox, django_capture_on_commit_callbacks
):
    with receiver(status(410)) as server, django_capture_on_commit_callbacks(execute=True):
        endpoint = new_endpoint(server.url())
        new_dispatch(endpoint, 1, clock.now)
        new_dispatch(endpoint, 2, clock.now)
        deliver()

    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.reason, endpoint.state_since) == ("disabled", "gone", clock.now)
    assert log() == [(1, "failed", 1, 410, "status"), (2, "waiting", 0, None, "")]
    (letter,) = mailoutbox
    assert letter.to == [endpoint.partner.contact]
    assert f"https://news.example/api/v1/webhooks/{endpoint.pk}/ping" in letter.body
    assert "410 Gone" in letter.body


def test_endpoint_is_disabled_after_five_days_of_failure_and_no_sooner(
    clock, deliver, mailoutbox, django_capture_on_commit_callbacks
):
    with receiver(status(500)) as server, django_capture_on_commit_callbacks(execute=True):
        endpoint = new_endpoint(server.url())
        for day in range(6):
            new_dispatch(endpoint, day + 1, clock.now)
            deliver()
            endpoint.refresh_from_db()
            if day < 5:
                assert endpoint.state == "active"
                clock.move(DAY)

    assert (endpoint.state, endpoint.reason) == ("disabled", "failing")
    assert len(mailoutbox) == 1


def test_letter_that_cannot_be_sent_leaves_the_endpoint_disabled(
    clock, deliver, settings, django_capture_on_commit_callbacks
):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"port": 1}}}
    with receiver(status(410)) as server, django_capture_on_commit_callbacks(execute=True):
        new_dispatch(new_endpoint(server.url()), now=clock.now)
        deliver()

    assert Endpoint.objects.get().state == "disabled"


@pytest.mark.parametrize("state", ["pending", "disabled"])
def test_endpoint_is_active_once_it_answers_a_ping_and_then_gets_what_it_missed(clock, deliver, state):
    with receiver(status(500), fine) as server:
        endpoint = new_endpoint(server.url(), state=state, reason="failing" if state == "disabled" else "")
        missed = new_dispatch(endpoint, 1, clock.now)
        deliver()
        assert server.received == []

        endpoints.ping_endpoint(endpoint=endpoint, now=clock.now)
        deliver()
        endpoint.refresh_from_db()
        assert endpoint.state == state

        endpoints.ping_endpoint(endpoint=endpoint, now=clock.now)
        deliver()

    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.reason, endpoint.failing_since) == ("active", "", None)
    assert len(server.received) == 3
    assert server.ids[-1] == missed.message_id


def test_answer_of_one_address_does_not_make_another_active(clock):
    endpoint = new_endpoint(state="pending")
    endpoints.ping_endpoint(endpoint=endpoint, now=clock.now)
    (taken,) = claim(clock.now, set(), 16)
    endpoints.change_endpoint(endpoint=endpoint, fields={"url": "https://victim.example/"}, now=clock.now)

    settle(taken, Outcome(status=200), clock.now)

    endpoint.refresh_from_db()
    assert endpoint.state == "pending"


def test_ping_is_not_tried_again(clock, deliver):
    with receiver(status(500)) as server:
        endpoints.ping_endpoint(endpoint=new_endpoint(server.url(), state="pending"), now=clock.now)
        deliver()
        clock.move(DAY)
        deliver()

    assert len(server.received) == 1
    assert log() == [(None, "failed", 1, 500, "status")]


def test_names_that_lead_inside_are_refused_each_time_and_the_log_says_why(clock):
    found = [["10.0.0.1"], ["127.0.0.1"], ["93.184.215.14", "169.254.169.254"], ["64:ff9b::7f00:1"]]
    dispatch = new_dispatch(new_endpoint("https://receiver.example/"), now=clock.now)

    while found:
        with Worker(send=partial(post, resolver=lambda *_: found.pop(0)), clock=clock) as worker:
            worker.drain()
        dispatch.refresh_from_db()
        assert (dispatch.error, dispatch.status, dispatch.state) == ("not-public", None, "waiting")
        clock.now = dispatch.next_at

    assert dispatch.attempts == 4


def test_slow_endpoint_holds_up_itself_alone(clock, deliver):
    released = Event()

    def late(handler):
        released.wait(20)
        fine(handler)

    with receiver(late) as slow, receiver() as quick:
        lame, fast = new_endpoint(slow.url()), new_endpoint(quick.url())
        for seq in range(1, 4):
            new_dispatch(lame, seq, clock.now)
            new_dispatch(fast, seq, clock.now)
        with Worker(send=partial(post, resolver=lambda *_: ["127.0.0.1"]), clock=clock) as worker:
            while len(quick.received) < 3:
                worker.step()
                worker.wait(0.05)
            assert len(slow.received) == 1
            released.set()
            worker.drain()

    assert len(slow.received) == 3


def test_what_a_worker_had_in_hand_comes_due_again_when_nobody_settles_it(clock, deliver):
    with receiver() as server:
        dispatch = new_dispatch(new_endpoint(server.url()), now=clock.now)
        (taken,) = claim(clock.now, set(), 16)
        assert claim(clock.now, set(), 16) == []
        deliver()
        assert server.received == []

        clock.move(delivering.LEASE)
        deliver()

    assert server.ids == [dispatch.message_id]
    assert log() == [(1, "delivered", 2, 200, "")]
    # The first worker, if it lives after all, changes nothing any more.
    settle(taken, Outcome("timeout"), clock.now)
    assert log() == [(1, "delivered", 2, 200, "")]


def test_lease_is_longer_than_any_attempt():
    assert 3 * dt.timedelta(seconds=delivering.sending.LIMIT) < delivering.LEASE


def test_endpoint_that_is_deleted_meanwhile_is_no_trouble(clock):
    new_dispatch(new_endpoint(), now=clock.now)
    (taken,) = claim(clock.now, set(), 16)
    Endpoint.objects.all().delete()

    settle(taken, Outcome("timeout"), clock.now)

    assert log() == []


def test_error_of_ours_is_logged_and_does_not_end_the_worker(clock, caplog):
    def broken(dispatch, now):
        raise ZeroDivisionError

    new_dispatch(new_endpoint(), now=clock.now)
    with Worker(send=broken, clock=clock) as worker:
        worker.drain()

    assert log() == [(1, "waiting", 1, None, "ours")]
    assert "could not be tried" in caplog.text


def test_partner_whose_tier_has_no_webhooks_any_more_is_sent_nothing(clock, deliver):
    with receiver() as server:
        new_dispatch(new_endpoint(server.url()), now=clock.now)
        Partner.objects.update(tier="registered")
        deliver()

    assert server.received == []


def test_messages_are_sent_again_under_their_ids(clock, deliver):
    with receiver() as server:
        endpoint = new_endpoint(server.url())
        for seq in range(1, 6):
            new_dispatch(endpoint, seq, clock.now)
        deliver()
        assert endpoints.redeliver(endpoint=endpoint, now=clock.now, seq__gte=2, seq__lte=4) == 3
        deliver()

    assert server.ids[5:] == server.ids[1:4]


def test_deliveries_are_kept_for_thirty_days_and_answers_for_one(clock):
    endpoint = new_endpoint()
    for seq, days in ((1, 31), (2, 29)):
        new_dispatch(endpoint, seq, clock.now, made_at=clock.now - days * DAY)
    for key, hours in (("old", 25), ("new", 23)):
        Answered.objects.create(
            partner=new_partner(), key=key, digest="0" * 64, content=b"{}", made_at=clock.now - hours * HOUR
        )

    forget(clock.now)

    assert [row[0] for row in log()] == [2]
    assert [one.key for one in Answered.objects.all()] == ["new"]


def test_pauses_are_those_of_the_contract():
    assert [pause_ / SECOND for pause_ in PAUSES] == [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]


@pytest.mark.parametrize("count", [1, 3])
def test_worker_asks_as_much_for_one_endpoint_as_for_three(clock, count, django_assert_num_queries):
    """Which are due; locked with their endpoints; marked as taken; and the savepoint around the last two."""
    for number in range(count):
        new_dispatch(new_endpoint(f"https://receiver.example/{number}"), number + 1, clock.now)

    with django_assert_num_queries(5):
        assert len(claim(clock.now, set(), 16)) == count
    with django_assert_num_queries(1):
        assert claim(clock.now, set(), 16) == []
