"""Which public editions answer a query, the best first."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from newsroom.public.prepared import among, fetch
from newsroom.public.search.backends import backend
from newsroom.public.search.highlighting import Segments, snippets
from newsroom.public.search.lexemes import (
    ANYWHERE,
    IN_NAME,
    IN_TITLE,
    PLACES,
    WHOLE_TITLE,
    Question,
    answers,
    of_kinds,
    questions,
)

# So many of the newest answers in each place are ranked; a search for a common word does not reach older ones.
LIMIT = 200
# Asked for at first, some not being public any more, and at most at once, where a record has thousands of editions.
FIRST_BATCH, LAST_BATCH = 250, 2_000
BATCHES = 12
DISTANT = datetime(9999, 1, 1, tzinfo=UTC)

# Rank, date in ISO 8601, uid: what a cursor has to hold.
type Position = tuple[int, str, str]
# SQL about an edition by the name of "e", and its parameters.
type Condition = tuple[str, Sequence]


class Hit(NamedTuple):
    edition_id: int
    uid: str
    # 0: the query is a title or name; 1: all of it is in a name or short title; 2: in titles; 3: in the text.
    rank: int
    sort_date: datetime
    kind: str
    snippet: Segments = ()

    @property
    def position(self) -> Position:
        return self.rank, self.sort_date.isoformat(), self.uid


class Page(NamedTuple):
    hits: list[Hit]
    # Where the next page starts; None on the last.
    after: Position | None


def find(
    query: str,
    *,
    language: str,
    current: Condition,
    kinds: Sequence[str] | None = None,
    page_size: int = 25,
    after: Position | None = None,
) -> Page:
    """
    One page of hits: by rank, then the newest first.

    `current` says what is public at the moment asked about, in the words of `reading.current`; nothing else is found.
    A query of nothing but function words, or of no words at all, finds nothing.
    """
    start = order_of(after) if after else None
    hits: list[Hit] = []
    for worst, found in _gathered(query, language, current, kinds):
        known = (hit for hit in found.values() if hit.rank <= worst)
        hits = sorted((hit for hit in known if start is None or order(hit) > start), key=order)
        if len(hits) > page_size:
            break
    page = hits[:page_size]
    shown = snippets(_payloads([hit.edition_id for hit in page]), query, language)
    more = len(hits) > page_size
    return Page([hit._replace(snippet=shown[hit.edition_id]) for hit in page], page[-1].position if more else None)


def _payloads(edition_ids: Sequence[int]) -> list[tuple[int, bytes]]:
    named, numbers = among("id", edition_ids, "bigint[]")
    return fetch(f"SELECT id, payload FROM public_edition WHERE {named}", numbers) if edition_ids else []


def candidates(query: str, *, language: str, current: Condition, kinds: Sequence[str] | None = None) -> list[Hit]:
    """Every hit that is ranked, in no order and without snippets."""
    hits: dict[int, Hit] = {}
    for _worst, found in _gathered(query, language, current, kinds):
        hits |= found
    return list(hits.values())


def _gathered(query: str, language: str, current: Condition, kinds: Sequence[str] | None) -> Iterator[tuple[int, dict]]:
    """
    The hits by edition, twice: those of titles and names, then all; with the worst rank that is complete by then.

    A page that titles fill needs no look into the texts, where a common word stands in thousands.
    """
    asked = questions(query, language)
    wanted = [] if kinds is None else [of_kinds(language, kinds)]
    if not asked or () in wanted:
        return
    found: dict[int, Hit] = {}
    for place in (IN_TITLE, IN_NAME, WHOLE_TITLE):
        in_place = newest(asked[place] + wanted, current, asked, found)
        found |= in_place
        if len(in_place) < LIMIT:
            # These are all, those in better places among them.
            break
    yield PLACES.index(IN_TITLE), found
    yield PLACES.index(ANYWHERE), found | newest(asked[ANYWHERE] + wanted, current, asked, found)


def newest(
    question: Question,
    current: Condition,
    asked: dict[str, Question],
    known: dict[int, Hit],
    before: int | None = None,
) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    size = FIRST_BATCH
    for _ in range(BATCHES):
        batch = dict(backend().newest(question, before=before, limit=size))
        found |= {edition_id: known[edition_id] for edition_id in batch.keys() & known.keys()}
        found |= public({pk: heading for pk, heading in batch.items() if pk not in known}, current, asked)
        if len(batch) < size or len(found) >= LIMIT:
            break
        before, size = min(batch), min(size * 2, LAST_BATCH)
    return {edition_id: found[edition_id] for edition_id in sorted(found, reverse=True)[:LIMIT]}


def public(batch: dict[int, str], current: Condition, asked: dict[str, Question]) -> dict[int, Hit]:
    """Those of a batch that are, by number. Its headings tell how well each answers."""
    if not batch:
        return {}
    condition, parameters = current
    named, numbers = among("e.id", batch, "bigint[]")
    sql = f"SELECT e.id, e.uid, e.sort_date, e.kind FROM public_edition e WHERE {named} AND {condition}"
    rows = fetch(sql, [*numbers, *parameters])
    return {pk: Hit(pk, uid, _rank(batch[pk], asked), _aware(date), kind) for pk, uid, date, kind in rows}


def _rank(heading: str, asked: dict[str, Question]) -> int:
    # Most titles do not even have the letters.
    if not asked or not any(lexeme in heading for lexeme in asked[IN_TITLE][0]):
        return PLACES.index(ANYWHERE)
    lexemes = set(heading.split())
    if not answers(asked[IN_TITLE], lexemes):
        return PLACES.index(ANYWHERE)
    return next(rank for rank, place in enumerate(PLACES) if answers(asked[place], lexemes))


def order(hit: Hit) -> tuple:
    return hit.rank, DISTANT - hit.sort_date, hit.uid


def order_of(position: Position) -> tuple:
    rank, sort_date, uid = position
    return rank, DISTANT - datetime.fromisoformat(sort_date), uid


def _aware(value: datetime) -> datetime:
    """SQLite knows no time zone; its dates are in UTC."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)
