"""Events in lanes, one for each sort, with labels that do not collide."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from newsroom.public.pages.drawing import shapes
from newsroom.public.pages.drawing.placing import NARROWEST, Placed, extent, packed, placed, silent
from newsroom.public.pages.drawing.scale import Scale
from newsroom.public.pages.drawing.spans import Span, day
from newsroom.public.pages.drawing.wording import isolated

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
AHEAD, OFF = ("planned", "confirmed"), ("cancelled", "postponed")

ROW, CAPTION = 24, 26
# From the middle of a row to the bounds of its mark.
BELOW = 8
OVER = 10
# A lane of more rows has its words in the list alone.
MOST_ROWS = 14


class Mark(NamedTuple):
    """
    One event. `bounds` reach over the days on which it may have begun, and below over those on which it may have ended;
    `taken` is what it covers of its row, with its label, as lengths along the scale.
    """

    event: dict
    form: str
    standing: str
    path: str
    bounds: list[str]
    number: dict | None
    label: dict | None
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
