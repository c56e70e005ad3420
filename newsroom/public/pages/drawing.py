"""Where events lie between the first year and the last, as parts of a hundred. A date that is not known to the day is a
span, and an end that is not known at all runs to the edge."""

import datetime as dt
from collections.abc import Iterator

# The least that can be seen.
NARROWEST = 1.2
# Events of more years are not drawn to scale but from this many before the last.
MOST_YEARS = 40


def timeline(events: list[dict]) -> dict:
    """The years of the axis, and each event with its span; parts of an event follow it, `inner`."""
    spans = {event["id"]: span_of(event) for event in events}
    known = [day for span in spans.values() for day in span if day]
    if not known:
        return {"years": [], "rows": [{"event": event, "inner": False, "span": None} for event in events]}
    years = range(max(min(known).year, max(known).year - MOST_YEARS), max(known).year + 1)
    rows = [
        {"event": event, "inner": inner, "span": drawn(*spans[event["id"]], years)} for event, inner in nested(events)
    ]
    return {"years": list(years), "rows": rows}


def span_of(event: dict) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last possible day."""
    bounds = event["bounds"] or {}
    start, end = (bounds.get(name) or event["date"] for name in ("start", "end"))
    return day(start["start"]), day(end["end"])


def day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


def nested(events: list[dict]) -> Iterator[tuple[dict, bool]]:
    """In order, but each part right after the event it belongs to."""
    here = {event["id"] for event in events}
    parts: dict[str, list[dict]] = {}
    for event in events:
        if event["part_of"] and event["part_of"]["id"] in here:
            parts.setdefault(event["part_of"]["id"], []).append(event)
    inner = {part["id"] for found in parts.values() for part in found}
    for event in events:
        if event["id"] not in inner:
            yield event, False
            yield from ((part, True) for part in descendants(event, parts))


def descendants(event: dict, parts: dict[str, list[dict]]) -> Iterator[dict]:
    for part in parts.get(event["id"], ()):
        yield part
        yield from descendants(part, parts)


def drawn(start: dt.date | None, end: dt.date | None, years: range) -> dict:
    left = position(start, years) if start else 0.0
    right = position(end + dt.timedelta(days=1), years) if end else 100.0
    width = max(right - left, NARROWEST)
    return {
        "x": f"{min(left, 100 - width):.2f}",
        "width": f"{width:.2f}",
        "is_day": start is not None and start == end,
        "is_open": start is None or end is None,
    }


def position(day: dt.date, years: range) -> float:
    first, beyond = dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1)
    return max(0.0, min(100.0, 100 * (day - first).days / (beyond - first).days))
