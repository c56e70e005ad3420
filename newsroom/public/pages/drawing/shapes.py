"""Outlines of marks, as path data: each lane has its own, so that no mark is told by its colour alone."""

# From the centre to the edge.
RADIUS = 6.0
# A round holds its number.
RING = 8.5


def mark(lane: str, x: float, y: float) -> str:
    """Of a single day."""
    return POINTS[lane](round(x, 2), y)


def bar(lane: str, left: float, right: float, y: float) -> str:
    """Of the days from one to another."""
    left, right = round(left, 2), round(right, 2)
    return BARS[lane](left, right, y)


def disc(x: float, y: float, radius: float = RADIUS) -> str:
    return f"M{x - radius:g} {y:g}a{radius:g} {radius:g} 0 1 0 {2 * radius:g} 0a{radius:g} {radius:g} 0 1 0 {-2 * radius:g} 0Z"


def ring(x: float, y: float) -> str:
    return disc(x, y, RING)


def diamond(x: float, y: float) -> str:
    return f"M{x:g} {y - 7:g}l7 7l-7 7l-7 -7Z"


def square(x: float, y: float) -> str:
    return f"M{x - 5.5:g} {y - 5.5:g}h11v11h-11Z"


def triangle(x: float, y: float) -> str:
    return f"M{x:g} {y - 6:g}l6.5 11h-13Z"


def rounded(left: float, right: float, y: float, half: float = 5.0) -> str:
    across = max(right - left - 2 * half, 0)
    arc = f"a{half:g} {half:g} 0 0 1 0"
    return f"M{left + half:g} {y - half:g}h{across:g}{arc} {2 * half:g}h{-across:g}{arc} {-2 * half:g}Z"


def pointed(left: float, right: float, y: float) -> str:
    across = max(right - left - 10, 0)
    return f"M{left:g} {y:g}l5 -5h{across:g}l5 5l-5 5h{-across:g}Z"


def squared(left: float, right: float, y: float, half: float = 5.0) -> str:
    return f"M{left:g} {y - half:g}h{right - left:g}v{2 * half:g}h{left - right:g}Z"


def slim(left: float, right: float, y: float) -> str:
    return squared(left, right, y, 2.5)


def bracket(left: float, right: float, y: float) -> str:
    return f"M{left:g} {y - 2:g}v4m0 -2H{right:g}m0 -2v4"


POINTS = {"visits": disc, "talks": diamond, "rounds": ring, "agreements": square, "others": triangle}
BARS = {"visits": rounded, "talks": pointed, "rounds": rounded, "agreements": squared, "others": slim}
