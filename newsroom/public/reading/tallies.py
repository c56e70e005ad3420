"""What a page of hits shows: the editions themselves, and how many of all hits have each value of some facets."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from newsroom.public.prepared import among, fetch
from newsroom.public.reading.cards import union
from newsroom.public.reading.moments import Moment, current, moment
from newsroom.public.reading.rows import Row, as_row, columns

# Of the edition's columns only the first stand for something in a tally.
BLANK = ", ".join(["NULL"] * len(Row._fields))


class Tallied(NamedTuple):
    """
    Rows with their summaries and payloads, by edition number; and by facet its commonest values, the commonest first.

    A value may be a record that is not public: show it by its card, which then is none.
    """

    rows: dict[int, tuple[Row, bytes]]
    counts: dict[str, list[tuple[str, int]]]


def tallied(
    shown: Collection[int], counted: Collection[int], facets: Mapping[str, int], at: Moment | datetime | None = None
) -> Tallied:
    """`facets` says of how many values of each to tell. `counted` are editions that are known to be public."""
    at = moment(at)
    parts = [_shown(shown, at), *(_counted(counted, name, most) for name, most in facets.items())]
    rows, counts = {}, {name: [] for name in facets}
    for what, number, *values in fetch(*union(parts)):
        if what:
            counts[what].append((values[0], number))
        else:
            rows[number] = as_row(tuple(values[:-1])), values[-1]
    return Tallied(rows, counts)


def _shown(edition_ids: Collection[int], at: Moment) -> tuple[str, list]:
    condition, params = current(at)
    named, numbers = among("e.id", edition_ids, "bigint[]")
    sql = f"SELECT '', e.id, {columns('e.summary')}, e.payload FROM public_edition e WHERE {named} AND {condition}"
    return sql, [*numbers, *params]


def _counted(edition_ids: Collection[int], name: str, most: int) -> tuple[str, list]:
    named, numbers = among("f.edition_id", edition_ids, "bigint[]")
    sql = (
        f"SELECT f.value, count(*) AS number FROM public_facet f WHERE {named} AND f.name = %s"
        f" GROUP BY f.value ORDER BY count(*) DESC, f.value LIMIT {most}"
    )
    return f"SELECT '{name}', t.number, t.value, {BLANK} FROM ({sql}) AS t", [*numbers, name]
