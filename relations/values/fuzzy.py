"""Dates as sources give them: a day, a month, a year, a period, one of several, each perhaps in doubt.

The notation is a profile of EDTF (ISO 8601-2): `2025`, `2025-04`, `2025-04-21`, each with an optional `?` (uncertain), `~`
(approximate) or `%` (both); `2025-04-XX` and `2025-XX-XX`; intervals `a/b` with `..` for an open end; one of several
`[a,b,c]` and one out of a range `[a..b]`.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache, total_ordering

from relations.values.bad_date import REPEATED, TOO_LONG, WRONG_ORDER, BadDate
from relations.values.points import Point, read_point
from relations.values.vocabularies import Doubt, Precision

OPEN = ".."

MAX_LENGTH = 64


@total_ordering
@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date with its bounds. Made by `FuzzyDate.parse`; equal when written alike, ordered as a timeline is."""

    edtf: str
    # Its members in the order written; None is an open end.
    points: tuple[Point | None, ...]

    @classmethod
    def parse(cls, text: str) -> "FuzzyDate":
        """Raises BadDate, which says what to write instead."""
        return _parse(text)

    @classmethod
    def of(cls, day: dt.date) -> "FuzzyDate":
        return _parse(day.strftime("%Y-%m-%d").zfill(10))

    @property
    def is_one_of(self) -> bool:
        """One of the days covered, as opposed to all of them."""
        return self.edtf.startswith("[")

    @property
    def is_interval(self) -> bool:
        return "/" in self.edtf

    @property
    def is_list(self) -> bool:
        return "," in self.edtf

    @property
    def lower(self) -> dt.date | None:
        """The first possible day; None when the beginning is open."""
        if self.is_list:
            return min(point.lower for point in self.points)
        return self.points[0] and self.points[0].lower

    @property
    def upper(self) -> dt.date | None:
        """The last possible day; None when the end is open."""
        if self.is_list:
            return max(point.upper for point in self.points)
        return self.points[-1] and self.points[-1].upper

    @property
    def precision(self) -> Precision:
        if None in self.points:
            return Precision.OPEN
        if self.lower == self.upper:
            return Precision.DAY
        return self.points[0].precision if len(self.points) == 1 else Precision.RANGE

    @property
    def doubt(self) -> Doubt:
        """The doubts of all members together."""
        doubts = {point.doubt for point in self.points if point} - {Doubt.NONE}
        return Doubt.BOTH if len(doubts) > 1 else next(iter(doubts), Doubt.NONE)

    @property
    def is_certain(self) -> bool:
        """Known to the day, and not in doubt."""
        return self.precision == Precision.DAY and self.doubt == Doubt.NONE

    @property
    def sort_key(self) -> tuple:
        """Timeline order: by first possible day, open beginnings last, then by last possible day."""
        return self.lower or dt.date.max, self.lower is None, self.upper or dt.date.max, self.upper is None, self.edtf

    @property
    def sort_date(self) -> dt.date:
        return self.lower or self.upper or dt.date.min

    def contains(self, day: dt.date) -> bool:
        return (self.lower is None or self.lower <= day) and (self.upper is None or day <= self.upper)

    def overlaps(self, other: "FuzzyDate") -> bool:
        return self.possibly_within(other.lower, other.upper)

    def certainly_within(self, lower: dt.date | None, upper: dt.date | None) -> bool:
        """Whether every day it may be lies in a period; None leaves the period open."""
        begins = lower is None or (self.lower is not None and lower <= self.lower)
        ends = upper is None or (self.upper is not None and self.upper <= upper)
        return begins and ends

    def possibly_within(self, lower: dt.date | None, upper: dt.date | None) -> bool:
        """Whether some day it may be lies in a period; None leaves the period open."""
        begins = upper is None or self.lower is None or self.lower <= upper
        ends = lower is None or self.upper is None or lower <= self.upper
        return begins and ends

    def days_until(self, other: "FuzzyDate") -> int | None:
        """Days from this to another date; None unless both are certain."""
        return (other.lower - self.lower).days if self.is_certain and other.is_certain else None

    def __lt__(self, other: "FuzzyDate") -> bool:
        if not isinstance(other, FuzzyDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=4096)
def _parse(text: str) -> FuzzyDate:
    if len(text) > MAX_LENGTH:
        raise BadDate(TOO_LONG, text)
    return FuzzyDate(text, _read_points(text))


def _read_points(text: str) -> tuple[Point | None, ...]:
    if text.startswith("[") and text.endswith("]"):
        return _read_one_of(text)
    if "/" in text:
        return _read_interval(text)
    return (read_point(text, text),)


def _read_one_of(text: str) -> tuple[Point, ...]:
    separator = OPEN if OPEN in text else ","
    points = tuple(read_point(part, text) for part in text[1:-1].split(separator))
    if len(set(points)) < max(2, len(points)):
        raise BadDate(REPEATED, text)
    return points if separator == "," else _checked_range(points, text)


def _read_interval(text: str) -> tuple[Point | None, ...]:
    points = tuple(None if part == OPEN else read_point(part, text) for part in text.split("/"))
    return _checked_range(points, text)


def _checked_range(points: tuple[Point | None, ...], text: str) -> tuple[Point | None, ...]:
    if len(points) != 2 or not any(points):
        raise BadDate.explain(text)
    start, end = points
    if start and end and start.lower > end.upper:
        raise BadDate(WRONG_ORDER, text)
    return points
