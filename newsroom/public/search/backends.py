"""
Where lexemes are kept and found: GIN on PostgreSQL, FTS5 on SQLite. SEARCH_BACKEND names another class by its path.

A backend knows editions by number and nothing of what is public: that is asked of the editions themselves.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from newsroom.public.prepared import fetch
from newsroom.public.search.lexemes import Question

type Row = tuple[int, list[str], list[str]]
type Found = list[tuple[int, str]]


# A GIN index cannot be read newest first: a common word would drag in every edition that has it. So each edition also
# carries the number of its window, at several sizes (`w10x7`: the eighth 2^10 editions), and a question is narrowed to the
# two newest windows of the least size that hold enough, the last of them having perhaps only just begun.
WINDOWS = (10, 12, 14, 16, 18, 20)
POSTGRESQL = f"""
-- No foreign key: emptying the editions must not stumble over a table that no model owns.
CREATE TABLE public_search (rowid bigint PRIMARY KEY, lexemes tsvector NOT NULL, title text NOT NULL);
-- Without a pending list every read costs the same; publications are few.
CREATE INDEX public_search_lexemes ON public_search USING gin (lexemes) WITH (fastupdate = off);

CREATE FUNCTION public_search_newest(question tsquery, before bigint, wanted integer)
RETURNS TABLE (rowid bigint, title text) STABLE LANGUAGE plpgsql
-- The planner does not know that reading a vector means unpacking it, and would rather read all of them: seconds.
SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
    size integer;
    counted integer;
    found integer;
    number bigint;
    narrowed tsquery;
BEGIN
    FOREACH size IN ARRAY ARRAY{list(WINDOWS)} LOOP
        number := (before - 1) >> size;
        EXIT WHEN number < 2;
        -- As frequent everywhere as in the last window counted, the word would be too rare for this one too.
        CONTINUE WHEN found::bigint << (size - counted + 1) < wanted;
        narrowed := question && format('w%sx%s | w%sx%s', size, number, size, number - 1)::tsquery;
        SELECT count(*) INTO found FROM (
            SELECT FROM public_search s WHERE s.lexemes @@ narrowed AND s.rowid < before LIMIT wanted
        ) AS enough;
        IF found = wanted THEN
            question := narrowed;
            EXIT;
        END IF;
        counted := size;
    END LOOP;
    RETURN QUERY SELECT s.rowid, s.title FROM public_search s
        WHERE s.lexemes @@ question AND s.rowid < before ORDER BY s.rowid DESC LIMIT wanted;
END $$;
"""


class Backend(Protocol):
    def create(self) -> None: ...

    def destroy(self) -> None: ...

    def put(self, rows: Iterable[Row]) -> None:
        """Rows of (edition id, lexemes of its titles, all other lexemes), in place of what was there."""

    def add(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        """More lexemes, none of a title, to rows that are there."""

    def remove(self, edition_ids: Iterable[int]) -> None: ...

    def forget(self) -> None:
        """Give up what is still stored of rows that were removed, since their record is being erased."""

    def newest(self, question: Question, *, before: int | None, limit: int) -> Found:
        """The highest edition ids below `before` that answer the question, each with its title lexemes."""

    def newest_of_each(self, questions: Sequence[tuple[Question, int]]) -> list[Found]:
        """The same for several questions, each with its limit, in one go."""


class SqliteBackend:
    def create(self) -> None:
        # Terms come folded: the tokenizer may not have opinions. Positions are never asked for.
        _execute(
            "CREATE VIRTUAL TABLE public_search"
            " USING fts5(lexemes, title UNINDEXED, tokenize='ascii', detail='none', columnsize=0)"
        )

    def destroy(self) -> None:
        _execute("DROP TABLE public_search")

    def put(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        self.remove(edition_id for edition_id, _title, _rest in rows)
        _execute_many(
            "INSERT INTO public_search (rowid, title, lexemes) VALUES (%s, %s, %s)",
            [(edition_id, " ".join(title), " ".join([*title, *rest])) for edition_id, title, rest in rows],
        )

    def add(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        _execute_many(
            "UPDATE public_search SET lexemes = lexemes || ' ' || %s WHERE rowid = %s",
            [(" ".join(lexemes), edition_id) for edition_id, lexemes in rows],
        )

    def remove(self, edition_ids: Iterable[int]) -> None:
        _execute_many("DELETE FROM public_search WHERE rowid = %s", [(edition_id,) for edition_id in edition_ids])

    def forget(self) -> None:
        # A row that is deleted stays in its segment until segments are merged.
        _execute("INSERT INTO public_search (public_search) VALUES ('optimize')")

    def newest(self, question: Question, *, before: int | None, limit: int) -> Found:
        return fetch(*self._newest(question, before, limit))

    def newest_of_each(self, questions: Sequence[tuple[Question, int]]) -> list[Found]:
        return _fetch_each([self._newest(question, None, limit) for question, limit in questions])

    def _newest(self, question: Question, before: int | None, limit: int) -> tuple[str, list]:
        # FTS5 walks its lists backwards, so a common word costs no more than a rare one.
        sql = (
            "SELECT rowid, title FROM public_search WHERE public_search MATCH %s AND rowid < %s"
            " ORDER BY rowid DESC LIMIT %s"
        )
        return sql, [_boolean(question, " AND ", " OR ", '"'), before or 2**62, limit]


class PostgresqlBackend:
    def create(self) -> None:
        _execute(POSTGRESQL)

    def destroy(self) -> None:
        _execute("DROP TABLE public_search; DROP FUNCTION public_search_newest")

    def put(self, rows: Iterable[Row]) -> None:
        _execute_many(
            "INSERT INTO public_search (rowid, title, lexemes) VALUES (%s, %s, array_to_tsvector(%s))"
            " ON CONFLICT (rowid) DO UPDATE SET title = excluded.title, lexemes = excluded.lexemes",
            [
                (edition_id, " ".join(title), [*title, *rest, *self._windows(edition_id)])
                for edition_id, title, rest in rows
            ],
        )

    def add(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        _execute_many(
            "UPDATE public_search SET lexemes = lexemes || array_to_tsvector(%s) WHERE rowid = %s",
            [(lexemes, edition_id) for edition_id, lexemes in rows],
        )

    def remove(self, edition_ids: Iterable[int]) -> None:
        _execute("DELETE FROM public_search WHERE rowid = ANY(%s)", (list(edition_ids),))

    def forget(self) -> None:
        """Left to the vacuum."""

    def newest(self, question: Question, *, before: int | None, limit: int) -> Found:
        return fetch(*self._newest(question, before, limit))

    def newest_of_each(self, questions: Sequence[tuple[Question, int]]) -> list[Found]:
        return _fetch_each([self._newest(question, None, limit) for question, limit in questions])

    def _newest(self, question: Question, before: int | None, limit: int) -> tuple[str, list]:
        sql = (
            "SELECT rowid, title FROM public_search_newest("
            "%s::tsquery, coalesce(%s, (SELECT max(rowid) + 1 FROM public_search)), %s)"
        )
        return sql, [_boolean(question, " & ", " | ", "'"), before, limit]

    def _windows(self, edition_id: int) -> list[str]:
        return [f"w{size}x{edition_id >> size}" for size in WINDOWS]


BACKENDS: dict[str, type[Backend]] = {"postgresql": PostgresqlBackend, "sqlite": SqliteBackend}


def backend() -> Backend:
    path = getattr(settings, "SEARCH_BACKEND", None)
    return import_string(path)() if path else BACKENDS[connection.vendor]()


def _fetch_each(parts: Sequence[tuple[str, list]]) -> list[Found]:
    sql = " UNION ALL ".join(
        f"SELECT {number} AS part, found{number}.* FROM ({sql}) AS found{number}"
        for number, (sql, _) in enumerate(parts)
    )
    found: list[Found] = [[] for _ in parts]
    for number, edition_id, title in fetch(sql, [value for _, values in parts for value in values]) if parts else ():
        found[number].append((edition_id, title))
    return found


def _boolean(question: Question, both: str, either: str, quote: str) -> str:
    """Lexemes are letters and digits only, so quoting is all the care they need."""
    return both.join(f"({either.join(quote + lexeme + quote for lexeme in entry)})" for entry in question)


def _execute(sql: str, parameters: Sequence | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def _execute_many(sql: str, rows: Sequence[Sequence]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
