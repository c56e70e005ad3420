"""A plan as its page shows it: so much of it as anybody reads, and how much more there is."""

import re
from dataclasses import dataclass, field

from newsroom.desk.intake.faults import Fault
from newsroom.desk.sheets.plan import CHANGED, NEW, REFUSED, STATES, UNCHANGED, Entry, Plan

MOST_FAULTS, MOST_ENTRIES, MOST_CELLS = 200, 50, 60


@dataclass
class Told:
    """A fault with its place in two: the row or record, and the column or field."""

    where: str
    column: str
    text: str


@dataclass
class Section:
    state: str
    label: str
    count: int
    entries: list[Entry] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.count - len(self.entries)


@dataclass
class Shown:
    faults: list[Told]
    more_faults: int
    sections: list[Section]

    @property
    def count_faults(self) -> int:
        return len(self.faults) + self.more_faults


def shown(plan: Plan | None, faults: list[Fault]) -> Shown:
    sections = [section_of(plan, state) for state in (NEW, CHANGED, UNCHANGED, REFUSED)] if plan else []
    ordered = sorted(faults, key=lambda fault: in_reading_order(fault.place))
    return Shown([told(fault) for fault in ordered[:MOST_FAULTS]], max(0, len(faults) - MOST_FAULTS), sections)


def in_reading_order(place: str) -> list:
    """Row 10 after row 9."""
    return [int(piece) if piece.isdecimal() else piece for piece in re.split(r"([0-9]+)", place)]


def section_of(plan: Plan, state: str) -> Section:
    entries = [entry for entry in plan.entries if entry.state == state]
    for entry in entries[:MOST_ENTRIES]:
        entry.cells = entry.cells[:MOST_CELLS]
    return Section(state, STATES[state], len(entries), entries[:MOST_ENTRIES])


def told(fault: Fault) -> Told:
    where, _colon, column = fault.place.rpartition(": ")
    return Told(where, column, fault.text) if where else Told(fault.place, "", fault.text)
