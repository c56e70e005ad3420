"""On which days the public record of two countries changed."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from newsroom.public.prepared import among
from newsroom.public.reading.arms import Page
from newsroom.public.reading.moments import Moment, not_withdrawn_since, stamp
from newsroom.public.reading.rows import Row

# Of the columns of a row only the first stands for something here.
BLANK = ", ".join(["NULL"] * (len(Row._fields) - 1))


class Days(NamedTuple):
    """
    Days in UTC since a moment, up to the present whatever moment is asked about, on which something was published.

    Something is what concerns both countries, a post of either and who holds it, and the records named by `uids`; in
    any language, since what a language lacks is read in another. What has been withdrawn since leaves no trace.
    """

    countries: tuple[str, ...]
    uids: tuple[str, ...]
    since: datetime

    def part(self, number: int, at: Moment, content: str) -> tuple[str, list]:
        """One among the parts of `pages`."""
        concerned, params = self._concerned()
        sql = (
            f"SELECT DISTINCT {_day('e.live_from')} AS day FROM public_edition e WHERE e.id IN ({concerned})"
            f" AND e.state = 'live' AND e.live_from >= %s AND e.live_from <= %s AND {not_withdrawn_since('e')}"
        )
        now = stamp(at.now)
        return f"SELECT {number}, d.day, {BLANK}, 0 FROM ({sql}) AS d", [*params, stamp(self.since), now, now]

    def page(self, found: list[tuple]) -> Page:
        """Its rows are the days in ISO form, the first one first."""
        return Page(sorted(values[0] for values in found), None)

    def _concerned(self) -> tuple[str, list]:
        """Ids of editions, found by the indexes alone."""
        named, uids = among("o.uid", self.uids)
        of_either, countries = among("p.value", self.countries)
        posts = f"public_facet p WHERE p.name = 'country' AND p.kind = 'post' AND {of_either}"
        sql = (
            f"SELECT o.id FROM public_edition o WHERE {named}"
            " UNION SELECT f.edition_id FROM public_facet f JOIN public_facet g ON g.edition_id = f.edition_id"
            " AND g.name = 'country' AND g.value = %s WHERE f.name = 'country' AND f.value = %s"
            f" UNION SELECT p.edition_id FROM {posts}"
            f" UNION SELECT h.edition_id FROM public_facet h WHERE h.name = 'post' AND h.value IN (SELECT p.uid FROM {posts})"
        )
        return sql, [*uids, self.countries[0], self.countries[-1], *countries, *countries]


def _day(column: str) -> str:
    if connection.vendor == "sqlite":
        return f"substr({column}, 1, 10)"
    return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
