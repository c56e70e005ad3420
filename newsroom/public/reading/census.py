"""
Everything that is public, cut into stretches of a kind and a language that are short enough to be read at once.

Where stretches begin is counted in the index alone, of which the words of editions are no part: a hundred thousand cost
no more than a few pages. Editions that are not public count there too, so a stretch may hold a few records less than it
could, and one that would hold none is left out.
"""

from datetime import datetime
from typing import NamedTuple

from newsroom.public.prepared import fetch
from newsroom.public.reading.moments import Moment, current, instant, moment, not_retired, stamp


class Stretch(NamedTuple):
    """`number` counts those of the kind and language from one."""

    kind: str
    language: str
    number: int


class Present(NamedTuple):
    """An edition that is public, and where."""

    uid: str
    language: str
    slug: str
    live_from: datetime
    original_language: str


class Start(NamedTuple):
    sort_date: datetime
    uid: str


def stretches(size: int, at: Moment | datetime | None = None) -> list[Stretch]:
    """All that hold something public, in two queries."""
    at = moment(at)
    starts = _starts(size)
    if not starts:
        return []
    parts = [_holds_any(stretch, *ends, at) for stretch, ends in starts.items()]
    sql = " UNION ALL ".join(f"SELECT {number} WHERE EXISTS ({sql})" for number, (sql, _) in enumerate(parts))
    held = {number for (number,) in fetch(sql, [value for _, params in parts for value in params])}
    return [stretch for number, stretch in enumerate(starts) if number in held]


def stretch(stretch: Stretch, size: int, at: Moment | datetime | None = None) -> list[list[Present]]:
    """Of each record in the stretch its editions in every language, that of the stretch first; in two queries."""
    at = moment(at)
    ends = _ends(stretch, size)
    if ends[0] is None:
        return []
    within, params = _within(stretch, *ends, at)
    shown, more = current(at, "o")
    sql = (
        "SELECT o.uid, o.language, o.slug, o.live_from, o.original_language FROM public_edition e"
        f" JOIN public_edition o ON o.uid = e.uid AND {shown} WHERE {within}"
        " ORDER BY e.sort_date DESC, e.uid DESC, CASE WHEN o.language = e.language THEN 0 ELSE 1 END, o.language"
    )
    found: dict[str, list[Present]] = {}
    for row in fetch(sql, [*more, *params]):
        present = Present._make(row)
        found.setdefault(present.uid, []).append(present._replace(live_from=instant(present.live_from)))
    return list(found.values())


def _starts(size: int) -> dict[Stretch, tuple[Start, Start | None]]:
    """Of every stretch where it starts, and where the next one does."""
    sql = (
        "SELECT n.kind, n.language, n.place, n.sort_date, n.uid FROM (SELECT e.kind, e.language, e.sort_date, e.uid,"
        " row_number() OVER (PARTITION BY e.kind, e.language ORDER BY e.sort_date DESC, e.uid DESC) - 1 AS place"
        f" FROM public_edition e WHERE {not_retired('e')}) AS n WHERE n.place %% %s = 0"
        " ORDER BY n.kind, n.language, n.place"
    )
    found = {
        Stretch(kind, language, place // size + 1): Start(instant(sort_date), uid)
        for kind, language, place, sort_date, uid in fetch(sql, [size])
    }
    return {one: (start, found.get(one._replace(number=one.number + 1))) for one, start in found.items()}


def _ends(stretch: Stretch, size: int) -> list[Start | None]:
    part = (
        "SELECT * FROM (SELECT {0} AS part, e.sort_date, e.uid FROM public_edition e WHERE e.kind = %s"
        f" AND e.language = %s AND {not_retired('e')} ORDER BY e.sort_date DESC, e.uid DESC LIMIT 1 OFFSET %s) AS s{{0}}"
    )
    sql = " UNION ALL ".join(part.format(number) for number in range(2))
    first = (stretch.number - 1) * size
    params = [stretch.kind, stretch.language, first, stretch.kind, stretch.language, first + size]
    found = {number: Start(instant(sort_date), uid) for number, sort_date, uid in fetch(sql, params)}
    return [found.get(number) for number in range(2)]


def _holds_any(stretch: Stretch, start: Start, beyond: Start | None, at: Moment) -> tuple[str, list]:
    within, params = _within(stretch, start, beyond, at)
    return f"SELECT 1 FROM public_edition e WHERE {within}", params


def _within(stretch: Stretch, start: Start, beyond: Start | None, at: Moment) -> tuple[str, list]:
    """Written so that both databases walk the index from the start, as lists do."""
    shown, params = current(at)
    since = stamp(start.sort_date)
    sql = f"e.kind = %s AND e.language = %s AND {shown} AND e.sort_date <= %s AND (e.sort_date < %s OR e.uid <= %s)"
    params = [stretch.kind, stretch.language, *params, since, since, start.uid]
    if beyond:
        until = stamp(beyond.sort_date)
        sql += " AND e.sort_date >= %s AND (e.sort_date > %s OR e.uid > %s)"
        params += [until, until, beyond.uid]
    return sql, params
