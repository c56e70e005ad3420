"""How many visits there were each year, one direction on either side of the years."""

from collections import Counter

from django.utils.translation import get_language_bidi

from newsroom.public.pages.drawing.lanes import AHEAD, OFF
from newsroom.public.pages.drawing.spans import span_of
from newsroom.public.pages.drawing.wording import isolated, shortened

WIDTH, ROW, HEAD = 400, 30, 44
MIDDLE, HALF_YEAR, FOR_NUMBER = WIDTH / 2, 44, 26
TYPE = 13
LONGEST_BAR = MIDDLE - HALF_YEAR - FOR_NUMBER
# Of a longer time only years with visits are drawn.
MOST_YEARS = 25


def visits(ways: list[dict]) -> dict | None:
    """
    Of both directions, as the API gives them; what is planned or did not take place is not counted.

    A visit whose year is not known counts under None, which comes last.
    """
    counted = [Counter(year_of(event) for event in way["results"] if took_place(event)) for way in ways]
    years = years_of(set().union(*counted))
    if len(ways) != 2 or not years:
        return None
    most = max(max(counts.values(), default=0) for counts in counted)
    rows = [row(year, [counts[year] for counts in counted], most, number) for number, year in enumerate(years)]
    return {
        "width": WIDTH,
        "height": HEAD + ROW * len(rows),
        "middle": MIDDLE,
        "rtl": get_language_bidi(),
        "ways": [way_of(way, side) for side, way in enumerate(ways)],
        "rows": rows,
        "totals": [counts.total() for counts in counted],
    }


def way_of(way: dict, side: int) -> dict:
    """With the names of both countries as short as the drawing needs them."""
    words = {end: isolated(shortened(way[end]["label"], TYPE, LONGEST_BAR)) for end in ("from", "to")}
    return {"from": way["from"], "to": way["to"], "words": words, "x": x(-HALF_YEAR, side), "anchor": ANCHORS[side]}


# Towards which side words grow from the middle.
ANCHORS = ("end", "start")


def took_place(event: dict) -> bool:
    return event["status"] not in (*AHEAD, *OFF)


def year_of(event: dict) -> int | None:
    """In which it began, where it lasted some days; None where more than one year is possible."""
    span = span_of({**event, "bounds": event.get("bounds")})
    if span.form == "open" or (span.form == "range" and span.start.year != span.end.year):
        return None
    return span.start.year


def years_of(found: set[int | None]) -> list[int | None]:
    known = sorted(found - {None})
    every = range(known[0], known[-1] + 1) if known else ()
    return [*(known if len(every) > MOST_YEARS else every), *({None} & found)]


def row(year: int | None, counts: list[int], most: int, number: int) -> dict:
    top = HEAD + ROW * number
    bars = [bar(count, most, side) for side, count in enumerate(counts)]
    return {"year": year, "top": top + 6, "base": top + ROW / 2 + 5, "bars": bars}


def bar(count: int, most: int, side: int) -> dict:
    length = round(LONGEST_BAR * count / most, 2) if most else 0
    ends = sorted((x(-HALF_YEAR, side), x(-HALF_YEAR - length, side)))
    number = {"at": x(-HALF_YEAR - length - 7, side), "anchor": ANCHORS[side]}
    return {"count": count, "x": ends[0], "width": length, **number}


def x(from_middle: float, side: int) -> float:
    """The first direction lies where lines begin: to the right where writing runs leftwards."""
    is_mirrored = (side == 1) != get_language_bidi()
    return MIDDLE - from_middle if is_mirrored else MIDDLE + from_middle
