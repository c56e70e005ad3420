"""What copies of everything need: all that is public in one order, and whether any of it was withdrawn afterwards."""

from collections.abc import Iterable
from datetime import datetime

from newsroom.public.prepared import fetch
from newsroom.public.reading.moments import Moment, current, instant, moment, stamp
from newsroom.public.reading.rows import Row, columns, fetch_rows


def behind(uid: str, language: str, size: int, at: Moment | datetime | None = None) -> list[Row]:
    """The next editions of whatever kind, by uid and language."""
    condition, params = current(moment(at))
    sql = (
        f"SELECT {columns('e.payload')} FROM public_edition e WHERE (e.uid, e.language) > (%s, %s) AND {condition}"
        f" ORDER BY e.uid, e.language LIMIT {size}"
    )
    return fetch_rows(sql, [uid, language, *params])


def withdrawn_since(moments: Iterable[datetime]) -> dict[datetime, datetime]:
    """Of these moments those at which something was public that has been withdrawn by now, and when first; one query."""
    parts = {at: _first_withdrawal(number, moment(at)) for number, at in enumerate(dict.fromkeys(moments))}
    if not parts:
        return {}
    sql = " UNION ALL ".join(sql for sql, _ in parts.values())
    found = dict(fetch(sql, [value for _, params in parts.values() for value in params]))
    return {at: instant(found[number]) for number, at in enumerate(parts) if found[number]}


def _first_withdrawal(number: int, at: Moment) -> tuple[str, list]:
    """Asked without `current`, which leaves out just those that are looked for."""
    since = stamp(at.at)
    sql = (
        f"SELECT {number}, min(w.live_from) FROM public_edition w WHERE w.state = 'withdrawn' AND w.live_from > %s"
        " AND w.live_from <= %s AND EXISTS (SELECT 1 FROM public_edition e WHERE e.uid = w.uid"
        " AND e.language = w.language AND e.state = 'live' AND e.live_from <= %s"
        " AND (e.live_until IS NULL OR e.live_until > %s))"
    )
    return sql, [since, stamp(at.now), since, since]
