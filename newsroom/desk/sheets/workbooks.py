"""
XLSX, by openpyxl: one worksheet of text cells. An upload is measured before anything of it is unpacked.

The package is large, and few workers ever need it, so each function imports what it uses.
"""

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal

from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.sheets.tables import LONGEST_CELL, MOST_COLUMNS, Table, add_row, column_at, place_of

MOST_UNPACKED, MOST_FILES = 12_000_000, 200
# What XML cannot hold or would change, as the format writes it: _x000D_. A text that looks like that is marked too.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Text, so that the program does not make a day of 2025-04.
AS_TEXT = "@"
WIDTH = 22
LAST_ROW = 20_000


class TooLongForCell(Exception):
    def __init__(self, row: int, column: str):
        place = place_of(row, column)
        super().__init__(
            _("%(place)s: an Excel cell holds at most %(most)d characters. Download CSV or JSON instead.")
            % {"place": place, "most": LONGEST_CELL}
        )


def write_xlsx(header: list[str], rows: list[list]) -> bytes:
    """Raises TooLongForCell."""
    from openpyxl import Workbook  # noqa: PLC0415 - as said
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, row in enumerate(rows, start=2):
        check_fits(number, header, row)
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "B2"
    for at in range(1, len(header) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTH
    sheet.append([text_cell(sheet, name, Font(bold=True)) for name in header])
    for row in rows:
        sheet.append([text_cell(sheet, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def check_fits(number, header, row):
    for name, value in zip(header, row, strict=True):
        if len(str(value)) > LONGEST_CELL:
            raise TooLongForCell(number, name)


def text_cell(sheet, value, font=None):
    """A cell of text whatever it begins with; the quote prefix keeps it text when somebody edits it."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as said

    cell = WriteOnlyCell(sheet, UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", str(value)))
    cell.data_type, cell.number_format, cell.quotePrefix = "s", AS_TEXT, True
    if font:
        cell.font = font
    return cell


def read_xlsx(content: bytes, found: Faults) -> Table:
    from openpyxl import load_workbook  # noqa: PLC0415 - as said

    table = Table()
    if not is_bounded(content, found):
        return table
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        # A file may leave millions of rows out before the next; they would all be given here.
        for number, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS + 1), start=1):
            if number == LAST_ROW:
                found.add(place_of(number), _("too far down: leave no empty rows between"))
            elif not read_row(table, cells, found):
                break
        book.close()
    # openpyxl raises whatever its readers do: KeyError, ValueError, ParseError, BadZipFile ...
    except Exception:
        found.add(_("the file"), _("this is not a workbook that can be read: save it as “.xlsx” again"))
    return table


def is_bounded(content: bytes, found: Faults) -> bool:
    """By what the archive says of itself: unpacking stops at the sizes given there."""
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        found.add(_("the file"), _("this is not a workbook that can be read: save it as “.xlsx” again"))
        return False
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_UNPACKED:
        found.add(_("the file"), _("unpacked, this workbook is too large: split the file"))
        return False
    return True


def read_row(table: Table, cells, found: Faults) -> bool:
    number = next((cell.row for cell in cells if hasattr(cell, "row")), None)
    if number is None:
        return True
    texts = []
    for at, cell in enumerate(cells):
        kind = getattr(cell, "data_type", "n")
        if kind in ("f", "e"):
            found.add(place_of(number, column_at(table, at)), _("a formula: put its value in its place"))
        texts.append("" if kind in ("f", "e") else text_of(cell.value))
    return add_row(table, number, texts, found)


def text_of(value) -> str:
    """What a cell says, as one would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float):
        return format(Decimal(repr(value)).normalize(), "f")
    return WRITTEN.sub(lambda found: chr(int(found[1], 16)), str(value))
