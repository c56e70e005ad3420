"""Tables as files: every cell comes back as it was, nothing runs, nothing grows without bounds."""

import datetime as dt
import io
import zipfile
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from newsroom.desk.intake.faults import Faults
from newsroom.desk.sheets.formulas import is_risky, neutral, plain
from newsroom.desk.sheets.tables import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, read_csv, write_csv
from newsroom.desk.sheets.workbooks import MOST_UNPACKED, TooLongForCell, read_xlsx, write_xlsx

# What a database keeps, with what spreadsheets, quotes and two directions of writing make hard.
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
HARD = st.sampled_from(
    ["=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", "\r\n", "_x000D_", "＝", "علي", "\u200f"]
)
CELLS = st.lists(st.one_of(LETTERS, HARD), max_size=12).map("".join)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5)
HEADER = ["key", "title_en", "title_ar"]


def read(reader, content: bytes):
    found = Faults()
    return reader(content, found), [str(fault) for fault in found.found]


def whole(row: list[str]) -> list[str]:
    """Without the empty cells at the end, which a table does not keep."""
    while row and not row[-1].strip():
        row = row[:-1]
    return row


def filled(rows) -> list[list[str]]:
    return [whole(row) for row in rows if whole(row)]


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_csv_comes_back_cell_by_cell(rows):
    table, faults = read(read_csv, write_csv(HEADER, rows))

    assert (faults, table.header) == ([], HEADER)
    assert filled(row for _number, row in table.rows) == filled(rows)


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_workbook_comes_back_cell_by_cell(rows):
    table, faults = read(read_xlsx, write_xlsx(HEADER, rows))

    assert (faults, table.header) == ([], HEADER)
    assert filled(row for _number, row in table.rows) == filled(rows)


@given(CELLS)
def test_neutral_cell_is_no_formula_and_says_the_same(text):
    assert plain(neutral(text)) == text
    assert neutral(text) == text or neutral(text).startswith("'")
    assert neutral(text).startswith("'") or not is_risky(neutral(text))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1", '=HYPERLINK("http://x","y")']
)
def test_formula_is_neutralised(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5", "-5.25", "12", "Talks", "’tis", "'tis", "a=b", "2024/.."])
def test_what_is_no_formula_stays_as_it_is(text):
    assert neutral(text) == text


def test_formula_in_csv_is_refused_with_its_cell():
    _table, faults = read(read_csv, b"key,title_en\ntalks,=cmd()\nother,'=cmd()\n")

    assert faults == ["row 2: title_en: this starts like a formula: put an apostrophe before it if it is meant as text"]


def test_formula_in_workbook_is_refused_and_its_text_is_not():
    book = Workbook()
    book.active.append(["key", "title_en"])
    book.active.append(["talks", "=1+1"])
    book.active.append(["other", "=1+1"])
    book.active["B3"].data_type = "s"
    _table, faults = read(read_xlsx, saved(book))

    assert faults == ["row 2: title_en: a formula: put its value in its place"]


def test_exported_workbook_holds_text_and_no_formula():
    sheet = load_workbook(io.BytesIO(write_xlsx(["key"], [["=1+1"], ["2025-04"]]))).active

    assert [(cell.data_type, cell.number_format) for (cell,) in sheet.iter_rows(min_row=2)] == [("s", "@"), ("s", "@")]


def test_workbook_typed_by_hand_is_read_as_one_would_write_it():
    book = Workbook()
    book.active.append(["key", "date", "value", "sensitive"])
    book.active.append(["talks", dt.date(2025, 4, 21), 2.50, True])
    table, _faults = read(read_xlsx, saved(book))

    assert table.rows == [(2, ["talks", "2025-04-21", "2.5", "true"])]


def saved(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoded", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_other_programs_is_read(encoded, delimiter):
    text = f"key{delimiter}title_ar\r\ntalks{delimiter}محادثات\r\n"
    table, faults = read(read_csv, text.encode(encoded))

    assert (table.rows, faults) == ([(2, ["talks", "محادثات"])], [])


def test_csv_in_an_old_encoding_is_refused():
    assert read(read_csv, "key\nÉté\n".encode("cp1252"))[1] == [
        "the file: it is not UTF-8: save it as “CSV UTF-8”, or as an Excel workbook"
    ]


def test_csv_with_open_quotation_marks_is_refused():
    assert "quotation marks" in read(read_csv, b'key,title_en\ntalks,"open\n')[1][0]


@pytest.mark.parametrize("reader", [read_csv, read_xlsx])
def test_too_many_rows_are_refused_once(reader):
    rows = [[f"key-{number}"] for number in range(MOST_ROWS + 50)]
    content = write_csv(["key"], rows) if reader is read_csv else write_xlsx(["key"], rows)
    table, faults = read(reader, content)

    assert (len(table.rows), len(faults)) == (MOST_ROWS, 1)
    assert faults[0].startswith(f"row {MOST_ROWS + 2}: more than")


def test_too_many_columns_and_too_long_cells_are_refused():
    wide = write_csv([f"c{number}" for number in range(MOST_COLUMNS + 1)], [])
    long = write_csv(["key"], [["x" * (LONGEST_CELL + 1)]])

    assert ["columns" in fault for fault in read(read_csv, wide)[1]] == [True]
    assert ["characters" in fault for fault in read(read_csv, long)[1]] == [True]


def test_text_too_long_for_a_workbook_is_not_cut():
    with pytest.raises(TooLongForCell):
        write_xlsx(["key"], [["x" * (LONGEST_CELL + 1)]])


def test_zip_bomb_is_refused_before_it_is_unpacked():
    stream = io.BytesIO()
    with ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (MOST_UNPACKED + 1))

    assert len(stream.getvalue()) < 20_000
    assert read(read_xlsx, stream.getvalue())[1] == ["the file: unpacked, this workbook is too large: split the file"]


def test_workbook_that_claims_a_million_rows_is_read_in_bounds():
    content = rewritten(write_xlsx(["key"], [["talks"]]), b'<row r="2"', b'<row r="1000000000"')
    table, faults = read(read_xlsx, content)

    assert (table.rows, faults) == ([], ["row 20000: too far down: leave no empty rows between"])


def test_entities_are_not_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = rewritten(write_xlsx(["key"], [["talks"]]), b"<worksheet", bomb + b"<worksheet")

    assert ["cannot be read" in fault or "can be read" in fault for fault in read(read_xlsx, content)[1]] == [True]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 300, b"", b"not a workbook"])
def test_broken_workbook_is_refused(content):
    assert len(read(read_xlsx, content)[1]) == 1


def rewritten(content: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with other words in its sheet."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given_, ZipFile(stream, "w") as made:
        for name in given_.namelist():
            text = given_.read(name)
            made.writestr(name, text.replace(old, new, 1) if name.startswith("xl/worksheets/") else text)
    return stream.getvalue()
