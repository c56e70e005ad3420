"""Where events took place, and how often each country visited the other."""

from collections import Counter
from math import hypot, sqrt

from django.utils.translation import gettext as _

from newsroom.public.pages.charts.frame import Frame, frame_of
from newsroom.public.pages.charts.held import held
from newsroom.public.pages.charts.outlines import middle
from newsroom.public.pages.charts.scale import WIDTH, number

# What lies nearer together than this is one mark.
NEAR = 18.0
# How far an arc bends, as a part of its length.
BEND = 0.2
WIDEST = 7.0
# What the name of a country needs around it, and from the sides.
ROOM, SIDE = 70.0, 50.0
EXACT = ("venue", "city")


def places(content: dict) -> dict | None:
    """`rows`: places with their numbers of events; `elsewhere`: events without a place; `map` if any can be drawn."""
    events = held(content)
    rows = rows_of(events)
    if not rows:
        return None
    return {
        "rows": rows,
        "ways": [way for way in ways_of(content) if way["visits"]],
        "elsewhere": sum(not event["places"] for event in events),
        "map": drawn(content, rows),
    }


def rows_of(events: list[dict]) -> list[dict]:
    """Places with the ids of the events there, those with most first."""
    cards = {card["id"]: card for event in events for card in event["places"]}
    found = {uid: {event["id"] for event in events for card in event["places"] if card["id"] == uid} for uid in cards}
    rows = [{"place": cards[uid], "events": ids, "point": point(cards[uid])} for uid, ids in found.items()]
    return sorted(rows, key=lambda row: (-len(row["events"]), row["place"]["label"], row["place"]["id"]))


def point(place: dict) -> tuple[float, float] | None:
    """Longitude and latitude, of places that are points."""
    if place["kind"] not in EXACT or not place.get("latitude"):
        return None
    return float(place["longitude"]), float(place["latitude"])


def ways_of(content: dict) -> list[dict]:
    return [
        {
            "from": way["from"],
            "to": way["to"],
            "visits": len([one for one in way["results"] if one["status"] == "held"]),
        }
        for way in content["visits"]
    ]


def drawn(content: dict, rows: list[dict]) -> dict | None:
    located = [row for row in rows if row["point"]]
    if not located:
        return None
    homes = {country["id"]: home(country, content) for country in content["countries"]}
    frame = frame_of([*(row["point"] for row in located), *filter(None, homes.values())])
    sides = {country.get("iso3") for country in content["countries"]}
    return {
        **frame.size,
        "transform": frame.transform,
        "lands": [{"path": path, "is_side": code in sides} for code, path in frame.lands.items()],
        "arcs": arcs(frame, ways_of(content), homes),
        "marks": marks(frame, located),
        "names": names(frame, content["countries"], located),
    }


def home(country: dict, content: dict) -> tuple[float, float] | None:
    """Where visitors to a country went most often, or else its middle."""
    visits = [one for way in content["visits"] if way["to"]["id"] == country["id"] for one in way["results"]]
    points = Counter(found for visit in visits for place in visit["places"] if (found := point(place)))
    return min(points, key=lambda one: (-points[one], one)) if points else middle(country.get("iso3") or "")


def marks(frame: Frame, rows: list[dict]) -> list[dict]:
    """Circles, their areas as the numbers of events; what lies near a city is one with it."""
    groups: list[list[dict]] = []
    for row in sorted(rows, key=lambda row: (row["place"]["kind"] != "city", -len(row["events"]), row["place"]["id"])):
        near = next((group for group in groups if apart(frame, group[0], row) < NEAR), None)
        groups.append([row]) if near is None else near.append(row)
    return [mark(frame, group) for group in groups]


def apart(frame: Frame, one: dict, other: dict) -> float:
    (x, y), (left, top) = frame.at(*one["point"]), frame.at(*other["point"])
    return hypot(x - left, y - top)


def mark(frame: Frame, group: list[dict]) -> dict:
    x, y = frame.at(*group[0]["point"])
    events = len(set().union(*(row["events"] for row in group)))
    radius = 10 + 2 * sqrt(events)
    return {
        "x": number(x),
        "y": number(y),
        "radius": number(radius),
        "below": number(y + radius + 17),
        "middle": number(y + 4.5),
        "events": events,
        "place": group[0]["place"],
        "name": _(", ").join(
            row["place"]["label"] for row in group if row is group[0] or row["place"]["kind"] == "city"
        ),
    }


def arcs(frame: Frame, ways: list[dict], homes: dict) -> list[dict]:
    """One for each direction, as wide as there were visits, each bent to its own side."""
    most = max((way["visits"] for way in ways), default=0)
    return [
        {**way, **arc(frame.at(*homes[way["from"]["id"]]), frame.at(*homes[way["to"]["id"]])),
         "wide": number(1.5 + (WIDEST - 1.5) * way["visits"] / most)}
        for way in ways
        if way["visits"] and homes.get(way["from"]["id"]) and homes.get(way["to"]["id"])
    ]  # fmt: skip


def arc(start: tuple[float, float], end: tuple[float, float]) -> dict:
    """A quadratic curve, with the point of an arrow past its middle and a place for its number on it."""
    (x, y), (to_x, to_y) = start, end
    dx, dy = to_x - x, to_y - y
    bent_x, bent_y = (x + to_x) / 2 + 2 * BEND * dy, (y + to_y) / 2 - 2 * BEND * dx
    top_x, top_y = (x + 2 * bent_x + to_x) / 4, (y + 2 * bent_y + to_y) / 4
    return {
        "curve": f"M{number(x)} {number(y)}Q{number(bent_x)} {number(bent_y)} {number(to_x)} {number(to_y)}",
        "arrow": arrow((top_x, top_y), (dx, dy)),
        "x": number(top_x),
        "y": number(top_y),
        "said": number(top_y + 4.5),
    }


def arrow(top: tuple[float, float], way: tuple[float, float]) -> str:
    """The corners of a point just past the middle of an arc, where it runs straight at its end."""
    length = hypot(*way) or 1
    ahead, beside = (way[0] / length, way[1] / length), (-way[1] / length, way[0] / length)
    corners = ((36, 0), (22, 9), (22, -9))
    return " ".join(
        ",".join(number(top[axis] + far * ahead[axis] + off * beside[axis]) for axis in (0, 1)) for far, off in corners
    )


def names(frame: Frame, countries: list[dict], located: list[dict]) -> list[dict]:
    """Of the two countries, where there is room beside the places; from just outside the frame they are moved in."""
    taken = [frame.at(*row["point"]) for row in located]
    spots = [(country, frame.at(*where)) for country in countries if (where := middle(country.get("iso3") or ""))]
    return [
        {"country": country, "x": number(x), "y": number(min(y, frame.height - 16))}
        for country, (x, y) in spots
        if SIDE < x < WIDTH - SIDE and 20 < y < frame.height + ROOM
        if all(hypot(x - left, y - top) > ROOM for left, top in taken)
    ]
