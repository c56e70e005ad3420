"""What a client that follows the feed is told, and what it can rely on."""

import datetime as dt

import pytest

from newsroom.desk.publish import publish, sweep, withdraw
from newsroom.public.feed import FeedPage, feed
from newsroom.public.models import Head
from tests.factories.publication import HOUR, MICROSECOND, NOON, Clock, item

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Clock()


def uid(number: int) -> str:
    return f"{number:026d}"


def published(*numbers, clock, **options):
    items = [item(uid=uid(number), text=f"Title {number}", slug=f"slug-{number}") for number in numbers]
    return publish(items=items, by=None, clock=clock, **options)


def seen(page: FeedPage) -> list[tuple]:
    return [(row.seq, row.edition.title or row.edition.action) for row in page.rows]


def test_feed_before_any_publication_is_empty_and_complete(clock):
    page = feed(0, 10, clock=clock)

    assert page == FeedPage([], dt.datetime(1970, 1, 1, tzinfo=dt.UTC), caught_up=True, checkpoint=0)


def test_feed_gives_changes_in_order_with_when_each_became_public(clock):
    published(1, 2, clock=clock)
    clock.move(HOUR)
    published(3, clock=clock)

    page = feed(0, 10, clock=clock)

    assert seen(page) == [(1, "Title 1"), (2, "Title 2"), (3, "Title 3")]
    assert [row.at for row in page.rows] == [row.edition.live_from for row in page.rows]
    assert (page.complete_until, page.caught_up, page.checkpoint) == (NOON + HOUR + MICROSECOND, True, 3)


def test_feed_page_that_does_not_reach_the_end_claims_nothing(clock):
    published(1, 2, 3, clock=clock)

    page = feed(0, 2, clock=clock)
    rest = feed(page.checkpoint, 2, clock=clock)

    assert (seen(page), page.complete_until, page.caught_up) == ([(1, "Title 1"), (2, "Title 2")], None, False)
    assert (seen(rest), rest.complete_until, rest.caught_up) == ([(3, "Title 3")], NOON + MICROSECOND, True)


def test_feed_page_that_ends_exactly_with_the_last_change_is_complete(clock):
    published(1, 2, clock=clock)

    page = feed(0, 2, clock=clock)

    assert (page.complete_until, page.caught_up) == (NOON + MICROSECOND, True)


def test_feed_after_the_last_change_repeats_the_checkpoint(clock):
    published(1, clock=clock)

    page = feed(1, 10, clock=clock)

    assert page == FeedPage([], NOON + MICROSECOND, caught_up=True, checkpoint=1)


def test_feed_does_not_tell_of_what_waits(clock):
    published(1, clock=clock)
    published(2, clock=clock, at=NOON + HOUR)

    page = feed(0, 10, clock=clock)

    assert (seen(page), page.caught_up) == ([(1, "Title 1")], True)


def test_feed_past_a_due_moment_says_that_it_is_not_caught_up_until_the_sweep(clock):
    published(1, clock=clock, at=NOON + HOUR)
    clock.move(2 * HOUR)

    before = feed(0, 10, clock=clock)
    sweep(clock=clock)
    after = feed(0, 10, clock=clock)

    assert (seen(before), before.complete_until, before.caught_up) == ([], NOON + MICROSECOND, False)
    assert (seen(after), after.complete_until, after.caught_up) == ([(1, "Title 1")], clock.now + MICROSECOND, True)


def test_feed_of_a_checkpoint_that_this_database_has_not_reached_claims_nothing(clock):
    published(1, clock=clock)

    assert feed(7, 10, clock=clock) == FeedPage([], None, caught_up=False, checkpoint=7)


def test_feed_tells_of_withdrawals(clock):
    published(1, clock=clock)
    withdraw(uids=[uid(1)], by=None, reason="Wrong.", clock=clock)

    assert seen(feed(1, 10, clock=clock)) == [(2, "withdrawn")]


@pytest.mark.parametrize("changes", [1, 3])
def test_feed_reads_head_what_is_due_and_rows_with_their_editions(clock, django_assert_num_queries, changes):
    published(*range(1, changes + 1), clock=clock)

    with django_assert_num_queries(3):
        assert len([row.edition.uid for row in feed(0, 10, clock=clock).rows]) == changes


def test_complete_until_is_never_the_present_time(clock):
    published(1, clock=clock)
    clock.move(HOUR)

    assert feed(0, 10, clock=clock).complete_until == Head.objects.get().until < clock.now
