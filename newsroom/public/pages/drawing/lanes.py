"""Events in lanes, one for each sort, with labels that do not collide."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from newsroom.public.pages.drawing import shapes
from newsroom.public.pages.drawing.scale import Scale
from newsroom.public.pages.drawing.spans import Span, day
from newsroom.public.pages.drawing.wording import isolated, room, shortened

NAMES = {
    "visits": _("Visits"),
    "talks": _("Talks"),
    "rounds": _("Rounds"),
    "agreements": _("Agreements"),
    "others": _("Other events"),
}
KINDS = {
    "visit": "visits",
    **dict.fromkeys(("talks", "audience", "phone_call"), "talks"),
    **dict.fromkeys(("consultation_round", "committee_session"), "rounds"),
    **dict.fromkeys(("signing", "ratification"), "agreements"),
}
DAY = dt.timedelta(days=1)
AHEAD, OFF = ("planned", "confirmed"), ("cancelled", "postponed")

ROW, CAPTION = 24, 26
TYPE, LONGEST = 13, 330
# Between a mark and its words, and what is too little for words.
GAP, LEAST = 7, 48
NARROWEST = 14
# From the middle of a row to the bounds of its mark.
BELOW = 8
OVER = 10
# A lane of more rows has its words in the list alone.
MOST_ROWS = 14


class Mark(NamedTuple):
    """One event. `bounds` reach over the days on which it may have begun, and below over those on which it may have ended.

    `taken` is what it covers of its row, with its label, as lengths along the scale."""

    event: dict
    form: str
    standing: str
    path: str
    bounds: list[str]
    number: dict | None
    label: dict | None
    taken: tuple[float, float]


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


def lane_of(event: dict) -> str:
    return KINDS.get(event["kind"], "others")


def lanes(found: list[tuple[dict, Span]], scale: Scale, top: float) -> list[dict]:
    """Those that hold something, one below the other from `top`."""
    drawn = []
    for name, label in NAMES.items():
        own = [(event, span) for event, span in found if lane_of(event) == name]
        if own:
            drawn.append(lane(name, label, own, scale, top))
            top = drawn[-1]["bottom"]
    return drawn


def lane(name: str, label, own: list[tuple[dict, Span]], scale: Scale, top: float) -> dict:
    rows = packed([placed(event, span, scale) for event, span in own])
    if len(rows) > MOST_ROWS:
        rows = packed([silent(one) for row in rows for one in row])
    marks = [
        drawn(one, name, scale, top + CAPTION + ROW * number + ROW / 2)
        for number, row in enumerate(rows)
        for one in row
    ]
    bottom = top + CAPTION + ROW * len(rows) + 8
    return {"name": name, "label": label, "top": top, "caption": top + 18, "bottom": bottom, "marks": marks}


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


def drawn(one: Placed, name: str, scale: Scale, y: float) -> Mark:
    left, right = sorted(map(scale.x, reach(one, scale)))
    middle = round((left + right) / 2, 2)
    is_point = one.span.form == "day" or (one.span.form == "run" and right - left <= NARROWEST)
    path = shapes.mark(name, middle, y) if is_point else shapes.bar(name, left, right, y)
    ordinal = (one.event["series"] or {}).get("ordinal")
    return Mark(
        event=one.event,
        form=form_of(one),
        standing=standing_of(one.event),
        path=path,
        bounds=bounds_of(one.event, scale, y),
        number={"x": middle, "y": y + 4, "text": ordinal} if name == "rounds" and is_point and ordinal else None,
        label={"x": scale.x(one.at), "y": y + 4.5, "anchor": one.anchor, "text": isolated(one.words)}
        if one.words
        else None,
        taken=one.taken,
    )


def reach(one: Placed, scale: Scale) -> tuple[float, float]:
    """A little over an edge at which it is cut off, so that no end of it shows there."""
    before = one.span.start is None or one.span.start < scale.first
    after = one.span.end is None or one.span.end >= scale.beyond
    return one.left - OVER * before, one.right + OVER * after


def bounds_of(event: dict, scale: Scale, y: float) -> list[str]:
    """Of a beginning and an end that are not known to the day."""
    ends = [((event["bounds"] or {}).get(name), y + below) for name, below in (("start", -BELOW), ("end", BELOW))]
    return [bracket(bound, scale, place) for bound, place in ends if bound and bound["start"] != bound["end"]]


def bracket(bound: dict, scale: Scale, y: float) -> str:
    left, right = extent(Span(day(bound["start"]), day(bound["end"]), "range"), scale, narrowest=0)
    return shapes.bracket(*sorted((scale.x(left), scale.x(right))), y)


def form_of(one: Placed) -> str:
    """As `Span.form`, but of an open one which end is open."""
    if one.span.form != "open":
        return one.span.form
    return "since" if one.span.end is None else "until"


def standing_of(event: dict) -> str:
    if event["status"] in AHEAD:
        return "ahead"
    return "off" if event["status"] in OFF else "doubtful" if event["date"]["doubt"] != "none" else ""
