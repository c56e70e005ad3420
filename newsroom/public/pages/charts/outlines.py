"""
Outlines of countries, as a sketch of where places lie.

`outlines.json` was made once from Natural Earth's countries at 1:110 million (public domain) as the npm package
world-atlas 2.0.2 holds them: lines simplified to 0.06 degrees, Antarctica left out. By alpha-3 code (XXA to XXC are
areas without one), largest part first: each part is an SVG path in tenths of a degree, x from 180° W and y from 90° N,
with its bounds; `middle` is that of the largest part.
"""

from functools import cache
from pathlib import Path

import orjson

FILE = Path(__file__).with_name("outlines.json")


@cache
def outlines() -> dict[str, dict]:
    return orjson.loads(FILE.read_bytes())


def middle(code: str) -> tuple[float, float] | None:
    """Longitude and latitude, in degrees."""
    found = outlines().get(code)
    return (found["middle"][0] / 10 - 180, 90 - found["middle"][1] / 10) if found else None


def within(west: float, south: float, east: float, north: float) -> dict[str, str]:
    """By code, the paths of all that reaches into these degrees."""
    left, right, top, bottom = (west + 180) * 10, (east + 180) * 10, (90 - north) * 10, (90 - south) * 10
    found = {}
    for code, country in outlines().items():
        parts = [
            part["path"]
            for part in country["parts"]
            if part["bounds"][0] < right and part["bounds"][2] > left
            if part["bounds"][1] < bottom and part["bounds"][3] > top
        ]
        if parts:
            found[code] = "".join(parts)
    return found
