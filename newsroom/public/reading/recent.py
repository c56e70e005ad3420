"""What has changed of late: corrections, and what the last days brought to dossiers."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import among, fetch
from newsroom.public.reading.arms import Cursor
from newsroom.public.reading.cards import union
from newsroom.public.reading.moments import Moment, current, instant, moment, not_withdrawn_since, stamp
from newsroom.public.reading.narrowing import ROW_BY_ROW
from newsroom.public.reading.preference import known
from newsroom.public.reading.rows import AsRead, marks
from relations.values.languages import LANGUAGES

WEEK = timedelta(days=7)
# Of a week in which more than this was published, only the last publications are counted.
LOOKED_AT = 1_000
# Nobody has to know how many more articles than this there are.
ENOUGH = 100
GROWING = ("article", "agreement", "event")
# Pictures have no page that a correction could lead to.
WITHOUT_PAGE = "picture"


class Correction(NamedTuple):
    """A correction of a record that is still public, with the title and the address that it has now."""

    uid: str
    kind: str
    language: str
    slug: str
    title: str
    at: datetime
    note: str


class News(NamedTuple):
    """How many records of a kind a dossier got within a week, and the newest of them."""

    kind: str
    language: str
    slug: str
    title: str
    at: datetime
    number: int


class Lately(AsRead):
    """What `lately` found."""

    @cached_property
    def corrections(self) -> list[Correction]:
        return [Correction(*record, instant(since), note) for *record, since, note, _number in self._told("corrected")]

    @cached_property
    def news(self) -> dict[str, list[News]]:
        """By the uid of the dossier, the newest first."""
        found = {}
        for uid, *record, since, _note, number in self._told("new"):
            found.setdefault(uid, []).append(News(*record, instant(since), number))
        return {uid: sorted(news, key=lambda one: (one.at, one.kind), reverse=True) for uid, news in found.items()}

    @cached_property
    def articles(self) -> dict[str, int]:
        """By language, where more than `ENOUGH` are one more."""
        return {language: number for _uid, _kind, language, *_, number in self._told("articles")}

    def _told(self, what: str) -> Iterator[tuple]:
        return (values[1:] for values in self.rows if values[0] == what)


def corrections(
    language: str, at: Moment | datetime | None = None, *, after: Cursor | None = None, size: int = 25
) -> tuple[list[Correction], Cursor | None]:
    """Corrections in a language, the latest first, and the cursor of the next page if there is one."""
    found = [_correction(values) for values in fetch(*_corrections(language, moment(at), after, size + 1))]
    shown = found[:size]
    return shown, Cursor(shown[-1].at, shown[-1].uid) if len(found) > size else None


def lately(
    language: str, dossiers: Collection[str], at: Moment | datetime | None = None, *, corrected: int = 5
) -> Lately:
    """All of it for the front page of a language, in one query."""
    at = moment(at)
    padded = "SELECT 'corrected' AS what, e.*, 0 AS number FROM ({}) AS e"
    sql, params = _corrections(language, at, None, corrected)
    parts = [(padded.format(sql), params), *(_articles(code, at) for code in LANGUAGES)]
    return Lately(fetch(*union([*parts, _news(language, dossiers, at)])))


def _correction(values: Sequence) -> Correction:
    row = Correction._make(values)
    return row._replace(at=instant(row.at))


def _corrections(language: str, at: Moment, after: Cursor | None, limit: int) -> tuple[str, list]:
    """Those a later edition followed too: a record goes on to own up to all of its corrections."""
    condition, params = current(at, "c")
    beyond, more = _beyond(after)
    sql = (
        "SELECT e.uid, c.kind, c.language, c.slug, c.title, e.live_from, e.note FROM public_edition e"
        " JOIN public_edition c ON c.uid = e.uid AND c.language = e.language"
        " WHERE e.action = 'corrected' AND e.language = %s AND e.live_from <= %s AND c.kind <> %s"
        f" AND {not_withdrawn_since('e')} AND {condition}{beyond} ORDER BY e.live_from DESC, e.uid DESC LIMIT {limit}"
    )
    return sql, [language, stamp(at.at), WITHOUT_PAGE, stamp(at.now), *params, *more]


def _beyond(after: Cursor | None) -> tuple[str, list]:
    if after is None:
        return "", []
    since = stamp(after.sort)
    return " AND e.live_from <= %s AND (e.live_from < %s OR e.uid < %s)", [since, since, after.uid]


def _articles(language: str, at: Moment) -> tuple[str, list]:
    condition, params = current(at)
    # Down the index of lists: without an order PostgreSQL would rather read the table from its beginning.
    few = (
        f"SELECT 1 FROM public_edition e WHERE e.kind = 'article' AND e.language = %s AND {condition}"
        f" ORDER BY e.sort_date DESC, e.uid DESC LIMIT {ENOUGH + 1}"
    )
    shown = f"'articles', '', 'article', '{known(language)}', '', '', NULL, '', count(*)"
    return f"SELECT {shown} FROM ({few}) AS few", [language, *params]


def _news(language: str, dossiers: Collection[str], at: Moment) -> tuple[str, list]:
    """Of each kind the newest record that has both countries of a dossier, with the number of all."""
    pairs, params = _pairs(language, dossiers, at)
    fresh, more = _fresh(language, at)
    by_kind = "OVER (PARTITION BY d.uid, n.kind"
    newest = "ORDER BY n.first_published_at DESC, n.sort_date DESC, n.uid DESC"
    # In this order on SQLite, which would rather begin with all that ever involved a country.
    sql = (
        "SELECT d.uid, n.kind, n.language, n.slug, n.title, n.first_published_at,"
        f" count(*) {by_kind}) AS number, row_number() {by_kind} {newest}) AS place"
        f" FROM ({fresh}) AS n CROSS JOIN ({pairs}) AS d CROSS JOIN public_facet p CROSS JOIN public_facet q"
        " WHERE p.edition_id = n.id AND p.name = 'country' AND p.value = d.one"
        " AND q.edition_id = n.id AND q.name = 'country' AND q.value = d.other"
    )
    return (
        "SELECT 'new', x.uid, x.kind, x.language, x.slug, x.title, x.first_published_at, '', x.number"
        f" FROM ({sql}) AS x WHERE x.place = 1",
        [*more, *params],
    )


def _pairs(language: str, dossiers: Collection[str], at: Moment) -> tuple[str, list]:
    condition, params = current(at, "d")
    named, names = among("d.uid", dossiers)
    sql = (
        "SELECT d.uid, a.value AS one, b.value AS other FROM public_edition d"
        " JOIN public_facet a ON a.edition_id = d.id AND a.name = 'country'"
        " JOIN public_facet b ON b.edition_id = d.id AND b.name = 'country' AND b.value > a.value"
        # By itself, lest PostgreSQL look up every record of each country.
        f" WHERE {named} AND d.language = %s AND {condition}{ROW_BY_ROW[connection.vendor]}"
    )
    return sql, [*names, language, *params]


def _fresh(language: str, at: Moment) -> tuple[str, list]:
    """What was first published within the week: found among the last publications, whatever the archive holds."""
    condition, params = current(at)
    since = stamp(at.at - WEEK)
    last = (
        "SELECT * FROM public_edition WHERE live_from > %s AND live_from <= %s"
        f" ORDER BY live_from DESC, id DESC LIMIT {LOOKED_AT}"
    )
    sql = (
        "SELECT e.id, e.uid, e.kind, e.language, e.slug, e.title, e.first_published_at, e.sort_date"
        f" FROM ({last}) AS e WHERE e.kind IN ({marks(GROWING)}) AND e.language = %s"
        f" AND e.first_published_at > %s AND {condition}"
    )
    return sql, [since, stamp(at.at), *GROWING, language, since, *params]
