"""Who of one country met whom of the other, and in which joint bodies. Laid out in columns, by numbers alone."""

from collections import defaultdict
from itertools import product

from newsroom.public.pages.charts.fitting import broken, shortened
from newsroom.public.pages.charts.held import held
from newsroom.public.pages.charts.scale import WIDTH, across, number

# Drawn on each side; the rest is counted.
MOST = 20
ROW, TOP = 34.0, 52.0
LEFT, RIGHT, MIDDLE = 226.0, 494.0, 360.0
# Joint bodies stand in rows below the people, their names below them.
ABREAST, BESIDE, APART = 3, 128.0, 88.0
THICKEST = 9.0
# Of a name beside its mark, and of a line below one.
LETTERS, LETTERS_BELOW, LINES_BELOW = 27, 18, 3
# How far along their lines numbers stand, in turn: where lines fan out they would cover each other.
PARTS = (0.24, 0.34, 0.44)


def network(content: dict) -> dict | None:
    """`people` by side, `pairs` with the events both took part in, `bodies` with who took part in their meetings."""
    if len(content["countries"]) != 2:
        # One of them is not public.
        return None
    people = people_of(content)
    pairs = pairs_of(people, content["countries"])
    bodies = bodies_of(content, people)
    if not pairs and not bodies:
        return None
    columns = [column(people, country["id"], pairs) for country in content["countries"]]
    shown = [found[:MOST] for found in columns]
    return {
        "columns": [
            {"country": country, "people": found} for country, found in zip(content["countries"], columns, strict=True)
        ],
        "pairs": pairs,
        "bodies": bodies,
        "left_out": sum(map(len, columns)) - sum(map(len, shown)),
        "drawing": drawn(content["countries"], shown, pairs, bodies),
    }


def people_of(content: dict) -> dict[str, dict]:
    """People and institutions of either side by id: their card, their last office, and the events they took part in."""
    sides = {country["id"] for country in content["countries"]}
    found: dict[str, dict] = {}
    for event in held(content):
        for one in event["participants"]:
            actor, side = one["actor"], one["side"]
            if not actor or actor["kind"] == "country" or not side or side["id"] not in sides:
                continue
            person = found.setdefault(actor["id"], {"actor": actor, "side": side["id"], "office": "", "events": {}})
            person["events"][event["id"]] = event
            person["office"] = office_of(one) or person["office"]
    return found


def office_of(participant: dict) -> str:
    held_then = participant["post_at_the_time"] or participant["capacity"]
    return held_then["title"] if held_then else ""


def pairs_of(people: dict[str, dict], countries: list[dict]) -> list[dict]:
    """Of one side and of the other, with at least one event in common; those who met most often first."""
    first, second = ([one for one in people.values() if one["side"] == country["id"]] for country in countries)
    pairs = [
        {"people": [one["actor"], other["actor"]], "events": common}
        for one, other in product(first, second)
        if (common := [event for uid, event in one["events"].items() if uid in other["events"]])
    ]
    return sorted(pairs, key=lambda pair: (-len(pair["events"]), *(actor["label"] for actor in pair["people"])))


def bodies_of(content: dict, people: dict[str, dict]) -> list[dict]:
    """Joint bodies: those that agreements made, and those whose meetings are known."""
    found = {row["body"]["id"]: {"body": row["body"], "events": {}} for row in content["bodies"]}
    for event in held(content):
        if (place := event["series"]) and (body := place["body"]):
            found.setdefault(body["id"], {"body": body, "events": {}})["events"][event["id"]] = event
    return [
        {
            "body": row["body"],
            "events": list(row["events"].values()),
            "people": [one["actor"] for one in people.values() if row["events"].keys() & one["events"].keys()],
        }
        for row in found.values()
    ]


def column(people: dict[str, dict], side: str, pairs: list[dict]) -> list[dict]:
    """Of one side, the most connected first."""
    weight: dict[str, int] = defaultdict(int)
    for pair in pairs:
        for actor in pair["people"]:
            weight[actor["id"]] += len(pair["events"])
    own = [one for one in people.values() if one["side"] == side]
    rows = [
        {
            "actor": one["actor"],
            "office": one["office"],
            "events": len(one["events"]),
            "met": weight[one["actor"]["id"]],
        }
        for one in own
    ]
    return sorted(rows, key=lambda row: (-row["met"], -row["events"], row["actor"]["label"], row["actor"]["id"]))


def drawn(countries: list[dict], columns: list[list[dict]], pairs: list[dict], bodies: list[dict]) -> dict:
    first, second = columns
    second = facing(second, {row["actor"]["id"]: at for at, row in enumerate(first)}, pairs)
    foot = TOP + ROW * max(len(first), len(second))
    spots = {**stacked(first, LEFT, foot), **stacked(second, RIGHT, foot)}
    middles = below(bodies, foot)
    height = foot + APART * -(-len(bodies) // ABREAST) + 4
    return {
        "width": str(WIDTH),
        "height": number(height),
        "heads": [
            {"country": country, "x": across(x), "anchor": anchor}
            for country, x, anchor in zip(countries, (LEFT - 14, RIGHT + 14), ("end", "start"), strict=True)
        ],
        "lines": [*lines(pairs, spots), *ties(bodies, spots, middles)],
        "nodes": [node(row, spots, anchor) for rows, anchor in ((first, "end"), (second, "start")) for row in rows],
        "bodies": [body_node(row, middles) for row in bodies],
    }


def facing(rows: list[dict], ranks: dict[str, int], pairs: list[dict]) -> list[dict]:
    """Each near the middle of those they met, so that fewer lines cross."""
    met: dict[str, list[int]] = defaultdict(list)
    for pair in pairs:
        one, other = (actor["id"] for actor in pair["people"])
        if one in ranks:
            met[other] += [ranks[one]] * len(pair["events"])

    def rank(row: dict) -> tuple:
        found = met[row["actor"]["id"]]
        return not found, sum(found) / len(found) if found else 0

    return sorted(rows, key=rank)


def stacked(rows: list[dict], x: float, foot: float) -> dict[str, tuple[float, float]]:
    """Spread over the height there is."""
    step = (foot - TOP) / len(rows) if rows else 0
    return {row["actor"]["id"]: (x, TOP + step * (at + 0.5)) for at, row in enumerate(rows)}


def below(bodies: list[dict], foot: float) -> dict[str, tuple[float, float]]:
    """Side by side around the middle."""
    found = {}
    for start in range(0, len(bodies), ABREAST):
        row = bodies[start : start + ABREAST]
        first = MIDDLE - BESIDE * (len(row) - 1) / 2
        y = foot + APART * (start // ABREAST) + 24
        found |= {one["body"]["id"]: (first + BESIDE * at, y) for at, one in enumerate(row)}
    return found


def lines(pairs: list[dict], spots: dict) -> list[dict]:
    """Between people, as wide as they had events in common; where there were several, with their number."""
    return [
        line(*(spots[actor["id"]] for actor in pair["people"]), len(pair["events"]), PARTS[at % len(PARTS)])
        for at, pair in enumerate(pairs)
        if all(actor["id"] in spots for actor in pair["people"])
    ]


def ties(bodies: list[dict], spots: dict, middles: dict) -> list[dict]:
    """Between people and the bodies in whose meetings they took part."""
    return [
        {**line(spots[one["id"]], middles[row["body"]["id"]], 1), "is_tie": True}
        for row in bodies
        for one in row["people"]
        if one["id"] in spots
    ]


def line(start: tuple[float, float], end: tuple[float, float], events: int, part: float = 0.5) -> dict:
    (x, y), (to_x, to_y) = start, end
    return {
        "x1": across(x), "y1": number(y), "x2": across(to_x), "y2": number(to_y),
        "wide": number(min(1.4 + 1.6 * (events - 1), THICKEST)),
        "events": events,
        "x": across(x + part * (to_x - x)), "y": number(y + part * (to_y - y)),
        "said": number(y + part * (to_y - y) + 4),
        "is_tie": False,
    }  # fmt: skip


def node(row: dict, spots: dict, side: str) -> dict:
    """A name stands outside of its mark."""
    x, y = spots[row["actor"]["id"]]
    return {
        **row,
        "name": shortened(row["actor"]["label"], LETTERS),
        "x": across(x),
        "y": number(y),
        "words": across(x - 14 if side == "end" else x + 14),
        "baseline": number(y + 4.5),
        "anchor": side,
        "corner": number(float(across(x)) - 6),
        "top": number(y - 6),
    }


def body_node(row: dict, middles: dict) -> dict:
    x, y = middles[row["body"]["id"]]
    return {
        "body": row["body"],
        "x": across(x),
        "points": " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in ((0, -9), (9, 0), (0, 9), (-9, 0))),
        "words": [
            {"text": text, "y": number(y + 24 + 15 * at)}
            for at, text in enumerate(broken(row["body"]["label"], LETTERS_BELOW, LINES_BELOW))
        ],
    }
