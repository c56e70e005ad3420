"""Figures of one indicator beside each other, each with what its comparator leaves open."""

from decimal import Decimal

from newsroom.public.pages.charts.scale import WIDTH, across, number

ROW, BAR, END = 52.0, 16.0, 640.0
# Of a figure that is open above, this much beyond it is drawn.
OPEN = 1.25


def trade(figures: list[dict]) -> list[dict]:
    """Groups of what can be compared: one indicator, one unit, the same two countries. Several are drawn."""
    groups: dict[tuple, list[dict]] = {}
    for figure in figures:
        groups.setdefault(comparable(figure), []).append(figure)
    return [group(sorted(found, key=by_time)) for found in groups.values()]


def comparable(figure: dict) -> tuple:
    cards = (figure["indicator"], figure["reporter"], figure["partner"])
    return *(card["id"] if card else "" for card in cards), figure["currency"], figure["unit"]


def by_time(figure: dict) -> tuple[str, str]:
    return (figure["period"] or figure["as_of"])["start"] or "", figure["key"]


def group(figures: list[dict]) -> dict:
    return {
        "figures": figures,
        "indicator": figures[0]["indicator"],
        "label": figures[0]["label"],
        "unit": figures[0]["currency"] or figures[0]["unit"],
        "drawing": drawn(figures) if len(figures) > 1 else None,
    }


def drawn(figures: list[dict]) -> dict:
    most = max(max(known(figure)) * Decimal(OPEN if is_open(figure) else 1) for figure in figures) or Decimal(1)
    return {
        "width": str(WIDTH),
        "height": number(ROW * len(figures) + 4),
        "bar": number(BAR),
        "base": across(0),
        "foot": number(ROW * len(figures)),
        "bars": [{"figure": one, **bar(one, most), **lines_of(at)} for at, one in enumerate(figures)],
    }


def lines_of(at: int) -> dict:
    return {"words": number(ROW * at + 18), "y": number(ROW * at + 26), "middle": number(ROW * at + 26 + BAR / 2)}


def known(figure: dict) -> list[Decimal]:
    return [Decimal(value) for value in (figure["value"], figure["value_high"]) if value is not None]


def is_open(figure: dict) -> bool:
    return figure["comparator"] in ("gt", "ge")


def bar(figure: dict, most: Decimal) -> dict:
    """`sure` is what there was at least, `open` what there may have been beside, `about` a value that is not exact."""
    low, high = (float(value / most) * END for value in (min(known(figure)), max(known(figure))))
    comparator = figure["comparator"]
    parts = {
        "lt": (0, 0, high),
        "le": (0, 0, high),
        "gt": (low, low, END),
        "ge": (low, low, END),
        "between": (low, low, high),
    }
    sure, start, end = parts.get(comparator, (high, high, high))
    return {
        "sure": stretch(0, sure),
        "open": stretch(start, end) if end > start else None,
        "edge": across(high),
        "is_about": comparator == "approx",
        "is_open": is_open(figure),
    }


def stretch(start: float, end: float) -> dict:
    """Where a bar begins and how long it is, from whichever side words begin."""
    first = min(float(across(start)), float(across(end)))
    return {"x": number(first), "width": number(end - start)}
