"""Lists: read down an index from where the last page ended, whatever the depth and the size of the archive."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import fetch
from newsroom.public.reading.arms import Arm, Cursor, Order, Page
from newsroom.public.reading.days import Days
from newsroom.public.reading.moments import Moment, current, moment
from newsroom.public.reading.narrowing import ROW_BY_ROW, Between, Having
from newsroom.public.reading.preference import Preference
from newsroom.public.reading.records import records_sql
from newsroom.public.reading.rows import Row, as_row, columns

# More alternatives than this are looked up edition by edition instead of one index walk each.
WALKS = 8
# Where a stretch of a list has nothing to show, so many more are looked through, so long each.
MORE_STRETCHES, LONG = 10, 200
COUNT_LIMIT = 10_000


class Selection(NamedTuple):
    """
    A kind, in the languages preferred; having all these facets, lying within all these ends, among these records.

    With `latest` only among so many of the latest publications of the whole site.
    """

    kind: str
    languages: Preference
    having: tuple[Having, ...] = ()
    between: tuple[Between, ...] = ()
    uids: tuple[str, ...] = ()
    latest: int = 0


class Asked(NamedTuple):
    """A page among several, as `page` gives it, of other `content` than they where it says so."""

    selection: Selection
    ordering: str = "-date"
    size: int = 25
    after: Cursor | None = None
    content: str = ""

    def part(self, number: int, at: Moment, content: str) -> tuple[str, list]:
        languages, order = self.selection.languages, Order.of(self.ordering)
        arms = _arms(self.selection, order, self.after, at)
        sql, params = _page_sql(arms, languages, order, at, self.content or content, self.size + 1)
        return f"SELECT {number} AS part, list{number}.* FROM ({sql}) AS list{number}", params

    def page(self, found: list[tuple]) -> Page:
        languages, order = self.selection.languages, Order.of(self.ordering)
        return _page(*_complete(found, languages, order, self.size + 1), languages, order, self.size)


class Named(NamedTuple):
    """Records by their ids among pages, of whatever kind, each in the language preferred."""

    uids: tuple[str, ...]
    languages: Preference
    content: str = ""

    def part(self, number: int, at: Moment, content: str) -> tuple[str, list]:
        sql, params = records_sql(self.uids, self.languages, at, self.content or content)
        return f"SELECT {number} AS part, list{number}.*, 0 FROM ({sql}) AS list{number}", params

    def page(self, found: list[tuple]) -> Page:
        """Of one record the last row stays, which is the preferred one."""
        rows = (as_row(values[:-1]) for values in found)
        return Page(list({row.uid: row for row in rows}.values()), None)


def select(kind: str, languages, **narrowing) -> Selection:
    return Selection(kind, Preference.of(languages), **narrowing)


def page(
    selection: Selection,
    ordering: str = "-date",
    after: Cursor | None = None,
    size: int = 25,
    at: Moment | datetime | None = None,
    *,
    content: str = "summary",
) -> Page:
    """
    At most `size` rows, and the cursor of the next page if there may be one.

    `ordering` is `date` or `name`, backwards with a minus. A page can be shorter than asked for although another follows,
    where translations of a record differ in date or name, but hardly ever empty.
    """
    at, order = moment(at), Order.of(ordering)
    for limit in (size + 1, *[max(size + 1, LONG)] * MORE_STRETCHES):
        arms = _arms(selection, order, after, at)
        found = fetch(*_page_sql(arms, selection.languages, order, at, content, limit))
        rows, after = _complete(found, selection.languages, order, limit)
        if rows or after is None:
            break
    return _page(rows, after, selection.languages, order, size)


def pages(
    asked: Sequence[Asked | Named | Days], at: Moment | datetime | None = None, *, content: str = "summary"
) -> list[Page]:
    """What each asks for, all in one query. Days may not come first: their columns have no type."""
    at = moment(at)
    parts = [one.part(number, at, content) for number, one in enumerate(asked)]
    # Each part keeps its own order: neither database has a reason to shuffle rows that it only appends.
    found = fetch(" UNION ALL ".join(sql for sql, _ in parts), [value for _, params in parts for value in params])
    rows = {number: [values[1:] for values in found if values[0] == number] for number in range(len(asked))}
    return [one.page(rows[number]) for number, one in enumerate(asked)]


def everything(
    selection: Selection,
    ordering: str = "-date",
    at: Moment | datetime | None = None,
    *,
    content: str = "payload",
    limit: int = 10_000,
) -> list[Row]:
    """The whole of a list that is known to be short, such as the events of two countries."""
    return page(selection, ordering, None, limit, at, content=content).rows


def count(selection: Selection, at: Moment | datetime | None = None) -> tuple[int, bool]:
    """How many a list holds, and whether there are more: counting stops at 10,000."""
    at = moment(at)
    arms = _arms(selection, Order.of("-date"), None, at)
    union, params = _union([arm.sql("e.uid, e.language, e.original_language", None) for arm in arms])
    shadow, more = _shadow(selection.languages, at)
    # Only by several values of a facet can an edition be found twice.
    distinct = "DISTINCT " if len(arms) > len(selection.languages.reach) else ""
    sql = f"SELECT {distinct}x.uid, x.language FROM ({union}) AS x WHERE NOT ({shadow}) LIMIT {COUNT_LIMIT + 1}"
    found = fetch(f"SELECT count(*) FROM ({sql}) AS counted", [*params, *more])[0][0]
    return min(found, COUNT_LIMIT), found > COUNT_LIMIT


def _arms(selection: Selection, order: Order, after: Cursor | None, at: Moment) -> list[Arm]:
    kind, languages, having, between, uids, latest = selection
    drivers, others = ([()], having) if uids or latest else _drivers(having)
    return [
        Arm(kind, language, order, driver, others, between, uids, latest, after, at)
        for language in languages.reach
        for driver in drivers
    ]


def _drivers(having: tuple[Having, ...]) -> tuple[list[tuple[Having, ...]], tuple[Having, ...]]:
    """What each walk is driven by, and what is looked up for every row of it."""
    single = tuple(one for one in having if len(one.values) == 1)
    if len(single) > 1:
        return [single], having
    first = next(iter(single or having), None)
    if first is None or len(first.values) > WALKS:
        return [()], having
    walks = [(first._replace(values=(value,)),) for value in first.values]
    return walks, tuple(one for one in having if one is not first)


def _page_sql(arms: list[Arm], languages: Preference, order: Order, at: Moment, content: str, limit: int):
    if len(arms) == 1:
        return arms[0].sql(f"{columns(f'e.{content}')}, 0", limit)
    parts = [arm.sql(f"{columns(f'e.{content}')}, {number} AS arm", limit) for number, arm in enumerate(arms)]
    union, params = _union(parts)
    shadow, more = _shadow(languages, at)
    shown = columns(f"CASE WHEN {shadow} THEN NULL ELSE x.{content} END", "x")
    return f"SELECT {shown}, x.arm FROM ({union}) AS x ORDER BY {order.sql('x')}, x.language", [*more, *params]


def _union(parts: list[tuple[str, list]]) -> tuple[str, list]:
    sql = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS walk{number}" for number, (sql, _) in enumerate(parts))
    return sql, [value for _, params in parts for value in params]


def _shadow(languages: Preference, at: Moment) -> tuple[str, list]:
    """The condition that another edition of the record is preferred to `x`."""
    if languages.every or len(languages.reach) == 1:
        return "1 = 0", []
    condition, params = current(at, "b")
    better = f"{languages.rank_sql('b')} < {languages.rank_sql('x')}"
    sql = f"SELECT 1 FROM public_edition b WHERE b.uid = x.uid AND {condition} AND {better}"
    return f"EXISTS ({sql}{ROW_BY_ROW[connection.vendor]})", params


def _complete(found: list[tuple], languages: Preference, order: Order, limit: int) -> tuple[list[Row], Cursor | None]:
    """
    What lies before the end of every arm, and where that is unless it is the end of all: beyond, an arm may have rows
    that were not fetched.
    """
    arms = [values[-1] for values in found]
    rows = [as_row(values[:-1]) for values in found]
    end = None
    if full := [arm for arm, number in Counter(arms).items() if number == limit]:
        key = partial(_key, languages=languages, order=order)
        horizon = min(len(arms) - 1 - arms[::-1].index(arm) for arm in full)
        rows = rows[: _after(rows, horizon, key)]
        end = key(rows[-1])
    return _without_repetition([row for row in rows if row.content is not None]), end


def _page(rows: list[Row], end: Cursor | None, languages: Preference, order: Order, size: int) -> Page:
    return Page(rows[:size], _key(rows[size - 1], languages, order)) if len(rows) > size else Page(rows, end)


def _after(rows: list[Row], position: int, key: Callable[[Row], Cursor]) -> int:
    """The first position with another key: the other languages of a record stay with it."""
    end = position + 1
    while end < len(rows) and key(rows[end]) == key(rows[position]):
        end += 1
    return end


def _key(row: Row, languages: Preference, order: Order) -> Cursor:
    return Cursor(getattr(row, order.column), row.uid, row.language if languages.every else "")


def _without_repetition(rows: list[Row]) -> list[Row]:
    """An edition that has two of the facet values asked for was found twice."""
    return list({(row.uid, row.language): row for row in rows}.values())
