"""Which editions are current: the only definition."""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

# Editions are retired five minutes after their end at the earliest; the rest is room for clocks that differ.
PRESENT = timedelta(minutes=1)


class Moment(NamedTuple):
    """
    `at` is asked about; `now` decides what has been withdrawn since. With `advance`, editions of an advance release count
    before their moment, in place of the public ones they will follow: for partners who may see them, and them alone.
    """

    at: datetime
    now: datetime
    advance: bool = False

    @property
    def to_strangers(self) -> "Moment":
        """For what never shows an advance edition: search, counts of facets, the change feed."""
        return self._replace(advance=False)

    @property
    def day(self) -> "Moment":
        """For what changes from day to day, to strangers."""
        midnight = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        return Moment(midnight, midnight)

    @property
    def is_past(self) -> bool:
        return self.at < self.now

    @property
    def is_present(self) -> bool:
        """The small indexes, which leave out what was retired, hold all that was shown then."""
        return self.now - self.at <= PRESENT


def moment(at: Moment | datetime | None = None) -> Moment:
    """Without a moment, the present. Tests may ask about the future; whoever serves strangers must not let them."""
    if isinstance(at, Moment):
        return at
    now = timezone.now()
    return Moment(at or now, max(at or now, now))


def current(at: Moment, alias: str = "e") -> tuple[str, list]:
    """
    The condition under which the edition `alias` is shown, with its parameters.

    What was withdrawn since is shown at no earlier moment either.
    """
    when = stamp(at.at)
    sql = f"{alias}.state = 'live' AND {alias}.live_from <= %s AND ({alias}.live_until IS NULL OR {alias}.live_until > %s)"
    params = [when, when]
    if at.is_present:
        sql += f" AND {not_retired(alias)}"
    if at.advance and not at.is_past:
        sql, params = _or_in_advance(sql, params, alias, when)
    if at.is_past:
        sql += f" AND {not_withdrawn_since(alias)}"
        params.append(stamp(at.now))
    return sql, params


def _or_in_advance(sql: str, params: list, alias: str, when) -> tuple[str, list]:
    """Or the next edition of its chain, where that is of an advance release; then not the one it follows."""
    same = f"SELECT 1 FROM public_edition w WHERE w.uid = {alias}.uid AND w.language = {alias}.language"
    followed = f"EXISTS ({same} AND w.live_from = {alias}.live_until AND w.advance AND w.state = 'live')"
    sooner = f"EXISTS ({same} AND w.live_from > %s AND w.live_from < {alias}.live_from)"
    next_one = f"{alias}.state = 'live' AND {alias}.advance AND {alias}.live_from > %s AND NOT {sooner}"
    return f"({sql} AND NOT {followed} OR {next_one})", [*params, when, when]


def not_withdrawn_since(alias: str) -> str:
    """Takes one parameter: the present."""
    return (
        f"NOT EXISTS (SELECT 1 FROM public_edition w WHERE w.state = 'withdrawn' AND w.uid = {alias}.uid"
        f" AND w.language = {alias}.language AND w.live_from > {alias}.live_from AND w.live_from <= %s)"
    )


@cache
def not_retired(alias: str) -> str:
    """In the words of the partial indexes, which differ."""
    return f"{alias}.retired = 0" if connection.vendor == "sqlite" else f"NOT {alias}.retired"


@lru_cache(maxsize=64)
def stamp(value: datetime):
    """A moment as this database compares it."""
    return connection.ops.adapt_datetimefield_value(value)


def instant(value: datetime | str) -> datetime:
    """A moment as this database returned it: SQLite knows no zone, and for computed columns no type either."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
