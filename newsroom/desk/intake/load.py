"""Bringing records in: read and judge everything, then write all of it or nothing."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.desk.intake.complete import check_complete
from newsroom.desk.intake.faults import Fault, Faults, ImportRefused
from newsroom.desk.intake.read import Row, read_files
from newsroom.desk.intake.write import Targets, Writer, differences
from newsroom.desk.saving import NotPermitted, OutsideRemit, Saves, StaleRow, saving_many
from relations.models import Record


@dataclass
class Outcome:
    """Records by what happened to them, each as `kind/key`."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    # Of those changed: (kept, wanted) by the name of the field or list of parts.
    differences: dict[str, dict[str, tuple]] = field(default_factory=dict)


def import_files(paths: list[Path], *, by=None) -> Outcome:
    """Write the records of some files, in one transaction; raises ImportRefused with every fault and writes nothing.

    Only the fields a record mentions are touched; a list of parts that is mentioned replaces the list that is kept.
    `by` is the user in whose name it happens; None is the operator of this machine.
    """
    found = Faults()
    rows = read_files([Path(path) for path in paths], found)
    return import_rows(rows, found, by=by)


def import_rows(rows: list[Row], found: Faults, *, by=None) -> Outcome:
    """Write rows that have been read, unless reading or judging them found a fault."""
    judge_rows(rows, found)
    found.raise_if_any()
    try:
        return write_all(rows, by)
    except IntegrityError:
        # The database tells of one violation. Asking about every row takes a third of the time, so only now.
        return write_judged(rows, by)


def judge_rows(rows: list[Row], found: Faults) -> None:
    Targets(rows).check(rows, found)
    check_complete(rows, found)


def rehearse_rows(rows: list[Row], found: Faults, *, by=None) -> Outcome:
    """What importing these rows would do, by doing it and taking it back; what refuses them is added to `found`.

    The rows have been judged: none of them refers to a row that is neither kept nor among them.
    """
    writer = Writer(Targets(rows), found, by=by, judge_constraints=True)
    try:
        with transaction.atomic():
            outcome = write_rows(rows, writer, Saves(by))
            transaction.set_rollback(True)
    except IntegrityError as refused:
        found.add(_("these files"), _("the database refuses them: %(why)s") % {"why": refused})
        return Outcome()
    return outcome


def write_judged(rows: list[Row], by) -> Outcome:
    try:
        return write_all(rows, by, judge_constraints=True)
    except IntegrityError as refused:
        fault = Fault(_("these files"), _("the database refuses them: %(why)s") % {"why": refused})
        raise ImportRefused([fault]) from refused


def write_all(rows: list[Row], by, *, judge_constraints: bool = False) -> Outcome:
    found = Faults()
    writer = Writer(Targets(rows), found, by=by, judge_constraints=judge_constraints)
    try:
        with saving_many(by=by) as saved:
            outcome = write_rows(rows, writer, saved)
            found.raise_if_any()
    except OutsideRemit as refused:
        writer.remove_files()
        raise ImportRefused([Fault(_("these files"), str(refused))]) from refused
    except BaseException:
        # A transaction does not take files back.
        writer.remove_files()
        raise
    return outcome


def write_rows(rows: list[Row], writer: Writer, saved) -> Outcome:
    outcome = Outcome()
    kept = kept_records(rows)
    new = [row for row in rows if (row.kind, row.key) not in kept]
    bare = {(row.kind, row.key): writer.create_record(row) for row in new}
    for row in rows:
        base = bare.get((row.kind, row.key))
        changed = differences(kept[row.kind, row.key].working_row(), row) if base is None else {}
        if base is None and not changed:
            outcome.unchanged.append(f"{row.kind}/{row.key}")
            continue
        try:
            if base is None:
                saved.begin(kept[row.kind, row.key], row.row_version)
            saved.add(writer.fill_record(row, base))
        except (StaleRow, NotPermitted) as refused:
            writer.found.add(row.place, refused)
            if isinstance(refused, StaleRow):
                show_both(row, changed, writer.found)
            continue
        (outcome.changed if base is None else outcome.created).append(f"{row.kind}/{row.key}")
        outcome.differences[f"{row.kind}/{row.key}"] = changed
    writer.write_all_parts()
    writer.link()
    return outcome


def show_both(row: Row, changed: dict[str, tuple], found: Faults) -> None:
    """What somebody saved since the file was exported, beside what the file has."""
    for name, both in changed.items():
        old, new = (json.dumps(value, ensure_ascii=False) for value in both)
        found.add(row.at(name), _("kept now: %(kept)s; in the file: %(new)s") % {"kept": old, "new": new})


def kept_records(rows: list[Row]) -> dict[tuple[str, str], Record]:
    keys = {row.key for row in rows}
    wanted = {(row.kind, row.key) for row in rows}
    records = Record.objects.filter(key__in=keys) if len(keys) < 500 else Record.objects.all()
    return {(record.kind, record.key): record for record in records if (record.kind, record.key) in wanted}
