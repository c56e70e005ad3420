"""Everything between two countries on one scale of time."""

import datetime as dt

from newsroom.public.pages.drawing.lanes import lanes
from newsroom.public.pages.drawing.nesting import nested
from newsroom.public.pages.drawing.periods import ALL, Years, choice, choices, known_years, within
from newsroom.public.pages.drawing.scale import Scale, of_years, ticks
from newsroom.public.pages.drawing.spans import Span, span_of

WIDTH = 960
# For the years above the lanes, and for the day of reading below them.
HEAD, FOOT = 28, 24


def timeline(events: list[dict], planned: list[dict], *, today: dt.date, years: Years = ALL) -> dict:
    """
    What a list and a drawing of the same events need.

    `rows` are the events that may lie in the years asked for, each with whether it is part of the one before; `total` is
    how many there are in all years. Without any known day `drawing` is None.
    """
    found = [(event, span_of(event)) for event in events]
    ahead = [(event, span_of(event)) for event in planned]
    known = known_years(span for _event, span in (*found, *ahead)) if found else None
    if known is None:
        return {"rows": rows_of(found), "total": len(events), "drawing": None, "choices": []}
    drawn = within(known, years)
    scale = of_years(drawn, WIDTH)
    here = meeting(found, scale)
    return {
        "rows": rows_of(here if years else found),
        "total": len(events),
        "choices": choices(known) if len(known) > 1 else [],
        "drawing": drawing([*here, *meeting(ahead, scale)], scale, drawn, today),
    }


def meeting(found: list[tuple[dict, Span]], scale: Scale) -> list[tuple[dict, Span]]:
    return [(event, span) for event, span in found if span.meets(scale.first, scale.beyond)]


def rows_of(found: list[tuple[dict, Span]]) -> list[dict]:
    return [{"event": event, "inner": inner} for event, inner in nested([event for event, _span in found])]


def drawing(found: list[tuple[dict, Span]], scale: Scale, years: range, today: dt.date) -> dict:
    drawn = lanes(found, scale, HEAD)
    bottom = drawn[-1]["bottom"] if drawn else HEAD
    return {
        "width": WIDTH,
        "height": bottom + FOOT,
        "bottom": bottom,
        "years": choice(years[0], years[-1]).label,
        "rtl": scale.rtl,
        "edge": scale.x(0),
        "ticks": ticks(scale, years),
        "lanes": drawn,
        "has_bounds": any(mark.bounds for lane in drawn for mark in lane["marks"]),
        "today": day_of_reading(scale, today, bottom),
    }


def day_of_reading(scale: Scale, today: dt.date, bottom: float) -> dict | None:
    """A line, with its word on the side where there is more room."""
    if not scale.holds(today):
        return None
    along = scale.at(today)
    anchor = "start" if along < scale.width / 2 else "end"
    return {
        "x": scale.x(along),
        "y": bottom + 17,
        "anchor": anchor,
        "word": scale.x(along + (5 if anchor == "start" else -5)),
    }
