"""The days a report is about, at most a year of them."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

LONGEST = dt.timedelta(days=366)
A_DAY = dt.timedelta(days=1)
# Beyond these there is no news to count.
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2199, 12, 31)
USUAL = dt.timedelta(days=30)


@dataclass(frozen=True)
class Period:
    """Both days belong to it, by the clock of the desk."""

    first: dt.date
    last: dt.date

    @property
    def start(self) -> dt.datetime:
        return midnight(self.first)

    @property
    def end(self) -> dt.datetime:
        """The first moment after it."""
        return midnight(self.last + A_DAY)

    def days(self) -> list[dt.date]:
        return [self.first + n * A_DAY for n in range((self.last - self.first).days + 1)]


def midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def usual_period(last: dt.date | None = None) -> Period:
    last = last or timezone.localdate()
    return Period(last - USUAL, last)


def period_of(first: dt.date | None, last: dt.date | None) -> Period:
    """What was asked for; where one end is left open, as long as is usual."""
    if first and not last:
        last = max(first, min(first + LONGEST - A_DAY, timezone.localdate()))
    usual = usual_period(last)
    return Period(first or usual.first, usual.last)
