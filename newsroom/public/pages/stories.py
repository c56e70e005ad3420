"""An article with what is published around it: the facts it is about, who disagrees on them, and other coverage."""

from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.dossier.timeline import disputed_dates
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.gathering import having
from newsroom.public.pages.knowing import claims_among, disputes_among, named, quotes_among, voices
from newsroom.public.pages.showing import Shown, paths_of
from newsroom.public.pages.typesetting import set_quotes
from newsroom.public.reading import Asked, Cards, Moment, Named, Preference, Row
from newsroom.public.resolve import Reader, cards_for, common_language

# Of an article about more events than this, the first ones say what it covers.
WALKED = 8
CANDIDATES = 12
COVERAGE = 4


class Subjects(NamedTuple):
    """Ids of what an article is about, public or not."""

    countries: tuple[str, ...]
    events: tuple[str, ...]
    agreements: tuple[str, ...]


class Material(NamedTuple):
    """All that decides what the page of an article says, as it was read: `lists` holds rows by name."""

    row: Row
    lists: tuple[tuple[str, tuple[Row, ...]], ...]
    cards: Cards
    day: Moment


def article_at(row: Row, language: str, at: Moment) -> Shown:
    """The page of one edition, or of what is to be one."""
    return told(material(row, language, at))


def material(row: Row, language: str, at: Moment) -> Material:
    """In two queries: what is around the article, then all cards."""
    asked = lists(subjects(row), language)
    pages = reading.pages(list(asked.values()), at) if asked else []
    found = tuple((name, tuple(page.rows)) for name, page in zip(asked, pages, strict=True))
    rows = [row, *(one for _name, listed in found for one in listed)]
    kinds = {one.selection.kind for one in asked.values() if isinstance(one, Asked)}
    cards = cards_for(rows, at, kinds=kinds, language=common_language(rows))
    return Material(row, found, cards, at.day)


def told(found: Material) -> Shown:
    reader = Reader(found.cards, found.day)
    item = reader.record(found.row)
    # An article may share more than one thing with this one.
    others = {row.uid: row for _name, rows in found.lists for row in rows}
    items = {uid: reader.record(row) for uid, row in others.items()}
    lists = {name: [items[row.uid] for row in rows] for name, rows in found.lists}
    records = in_order(lists.get("facts", ()), found.row)
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
        "dossiers": [one for one in lists.get("dossiers", ()) if is_close(one, item)],
        "coverage": coverage(item, lists),
    }
    return Shown("public/article/detail.html", context, paths_of(item), found.cards.changes_at)


def subjects(row: Row) -> Subjects:
    payload = orjson.loads(row.content)
    return Subjects(*(tuple(one["$must"] for one in payload[name]) for name in Subjects._fields))


def in_order(facts: list[dict], row: Row) -> list[dict]:
    """As the article names them: events, then agreements."""
    about = subjects(row)
    by_id = {fact["id"]: fact for fact in facts}
    return [by_id[uid] for uid in (*about.events, *about.agreements) if uid in by_id]


def lists(about: Subjects, language: str) -> dict[str, Asked | Named]:
    """
    Other articles by what they share with it, the closest first; dossiers that may be those of its countries; and the
    facts it is about in full, since cards say nothing of disputes and quotes.
    """
    shared = {"event": about.events[:WALKED], "agreement": about.agreements[:WALKED], "country": about.countries}
    found = {
        facet: having("article", language, facet, *uids, size=CANDIDATES) for facet, uids in shared.items() if uids
    }
    if about.countries:
        found["dossiers"] = having("dossier", language, "country", *about.countries, size=CANDIDATES)
    if facts := (*about.events, *about.agreements):
        found["facts"] = Named(facts, Preference.nearest(language), "payload")
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
