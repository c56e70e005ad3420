"""Editions as read: named tuples from plain SQL, since a model instance costs more than the query."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from newsroom.public.prepared import fetch
from newsroom.public.reading.moments import instant
from relations.values.languages import LANGUAGES


class Row(NamedTuple):
    """One edition. `content` holds the JSON bytes asked for, payload or summary, with reference markers."""

    uid: str
    kind: str
    language: str
    number: int
    slug: str
    title: str
    live_from: datetime
    first_published_at: datetime
    original_language: str
    sort_date: datetime
    sort_name: str
    content: bytes


class AsRead:
    """What a query gave, told apart when asked for. Equal where the very same was read."""

    def __init__(self, rows: Iterable[tuple]):
        self.rows = tuple(rows)

    def __eq__(self, other) -> bool:
        return isinstance(other, type(self)) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)


@cache
def columns(content: str, alias: str = "e") -> str:
    """What makes a Row, with `content` as its last column."""
    return ", ".join([*(f"{alias}.{name}" for name in Row._fields[:-1]), content])


def fetch_rows(sql: str, params: list) -> list[Row]:
    return [as_row(values) for values in fetch(sql, params)]


def as_row(values: tuple) -> Row:
    row = Row._make(values)
    if isinstance(row.live_from, str) or row.live_from.tzinfo is None:
        moments = ("live_from", "first_published_at", "sort_date")
        return row._replace(**{name: instant(getattr(row, name)) for name in moments})
    return row


def marks(values) -> str:
    """Placeholders for IN (...), which matches nothing when there is nothing to match."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def nearest(found: dict, language: str):
    """Of rows by language the one in the language asked for, or the original one, or any; None where there is none."""
    return found.get(language) or min(found.values(), key=_distance, default=None)


def _distance(row) -> tuple[bool, int]:
    return row.language != row.original_language, LANGUAGES.index(row.language)
