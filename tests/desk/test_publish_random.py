"""Whatever is done through the door in whatever order, chains stay whole, the feed complete, and the past as it was."""

import datetime as dt
from contextlib import suppress
from itertools import pairwise
from random import Random

import pytest
from django.db.models import F

from newsroom.desk.publish import PublicationRefused, cancel, correct, erase, publish, sweep, withdraw
from newsroom.public.feed import feed
from newsroom.public.models import Edition, Facet, Head
from tests.factories.publication import HOUR, NOON, Clock, item

RECORDS = [f"{number:026d}" for number in range(1, 4)]
LANGUAGES = ("en", "fr", "ar")
STEPS = 50


class Desk:
    """Presses buttons at random."""

    def __init__(self, seed: int):
        self.random = Random(seed)
        self.clock = Clock(NOON)
        self.texts = 0

    def step(self):
        self.clock.move(self.random.choice((dt.timedelta(0), dt.timedelta(microseconds=1), HOUR / 2, 3 * HOUR)))
        acts = (self.publish, self.correct, self.withdraw, self.cancel, self.erase, self.sweep)
        [act] = self.random.choices(acts, (8, 2, 2, 3, 0.3, 2))
        with suppress(PublicationRefused):
            act()

    def moment(self):
        return self.random.choice((None, self.clock.now + self.random.randint(1, 8) * HOUR))

    def items(self):
        uids = self.random.sample(RECORDS, self.random.randint(1, 2))
        languages = self.random.sample(LANGUAGES, self.random.randint(1, 3))
        self.texts += 1
        return [item(uid, language, f"Text {self.texts}", slug="") for uid in uids for language in languages]

    def publish(self):
        pending = self.random.choice(("refuse", "cancel", "keep"))
        publish(items=self.items(), by=None, at=self.moment(), pending=pending, clock=self.clock)

    def correct(self):
        correct(items=self.items()[:1], by=None, note="Corrected.", pending="keep", clock=self.clock)

    def withdraw(self):
        uids = [self.random.choice(RECORDS)]
        withdraw(uids=uids, by=None, reason="Wrong.", at=self.moment(), clock=self.clock)

    def cancel(self):
        waiting = list(Edition.objects.filter(live_from__gt=self.clock.now))
        if waiting:
            cancel(edition=self.random.choice(waiting), by=None, clock=self.clock)

    def erase(self):
        erase(uid=self.random.choice(RECORDS), by=None, reason="Asked for.", clock=self.clock)

    def sweep(self):
        sweep(clock=self.clock)


COLUMNS = ("uid", "language", "number", "state", "live_from", "live_until", "first_published_at", "sort_date")


def chains():
    found = {}
    for row in Edition.objects.order_by("uid", "language", "live_from").values_list(*COLUMNS, named=True):
        found.setdefault((row.uid, row.language), []).append(row)
    return found


def check_chains():
    for rows in chains().values():
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert all(one.live_until == two.live_from for one, two in pairwise(rows))
        assert rows[-1].live_until is None
        assert {row.first_published_at for row in rows} == {rows[0].live_from}
        assert rows[0].state == "live"


def check_shared_by_record():
    records = {}
    for (uid, _language), rows in chains().items():
        records.setdefault(uid, []).extend(rows)
    for rows in records.values():
        assert {row.sort_date for row in rows} == {min(row.live_from for row in rows)}
        # An expiry is of the whole record.
        assert len({row.live_from for row in rows if row.state == "withdrawn" and row.live_from > head().until}) <= 1
    assert not Facet.objects.exclude(sort_date=F("edition__sort_date")).exists()


def check_feed(clock):
    page = feed(0, 10_000, clock=clock)
    public = Edition.objects.filter(live_from__lte=head().until).order_by("live_from", "id")
    due = Edition.objects.filter(live_from__gt=head().until, live_from__lte=clock.now).exists()
    assert [row.seq for row in page.rows] == list(range(1, len(page.rows) + 1))
    assert [row.edition_id for row in page.rows] == list(public.values_list("pk", flat=True))
    assert (page.complete_until, page.caught_up) == (head().until, not due)


def head():
    return Head.objects.get()


def shown_at(moment):
    rows = Edition.objects.filter(live_from__lte=moment).exclude(live_until__lte=moment)
    return set(rows.values_list("uid", "language", "number", "digest"))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_random_acts_keep_every_promise(seed):
    desk = Desk(seed)
    past = {}

    for _ in range(STEPS):
        desk.step()
        check_chains()
        check_shared_by_record()
        check_feed(desk.clock)
        past[head().until] = shown_at(head().until)
    assert {moment: shown_at(moment) for moment in past} == past
    assert Edition.objects.count() > STEPS / 2
