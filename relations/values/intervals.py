"""How long something held: what is covered, what is only attested, what is not known."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from babel.dates import get_day_names

from relations.values.fuzzy import FuzzyDate
from relations.values.languages import LANGUAGES
from relations.values.transliteration import fold


class Coverage(StrEnum):
    """How well it is known that something held on a day."""

    COVERED = "covered"
    ATTESTED = "attested"
    UNKNOWN = "unknown"


def covers(
    start: FuzzyDate | None, end: FuzzyDate | None, attested: Iterable[FuzzyDate], on: dt.date | FuzzyDate
) -> Coverage:
    """Whether a tenure, title or membership held on a day, or all through a period.

    Covered takes a known start: a start without an end means that it still holds, an end without a start proves nothing
    about earlier days. Attested are the days of an attestation, and those between two certain marks of the same tenure.
    """
    day = on if isinstance(on, FuzzyDate) else FuzzyDate.of(on)
    attested = tuple(attested)
    if _lies_outside(start, end, day):
        return Coverage.UNKNOWN
    if start and _lies_between(start.upper, end.lower if end else dt.date.max, day):
        return Coverage.COVERED
    if any(mark.overlaps(day) for mark in attested) or _lies_between(*_known_stretch(start, end, attested), day):
        return Coverage.ATTESTED
    return Coverage.UNKNOWN


def _lies_outside(start: FuzzyDate | None, end: FuzzyDate | None, day: FuzzyDate) -> bool:
    before = start and not start.possibly_within(None, day.upper)
    after = end and not end.possibly_within(day.lower, None)
    return bool(before or after)


def _lies_between(first: dt.date | None, last: dt.date | None, day: FuzzyDate) -> bool:
    return first is not None and last is not None and day.certainly_within(first, last)


def _known_stretch(start: FuzzyDate | None, end: FuzzyDate | None, attested: tuple[FuzzyDate, ...]):
    """From the day by which it had begun to the day until which it certainly lasted."""
    marks = (*filter(None, (start, end)), *attested)
    first = min((mark.upper for mark in marks if mark.upper), default=None)
    last = max((mark.lower for mark in marks if mark.lower), default=None)
    return first, last


def certainly_overlap(
    a_start: FuzzyDate | None, a_end: FuzzyDate | None, b_start: FuzzyDate | None, b_end: FuzzyDate | None
) -> bool:
    """Whether two periods share more than the day of a handover. A missing start proves nothing, a missing end is open."""
    begun = [start.upper for start in (a_start, b_start) if start and start.upper]
    lasting = [(end.lower or dt.date.min) if end else dt.date.max for end in (a_end, b_end)]
    return len(begun) == 2 and max(begun) < min(lasting)


def ends(period: FuzzyDate | None) -> tuple[FuzzyDate | None, FuzzyDate | None]:
    """A validity period as start and end, None where it is open: `2022-08/..` gives `2022-08` and None."""
    if not period:
        return None, None
    first, last = (period.edtf.split("/") * 2)[:2]
    return tuple(None if part == ".." else FuzzyDate.parse(part) for part in (first, last))


def weekday_agrees(day: FuzzyDate, weekday_name: str) -> bool:
    """Whether some possible day falls on a weekday named in one of the four languages; KeyError for an unknown name."""
    weekday = _weekdays()[fold(weekday_name)]
    if day.lower is None or day.upper is None:
        return True
    return (weekday - day.lower.weekday()) % 7 <= (day.upper - day.lower).days


@cache
def _weekdays() -> dict[str, int]:
    """When first asked for: all that is known of four languages takes 6 MiB, and readers need no weekdays."""
    names = {}
    for language in LANGUAGES:
        for number, name in get_day_names("wide", locale=language).items():
            names[fold(name)] = number
    return names
