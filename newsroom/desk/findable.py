"""The words by which colleagues find a record, folded so that spellings and scripts' marks make no difference."""

from newsroom.desk.fields import texts_of
from newsroom.public.search.analysis import TOKEN
from newsroom.public.search.folding import fold
from relations.models import Actor, Record

# Names and titles are found; running text is for the readers' search.
LONGEST = 300


def folded(text: str) -> str:
    """`Əlcəzair–Bakı` → `elcezair baki`. What is typed into a search is folded alike before it is compared."""
    return " ".join(filter(None, (fold(match[0]) for match in TOKEN.finditer(text))))


def found_by(row: Record, language: str) -> str:
    """Key, short texts of the record and its parts in one language, and names in every script."""
    names = [name.form for name in row.names.all()] if isinstance(row, Actor) else []
    short = [text for text in texts_of(row, language).values() if len(text) <= LONGEST]
    return folded(" ".join([row.key, *short, *names]))
