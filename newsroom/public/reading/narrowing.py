"""What a list is narrowed by: facets, ranges, records; each an SQL condition on an edition."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import among
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


def narrowed(having: Iterable[Having], at: Moment, *, year: int | None = None) -> tuple[str, list]:
    """The condition that an edition is current and has all these facets, and may be of a year."""
    parts = [current(at), *(having_sql(one, at) for one in having)]
    if year is not None:
        parts.append(_of_year(year))
    return " AND ".join(sql for sql, _ in parts), [value for _, params in parts for value in params]


def _of_year(year: int) -> tuple[str, list]:
    """Articles are of the year of their first publication, which no facet holds."""
    ends = [stamp(datetime(one, 1, 1, tzinfo=UTC)) for one in (year, year + 1)]
    sql = (
        "(EXISTS (SELECT 1 FROM public_facet y WHERE y.edition_id = e.id AND y.name = 'year' AND y.value = %s)"
        " OR e.kind = 'article' AND e.sort_date >= %s AND e.sort_date < %s)"
    )
    return sql, [f"{year:04}", *ends]


def target_sql(value: str, at: Moment) -> tuple[str, list]:
    condition, params = current(at, "t")
    return f"EXISTS (SELECT 1 FROM public_edition t WHERE t.uid = {value} AND {condition})", params


def latest_sql(number: int, at: Moment) -> tuple[str, list]:
    """That the edition is among so many of the site's latest publications: as much to look at in any archive."""
    sql = "SELECT l.id FROM public_edition l WHERE l.live_from <= %s ORDER BY l.live_from DESC, l.id DESC LIMIT %s"
    return f"e.id IN ({sql})", [stamp(at.at), number]


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


def rarest_sql(having: tuple[Having, ...], kind: str, language: str) -> tuple[str, list]:
    """
    The facet to drive a list by: beginning with a common one may read a hundred times as much.

    Of two or more, that one is rarest whose hundredth-odd row lies furthest back, or that has not so many. It is found
    within the query of the list, since the database looks for it once and not for every row.
    """
    if len(having) == 1:
        return "f.name = %s AND f.value = %s", [having[0].name, *having[0].values]
    parts = [_depth(one, kind, language) for one in having]
    weighed = " UNION ALL ".join(sql for sql, _ in parts)
    sql = f"SELECT w.name, w.value FROM ({weighed}) AS w ORDER BY w.depth IS NOT NULL, w.depth LIMIT 1"
    return f"(f.name, f.value) = ({sql})", [value for _, params in parts for value in params]


def _depth(having: Having, kind: str, language: str) -> tuple[str, list]:
    sql = (
        "SELECT d.sort_date FROM public_facet d WHERE d.name = %s AND d.value = %s AND d.kind = %s AND d.language = %s"
        f" AND {not_retired('d')} ORDER BY d.sort_date DESC, d.uid DESC LIMIT 1 OFFSET {WEIGHED}"
    )
    asked = [having.name, *having.values]
    return f"SELECT %s AS name, %s AS value, ({sql}) AS depth", [*asked, *asked, kind, language]
