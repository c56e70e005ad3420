"""The piece of the world that a map shows: plate carrée, true to scale along its middle."""

from math import cos, radians
from typing import NamedTuple

from newsroom.public.pages.charts.outlines import within
from newsroom.public.pages.charts.scale import WIDTH, number

# The least that is shown, in degrees of longitude; beyond the outermost places, as a part of what lies between them;
# height by width.
NARROWEST, MARGIN = 12.0, 0.16
FLATTEST, TALLEST = 0.46, 0.75


class Frame(NamedTuple):
    """`across` and `down` are the lengths of a degree."""

    west: float
    north: float
    across: float
    down: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down

    @property
    def transform(self) -> str:
        """From the tenths of degrees of the outlines."""
        a, d = self.across / 10, self.down / 10
        return f"matrix({a:.4f} 0 0 {d:.4f} {-(self.west + 180) * self.across:.2f} {(self.north - 90) * self.down:.2f})"

    @property
    def lands(self) -> dict[str, str]:
        return within(self.west, self.north - self.height / self.down, self.west + WIDTH / self.across, self.north)

    @property
    def size(self) -> dict[str, str]:
        return {"width": str(WIDTH), "height": number(self.height)}


def frame_of(points: list[tuple[float, float]]) -> Frame:
    """Around all of these, given as longitude and latitude."""
    longitudes, latitudes = zip(*points, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    squeeze = max(cos(radians((south + north) / 2)), 0.2)
    wide = max((east - west) * (1 + 2 * MARGIN), NARROWEST)
    tall = (north - south) * (1 + 4 * MARGIN)
    wide = max(wide, tall / TALLEST / squeeze)
    tall = max(tall, wide * squeeze * FLATTEST)
    across = WIDTH / wide
    down = across / squeeze
    return Frame((west + east - wide) / 2, (south + north + tall) / 2, across, down, tall * down)
