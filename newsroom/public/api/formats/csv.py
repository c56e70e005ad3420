"""Tables as CSV (RFC 4180), with the mark by which spreadsheet programs know UTF-8."""

import csv
import io
import re
from collections.abc import Iterable

MEDIA_TYPE = "text/csv"
# What a spreadsheet program would run; full-width forms are typed by East Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def csv_of(header: list[str], rows: Iterable[list]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([neutral(cell) for cell in row] for row in (header, *rows))
    return stream.getvalue().encode("utf-8-sig")


def neutral(cell) -> str:
    """With an apostrophe before what would run as a formula: it makes it text. Numbers run nothing."""
    text = "" if cell is None else str(cell)
    if NUMBER.fullmatch(text):
        return text
    return f"'{text}" if text.startswith("\n") or text.lstrip(" ").startswith(FORMULA) else text
