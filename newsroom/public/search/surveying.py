"""All that is ranked for a query at once, in two queries: for who counts what was found, and looks for it elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

from newsroom.public.search.backends import Found, backend
from newsroom.public.search.finding import LIMIT, Condition, Hit, Page, Position, newest, order, order_of, public
from newsroom.public.search.lexemes import ANYWHERE, PLACES, Question, of_kinds, questions
from newsroom.public.search.names import WHOLLY, likeness, name_questions, spelt_words
from relations.values.languages import LANGUAGES

# So many editions are looked at for each place, of which some are not public; and where a condition leaves out most.
DEPTH, NARROWED_DEPTH = 500, 2_000
# With so many at hand no older ones are looked for.
ENOUGH = 100
# Editions with names like the query: of those that are the likest, a record has one in each language.
NAMES, LIKEST = 60, 24


class Elsewhere(NamedTuple):
    """How many answer in another language; with `more`, at least so many."""

    number: int
    more: bool


class Survey(NamedTuple):
    """
    `hits` the best first; with `more`, others answer that are not ranked. `alike` holds numbers of editions, public or
    not, of records whose names are like the query, the likest first.
    """

    hits: list[Hit]
    more: bool
    elsewhere: dict[str, Elsewhere]
    alike: list[int]

    def page(self, size: int, after: Position | None = None) -> Page:
        start = order_of(after) if after else None
        hits = [hit for hit in self.hits if start is None or order(hit) > start]
        return Page(hits[:size], hits[size - 1].position if len(hits) > size else None)


def survey(
    query: str, *, language: str, current: Condition, kinds: Sequence[str] | None = None, narrowed: bool = False
) -> Survey:
    """`current` as for `find`; `narrowed` where it holds for few of those that are current."""
    asked = questions(query, language)
    depth = NARROWED_DEPTH if narrowed else DEPTH
    here = {place: asked[place] + _of(language, kinds) for place in PLACES if asked}
    there = {code: question[ANYWHERE] + _of(code, kinds) for code, question in _elsewhere(query, language).items()}
    names = name_questions(query, language)
    found = backend().newest_of_each(
        [*((one, depth) for one in (*here.values(), *there.values())), *((one, NAMES) for one in names)]
    )
    batches = dict(zip((*here, *there), found, strict=False))
    known = public({pk: heading for batch in batches.values() for pk, heading in batch}, current, asked)
    hits = {}
    for place, question in here.items():
        hits |= _ranked(
            question, batches[place], current, asked, known, deeper=not narrowed and len(batches[place]) == depth
        )
    return Survey(
        sorted(hits.values(), key=order),
        any(len(batches[place]) == depth for place in here),
        {code: _counted(batches[code], known, depth) for code in there},
        _likest(query, language, found[len(batches) :]),
    )


def _of(language: str, kinds: Sequence[str] | None) -> Question:
    return [] if kinds is None else [of_kinds(language, kinds)]


def _elsewhere(query: str, language: str) -> dict[str, dict[str, Question]]:
    asked = {code: questions(query, code) for code in LANGUAGES if code != language}
    return {code: question for code, question in asked.items() if question}


def _ranked(
    question, batch: Found, current: Condition, asked, known: dict[int, Hit], *, deeper: bool
) -> dict[int, Hit]:
    found = {pk: known[pk] for pk, _ in batch if pk in known}
    if deeper and len(found) < ENOUGH:
        found |= newest(question, current, asked, known, min(pk for pk, _ in batch))
    return {pk: found[pk] for pk in sorted(found, reverse=True)[:LIMIT]}


def _counted(batch: Found, known: dict[int, Hit], depth: int) -> Elsewhere:
    number = sum(pk in known for pk, _ in batch)
    return Elsewhere(min(number, LIMIT), number > LIMIT or len(batch) == depth)


def _likest(query: str, language: str, found: Sequence[Found]) -> list[int]:
    words = spelt_words(query, language)
    headings = {pk: heading for batch in found for pk, heading in batch}
    rated = {pk: rate for pk, heading in headings.items() if (rate := likeness(words, heading))}
    # Where one name is so much more like the query, another is not meant.
    least = max(rated.values(), default=0) - WHOLLY
    return sorted((pk for pk in rated if rated[pk] > least), key=lambda pk: (-rated[pk], -pk))[:LIKEST]
