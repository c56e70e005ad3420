"""Three hands on one record: as it was opened, as somebody else saved it, as it was typed here. Pure functions.

Input by input: what one side alone changed is taken; where both did, what was typed here stays until its author chooses.
"""

from dataclasses import dataclass
from enum import StrEnum

from newsroom.desk.unsaved.rows import GONE, Row, Rows, Value, is_new, prefix_of

TAKEN_AWAY: Value = ("on",)


class Outcome(StrEnum):
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Merged:
    """One input that is not alike everywhere. `base` is None where nobody knows what was opened."""

    row: str
    name: str
    base: Value | None
    mine: Value
    theirs: Value
    outcome: Outcome

    @property
    def result(self) -> Value:
        return self.theirs if self.outcome == Outcome.THEIRS else self.mine


def merge(base: Rows | None, mine: Rows, theirs: Rows) -> list[Merged]:
    """Every input in which somebody changed something that the other did not change alike, in the order of the form.

    Without a base the two texts are compared: whatever differs was changed by both.
    """
    mine = {theirs_for(row, held, base, theirs): held for row, held in mine.items()}
    names = [*theirs, *(row for row in mine if row not in theirs)]
    return [one for row in names for one in merge_row(row, base, mine.get(row), theirs.get(row))]


def theirs_for(row: str, held: Row, base: Rows | None, theirs: Rows) -> str:
    """Where both added the very same part, the row as they added it: one part, not two."""
    if not is_new(row):
        return row
    added = (name for name in theirs if prefix_of(name) == prefix_of(row) and name not in (base or {}))
    return next((name for name in added if alike(theirs[name], held)), row)


def alike(one: Row, other: Row) -> bool:
    return all(one.get(name, ()) == other.get(name, ()) for name in {*one, *other})


def merge_row(row: str, base: Rows | None, mine: Row | None, theirs: Row | None) -> list[Merged]:
    opened = None if base is None else base.get(row)
    if theirs is None:
        # Added here, or taken away there, which says nothing about the words in it.
        theirs = {} if is_new(row) else {**(opened if opened is not None else mine), GONE: TAKEN_AWAY}
        opened = {} if is_new(row) else opened
    if mine is None:
        mine = opened if opened is not None else {}
        opened = mine
    elif base is not None and opened is None:
        opened = {}
    found = [settle(row, name, opened, mine, theirs) for name in inputs_of(opened, theirs, mine)]
    return contested([one for one in found if one], row, opened, mine, theirs)


def inputs_of(*rows: Row | None) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row or ()))


def settle(row: str, name: str, opened: Row | None, mine: Row, theirs: Row) -> Merged | None:
    base = None if opened is None else opened.get(name, ())
    my, their = mine.get(name, ()), theirs.get(name, ())
    if my == their:
        return None
    return Merged(row, name, base, my, their, outcome_of(base, my, their))


def outcome_of(base: Value | None, mine: Value, theirs: Value) -> Outcome:
    if theirs == base:
        return Outcome.MINE
    return Outcome.THEIRS if mine == base else Outcome.BOTH


def contested(found: list[Merged], row: str, opened: Row | None, mine: Row, theirs: Row) -> list[Merged]:
    """A part that one side took away while the other rewrote it is a question for the author, not a deletion."""
    gone = [one for one in found if one.name == GONE]
    rewritten = changed(opened, theirs) if mine.get(GONE) else changed(opened, mine)
    if not gone or not rewritten:
        return found
    others = [one for one in found if one.name != GONE]
    return [Merged(row, GONE, gone[0].base, gone[0].mine, gone[0].theirs, Outcome.BOTH), *others]


def changed(opened: Row | None, held: Row) -> bool:
    """Whether words differ from what was opened; nobody knows without it, so they may."""
    return opened is None or any(held.get(name, ()) != opened.get(name, ()) for name in {*opened, *held} - {GONE})


def put_together(mine: Rows, theirs: Rows, merged: list[Merged]) -> Rows:
    """What the form shows next: theirs, with what was typed here laid over it wherever it was."""
    rows = {name: dict(held) for name, held in theirs.items()}
    for one in merged:
        rows.setdefault(one.row, dict(mine.get(one.row, {})))[one.name] = one.result
    return rows
