"""Everything published about two countries, each record in the reader's language or the nearest there is."""

from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.reading import Asked, Days, Having, Moment, Preference, Row
from newsroom.public.resolve import resolve

COVERAGE = 10
WHOLE = 10_000
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
    days: list[str]


def gather(row: Row, language: str, at: Moment, origin: str, *, days: bool = False) -> Gathered:
    """Three queries, whatever the number of records: what names the pair, what depends on that, all cards."""
    languages = Preference.nearest(language)
    sides = [marker["$must"] for marker in orjson.loads(row.content)["countries"]]
    changed = {"days": Days(tuple(sides), (row.uid, *sides), row.first_published_at)} if days and sides else {}
    found = rows_of(of_pair(sides, languages) | changed, at)
    countries = in_order(found["countries"], sides)
    forums = shared_forums(countries)
    posts = [post for post in found["posts"] if is_between(post, sides)]
    further = rows_of(of_forums(forums, sides, languages) | of_posts(posts, languages), at)
    groups = [
        [row],
        countries,
        list({event.uid: event for event in [*found["events"], *further["events"]]}.values()),
        found["agreements"],
        further["people"],
        posts,
        in_order(further["forums"], forums),
        found["articles"],
    ]
    resolved = resolve([one for group in groups for one in group], at, origin=origin, kinds=KINDS)
    items = iter(resolved.items)
    parted = [[next(items) for _ in group] for group in groups]
    return Gathered(parted[0][0], *parted[1:], resolved.changes_at, found["days"])


def rows_of(lists: dict[str, Asked | Days], at: Moment) -> dict[str, list]:
    """Of each list its rows; of those that are not asked for, none."""
    pages = reading.pages(list(lists.values()), at, content="payload") if lists else []
    return defaultdict(list, zip(lists, (page.rows for page in pages), strict=True))


def of_pair(sides: list[str], languages: Preference) -> dict[str, Asked]:
    """The countries, what both have to do with, and the posts of either."""
    both = tuple(Having("country", (side,)) for side in sides)
    articles = reading.select("article", languages, having=both)
    return {
        "countries": whole("actor", languages, uids=tuple(sides)),
        "events": whole("event", languages, having=both),
        "agreements": whole("agreement", languages, having=both),
        "articles": Asked(articles, size=COVERAGE, content="summary"),
        "posts": whole("post", languages, having=(Having("country", tuple(sides)),)),
    }


def of_forums(forums: list[str], sides: list[str], languages: Preference) -> dict[str, Asked]:
    """Forums of both, and what they convene for one of the two alone."""
    if not forums:
        return {}
    convened = (Having("country", tuple(sides)), Having("forum", tuple(forums)))
    return {
        "forums": whole("actor", languages, uids=tuple(forums)),
        "events": whole("event", languages, having=convened),
    }


def of_posts(posts: list[Row], languages: Preference) -> dict[str, Asked]:
    """Who holds or has held any of these posts; not everybody of two countries."""
    if not posts:
        return {}
    return {"people": whole("actor", languages, having=(Having("post", tuple(post.uid for post in posts)),))}


def whole(kind: str, languages: Preference, **narrowing) -> Asked:
    """All of a list that is known to be short."""
    return Asked(reading.select(kind, languages, **narrowing), size=WHOLE)


def in_order(rows: list[Row], uids: list[str]) -> list[Row]:
    found = {row.uid: row for row in rows}
    return [found[uid] for uid in uids if uid in found]


def shared_forums(countries: list[Row]) -> list[str]:
    """Organisations of which both are members, joint bodies of the pair among them."""
    if len(countries) < 2:
        return []
    first, second = ([link["organisation"]["$must"] for link in memberships(row)] for row in countries)
    return [uid for uid in dict.fromkeys(first) if uid in second]


def memberships(row: Row) -> list[dict]:
    return orjson.loads(row.content)["member_of"]


def is_between(post: Row, sides: list[str]) -> bool:
    """An ambassador to somebody else is no matter of the pair."""
    accredited_to = orjson.loads(post.content)["accredited_to"]
    return accredited_to is None or accredited_to["$ref"] in sides
