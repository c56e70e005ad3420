"""Numbered meetings of a series on a scale of time, the days between them, and the numbers that are missing."""

import datetime as dt
from itertools import pairwise

from django.utils.translation import get_language_bidi

from newsroom.public.pages.drawing.scale import Scale
from newsroom.public.pages.drawing.spans import Span, span_of
from newsroom.public.pages.drawing.wording import room

WIDTH, MARGIN = 640, 70
RADIUS, MISSING = 16, 9
LINE, HEIGHT = 64, 118
TYPE = 13
# Less is not room for a number of days and its word.
LEAST = 70
APART = 6


def rounds(results: list[dict]) -> dict | None:
    """Of one series, as the API gives it; a single round has no distance to anything."""
    spans = [span_of({**one["event"], "bounds": None}) for one in results]
    days = [middle_of(span) for span in spans]
    if len(results) < 2 or min(days) == max(days):
        return None
    scale = Scale(min(days), max(days), WIDTH - 2 * MARGIN, get_language_bidi())
    places = [MARGIN + scale.at(day) for day in days]
    marks = [mark(*each) for each in zip(results, spans, places, strict=True)]
    gaps = [gap(one, *ends) for one, ends in zip(results[1:], pairwise(places), strict=True)]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "line": LINE,
        "radius": RADIUS,
        "missing_radius": MISSING,
        "edges": (x(places[0]), x(places[-1])),
        "marks": without_collisions(marks),
        "gaps": gaps,
    }


def middle_of(span: Span) -> dt.date:
    """Where a round stands that is not known to the day; with an end that is not known, at the other one."""
    start, end = span.start or span.end, span.end or span.start
    return start + (end - start) / 2


def mark(one: dict, span: Span, place: float) -> dict:
    return {"round": one, "form": span.form, "at": place, "x": x(place), "label": one["event"]["date"]["label"]}


def without_collisions(marks: list[dict]) -> list[dict]:
    """Dates that would run into the one before are left to the list."""
    taken = float("-inf")
    kept = []
    for one in sorted(marks, key=lambda one: one["at"]):
        half = room(one["label"], TYPE) / 2
        fits = one["at"] - half > taken
        taken = one["at"] + half + APART if fits else taken
        kept.append(one if fits else {**one, "label": ""})
    return kept


def gap(one: dict, left: float, right: float) -> dict:
    """Between a round and the one before: its days, where there is room, and a place for each missing number."""
    between, count = right - left - 2 * RADIUS, one["numbers_missing"]
    step = (right - left) / (count + 1)
    drawn = range(1, count + 1) if count * 2 * (MISSING + 2) <= between else ()
    return {
        "days": one["days_since_previous"] if between >= LEAST else None,
        "x": x((left + right) / 2),
        "missing": [{"x": x(left + step * n), "ordinal": one["ordinal"] - count - 1 + n} for n in drawn],
    }


def x(place: float) -> float:
    return round(WIDTH - place if get_language_bidi() else place, 2)
