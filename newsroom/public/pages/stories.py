"""An article with what is published around it: the facts it is about, who disagrees on them, and other coverage."""

from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.dossier.timeline import disputed_dates
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.gathering import Gathered, gather, having
from newsroom.public.pages.knowing import disputes_among, named, quotes_among, voices
from newsroom.public.pages.showing import Shown, paths_of
from newsroom.public.pages.typesetting import set_quotes
from newsroom.public.reading import Asked, Moment, Preference, Row

# More events than this are too many for an article to be coverage of each.
EVENTS = 8
CANDIDATES = 12
COVERAGE = 4


class Subjects(NamedTuple):
    """Ids of what an article is about, public or not."""

    countries: tuple[str, ...]
    events: tuple[str, ...]
    agreements: tuple[str, ...]


def article_at(row: Row, language: str, at: Moment) -> Shown:
    """The page of one edition, or of what is to be one: three queries, its cards among them."""
    about = subjects(row)
    found = gather(lists(about, language), at, own=[row, *facts(about, language, at)])
    item, *records = found.own
    disputed = disputed_dates(records)
    for record in records:
        record["sources_differ"] = record["id"] in disputed
    body, quotes = set_quotes(item["body_html"], quotes_among(records))
    context = {
        "item": item,
        "body": body,
        "quotes": quotes,
        "sources": numbered(item),
        "voices": voices(item["sources"]),
        "disputes": disputes_among(records),
        "records": records,
        "named": named(item["actors"], records),
        "dossiers": [one for one in found.lists.get("dossiers", ()) if is_close(one, item)],
        "coverage": coverage(item, found),
    }
    return Shown("public/article/detail.html", context, paths_of(item), found.changes_at)


def subjects(row: Row) -> Subjects:
    payload = orjson.loads(row.content)
    return Subjects(*(tuple(one["$must"] for one in payload[name]) for name in Subjects._fields))


def facts(about: Subjects, language: str, at: Moment) -> list[Row]:
    """In full, since cards say nothing of disputes and quotes; in the order in which the article names them."""
    wanted = [*about.events, *about.agreements]
    if not wanted:
        return []
    found = reading.records(wanted, Preference((language,), original=True), at, content="payload")
    return [found[uid] for uid in wanted if uid in found]


def lists(about: Subjects, language: str) -> dict[str, Asked]:
    found = {}
    if about.events:
        found["same"] = having("article", language, "event", *about.events[:EVENTS], size=CANDIDATES)
    if about.countries:
        found["near"] = having("article", language, "country", *about.countries, size=CANDIDATES)
        found["dossiers"] = having("dossier", language, "country", *about.countries, size=CANDIDATES)
    return found


def is_close(record: dict, item: dict) -> bool:
    """Two countries in common are a pair; one of several would bring the whole region in."""
    wanted = {country["id"] for country in item["countries"]}
    return len(wanted & {country["id"] for country in record["countries"]}) >= min(2, len(wanted))


def coverage(item: dict, found: Gathered) -> list[dict]:
    """Other articles on the same events, then on the same countries; none that the page names already."""
    near = [one for one in found.lists.get("near", ()) if is_close(one, item)]
    named = {item["id"], *(card["id"] for card in item["related"])}
    others = {one["id"]: one for one in [*found.lists.get("same", ()), *near] if one["id"] not in named}
    return list(others.values())[:COVERAGE]
