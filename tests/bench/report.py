"""Tables of plain text, and goals with what came of them."""

from collections.abc import Sequence
from typing import NamedTuple


class Goal(NamedTuple):
    what: str
    found: float
    wanted: float
    unit: str
    is_met: bool
    sign: str

    def __str__(self) -> str:
        verdict = "met" if self.is_met else f"MISSED by {abs(self.found - self.wanted) / self.wanted:.0%}"
        return f"{self.what:<48} {self.found:>9,.2f}{self.unit:<4} goal {self.sign} {self.wanted:g}{self.unit:<4} {verdict}"


def at_least(what: str, found: float, wanted: float, unit: str) -> Goal:
    return Goal(what, found, wanted, unit, found >= wanted, "≥")


def at_most(what: str, found: float, wanted: float, unit: str) -> Goal:
    return Goal(what, found, wanted, unit, found <= wanted, "≤")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(_line(row, widths) for row in (head, ["-" * width for width in widths], *rows))


def _line(row: Sequence[str], widths: list[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()
