"""What an upload would do, record by record, and doing it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.desk.intake.faults import Fault, Faults
from newsroom.desk.intake.load import Outcome, import_rows, judge_rows, rehearse_rows
from newsroom.desk.intake.read import Row
from newsroom.desk.intake.write import Targets
from newsroom.desk.sheets.difference import Cell, all_new, cells_of
from newsroom.desk.sheets.permitted import check_languages, check_permitted
from newsroom.desk.sheets.upload import MOST_SEALED, Upload, path_of
from relations.models import Record

NEW, CHANGED, UNCHANGED, REFUSED = "new", "changed", "unchanged", "refused"
STATES = {
    NEW: gettext_lazy("New"),
    CHANGED: gettext_lazy("Changed"),
    UNCHANGED: gettext_lazy("Unchanged"),
    REFUSED: gettext_lazy("Refused"),
}


@dataclass
class Entry:
    """One record of the upload: where it stands there, what becomes of it and in which cells."""

    path: str
    place: str
    state: str
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Plan:
    entries: list[Entry]
    faults: list[Fault]
    # To be sent back with the confirmation; empty where there is nothing to confirm.
    sealed: str = ""

    def count(self, state: str) -> int:
        return sum(entry.state == state for entry in self.entries)


def plan_upload(*, upload: Upload, by) -> Plan:
    """Judge everything in a file, without writing: every fault, and for each record what would be written."""
    found = Faults()
    rows = upload.rows(found)
    check_permitted(rows, by, found)
    judge_rows(rows, found)
    refused = refused_rows(rows, found.found)
    outcome = rehearse_rows(sound_rows(rows, refused), found, by=by)
    check_languages(rows, outcome, by, found)
    refused |= refused_rows(rows, found.found)
    entries = [entry_of(row, outcome, refused) for row in rows]
    upload.seen = versions_of(rows)
    plan = Plan(entries, found.found)
    if not found.found and plan.count(NEW) + plan.count(CHANGED):
        seal(plan, upload, by)
    return plan


def seal(plan: Plan, upload: Upload, by) -> None:
    plan.sealed = upload.sealed(by)
    if len(plan.sealed) > MOST_SEALED:
        plan.sealed = ""
        plan.faults.append(Fault(upload.name, _("the file is too large: split it")))


def bring_in(*, upload: Upload, by) -> Outcome:
    """Write what was shown, all of it or nothing; raises ImportRefused, also for what was saved since."""
    found = Faults()
    rows = upload.rows(found)
    check_permitted(rows, by, found)
    check_still_there(rows, upload, found)
    return import_rows(rows, found, by=by)


def check_still_there(rows: list[Row], upload: Upload, found: Faults) -> None:
    kept = versions_of(rows)
    for row in rows:
        if upload.seen.get(path_of(row)) and not kept[path_of(row)]:
            found.add(row.place, _("“%(key)s” has been deleted since you looked") % {"key": row.key})


def versions_of(rows: list[Row]) -> dict[str, int]:
    """The row version of each record now, 0 where there is none."""
    keys = {row.key for row in rows}
    kept = Record.objects.filter(key__in=keys).values_list("kind", "key", "row_version")
    versions = {f"{kind}/{key}": version for kind, key, version in kept}
    return {path_of(row): versions.get(path_of(row), 0) for row in rows}


def refused_rows(rows: list[Row], faults: list[Fault]) -> set[str]:
    """The paths of the records that any fault is about."""
    places = {row.place: path_of(record) for record in rows for row in record.walk()}
    return {path for fault in faults for place, path in places.items() if is_about(fault, place)}


def is_about(fault: Fault, place: str) -> bool:
    return fault.place == place or fault.place.startswith((f"{place}:", f"{place}."))


def sound_rows(rows: list[Row], refused: set[str]) -> list[Row]:
    """Those without fault that refer to none with one, nor to others that do."""
    sound = [row for row in rows if path_of(row) not in refused]
    while True:
        found = Faults()
        Targets(sound).check(sound, found)
        left_out = refused_rows(sound, found.found)
        if not left_out:
            return sound
        sound = [row for row in sound if path_of(row) not in left_out]


def entry_of(row: Row, outcome: Outcome, refused: set[str]) -> Entry:
    path = path_of(row)
    if path in refused:
        return Entry(path, row.place, REFUSED)
    if path in outcome.unchanged:
        return Entry(path, row.place, UNCHANGED)
    if path in outcome.changed:
        return Entry(path, row.place, CHANGED, cells_of(row, outcome.differences[path]))
    return Entry(path, row.place, NEW, cells_of(row, all_new(row)))
