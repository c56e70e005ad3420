"""Which years are drawn, and which can be chosen."""

from collections.abc import Iterable
from typing import NamedTuple

from newsroom.public.pages.drawing.spans import Span

# Unless more are asked for, years are drawn from this many before the last.
MOST_YEARS = 40
MOST_CHOICES = 8
STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 1000)


class Years(NamedTuple):
    """What is asked for: either end may be left to what is known."""

    first: int | None = None
    last: int | None = None

    def __bool__(self) -> bool:
        return self != (None, None)


ALL = Years()


class Choice(NamedTuple):
    first: int
    last: int
    label: str


def known_years(spans: Iterable[Span]) -> range | None:
    """From the first year with a known day to the last; None where no day is known."""
    years = [day.year for span in spans for day in (span.start, span.end) if day]
    return range(min(years), max(years) + 1) if years else None


def within(known: range, asked: Years) -> range:
    """The years drawn: those asked for, however they lie to those known."""
    last = max(known[-1], asked.first or 0) if asked.last is None else asked.last
    first = min(max(known[0], last - MOST_YEARS), last) if asked.first is None else asked.first
    return range(first, last + 1)


def choices(known: range) -> list[Choice]:
    """Each year; of many, spans of several that begin with a round one."""
    step = next(step for step in STEPS if len(known) / step <= MOST_CHOICES or step == STEPS[-1])
    starts = range(known[0] - known[0] % step, known[-1] + 1, step)
    return [choice(max(start, known[0]), min(start + step - 1, known[-1])) for start in starts]


def choice(first: int, last: int) -> Choice:
    return Choice(first, last, f"{first}" if first == last else f"{first}–{last}")
