"""Days along a line, and the marks of years or months under it. Time runs leftwards where writing does."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import get_language, get_language_bidi

from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label

MOST_TICKS = 14
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)


class Tick(NamedTuple):
    """`x` is where its year or month begins."""

    x: float
    label: str


class Scale(NamedTuple):
    """From the first day to the one beyond the last; lengths are those of the drawing."""

    first: dt.date
    beyond: dt.date
    width: float
    rtl: bool

    def at(self, day: dt.date) -> float:
        """How far from where time begins; never off the scale."""
        part = (day - self.first).days / (self.beyond - self.first).days
        return self.width * max(0.0, min(1.0, part))

    def x(self, length: float) -> float:
        """Across the drawing, as a length along the scale is drawn."""
        return round(self.width - length if self.rtl else length, 2)

    def holds(self, day: dt.date) -> bool:
        return self.first <= day < self.beyond


def of_years(years: range, width: float) -> Scale:
    return Scale(dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1), width, get_language_bidi())


def ticks(scale: Scale, years: range) -> list[Tick]:
    """Of the years, or of the months of a single one."""
    if len(years) == 1:
        return [tick(scale, dt.date(years[0], month, 1), month_name(years[0], month)) for month in range(1, 13)]
    step = next((step for step in STEPS if len(years) / step <= MOST_TICKS), STEPS[-1])
    return [tick(scale, dt.date(year, 1, 1), f"{year}") for year in years if year % step == 0]


def tick(scale: Scale, day: dt.date, label: str) -> Tick:
    return Tick(scale.x(scale.at(day)), label)


def month_name(year: int, month: int) -> str:
    """As the page's language and the desk's region call it, without the year."""
    words = date_label(FuzzyDate.parse(f"{year:04}-{month:02}"), get_language())
    return words.replace(f"{year}", "").strip(" .")
