"""What holds for the door as a whole, and what the languages of a record share."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from newsroom.desk.models import Decision
from newsroom.desk.publish import cancel, door, sweep
from newsroom.public.models import Address, Change, Edition, Facet
from tests.factories.publication import HOUR, MICROSECOND, NOON, OTHER, UID, Clock, current, item, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Clock()


# What one record shares over its languages


def test_sort_date_without_one_given_is_the_first_publication_in_whatever_language(clock):
    published(item(language="en"), clock=clock)
    clock.move(HOUR)

    published(item(language="fr"), clock=clock)
    published(item(language="en"), clock=clock)

    assert set(Edition.objects.values_list("sort_date", flat=True)) == {NOON + MICROSECOND}


def test_first_publication_is_told_by_language(clock):
    published(item(language="en"), clock=clock)
    clock.move(HOUR)
    published(item(language="en"), item(language="fr"), clock=clock)

    first = Edition.objects.order_by("language", "number").values_list("language", "number", "first_published_at")
    later = NOON + HOUR + MICROSECOND
    assert list(first) == [("en", 1, NOON + MICROSECOND), ("en", 2, NOON + MICROSECOND), ("fr", 1, later)]


def test_earlier_publication_becomes_the_first_for_what_already_waits(clock):
    published(item(language="en"), clock=clock, at=NOON + 4 * HOUR)
    published(item(language="en"), clock=clock, at=NOON + 2 * HOUR, pending="keep")
    published(item(language="fr"), clock=clock)

    rows = Edition.objects.order_by("language", "number").values_list("first_published_at", "sort_date")
    now = NOON + 3 * MICROSECOND
    assert list(rows) == [(NOON + 2 * HOUR, now), (NOON + 2 * HOUR, now), (now, now)]
    assert set(Facet.objects.values_list("sort_date", flat=True)) == {now}


def test_cancelling_the_first_that_waits_makes_the_next_the_first(clock):
    [first] = published(item(language="en"), clock=clock, at=NOON + 2 * HOUR)
    published(item(language="fr"), clock=clock, at=NOON + 4 * HOUR)

    cancel(edition=first, by=None, clock=clock)

    [row] = Edition.objects.values_list("first_published_at", "sort_date")
    assert row == (NOON + 4 * HOUR, NOON + 4 * HOUR)


def test_given_sort_date_is_kept(clock):
    day = dt.datetime(2022, 8, 1, tzinfo=dt.UTC)
    [first] = published(item(sort_date=day), clock=clock, at=NOON + 2 * HOUR)
    published(item(sort_date=day, language="fr"), clock=clock, at=NOON + 4 * HOUR)

    cancel(edition=first, by=None, clock=clock)

    assert list(Edition.objects.values_list("sort_date", flat=True)) == [day]


# The door itself


@pytest.mark.django_db(transaction=True)
def test_door_does_not_open_inside_another_transaction(clock):
    with pytest.raises(RuntimeError), transaction.atomic(), door(clock=clock):
        pass


def test_exception_inside_the_door_undoes_everything(clock):
    with pytest.raises(ZeroDivisionError), door(clock=clock) as held:
        held.insert(item())
        raise ZeroDivisionError

    assert [model.objects.count() for model in (Edition, Facet, Address, Change, Decision)] == [0, 0, 0, 0, 0]


def test_several_acts_through_one_door_share_one_moment(clock):
    published(item(), clock=clock)

    with door(clock=clock) as held:
        held.insert(item(uid=OTHER))
        held.withdraw(UID, reason="Replaced.", replaced_by=OTHER)

    assert current(held.moment) == "withdrawn"
    assert current(held.moment, uid=OTHER) == "Title"
    assert set(Change.objects.filter(seq__gt=1).values_list("at", flat=True)) == {held.moment}


def test_over_for_five_minutes_is_retired_with_its_facets(clock):
    published(item(text="One"), clock=clock)
    published(item(text="Two"), clock=clock)

    clock.move(dt.timedelta(minutes=4, seconds=59))
    sweep(clock=clock)
    assert not Edition.objects.filter(retired=True).exists()

    clock.move(dt.timedelta(seconds=2))
    sweep(clock=clock)
    assert list(Edition.objects.filter(retired=True).values_list("title", flat=True)) == ["One"]
    assert list(Facet.objects.filter(retired=True).values_list("edition__title", flat=True)) == ["One"]


def test_publication_of_many_takes_no_more_queries_than_of_one(clock):
    several = [item(uid=f"{number:026d}", slug=f"s{number}") for number in range(2, 30)]

    with CaptureQueriesContext(connection) as one:
        published(item(), clock=clock)
    with CaptureQueriesContext(connection) as many:
        published(*several, clock=clock)

    assert len(many) == len(one)
