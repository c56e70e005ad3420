"""What a feed tells of: articles in its language whole, events and agreements in the nearest there is in short."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.dossier.gathering import shared_forums
from newsroom.public.reading import Asked, Having, Moment, Preference, Row, select
from newsroom.public.resolve import resolve

ARTICLES = 30
ENTRIES = 50
# Events and agreements lie in the order of their dates. The newest publications are looked for among those of the latest
# dates and, lest one about an old event be missed, among so many of what the site published last.
FACTS = 100
LATEST = 500
# By what a feed is of: the kinds that it tells of, and the facet by which they name it.
TOLD = {
    "actor": (("article", "event", "agreement"), "actor"),
    "topic": (("article", "event", "agreement"), "topic"),
    "author": (("article",), "author"),
}


class Told(NamedTuple):
    """`subject` is what the feed is of, as the API gives it, or null. Entries are the newest first."""

    subject: dict | None
    entries: list[dict]
    changes_at: datetime | None


class Pair(NamedTuple):
    """A dossier, the ids of its two countries, and of the organisations that both belong to."""

    row: Row
    sides: list[str]
    forums: list[str]


def everything(language: str, at: Moment, origin: str) -> Told:
    return told(None, [articles(language)], at, origin)


def about(row: Row, language: str, at: Moment, origin: str) -> Told:
    kinds, facet = TOLD[row.kind]
    having = (Having(facet, (row.uid,)),)
    lists = [articles(language, having) if kind == "article" else facts(kind, language, having) for kind in kinds]
    return told(row, with_latest(lists), at, origin)


def between(pair: Pair, language: str, at: Moment, origin: str) -> Told:
    both = both_of(pair)
    lists = [articles(language, both), *events_of(pair, language, FACTS), facts("agreement", language, both)]
    return told(pair.row, with_latest(lists), at, origin)


def told(subject: Row | None, lists: list[Asked], at: Moment, origin: str, choose: Callable | None = None) -> Told:
    """`choose` makes rows of the pages that were found; without it they are the newest."""
    rows = (choose or newest)(reading.pages(lists, at))
    own = [subject] if subject else []
    kinds = sorted({asked.selection.kind for asked in lists})
    found = resolve([*own, *rows], at, origin=origin, kinds=kinds)
    return Told(found.items[0] if own else None, found.items[len(own) :], found.changes_at)


def newest(pages: list[reading.Page]) -> list[Row]:
    """Each record once, however many of the lists it is in."""
    rows = {row.uid: row for page in pages for row in page.rows}
    ordered = sorted(rows.values(), key=lambda row: (row.first_published_at, row.uid), reverse=True)
    return ordered[:ENTRIES]


def articles(language: str, having: tuple[Having, ...] = ()) -> Asked:
    return Asked(select("article", (language,), having=having), "-date", ARTICLES, content="payload")


def facts(kind: str, language: str, having: tuple[Having, ...], size: int = FACTS) -> Asked:
    return Asked(select(kind, Preference.nearest(language), having=having), "-date", size)


def with_latest(lists: list[Asked]) -> list[Asked]:
    """Articles lie in the order of publication anyway."""
    facts = (asked.selection for asked in lists if asked.selection.kind != "article")
    return [*lists, *(Asked(selection._replace(latest=LATEST), "-date", LATEST) for selection in facts)]


def events_of(pair: Pair, language: str, size: int) -> list[Asked]:
    """Those with both countries in them, and those of one that an organisation of both convenes."""
    found = [facts("event", language, both_of(pair), size)]
    if pair.forums:
        convened = (Having("country", tuple(pair.sides)), Having("forum", tuple(pair.forums)))
        found.append(facts("event", language, convened, size))
    return found


def both_of(pair: Pair) -> tuple[Having, ...]:
    return tuple(Having("country", (side,)) for side in pair.sides)


def find_pair(pair: str, language: str, at: Moment) -> Pair | None:
    """The dossier of two countries, "AZE-DZA"; in one query with the countries themselves."""
    dossier = select("dossier", Preference.nearest(language), having=(Having("pair", (pair,)),))
    countries = select("actor", Preference.nearest(language), having=(Having("iso3", tuple(pair.split("-"))),))
    found = reading.pages([Asked(dossier, size=1), Asked(countries, size=2, content="payload")], at)
    if not found[0].rows:
        return None
    (row,) = found[0].rows
    sides = [marker["$must"] for marker in orjson.loads(row.content)["countries"]]
    return Pair(row, sides, shared_forums([country for country in found[1].rows if country.uid in sides]))
