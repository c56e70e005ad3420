"""What a search finds, in four queries: the index; what of it is public; the page with its counts; the cards."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import orjson

from newsroom.public import reading, search
from newsroom.public.api import cursors
from newsroom.public.api.views.search import cursor_of, position_of
from newsroom.public.reading import Having, Moment, Row
from newsroom.public.resolve import Resolved, resolve
from newsroom.public.templatetags.records import named

SIZE = 20
# With fewer hits than this, other spellings are offered.
FEW = 5
OFFERED = 3
# By parameter the facet, and how many values are told of: of actors not all are people.
RECORDS = {"country": "country", "person": "actor", "topic": "topic"}
COUNTED = {"country": 12, "actor": 60, "topic": 12, "year": 12}


class Found(NamedTuple):
    """
    `counts` by parameter, the commonest first, with values of records that may not be public; `cards` are those of
    records that are, and of those chosen. With `more`, counts are the least there is. `alike` are editions of records
    with names like the query.
    """

    items: list[dict]
    after: str
    counts: dict[str, list[tuple[str, int]]]
    more: bool
    total: int
    elsewhere: dict[str, search.Elsewhere]
    alike: list[Row]
    cards: dict[str, dict]
    changes_at: datetime | None


def find(values: dict, language: str, page_language: str, at: Moment) -> Found:
    belongs_to = cursors.digest("search page", language, {**values, "cursor": None})
    after = position_of(cursors.load(values["cursor"], belongs_to)) if "cursor" in values else None
    survey = surveyed(values, language, at)
    page = survey.page(SIZE, after)
    likely = survey.alike() if len(survey.hits) < FEW and not is_narrowed(values) else []
    told = told_of(survey, [*(hit.edition_id for hit in page.hits), *likely], at)
    shown = [hit for hit in page.hits if hit.edition_id in told.rows]
    counts = counts_of(survey.hits, told)
    wanted = dict.fromkeys((*chosen_records(values), *values_of(counts)), page_language)
    rows = [told.rows[hit.edition_id][0] for hit in shown]
    resolved = resolve(rows, at, also=wanted) if rows or wanted else Resolved([], None)
    return Found(
        items=marked(shown, resolved.items, told, values["q"], language),
        after=cursors.dump(cursor_of(page.after), belongs_to) if page.after else "",
        counts=counts,
        more=survey.more,
        total=len(survey.hits),
        elsewhere=survey.elsewhere,
        alike=offered([told.rows[pk][0] for pk in likely if pk in told.rows], values["q"], language),
        cards=resolved.also,
        changes_at=resolved.changes_at,
    )


def surveyed(values: dict, language: str, at: Moment) -> search.Survey:
    having = [Having(facet, (uid,), records=True) for name, facet in RECORDS.items() for uid in values.get(name, ())]
    return search.survey(
        values["q"],
        language=language,
        current=reading.narrowed(having, at, year=values.get("year")),
        kinds=[values["kind"]] if "kind" in values else None,
        narrowed=is_narrowed(values),
    )


def is_narrowed(values: dict) -> bool:
    return not values.keys().isdisjoint((*RECORDS, "year", "kind"))


def told_of(survey: search.Survey, shown: list[int], at: Moment) -> reading.Tallied:
    if not shown and not survey.hits:
        return reading.Tallied({}, {})
    return reading.tallied(shown, [hit.edition_id for hit in survey.hits], COUNTED, at)


def counts_of(hits: list[search.Hit], told: reading.Tallied) -> dict[str, list[tuple[str, int]]]:
    years = Counter(dict(told.counts.get("year", ())))
    # Of articles no facet holds the year.
    years.update(f"{hit.sort_date.year:04}" for hit in hits if hit.kind == "article")
    return {
        "kind": Counter(hit.kind for hit in hits).most_common(),
        **{name: told.counts.get(facet, []) for name, facet in RECORDS.items()},
        "year": sorted(years.items(), reverse=True),
    }


def chosen_records(values: dict) -> Iterable[str]:
    return (uid for name in RECORDS for uid in values.get(name, ()))


def values_of(counts: dict[str, list[tuple[str, int]]]) -> Iterable[str]:
    return (uid for name in RECORDS for uid, _ in counts[name])


def marked(hits: list[search.Hit], items: list[dict], told: reading.Tallied, query: str, language: str) -> list[dict]:
    payloads = [(hit.edition_id, told.rows[hit.edition_id][1]) for hit in hits]
    snippets = search.snippets(payloads, query, language)
    return [
        {**item, "marked": search.highlight(named(item), query, language), "snippet": snippets[hit.edition_id]}
        for item, hit in zip(items, hits, strict=True)
    ]


def offered(rows: list[Row], query: str, language: str) -> list[Row]:
    """Of each record the edition in the language of the search, or another; none that is spelt as it was asked for."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        found.setdefault(row.uid, {})[row.language] = row
    nearest = (reading.nearest(editions, language) for editions in found.values())
    return [row for row in nearest if is_meant(row, query)][:OFFERED]


def is_meant(row: Row, query: str) -> bool:
    """The names of bodies are words like others, of which some sound like whatever is asked for."""
    is_person = orjson.loads(row.content)["kind"] == "person"
    return (is_person or search.is_telling(query)) and not search.is_spelt_so(query, row.title)
