"""What a list is narrowed by: facets, ranges, records; each an SQL condition on an edition."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import among, fetch
from newsroom.public.reading.moments import Moment, current, not_retired, stamp

WEIGHED = 150
# PostgreSQL would rather join all rows of a facet than look up those of a page; this keeps it from doing so.
ROW_BY_ROW = {"postgresql": " OFFSET 0", "sqlite": ""}


class Having(NamedTuple):
    """
    The edition has one of these values under this facet.

    Values that are `records` count only while those records are public, so that no filter tells of any other.
    """

    name: str
    values: tuple[str, ...]
    records: bool = False


class Between(NamedTuple):
    """
    A column's value lies within both ends, each of which may be open.

    Days ask `date`: with `certain` all possible days of the record lie within, otherwise at least one does. Moments ask
    `first_published_at` or `live_from`.
    """

    column: str
    after: date | datetime | None
    before: date | datetime | None
    certain: bool = False


def having_sql(having: Having, at: Moment) -> tuple[str, list]:
    named, values = among("g.value", having.values)
    sql = f"EXISTS (SELECT 1 FROM public_facet g WHERE g.edition_id = e.id AND g.name = %s AND {named}"
    params = [having.name, *values]
    if having.records:
        public, more = target_sql("g.value", at)
        sql, params = f"{sql} AND {public}", [*params, *more]
    return f"{sql}{ROW_BY_ROW[connection.vendor]})", params


def target_sql(value: str, at: Moment) -> tuple[str, list]:
    condition, params = current(at, "t")
    return f"EXISTS (SELECT 1 FROM public_edition t WHERE t.uid = {value} AND {condition})", params


def between_sql(between: Between) -> tuple[str, list]:
    low, high = ("e.date_lower", "e.date_upper") if between.column == "date" else (f"e.{between.column}",) * 2
    if between.column == "date" and not between.certain:
        # Overlap; an unknown end reaches for ever.
        ends = (
            (f"({high} IS NULL OR {high} >= %s)", between.after),
            (f"({low} IS NULL OR {low} <= %s)", between.before),
        )
    else:
        ends = ((f"{low} >= %s", between.after), (f"{high} <= %s", between.before))
    asked = [(sql, value) for sql, value in ends if value is not None]
    return " AND ".join(sql for sql, _ in asked), [_comparable(value) for _, value in asked]


def _comparable(value: date | datetime):
    return stamp(value) if isinstance(value, datetime) else value


class Weighing(NamedTuple):
    """Of which facets of a list the rarest is wanted."""

    having: tuple[Having, ...]
    kind: str
    language: str

    @property
    def single(self) -> list[Having]:
        return [one for one in self.having if len(one.values) == 1]


def rarest(lists: Sequence[Weighing]) -> list[Having | None]:
    """
    For each list the facet to drive it by: beginning with a common one may read a hundred times as much.

    Of two or more, that one is rarest whose hundredth-odd row lies furthest back, or that has not so many. All are
    weighed in one query, and in none where no list has two.
    """
    weighed = [one if len(one.single) > 1 else None for one in lists]
    parts = [_depth(having, one.kind, one.language) for one in weighed if one for having in one.single]
    depths = iter(_depths(parts))
    return [
        min(one.single, key=lambda _having: _furthest(next(depths)))
        if one
        else next(iter(other.single or other.having), None)
        for one, other in zip(weighed, lists, strict=True)
    ]


def _furthest(depth) -> tuple:
    return depth is not None, depth or 0


def _depths(parts: list[tuple[str, list]]) -> tuple:
    if not parts:
        return ()
    sql = ", ".join(f"({sql})" for sql, _ in parts)
    return fetch(f"SELECT {sql}", [value for _, params in parts for value in params])[0]


def _depth(having: Having, kind: str, language: str) -> tuple[str, list]:
    sql = (
        "SELECT f.sort_date FROM public_facet f WHERE f.name = %s AND f.value = %s AND f.kind = %s AND f.language = %s"
        f" AND {not_retired('f')} ORDER BY f.sort_date DESC, f.uid DESC LIMIT 1 OFFSET {WEIGHED}"
    )
    return sql, [having.name, having.values[0], kind, language]
