"""What the door calls: rows of the index come and go in the transaction of the publication."""

from collections.abc import Iterable

from newsroom.public.search.backends import Row, backend
from newsroom.public.search.lexemes import document
from newsroom.public.search.names import name_lexemes

# The kind of record that is found by names like its own.
NAMED = "actor"


def index_edition(
    edition_id: int, language: str, kind: str, title: str, text: str = "", names: Iterable[str] = ()
) -> None:
    """
    `names`: every other name of the record in every language and script, found and ranked like the title.
    `text`: the edition's own words, never words frozen beside a reference whose target may not be public.
    """
    index_editions([(edition_id, language, kind, title, text, names)])


def index_editions(rows: Iterable[tuple[int, str, str, str, str, Iterable[str]]]) -> None:
    backend().put(row_of(*row) for row in rows)


def row_of(edition_id: int, language: str, kind: str, title: str, text: str, names: Iterable[str]) -> Row:
    titles = [title, *names]
    heading, body = document(language, kind, titles, text)
    return edition_id, heading, [*body, *(name_lexemes(titles) if kind == NAMED else ())]


def drop_edition(edition_id: int) -> None:
    drop_editions([edition_id])


def drop_editions(edition_ids: Iterable[int]) -> None:
    backend().remove(edition_ids)


def forget_editions(edition_ids: Iterable[int]) -> None:
    """Drop editions whose words are erased, so that nothing of them stays in the index; slow, and rare."""
    backend().remove(edition_ids)
    backend().forget()
