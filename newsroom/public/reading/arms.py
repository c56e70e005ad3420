"""
One ordered walk down one index. A list in several languages, or by one of several facet values, has an arm for each:
the database cannot merge them lazily by itself on both vendors, so each stops after a page.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from newsroom.public.prepared import among
from newsroom.public.reading.moments import Moment, current, not_retired, stamp
from newsroom.public.reading.narrowing import (
    Between,
    Having,
    between_sql,
    having_sql,
    latest_sql,
    rarest_sql,
    target_sql,
)
from newsroom.public.reading.rows import Row

COLUMNS = {"date": "sort_date", "name": "sort_name"}


class Order(NamedTuple):
    column: str
    descending: bool

    @classmethod
    def of(cls, ordering: str) -> "Order":
        return cls(COLUMNS[ordering.removeprefix("-")], ordering.startswith("-"))

    def sql(self, alias: str) -> str:
        direction = "DESC" if self.descending else "ASC"
        return f"{alias}.{self.column} {direction}, {alias}.uid {direction}"


class Cursor(NamedTuple):
    """The last row of a page. `language` counts only where every edition is a row of its own."""

    sort: datetime | str
    uid: str
    language: str = ""


class Page(NamedTuple):
    rows: list[Row]
    next: Cursor | None


class Arm(NamedTuple):
    """
    Editions of a kind in one language; by a facet's rows where there is one to drive by, else by their own index.

    `driver` holds facets of one value each: of several the rarest drives, and `having` asks for all of them.
    """

    kind: str
    language: str
    order: Order
    driver: tuple[Having, ...]
    having: tuple[Having, ...]
    between: tuple[Between, ...]
    uids: tuple[str, ...]
    latest: int
    after: Cursor | None
    at: Moment

    def sql(self, columns: str, limit: int | None) -> tuple[str, list]:
        conditions = list(self._conditions())
        where = " AND ".join(sql for sql, _ in conditions)
        source = "public_facet f JOIN public_edition e ON e.id = f.edition_id" if self.driver else "public_edition e"
        sql = f"SELECT {columns} FROM {source} WHERE {where}"
        if limit is not None:
            sql += f" ORDER BY {self.order.sql(self._leader)} LIMIT {limit}"
        return sql, [value for _, params in conditions for value in params]

    @property
    def _leader(self) -> str:
        return "f" if self.driver else "e"

    def _conditions(self) -> Iterator[tuple[str, list]]:
        if self.driver:
            yield from self._driven()
        else:
            yield "e.kind = %s AND e.language = %s", [self.kind, self.language]
        yield current(self.at)
        if self.uids:
            yield among("e.uid", self.uids)
        if self.latest:
            yield latest_sql(self.latest, self.at)
        if self.kind == "article":
            yield from self._published_by()
        yield from (having_sql(having, self.at) for having in self.having)
        yield from map(between_sql, self.between)
        if self.after:
            yield self._beyond(self.after)

    def _published_by(self) -> Iterator[tuple[str, list]]:
        """Articles sort by first publication, so the walk may start where the latest moment that counts lies."""
        ends = [between.before for between in self.between if between.column == "first_published_at" and between.before]
        if self.at.is_past:
            ends.append(self.at.at)
        if ends:
            yield f"{self._leader}.sort_date <= %s", [stamp(min(ends))]

    def _driven(self) -> Iterator[tuple[str, list]]:
        yield rarest_sql(self.driver, self.kind, self.language)
        yield "f.kind = %s AND f.language = %s", [self.kind, self.language]
        if self.at.is_present:
            yield not_retired("f"), []
        if self.driver[0].records and len(self.driver) == 1:
            public, params = target_sql("%s", self.at)
            yield public, [*self.driver[0].values, *params]

    def _beyond(self, cursor: Cursor) -> tuple[str, list]:
        """Written so that both databases start the walk at the cursor, which they do not for a plain OR."""
        sign = "<" if self.order.descending else ">"
        # Where every edition is a row, the same record's next languages are still to come.
        equal = "=" if cursor.language and self.language > cursor.language else ""
        sort = f"{self._leader}.{self.order.column}"
        value = stamp(cursor.sort) if isinstance(cursor.sort, datetime) else cursor.sort
        sql = f"{sort} {sign}= %s AND ({sort} {sign} %s OR {self._leader}.uid {sign}{equal} %s)"
        return sql, [value, value, cursor.uid]
