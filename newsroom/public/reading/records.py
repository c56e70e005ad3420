"""Single records: in the language preferred, by address, by number, and what became of them."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from newsroom.public.prepared import among, fetch
from newsroom.public.reading.moments import (
    Moment,
    current,
    instant,
    moment,
    not_retired,
    not_withdrawn_since,
    stamp,
)
from newsroom.public.reading.narrowing import Having, having_sql
from newsroom.public.reading.preference import Preference
from newsroom.public.reading.rows import Row, columns, fetch_rows, marks


class Status(NamedTuple):
    """`live`, `withdrawn` (then with the public reason, since when, and who stands in) or `absent`."""

    state: str
    reason: str = ""
    at: datetime | None = None
    replaced_by: str = ""


def get(kind: str, uid: str, languages, at: Moment | datetime | None = None, *, content="payload") -> Row | None:
    """The record's current edition in the language preferred."""
    languages = Preference.of(languages)
    condition, params = current(moment(at))
    sql = (
        f"SELECT {columns(f'e.{content}')} FROM public_edition e WHERE e.uid = %s AND e.kind = %s"
        f" AND e.language IN ({marks(languages.reach)}) AND {condition} ORDER BY {languages.rank_sql('e')} LIMIT 1"
    )
    return _first(fetch_rows(sql, [uid, kind, *languages.reach, *params]))


def by_slug(kind: str, language: str, slug: str, at: Moment | datetime | None = None) -> Row | None:
    """The current edition of the record that owns this address; its present `slug` may be another: redirect there."""
    condition, params = current(moment(at))
    sql = (
        f"SELECT {columns('e.payload')} FROM public_address a"
        " JOIN public_edition e ON e.uid = a.uid AND e.language = a.language"
        f" WHERE a.kind = %s AND a.language = %s AND a.slug = %s AND {condition}"
    )
    return _first(fetch_rows(sql, [kind, language, slug, *params]))


def owner(kind: str, language: str, slug: str) -> str | None:
    """Whose address it is, public or not: ask its `status` before saying anything."""
    sql = "SELECT a.uid FROM public_address a WHERE a.kind = %s AND a.language = %s AND a.slug = %s"
    return _first([uid for (uid,) in fetch(sql, [kind, language, slug])])


def records(
    uids: Collection[str], languages, at: Moment | datetime | None = None, *, content: str = "summary"
) -> dict[str, Row]:
    """The current editions of these records, of whatever kind, each in the language preferred."""
    return {row.uid: row for row in fetch_rows(*records_sql(uids, Preference.of(languages), moment(at), content))}


def records_sql(uids: Collection[str], languages: Preference, at: Moment, content: str) -> tuple[str, list]:
    """Of one record the last row is the preferred one."""
    condition, params = current(at)
    named, names = among("e.uid", uids)
    sql = (
        f"SELECT {columns(f'e.{content}')} FROM public_edition e WHERE {named}"
        f" AND e.language IN ({marks(languages.reach)}) AND {condition} ORDER BY {languages.rank_sql('e')} DESC"
    )
    return sql, [*names, *languages.reach, *params]


def by_language(
    uids: Collection[str], at: Moment | datetime | None = None, *, content: str = "summary"
) -> dict[str, dict[str, Row]]:
    """The current editions of these records in every language; `nearest` picks one."""
    condition, params = current(moment(at))
    named, names = among("e.uid", uids)
    sql = f"SELECT {columns(f'e.{content}')} FROM public_edition e WHERE {named} AND {condition}"
    found = {}
    for row in fetch_rows(sql, [*names, *params]):
        found.setdefault(row.uid, {})[row.language] = row
    return found


def owner_by_facet(kind: str, name: str, value: str, at: Moment | datetime | None = None) -> str | None:
    """The record that has or had this facet in public, withdrawn or not: ask its `status`."""
    sql = (
        "SELECT e.uid FROM public_facet f JOIN public_edition e ON e.id = f.edition_id WHERE f.kind = %s"
        " AND f.name = %s AND f.value = %s AND e.live_from <= %s ORDER BY e.live_from DESC LIMIT 1"
    )
    return _first([uid for (uid,) in fetch(sql, [kind, name, value, stamp(moment(at).now)])])


def having_facet(uids: Collection[str], having: Having, at: Moment | datetime | None = None) -> set[str]:
    """Which of these records have or had a facet in public, withdrawn ones among them."""
    at = moment(at)
    condition, params = having_sql(having, at)
    named, names = among("e.uid", uids)
    sql = f"SELECT DISTINCT e.uid FROM public_edition e WHERE {named} AND e.live_from <= %s AND {condition}"
    return {uid for (uid,) in fetch(sql, [*names, stamp(at.at), *params])}


def translations(uid: str, at: Moment | datetime | None = None) -> list[str]:
    """The languages in which the record is public."""
    condition, params = current(moment(at))
    sql = f"SELECT e.language FROM public_edition e WHERE e.uid = %s AND {condition} ORDER BY e.language"
    return [language for (language,) in fetch(sql, [uid, *params])]


class Past(NamedTuple):
    """One edition in a record's history. `until` is when the next one followed."""

    language: str
    number: int
    action: str
    published_at: datetime
    until: datetime | None
    title: str
    note: str


def editions(
    kind: str,
    uid: str,
    languages=(),
    at: Moment | datetime | None = None,
    *,
    after: tuple[datetime, str] | None = None,
    size: int = 1_000,
) -> list[Past]:
    """
    What was ever public of the record up to then, the latest first, less what has been withdrawn since.

    `after` is the moment and the language of the last one known.
    """
    at = moment(at)
    conditions = [
        ("e.uid = %s AND e.kind = %s AND e.state = 'live' AND e.live_from <= %s", [uid, kind, stamp(at.at)]),
        (not_withdrawn_since("e"), [stamp(at.now)]),
    ]
    if reach := Preference.of(languages).reach:
        conditions.append((f"e.language IN ({marks(reach)})", list(reach)))
    if after:
        since = stamp(after[0])
        conditions.append(("e.live_from <= %s AND (e.live_from < %s OR e.language > %s)", [since, since, after[1]]))
    sql = (
        "SELECT e.language, e.number, e.action, e.live_from, e.live_until, e.title, e.note FROM public_edition e"
        f" WHERE {' AND '.join(sql for sql, _ in conditions)} ORDER BY e.live_from DESC, e.language LIMIT {size}"
    )
    found = fetch(sql, [value for _, params in conditions for value in params])
    return [_past(Past._make(values), at) for values in found]


def _past(row: Past, at: Moment) -> Past:
    """Without the end that is still to come, which would betray a publication ahead."""
    until = instant(row.until) if row.until else None
    return row._replace(published_at=instant(row.published_at), until=until if until and until <= at.at else None)


def edition(kind: str, uid: str, language: str, number: int, at: Moment | datetime | None = None) -> Row | None:
    """One edition by its number, current or not any more."""
    return numbered(kind, uid, language, (number,), at).get(number)


def numbered(
    kind: str, uid: str, language: str, numbers: Collection[int], at: Moment | datetime | None = None
) -> dict[int, Row]:
    """Editions by their numbers, current or not any more; one query."""
    at = moment(at)
    sql = (
        f"SELECT {columns('e.payload')} FROM public_edition e WHERE e.uid = %s AND e.kind = %s"
        f" AND e.language = %s AND e.number IN ({marks(numbers)}) AND e.state = 'live' AND e.live_from <= %s"
        f" AND {not_withdrawn_since('e')}"
    )
    found = fetch_rows(sql, [uid, kind, language, *numbers, stamp(at.at), stamp(at.now)])
    return {row.number: row for row in found}


def status(uid: str, at: Moment | datetime | None = None, *, kind: str = "", language: str = "") -> Status:
    """
    What became of the record, or of the record in one language.

    Withdrawn is what was public once and is not now, whatever moment is asked about.
    """
    at = moment(at)
    found = _today(uid, kind, language, at)
    if any(state == "live" for state, *_ in found):
        return Status("live" if not at.is_past or _was_shown(uid, kind, language, at) else "absent")
    if not found:
        return Status("absent")
    _, note, since, replaced_by = max(found, key=lambda row: instant(row[2]))
    return Status("withdrawn", note, instant(since), replaced_by)


def _today(uid: str, kind: str, language: str, at: Moment) -> list[tuple]:
    """The end of every chain as it stands now, withdrawn or not."""
    now = stamp(at.now)
    narrow, more = _narrow(kind, language)
    sql = (
        "SELECT e.state, e.note, e.live_from, e.replaced_by FROM public_edition e WHERE e.uid = %s"
        f" AND e.live_from <= %s AND (e.live_until IS NULL OR e.live_until > %s) AND {not_retired('e')}{narrow}"
    )
    return fetch(sql, [uid, now, now, *more])


def _was_shown(uid: str, kind: str, language: str, at: Moment) -> bool:
    condition, params = current(at)
    narrow, more = _narrow(kind, language)
    sql = f"SELECT 1 FROM public_edition e WHERE e.uid = %s AND {condition}{narrow} LIMIT 1"
    return bool(fetch(sql, [uid, *params, *more]))


def _narrow(kind: str, language: str) -> tuple[str, list]:
    asked = [(name, value) for name, value in (("kind", kind), ("language", language)) if value]
    return "".join(f" AND e.{name} = %s" for name, _ in asked), [value for _, value in asked]


def _first(found: list):
    return found[0] if found else None
