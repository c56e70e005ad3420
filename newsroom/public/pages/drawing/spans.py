"""What a date says of days: the first and the last on which something may have been, and how well that is known."""

import datetime as dt
from typing import NamedTuple

from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import Precision


class Span(NamedTuple):
    """An end that is not known is None.

    form: `day`, a known day; `run`, every day from one to another; `range`, some time between them; `open`, an end is
    not known.
    """

    start: dt.date | None
    end: dt.date | None
    form: str

    def meets(self, first: dt.date, beyond: dt.date) -> bool:
        """Whether some day it may be lies in a period."""
        return (self.start is None or self.start < beyond) and (self.end is None or first <= self.end)


def span_of(event: dict) -> Span:
    """From the first possible day of its beginning to the last possible day of its end."""
    bounds = event["bounds"] or {}
    first, last = (bounds.get(name) or event["date"] for name in ("start", "end"))
    start, end = day(first["start"]), day(last["end"])
    return Span(start, end, form_of(start, end, bounded=first is not last, edtf=first["edtf"]))


def form_of(start: dt.date | None, end: dt.date | None, *, bounded: bool, edtf: str) -> str:
    if start is None or end is None:
        return "open"
    if start == end:
        return "day"
    return "run" if not bounded and is_run(FuzzyDate.parse(edtf)) else "range"


def is_run(date: FuzzyDate) -> bool:
    return date.is_interval and all(point.precision == Precision.DAY for point in date.points)


def day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None
