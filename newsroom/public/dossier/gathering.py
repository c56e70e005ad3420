"""Everything published about two countries, each record in the reader's language or the nearest there is."""

from datetime import datetime
from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.reading import Having, Moment, Preference, Row
from newsroom.public.resolve import resolve

COVERAGE = 10
# What the dossier lists.
KINDS = ("event", "agreement", "actor", "post", "article")


class Gathered(NamedTuple):
    """Items as readers get them, by what they are to the pair."""

    dossier: dict
    countries: list[dict]
    events: list[dict]
    agreements: list[dict]
    people: list[dict]
    posts: list[dict]
    forums: list[dict]
    articles: list[dict]
    changes_at: datetime | None


def gather(row: Row, language: str, at: Moment, origin: str) -> Gathered:
    """Resolved with one query for all cards, whatever the number of records."""
    languages = Preference((language,), original=True)
    sides = [marker["$must"] for marker in orjson.loads(row.content)["countries"]]
    countries = list(in_order(reading.records(sides, languages, at, content="payload"), sides))
    forums = shared_forums(countries)
    posts = [post for post in of_either("post", sides, languages, at) if is_between(post, sides)]
    groups = [
        [row],
        countries,
        events_of(sides, forums, languages, at),
        of_both("agreement", sides, languages, at),
        holders(posts, languages, at),
        posts,
        list(in_order(reading.records(forums, languages, at, content="payload"), forums)),
        coverage(sides, languages, at),
    ]
    resolved = resolve([one for group in groups for one in group], at, origin=origin, kinds=KINDS)
    items = iter(resolved.items)
    parted = [[next(items) for _ in group] for group in groups]
    return Gathered(parted[0][0], *parted[1:], resolved.changes_at)


def in_order(rows: dict[str, Row], uids: list[str]):
    return (rows[uid] for uid in uids if uid in rows)


def shared_forums(countries: list[Row]) -> list[str]:
    """Organisations of which both are members, joint bodies of the pair among them."""
    if len(countries) < 2:
        return []
    first, second = ([link["organisation"]["$must"] for link in memberships(row)] for row in countries)
    return [uid for uid in dict.fromkeys(first) if uid in second]


def memberships(row: Row) -> list[dict]:
    return orjson.loads(row.content)["member_of"]


def events_of(sides, forums, languages, at) -> list[Row]:
    """Events with both countries in them, and those of one country that a forum of both convenes."""
    found = of_both("event", sides, languages, at)
    if forums:
        found += of_either("event", sides, languages, at, Having("forum", tuple(forums)))
    return list({row.uid: row for row in found}.values())


def of_both(kind, sides, languages, at) -> list[Row]:
    having = tuple(Having("country", (side,)) for side in sides)
    return reading.everything(reading.select(kind, languages, having=having), at=at)


def of_either(kind, sides, languages, at, *more: Having) -> list[Row]:
    having = (Having("country", tuple(sides)), *more)
    return reading.everything(reading.select(kind, languages, having=having), at=at)


def is_between(post: Row, sides: list[str]) -> bool:
    """An ambassador to somebody else is no matter of the pair."""
    accredited_to = orjson.loads(post.content)["accredited_to"]
    return accredited_to is None or accredited_to["$ref"] in sides


def holders(posts: list[Row], languages: Preference, at: Moment) -> list[Row]:
    """Who holds or has held any of these posts; not everybody of two countries."""
    if not posts:
        return []
    having = (Having("post", tuple(post.uid for post in posts)),)
    return reading.everything(reading.select("actor", languages, having=having), at=at)


def coverage(sides, languages, at) -> list[Row]:
    having = tuple(Having("country", (side,)) for side in sides)
    selection = reading.select("article", languages, having=having)
    return reading.page(selection, "-date", None, COVERAGE, at).rows
