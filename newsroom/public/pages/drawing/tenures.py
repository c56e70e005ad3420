"""Tenures as bars on an axis of years: what is known of each, what is only attested, and which end nobody tells.

Numbers are parts of a hundred from where the page's lines begin, which in Arabic is the right."""

import datetime as dt
from collections.abc import Iterable, Iterator

from newsroom.public.dossier.people import fuzzy
from newsroom.public.pages.drawing.periods import MOST_YEARS
from newsroom.public.pages.drawing.scale import of_years
from newsroom.public.pages.drawing.spans import day
from relations.values.fuzzy import FuzzyDate

# The least that can be seen, and how far an end that is not known is drawn on.
NARROWEST = 0.8
STUB = 3.0
# More years than this are not all named.
NAMED = 8

Span = tuple[str, float, float]


# What bars and marks can say, in the order in which the key explains it.
KINDS = ("sure", "perhaps", "between", "open", "mark", "within")


def chart(tenures: list[dict], today: dt.date, *, mirrored: bool = False, beside: Iterable[dict] = ()) -> dict:
    """
    The axis, each tenure with its `lane` of bars and marks, and the kinds of them; no axis where no date is known.

    `beside` are the tenures of other charts on the page, whose axis is to be the same.
    """
    known = [edge for held in (*tenures, *beside) for edge in edges(held)]
    if not any(list(edges(held)) for held in tenures):
        return {"years": [], "rows": [{**held, "lane": None} for held in tenures], "kinds": []}
    last = max(today.year, max(known).year)
    years = range(max(min(known).year, last - MOST_YEARS), last + 1)
    rows = [{**held, "lane": lane(held, today, years, mirrored)} for held in tenures]
    kinds = {one["kind"] for row in rows for one in (*row["lane"]["bars"], *row["lane"]["marks"])}
    return {"years": axis(years, mirrored), "rows": rows, "kinds": [kind for kind in KINDS if kind in kinds]}


def edges(held: dict) -> Iterator[dt.date]:
    for date in (held["start"], held["end"], *held["attested"]):
        for name in ("start", "end"):
            if date and date[name]:
                yield day(date[name])


def axis(years: range, mirrored: bool) -> list[dict]:
    """Where each year begins; its name stands in its middle."""
    step = -(-len(years) // NAMED)
    found = []
    for number, year in enumerate(years):
        start, end = position(dt.date(year, 1, 1), years), position(dt.date(year + 1, 1, 1), years)
        named = number % step == 0
        x, middle = turned(start, 0, mirrored), turned((start + end) / 2, 0, mirrored)
        found.append({"x": shown(x), "middle": shown(middle), "name": str(year) if named else ""})
    return found


def lane(held: dict, today: dt.date, years: range, mirrored: bool) -> dict:
    spans = list(bars(held, today, years))
    marks = [mark(date, years, mirrored) for date in held["attested"]]
    return {"bars": [placed(kind, x, width, mirrored) for kind, x, width in spans], "marks": marks}


def bars(held: dict, today: dt.date, years: range) -> Iterator[Span]:
    """`sure` while it certainly lasted, `perhaps` where an end is not known to the day, `between` attestations, `open`
    where it is not known how long before or after."""
    start, end = fuzzy(held["start"]), fuzzy(held["end"])
    attested = [FuzzyDate.parse(date["edtf"]) for date in held["attested"]]
    if start:
        yield from known_bars(start, end, today, years)
    else:
        yield from attested_bars(end, attested, years)


def known_bars(start: FuzzyDate, end: FuzzyDate | None, today: dt.date, years: range) -> Iterator[Span]:
    """Without an end it still lasts."""
    first, begun = start.lower, start.upper or start.lower
    ending, last = (end.lower, end.upper) if end else (today, today)
    if first and begun and first < begun:
        yield span("perhaps", first, begun, years)
    if begun and ending and begun <= ending:
        yield span("sure", begun, ending, years)
    if ending and last and ending < last:
        yield span("perhaps", ending, last, years)


def attested_bars(end: FuzzyDate | None, attested: list[FuzzyDate], years: range) -> Iterator[Span]:
    dates = [*attested, *([end] if end else [])]
    begun = min((date.upper for date in dates if date.upper), default=None)
    lasting = max((date.lower for date in dates if date.lower), default=None)
    if begun and lasting and begun < lasting:
        yield span("between", begun, lasting, years)
    yield from open_ends(dates, end, years)


def open_ends(dates: list[FuzzyDate], end: FuzzyDate | None, years: range) -> Iterator[Span]:
    """Before the first mark that is known to lie there, and after the last unless it is the end."""
    first = min((date for date in dates if date.upper), key=lambda date: date.upper, default=None)
    last = max((date for date in dates if date.lower), key=lambda date: date.lower, default=None)
    if first and first.lower:
        x = position(first.lower, years)
        yield "open", max(x - STUB, 0), min(STUB, x)
    if last and last.upper and not end:
        x = position(last.upper + dt.timedelta(days=1), years)
        yield "open", x, min(STUB, 100 - x)


def span(kind: str, first: dt.date, last: dt.date, years: range) -> Span:
    """Both days within."""
    x = position(first, years)
    width = max(position(last + dt.timedelta(days=1), years) - x, NARROWEST)
    return kind, min(x, 100 - width), width


def mark(date: dict, years: range, mirrored: bool) -> dict:
    """`mark`: a day on which a source shows the person in the post; `within`: the days of which it is one or more, to the
    edge where they have no end."""
    first, last = day(date["start"]), day(date["end"])
    kind = "mark" if first == last else "within"
    edges = (dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31))
    _, x, width = span(kind, first or edges[0], last or edges[1], years)
    return {**placed(kind, x, width, mirrored), "label": date["label"]}


def position(when: dt.date, years: range) -> float:
    return of_years(years, 100).at(when)


def placed(kind: str, x: float, width: float, mirrored: bool) -> dict:
    return {"kind": kind, "x": shown(turned(x, width, mirrored)), "width": shown(width)}


def turned(x: float, width: float, mirrored: bool) -> float:
    return 100 - x - width if mirrored else x


def shown(part: float) -> str:
    return f"{part:.2f}%"


def lasting(tenures: Iterable[dict]) -> list[dict]:
    """In the order in which each is first known to have been."""
    return sorted(tenures, key=lambda held: min(edges(held), default=dt.date.max))
