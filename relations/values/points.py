"""The smallest dates: a day, a month or a year, alone or as a member of a longer date."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from relations.values.bad_date import NO_SUCH_DAY, BadDate
from relations.values.vocabularies import Doubt, Precision

DOUBTS = {"": Doubt.NONE, "?": Doubt.UNCERTAIN, "~": Doubt.APPROXIMATE, "%": Doubt.BOTH}

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)

# 2025-04-XX says no more than 2025-04.
UNKNOWN = re.compile(r"(?<=\A\d{4})-XX-XX\Z|(?<=\A\d{4}-\d{2})-XX\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a whole month or a whole year."""

    year: int
    month: int | None = None
    day: int | None = None
    doubt: Doubt = Doubt.NONE

    @property
    def precision(self) -> Precision:
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    @property
    def lower(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def upper(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def read_point(part: str, text: str) -> Point:
    """The point written as `part` of the date `text`; raises BadDate."""
    match = POINT.fullmatch(UNKNOWN.sub("", part))
    if not match:
        raise BadDate.explain(text)
    *digits, mark = match.groups()
    year, month, day = (int(number) if number else None for number in digits)
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise BadDate.explain(text, NO_SUCH_DAY) from error
    return Point(year, month, day, DOUBTS[mark])
