"""An article with what is published around it: the facts it is about, who disagrees on them, and other coverage."""

from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.dossier.timeline import disputed_dates
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.gathering import gather, having
from newsroom.public.pages.knowing import claims_among, disputes_among, named, quotes_among, voices
from newsroom.public.pages.showing import Shown, paths_of
from newsroom.public.pages.typesetting import set_quotes
from newsroom.public.reading import Asked, Moment, Preference, Row

# Of an article about more events than this, the first ones say what it covers.
WALKED = 8
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
        "claims": claims_among(records),
        "records": records,
        "named": named(item["actors"], records),
        "dossiers": [one for one in found.lists.get("dossiers", ()) if is_close(one, item)],
        "coverage": coverage(item, found.lists),
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
    found = reading.records(wanted, Preference.nearest(language), at, content="payload")
    return [found[uid] for uid in wanted if uid in found]


def lists(about: Subjects, language: str) -> dict[str, Asked]:
    """Other articles by what they share with it, the closest first; and dossiers that may be those of its countries."""
    shared = {"event": about.events[:WALKED], "agreement": about.agreements[:WALKED], "country": about.countries}
    found = {
        facet: having("article", language, facet, *uids, size=CANDIDATES) for facet, uids in shared.items() if uids
    }
    if about.countries:
        found["dossiers"] = having("dossier", language, "country", *about.countries, size=CANDIDATES)
    return found


def is_close(record: dict, item: dict) -> bool:
    """Two countries in common are a pair; one of several would bring the whole region in."""
    wanted = {country["id"] for country in item["countries"]}
    return len(wanted & {country["id"] for country in record["countries"]}) >= min(2, len(wanted))


def coverage(item: dict, lists: dict[str, list[dict]]) -> list[dict]:
    """Other articles on the same events, agreements or countries; none that the page names already."""
    near = [one for one in lists.get("country", ()) if is_close(one, item)]
    named = {item["id"], *(card["id"] for card in item["related"])}
    others = [*lists.get("event", ()), *lists.get("agreement", ()), *near]
    return list({one["id"]: one for one in others if one["id"] not in named}.values())[:COVERAGE]
