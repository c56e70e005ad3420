"""What a form holds, as rows of inputs: the record itself, its parts by primary key, and parts that are new.

The names of inputs count the rows of a sub-form (`bylines-0-author`), so the same part has another name once a row
before it is gone. Rows are named by what stays: `bylines-@11` is the byline with primary key 11, `bylines-+2` the third
row of a form where somebody added it, the empty name is the record.
"""

import re
from collections.abc import Iterable, Mapping

Value = tuple[str, ...]
Row = dict[str, Value]
Rows = dict[str, Row]

RECORD = ""
GONE = "DELETE"
KEY = "id"
NUMBERED = re.compile(r"(?P<prefix>.+)-(?P<number>\d+)-(?P<input>[^-]+)")
NAMED = re.compile(r"(?:(?P<row>.+-[@+]\d+)-)?(?P<input>[^-]+)")


def plain(values: Iterable) -> Value:
    """Values as a form would send them; an empty input says the same as one that is not sent."""
    return tuple(text for value in values if (text := as_text(value)))


def as_text(value) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


def is_new(row: str) -> bool:
    return "-+" in row


def prefix_of(row: str) -> str:
    """`bylines` of `bylines-@11`."""
    return row.rpartition("-")[0]


def rows_of(inputs: Mapping[str, list]) -> Rows:
    """Rows from the inputs of a page; counters of sub-forms and names that are none of an input fall away."""
    rows: Rows = {}
    for name, values in inputs.items():
        if match := NUMBERED.fullmatch(name):
            if match["input"] != KEY:
                rows.setdefault(row_name(match, inputs), {})[match["input"]] = plain(values)
        elif "-" not in name:
            rows.setdefault(RECORD, {})[name] = plain(values)
    return rows


def row_name(match: re.Match, inputs: Mapping[str, list]) -> str:
    [key] = plain(inputs.get(f"{match['prefix']}-{match['number']}-{KEY}", ())) or ("",)
    return f"{match['prefix']}-@{key}" if key.isdecimal() else f"{match['prefix']}-+{match['number']}"


def flat(rows: Rows) -> dict[str, list[str]]:
    """For keeping as JSON: `bylines-@11-author`."""
    return {f"{row}-{name}" if row else name: list(value) for row, held in rows.items() for name, value in held.items()}


def unflat(kept: Mapping[str, list]) -> Rows:
    rows: Rows = {}
    for name, values in kept.items():
        if match := NAMED.fullmatch(name):
            rows.setdefault(match["row"] or RECORD, {})[match["input"]] = plain(values)
    return rows


def over(rows: Rows, typed: Rows) -> Rows:
    """The rows with what was typed laid over them, input by input."""
    return {name: {**rows.get(name, {}), **typed.get(name, {})} for name in [*rows, *(typed.keys() - rows.keys())]}
