"""Room along a scale: how far events and their words reach, and which of them fit into one row."""

import datetime as dt
from typing import NamedTuple

from newsroom.public.pages.drawing.scale import Scale
from newsroom.public.pages.drawing.spans import Span
from newsroom.public.pages.drawing.wording import room, shortened

DAY = dt.timedelta(days=1)
TYPE, LONGEST = 13, 330
# Between a mark and its words, and what is too little for words.
GAP, LEAST = 7, 48
# A shorter time is drawn as wide as can be seen.
NARROWEST = 14


class Placed(NamedTuple):
    """Where an event lies along the scale, and where its words go."""

    event: dict
    span: Span
    left: float
    right: float
    words: str
    anchor: str
    at: float
    taken: tuple[float, float]


def placed(event: dict, span: Span, scale: Scale) -> Placed:
    left, right = extent(span, scale)
    words = shortened(event["title"], TYPE, LONGEST)
    wide = room(words, TYPE)
    if right + GAP + wide <= scale.width:
        return Placed(event, span, left, right, words, "start", right + GAP, (left, right + GAP + wide))
    if left - GAP - wide >= 0:
        return Placed(event, span, left, right, words, "end", left - GAP, (left - GAP - wide, right))
    return squeezed(event, span, left, right, scale)


def squeezed(event: dict, span: Span, left: float, right: float, scale: Scale) -> Placed:
    """With what is left of its words on the roomier side, or on the bar itself."""
    rooms = {"start": scale.width - right - GAP, "end": left - GAP, "inside": right - left - 2 * GAP}
    side = max(rooms, key=rooms.get)
    words = shortened(event["title"], TYPE, rooms[side]) if rooms[side] >= LEAST else ""
    if side == "end":
        return Placed(event, span, left, right, words, "end", left - GAP, (left - GAP - room(words, TYPE), right))
    at = right + GAP if side == "start" else left + GAP
    return Placed(event, span, left, right, words, "start", at, (left, max(right, at + room(words, TYPE))))


def silent(one: Placed) -> Placed:
    return one._replace(words="", taken=(one.left, one.right))


def extent(span: Span, scale: Scale, narrowest: float = NARROWEST) -> tuple[float, float]:
    """What is too short to be seen is widened around its middle, but not beyond the edges."""
    left = scale.at(span.start) if span.start else 0.0
    right = scale.at(span.end + DAY) if span.end else scale.width
    if right - left < narrowest:
        left = min(max((left + right - narrowest) / 2, 0.0), scale.width - narrowest)
        right = left + narrowest
    return left, right


def packed(found: list[Placed]) -> list[list[Placed]]:
    """Each in the first row with room for it and its words."""
    rows: list[list[Placed]] = []
    for one in found:
        row = next((row for row in rows if all(apart(one, other) for other in row)), None)
        if row is None:
            rows.append(row := [])
        row.append(one)
    return rows


def apart(one: Placed, other: Placed) -> bool:
    return one.taken[1] + GAP < other.taken[0] or other.taken[1] + GAP < one.taken[0]
