"""From a table to the rows that the intake judges and writes. Each fault knows its row and column."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.keys import check_key, derived_key
from newsroom.desk.intake.read import Row, check_twins, fill, read_part, read_row_version
from newsroom.desk.sheets.cells import raw_of, whole
from newsroom.desk.sheets.columns import VERSION_COLUMN, Column, Sheet
from newsroom.desk.sheets.kept import Kept
from newsroom.desk.sheets.tables import Table, place_of


@dataclass
class SheetRow(Row):
    """A record or part that knows which columns its fields came from."""

    columns: dict[str, str] = field(default_factory=dict)

    def at(self, name: str) -> str:
        return f"{self.place}: {self.columns.get(name, name)}"


@dataclass
class Line:
    """One row of the table: text by column name."""

    number: int
    cells: dict[str, str]

    def at(self, name: str) -> str:
        return place_of(self.number, name)


def read_sheet(sheet: Sheet, table: Table, found: Faults) -> list[Row]:
    columns = header_columns(sheet, table, found)
    if sheet.key not in columns:
        return []
    lines = [Line(number, dict(zip(table.header, pad(cells, table), strict=True))) for number, cells in table.rows]
    groups = grouped(sheet, lines, found)
    kept = Kept(sheet, groups)
    rows = [Reader(sheet, columns, kept, found).record(key, group) for key, group in groups.items()]
    check_twins(rows, found)
    return rows


def pad(cells: list[str], table: Table) -> list[str]:
    """Cells beyond the header have no column; they are found when the header is read."""
    return [*cells, *[""] * (len(table.header) - len(cells))][: len(table.header)]


def header_columns(sheet: Sheet, table: Table, found: Faults) -> dict[str, Column]:
    known = {column.name: column for column in sheet.columns}
    for name in dict.fromkeys(name for name in table.header if name not in known):
        found.add(place_of(1, name or "–"), _("unknown column; known here: %(known)s") % {"known": ", ".join(known)})
    for name in sorted({name for name in table.header if table.header.count(name) > 1}):
        found.add(place_of(1, name), _("this column is there twice"))
    if sheet.key not in table.header:
        found.add(place_of(1, sheet.key), _("this column is missing: it says which record each row is about"))
    for number, cells in table.rows:
        if len(cells) > len(table.header):
            found.add(place_of(number), _("more cells than the first row has columns"))
    return {name: known[name] for name in table.header if name in known}


def grouped(sheet: Sheet, lines: list[Line], found: Faults) -> dict[str, list[Line]]:
    """The lines of each record. Where a line is a part, a record has several; elsewhere one."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        key = line.cells[sheet.key].strip()
        first = groups.setdefault(key, [])
        if first and not sheet.part:
            found.add(
                line.at(sheet.key), _("this record is there already: %(place)s") % {"place": place_of(first[0].number)}
            )
        else:
            first.append(line)
    return groups


class Reader:
    def __init__(self, sheet: Sheet, columns: dict[str, Column], kept: Kept, found: Faults):
        self.sheet, self.kept, self.found = sheet, kept, found
        self.own = [column for column in columns.values() if column.shape and not column.of_part]
        self.of_part = [column for column in columns.values() if column.shape and column.of_part]

    def record(self, key: str, lines: list[Line]) -> SheetRow:
        row = self.row(self.sheet.model, key, lines[0], self.own)
        row.kind = self.sheet.kind
        check_key(row.model, key, row.at(self.sheet.key), self.found)
        self.version(row, lines)
        raw = self.raw(row, [self.agreed(column.name, lines) for column in self.own], self.own)
        for name, texts in raw.items():
            if row.shape.field(name).how == "translated":
                raw[name] = {**self.kept.texts(key, name), **texts}
        self.fill(row, raw)
        if self.sheet.part:
            self.check_known(row)
            row.parts[self.sheet.part] = self.parts(row, lines)
        return row

    def row(self, model, key, line: Line, columns) -> SheetRow:
        named = {column.shape.name: column.name for column in reversed(columns)}
        return SheetRow(model, key, place_of(line.number), columns={**named, "key": self.sheet.key})

    def check_known(self, row: SheetRow) -> None:
        """A sheet of parts makes no records: it has no columns for what a record needs."""
        if not self.sheet.own_fields and row.key not in self.kept.rows:
            kind = row.model._meta.verbose_name
            text = _("there is no %(kind)s with the key “%(key)s”") % {"kind": kind, "key": row.key}
            self.found.add(row.at("key"), text)
            # Said once: what such a record would need is not asked for as well.
            row.given = frozenset(field.name for field in row.shape.fields)

    def version(self, row: SheetRow, lines: list[Line]) -> None:
        line, text = self.agreed(VERSION_COLUMN, lines)
        if text.strip():
            try:
                row.row_version = read_row_version(row, whole(text.strip()), self.found)
            except ValidationError as refused:
                self.found.add(line.at(VERSION_COLUMN), " ".join(refused.messages))

    def agreed(self, name: str, lines: list[Line]) -> tuple[Line, str]:
        """What the rows of one record say in a column of the record: each the same, or nothing."""
        said = [(line, line.cells[name]) for line in lines if line.cells.get(name)]
        for line, text in said[1:]:
            if text != said[0][1]:
                first = place_of(said[0][0].number)
                text = _("%(place)s has another value for the same record: write the same in both") % {"place": first}
                self.found.add(line.at(name), text)
        return said[0] if said else (lines[0], "")

    def raw(self, row: SheetRow, cells: list[tuple[Line, str]], columns: list[Column]) -> dict:
        """Interchange values by field; of a translated one, the languages that have a column."""
        raw, unreadable = {}, set()
        for column, (line, text) in zip(columns, cells, strict=True):
            try:
                value = raw_of(column, text)
            except ValidationError as refused:
                self.found.add(line.at(column.name), " ".join(refused.messages))
                unreadable.add(column.shape.name)
                continue
            if column.language:
                raw.setdefault(column.shape.name, {})[column.language] = value
            else:
                raw[column.shape.name] = value
        row.given = frozenset(unreadable)
        return raw

    def fill(self, row: SheetRow, raw: dict) -> None:
        unreadable = row.given
        fill(row, raw, self.found)
        row.given |= unreadable

    def parts(self, record: SheetRow, lines: list[Line]) -> list[Row]:
        """The parts that are kept, but for what the sheet says of them, and those it adds."""
        kept = {part["key"]: part for part in self.kept.parts(record.key)}
        named = [self.part(record, line, kept) for line in lines if self.speaks_of_part(line)]
        rest = [part for key, part in kept.items() if key not in {row.key for row in named}]
        return [*named, *(read_part(self.shape, record, raw, record.place, self.found) for raw in rest)]

    @property
    def shape(self):
        return self.sheet.part_shape

    def speaks_of_part(self, line: Line) -> bool:
        names = [self.sheet.part_key, *(column.name for column in self.of_part)]
        return any(line.cells.get(name, "").strip() for name in names)

    def part(self, record: SheetRow, line: Line, kept: dict[str, dict]) -> SheetRow:
        row = self.row(self.shape.model, "", line, self.of_part)
        row.columns["key"] = self.sheet.part_key
        raw = self.raw(row, [(line, line.cells[column.name]) for column in self.of_part], self.of_part)
        row.key = line.cells.get(self.sheet.part_key, "").strip() or self.natural_key(record, raw, kept)
        check_key(row.model, row.key, row.at("key"), self.found)
        self.fill(row, merged(kept.get(row.key, {}), raw))
        return row

    def natural_key(self, record: SheetRow, raw: dict, kept: dict[str, dict]) -> str:
        """Of the part that says the same in the fields it is known by, or one made of them."""
        names = {name: raw.get(name) for name in self.sheet.natural}
        same = (key for key, part in kept.items() if {name: part.get(name) for name in names} == names)
        return next(same, None) or derived_key(record, self.shape.name, names)


def merged(kept: dict, raw: dict) -> dict:
    """What the sheet says over what is kept, language by language."""
    both = {name: value for name, value in kept.items() if name != "key"}
    for name, value in raw.items():
        both[name] = {**(both.get(name) or {}), **value} if isinstance(value, dict) else value
    return both
