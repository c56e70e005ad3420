"""A month as a reader's calendar has it, and which events lie on which of its days."""

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.dates import WEEKDAYS

from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label
from relations.values.vocabularies import Precision

# What there are addresses of.
PATTERN = r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])"
FIRST_YEAR, LAST_YEAR = 1900, 2099
# The first readers of Arabic are in Algeria, where the week begins on Sunday.
SUNDAY_FIRST = frozenset({"ar"})


class Month(NamedTuple):
    year: int
    month: int

    @classmethod
    def of(cls, day: dt.date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        return cls(int(text[:4]), int(text[5:]))

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def beside(self, step: int) -> "Month | None":
        """The next one or the one before, as far as there are addresses."""
        years, month = divmod(self.year * 12 + self.month - 1 + step, 12)
        return Month(years, month + 1) if FIRST_YEAR <= years <= LAST_YEAR else None

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"


def diary_path(language: str, month: Month | None = None) -> str:
    return f"/{language}/diary/{month}" if month else f"/{language}/diary"


class Placed(NamedTuple):
    """Events by day; those known to lie within the month, but not on which days; those that perhaps do."""

    days: dict[dt.date, list[dict]]
    within: list[dict]
    perhaps: list[dict]


def weeks(month: Month, language: str) -> list[list[dt.date]]:
    """Whole weeks, with days of the months beside at both ends."""
    return calendar.Calendar(first_day(language)).monthdatescalendar(*month)


def grid(month: Month, language: str, today: dt.date, days: dict[dt.date, list[dict]]) -> dict:
    """What the component `month` shows: the names of the weekdays, and of each week its days with their events."""
    shown = weeks(month, language)
    return {
        "name": date_label(FuzzyDate.parse(str(month)), language),
        "weekdays": [WEEKDAYS[day.weekday()] for day in shown[0]],
        "weeks": [[cell(day, month, today, days) for day in week] for week in shown],
    }


def cell(day: dt.date, month: Month, today: dt.date, days: dict[dt.date, list[dict]]) -> dict | None:
    """None where a day belongs to another month."""
    if Month.of(day) != month:
        return None
    return {
        "iso": day.isoformat(),
        "number": day.day,
        "weekday": WEEKDAYS[day.weekday()],
        "is_today": day == today,
        "events": days.get(day, []),
    }


def first_day(language: str) -> int:
    return calendar.SUNDAY if language in SUNDAY_FIRST else calendar.MONDAY


def placed(events: Iterable[dict], month: Month) -> Placed:
    found = Placed({}, [], [])
    for event in events:
        date = FuzzyDate.parse(event["date"]["edtf"])
        if is_known_to_the_day(date):
            for day in days_between(max(date.lower, month.first), min(date.upper, month.last)):
                found.days.setdefault(day, []).append(event)
        elif date.certainly_within(month.first, month.last):
            found.within.append(event)
        elif date.precision != Precision.OPEN:
            found.perhaps.append(event)
    return found


def is_known_to_the_day(date: FuzzyDate) -> bool:
    """One day, or from one day to another."""
    return date.precision == Precision.DAY or (
        date.is_interval and all(point and point.precision == Precision.DAY for point in date.points)
    )


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
