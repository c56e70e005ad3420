"""Differences between what is kept and what a file has, cell by cell."""

from dataclasses import dataclass

from newsroom.desk.intake.read import Row
from newsroom.desk.intake.shape import Shape, shape_of
from newsroom.desk.sheets.cells import cell_of


@dataclass(frozen=True)
class Cell:
    """`language` is set where the cell is text in one language."""

    name: str
    old: str
    new: str
    language: str = ""


def cells_of(row: Row, differences: dict[str, tuple]) -> list[Cell]:
    """From (kept, wanted) by field or list of parts; both as the interchange format has them."""
    kept = flat(row.shape, {name: old for name, (old, _new) in differences.items()})
    wanted = flat(row.shape, {name: new for name, (_old, new) in differences.items()})
    both = {name: (kept.get(name, ""), wanted.get(name, "")) for name in (*kept, *wanted)}
    return [Cell(name, *texts, language) for (name, language), texts in both.items() if texts[0] != texts[1]]


def flat(shape: Shape, values: dict, before: str = "") -> dict[tuple[str, str], str]:
    """Text by (name, language). A part's fields stand under the name of its list and its key."""
    found = {}
    for name, value in values.items():
        field, part = shape.field(name), shape.part(name)
        if field and field.how == "translated":
            found |= {(f"{before}{name}_{language}", language): text for language, text in (value or {}).items()}
        elif field:
            found[f"{before}{name}", ""] = cell_of(value)
        elif part:
            for raw in value or []:
                found |= flat(shape_of(part.model), without_key(raw), f"{before}{name} › {raw['key']} › ")
    return found


def without_key(raw: dict) -> dict:
    """A part that says nothing else shows that it is there."""
    return {name: value for name, value in raw.items() if name != "key"}


def all_new(row: Row) -> dict[str, tuple]:
    return {name: (None, new) for name, new in row.normal().items()}
