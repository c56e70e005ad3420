"""Public editions whose titles have some of the words asked for: for who comes by a wrong address."""

from typing import NamedTuple

from newsroom.public.prepared import among, fetch
from newsroom.public.search.backends import backend
from newsroom.public.search.finding import Condition
from newsroom.public.search.lexemes import IN_TITLE, Question, questions

# So many of the newest titles with any of the words are compared, and so many of the likest asked for.
COMPARED, LIKEST = 400, 20


class Suggestion(NamedTuple):
    kind: str
    slug: str
    title: str


def suggest(query: str, *, language: str, current: Condition, size: int) -> list[Suggestion]:
    """The likest first; two queries, or none where no word says anything. `current` is as in `find`."""
    words = questions(query, language).get(IN_TITLE, [])
    if not words:
        return []
    any_of_them = [tuple(dict.fromkeys(lexeme for word in words for lexeme in word))]
    batch = backend().newest(any_of_them, before=None, limit=COMPARED)
    scores = {edition_id: in_common(words, heading) for edition_id, heading in batch}
    enough = enough_of(len(words))
    likest = sorted((one for one in scores if scores[one] >= enough), key=lambda one: (-scores[one], -one))[:LIKEST]
    return public(likest, current)[:size]


def enough_of(number: int) -> int:
    """Half of the words, but two where there are as many: one in common is chance."""
    return max(min(2, number), (number + 1) // 2)


def in_common(words: Question, heading: str) -> int:
    lexemes = set(heading.split())
    return sum(not lexemes.isdisjoint(word) for word in words)


def public(likest: list[int], current: Condition) -> list[Suggestion]:
    condition, parameters = current
    named, numbers = among("e.id", likest, "bigint[]")
    sql = f"SELECT e.id, e.kind, e.slug, e.title FROM public_edition e WHERE {named} AND {condition}"
    found = {pk: Suggestion(*values) for pk, *values in fetch(sql, [*numbers, *parameters])}
    return [found[pk] for pk in likest if pk in found]
