"""Queries that are always the same, as reading and searching ask them."""

from collections.abc import Collection, Sequence
from functools import lru_cache

import orjson
import psycopg
from django.db import connection


def fetch(sql: str, params: Sequence = ()) -> list[tuple]:
    with preparing_cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def preparing_cursor():
    """
    On PostgreSQL one that binds on the server, where a query asked often is planned once (`OPTIONS` in the
    settings), and that gets rows in binary. Django's own cursor sends every value as text within the query.
    """
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    cursor = NumberingCursor(connection.connection)
    cursor.format = psycopg.pq.Format.BINARY
    return connection.make_debug_cursor(cursor) if connection.queries_logged else connection.make_cursor(cursor)


class NumberingCursor(psycopg.RawCursor):
    """Numbers parameters as PostgreSQL does. Psycopg would do so itself, but remembers no query longer than a page."""

    def execute(self, query: str, params: Sequence = (), **options):
        return super().execute(with_numbers(query), params, **options)


@lru_cache(maxsize=1_024)
def with_numbers(sql: str) -> str:
    first, *others = sql.split("%s")
    numbered = (f"${number}{text}" for number, text in enumerate(others, 1))
    return "".join([first, *numbered]).replace("%%", "%")


def among(column: str, values: Collection, array: str = "text[]") -> tuple[str, list]:
    """The condition that a column has one of these values; the same SQL whatever their number, so that it is kept."""
    if connection.vendor == "sqlite":
        return f"{column} IN (SELECT value FROM json_each(%s))", [orjson.dumps(list(values)).decode()]
    # One string is far cheaper to hand over than an array; no value has a line break in it.
    return f"{column} = ANY(string_to_array(%s, chr(10))::{array})", ["\n".join(map(str, values))]
