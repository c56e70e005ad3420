"""What pages show of the records they refer to, in one query whatever their number."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import among, fetch
from newsroom.public.reading.moments import Moment, current, instant, moment, not_withdrawn_since, stamp
from newsroom.public.reading.preference import Preference
from newsroom.public.reading.rows import AsRead, nearest

# No answer may be kept longer than this, so no change further ahead matters to it.
AHEAD = timedelta(minutes=1)


class CardRow(NamedTuple):
    """A current edition as others refer to it, or a correction's note. Of other than own records less is known."""

    uid: str
    kind: str
    language: str
    number: int | None
    slug: str
    live_from: datetime | None
    original_language: str
    card: bytes | None
    note: str | None


class Cards(AsRead):
    """Current editions by record and language, corrections, and when any of this changes next (within a minute)."""

    def __init__(self, rows: Iterable[tuple], changes_at: datetime | None):
        super().__init__(rows)
        self.changes_at = changes_at

    @cached_property
    def found(self) -> dict[str, dict[str, CardRow]]:
        found = {}
        for row in self._rows("current"):
            found.setdefault(row.uid, {})[row.language] = row
        return found

    @cached_property
    def corrections(self) -> dict[tuple[str, str], list[CardRow]]:
        found = {}
        for row in self._rows("correction"):
            found.setdefault((row.uid, row.language), []).append(row)
        return found

    def _rows(self, what: str) -> Iterator[CardRow]:
        return (CardRow._make(values[1:]) for values in self.rows if values[0] == what)

    def translations(self, uid: str) -> dict[str, CardRow]:
        return self.found.get(uid, {})

    def best(self, uid: str, language: str) -> CardRow | None:
        return nearest(self.found.get(uid, {}), language)


def cards(
    uids: Collection[str],
    at: Moment | datetime | None = None,
    *,
    own: Collection[str] = (),
    kinds: Collection[str] = (),
    language: str = "",
) -> Cards:
    """
    The cards of `uids`, and of the page's `own` records in their other languages with their corrections.

    `kinds` names those whose every scheduled change matters, because the page lists them. A page in one `language` may
    be given each card in that language, or the nearest, alone.
    """
    at = moment(at)
    others = set(uids).difference(own)
    # Its own language a page knows from its rows.
    parts = [
        _own(own, at, known=language if others == set(uids) else ""),
        _others(others, language, at),
        _corrections(own, at),
        _pending(at),
    ]
    found, ahead = [], []
    for values in fetch(*union(parts)):
        (ahead if values[0] == "pending" else found).append(values)
    wanted = {*own, *others}
    soon = [
        row for row in map(CardRow._make, (values[1:] for values in ahead)) if row.kind in kinds or row.uid in wanted
    ]
    return Cards(found, min((instant(row.live_from) for row in soon), default=None))


def union(parts: list[tuple[str, list]]) -> tuple[str, list]:
    """SQLite knows no brackets here; PostgreSQL needs them around a part that has an order."""
    part = "%s" if connection.vendor == "sqlite" else "(%s)"
    return " UNION ALL ".join(part % sql for sql, _ in parts), [value for _, values in parts for value in values]


def _own(uids: Collection[str], at: Moment, known: str) -> tuple[str, list]:
    condition, params = current(at)
    named, names = among("e.uid", uids)
    sql = (
        "SELECT 'current', e.uid, e.kind, e.language, e.number, e.slug, e.live_from, e.original_language, e.card, ''"
        f" FROM public_edition e WHERE {named} AND {condition}"
    )
    return (f"{sql} AND e.language <> %s", [*names, *params, known]) if known else (sql, [*names, *params])


def _others(uids: Collection[str], language: str, at: Moment) -> tuple[str, list]:
    """Without what only the own records tell. PostgreSQL picks the language, since to hand over a row costs more."""
    condition, params = current(at)
    named, names = among("e.uid", uids)
    # Only a card that may be embargoed says when it becomes public.
    live_from = "e.live_from" if at.advance else "NULL"
    sql = (
        f" 'current', e.uid, e.kind, e.language, NULL, e.slug, {live_from}, e.original_language, e.card, NULL"
        f" FROM public_edition e WHERE {named} AND {condition}"
    )
    if not language or connection.vendor == "sqlite":
        return f"SELECT{sql}", [*names, *params]
    nearness = Preference.nearest(language).rank_sql("e")
    return f"SELECT DISTINCT ON (e.uid){sql} ORDER BY e.uid, {nearness}", [*names, *params]


def _corrections(uids: Collection[str], at: Moment) -> tuple[str, list]:
    named, names = among("e.uid", uids)
    sql = (
        "SELECT 'correction', e.uid, '', e.language, NULL, '', e.live_from, '', NULL, e.note FROM public_edition e"
        f" WHERE e.action = 'corrected' AND {named} AND e.live_from <= %s AND {not_withdrawn_since('e')}"
    )
    return sql, [*names, stamp(at.at), stamp(at.now)]


def _pending(at: Moment) -> tuple[str, list]:
    """Of whatever is scheduled for the next minute, only when and whose."""
    sql = (
        "SELECT 'pending', e.uid, e.kind, '', NULL, '', e.live_from, '', NULL, '' FROM public_edition e"
        " WHERE e.live_from > %s AND e.live_from <= %s"
    )
    return sql, [stamp(at.now), stamp(at.now + AHEAD)]
