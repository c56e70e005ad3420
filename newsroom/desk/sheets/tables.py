"""Tables of text as CSV and XLSX, written and read, within bounds."""

import csv
import io
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.sheets.formulas import is_neutral, is_risky, neutral, plain

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 1_000, 120, 32_767
DELIMITERS = ",;\t"


@dataclass
class Table:
    """Text by row and column; the number of a row is the one a spreadsheet program shows."""

    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def place_of(number: int, column: str = "") -> str:
    row = _("row %(number)d") % {"number": number}
    return f"{row}: {column}" if column else row


def write_csv(header, rows) -> bytes:
    """UTF-8 with the mark by which spreadsheet programs know it; nothing in it runs as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerows([neutral(str(cell)) for cell in row] for row in (header, *rows))
    return stream.getvalue().encode("utf-8-sig")


def read_csv(content: bytes, found: Faults) -> Table:
    text = decoded(content, found)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL * 4))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table = Table()
    try:
        for number, line in enumerate(lines, start=1):
            if not add_row(table, number, line, found):
                break
    except csv.Error:
        found.add(place_of(number_after(table)), _("the quotation marks do not match: save the file as CSV again"))
    return without_apostrophes(table, found)


def number_after(table: Table) -> int:
    return table.rows[-1][0] + 1 if table.rows else 2


def decoded(content: bytes, found: Faults) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        found.add(_("the file"), _("it is not UTF-8: save it as “CSV UTF-8”, or as an Excel workbook"))
        return ""


def without_apostrophes(table: Table, found: Faults) -> Table:
    for number, row in table.rows:
        for at, text in enumerate(row):
            if is_neutral(text):
                row[at] = plain(text)
            elif is_risky(text) and not text.startswith("'"):
                found.add(
                    place_of(number, column_at(table, at)),
                    _("this starts like a formula: put an apostrophe before it if it is meant as text"),
                )
    return table


def add_row(table: Table, number: int, cells: list[str], found: Faults) -> bool:
    """Take a row without the empty cells at its end; the first that holds anything is the header.

    False when the table is full: what follows need not be read.
    """
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if not cells:
        return True
    if len(cells) > MOST_COLUMNS:
        found.add(place_of(number), _("more than %(most)d columns") % {"most": MOST_COLUMNS})
    elif not table.header:
        table.header = [cell.strip() for cell in cells]
    elif len(table.rows) == MOST_ROWS:
        found.add(place_of(number), _("more than %(most)d rows: split the file") % {"most": MOST_ROWS})
        return False
    else:
        table.rows.append((number, cells))
        check_lengths(table, number, cells, found)
    return True


def check_lengths(table, number, cells, found):
    for at, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            found.add(
                place_of(number, column_at(table, at)), _("more than %(most)d characters") % {"most": LONGEST_CELL}
            )


def column_at(table: Table, at: int) -> str:
    return table.header[at] if at < len(table.header) else str(at + 1)
