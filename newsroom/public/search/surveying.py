"""All that is ranked for a query at once, in two queries: for who counts what was found, and looks for it elsewhere."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from newsroom.public.search.backends import backend
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
    """`hits` the best first; with `more`, others answer that are not ranked. `named` are headings of names to compare."""

    query: str
    hits: list[Hit]
    more: bool
    elsewhere: dict[str, Elsewhere]
    named: dict[int, str]

    def page(self, size: int, after: Position | None = None) -> Page:
        start = order_of(after) if after else None
        hits = [hit for hit in self.hits if start is None or order(hit) > start]
        return Page(hits[:size], hits[size - 1].position if len(hits) > size else None)

    def alike(self) -> list[int]:
        """Editions, public or not, of records whose names are like the query, the likest first."""
        words = spelt_words(self.query)
        rated = {pk: rate for pk, heading in self.named.items() if (rate := likeness(words, heading))}
        # Where one name is so much more like the query, another is not meant.
        least = max(rated.values(), default=0) - WHOLLY
        return sorted((pk for pk in rated if rated[pk] > least), key=lambda pk: (-rated[pk], -pk))[:LIKEST]


def survey(
    query: str, *, language: str, current: Condition, kinds: Sequence[str] | None = None, narrowed: bool = False
) -> Survey:
    """`current` as for `find`; `narrowed` where it holds for few of those that are current."""
    asked = questions(query, language)
    depth = NARROWED_DEPTH if narrowed else DEPTH
    here = {place: asked[place] + _of(language, kinds) for place in PLACES if asked}
    there = {code: question[ANYWHERE] + _of(code, kinds) for code, question in _elsewhere(query, language).items()}
    batches, named = _looked_up({**here, **there}, depth, name_questions(query))
    known = public({pk: heading for batch in batches.values() for pk, heading in batch.items()}, current, asked)
    hits, more = {}, False
    for place, question in here.items():
        older = None if narrowed else partial(newest, question, current, asked, known)
        ranked, is_cut = _ranked(batches[place], known, depth, older)
        hits, more = hits | ranked, more or is_cut
    elsewhere = {code: _counted(batches[code], known, depth) for code in there}
    return Survey(query, sorted(hits.values(), key=order), more, elsewhere, named)


def _looked_up(asked: dict[str, Question], depth: int, names: list[Question]) -> tuple[dict[str, dict], dict[int, str]]:
    """By place or language the headings of the newest editions that answer; and those of names."""
    parts = [(question, depth) for question in asked.values()] + [(question, NAMES) for question in names]
    found = [dict(one) for one in backend().newest_of_each(parts)]
    return dict(zip(asked, found, strict=False)), {pk: one[pk] for one in found[len(asked) :] for pk in one}


def _ranked(
    batch: dict[int, str], known: dict[int, Hit], depth: int, older: Callable[[int], dict] | None
) -> tuple[dict[int, Hit], bool]:
    """The newest that are public, with `older` ones where they are too few; and whether there may be others."""
    found = {pk: known[pk] for pk in batch if pk in known}
    is_cut = len(batch) == depth
    if is_cut and older and len(found) < ENOUGH:
        found |= older(min(batch))
        is_cut = False
    return dict(sorted(found.items(), reverse=True)[:LIMIT]), is_cut or len(found) > LIMIT


def _of(language: str, kinds: Sequence[str] | None) -> Question:
    return [] if kinds is None else [of_kinds(language, kinds)]


def _elsewhere(query: str, language: str) -> dict[str, dict[str, Question]]:
    asked = {code: questions(query, code) for code in LANGUAGES if code != language}
    return {code: question for code, question in asked.items() if question}


def _counted(batch: dict[int, str], known: dict[int, Hit], depth: int) -> Elsewhere:
    number = len(batch.keys() & known.keys())
    return Elsewhere(min(number, LIMIT), number > LIMIT or len(batch) == depth)
