"""All that a page lists, in two queries: the rows, then the cards of everything they refer to."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import orjson

from newsroom.public import reading
from newsroom.public.addresses import api_path, page_path
from newsroom.public.reading import Asked, Cursor, Having, Moment, Page, Preference, Row
from newsroom.public.resolve import resolve
from relations.values.languages import direction


class Gathered(NamedTuple):
    """Items as the API gives them: of the rows the page is about, and of its lists by name."""

    own: list[dict]
    lists: dict[str, list[dict]]
    next: dict[str, Cursor | None]
    changes_at: datetime | None


def gather(
    lists: dict[str, Asked],
    at: Moment,
    *,
    own: Sequence[Row] = (),
    further: Callable[[dict[str, Page]], dict[str, Asked]] | None = None,
) -> Gathered:
    """`further` names what is read in full once the lists are known, in a query more; it may find nothing to ask."""
    found = named_pages(lists, at)
    more = further(found) if further else {}
    found |= named_pages(more, at, content="payload")
    rows = [row for page in found.values() for row in page.rows]
    kinds = sorted({asked.selection.kind for asked in (*lists.values(), *more.values())})
    resolved = resolve([*own, *rows], at, kinds=kinds)
    items = iter(resolved.items)
    return Gathered(
        [next(items) for _row in own],
        {name: [next(items) for _row in page.rows] for name, page in found.items()},
        {name: page.next for name, page in found.items()},
        resolved.changes_at,
    )


def named_pages(lists: dict[str, Asked], at: Moment, content: str = "summary") -> dict[str, Page]:
    return dict(zip(lists, reading.pages(list(lists.values()), at, content=content), strict=True)) if lists else {}


def as_cards(lists: dict[str, Asked], at: Moment) -> dict[str, list[dict]]:
    """Lists of no more than references show, which costs a fifth."""
    pages = reading.pages(list(lists.values()), at, content="card")
    return {name: [card_of(row) for row in page.rows] for name, page in zip(lists, pages, strict=True)}


def card_of(row: Row) -> dict:
    """The card of an edition read with `content="card"`, as a reference to it would show it."""
    frozen = orjson.loads(row.content)
    address = {
        "id": row.uid,
        "type": row.kind,
        "language": row.language,
        "dir": direction(row.language),
        "url": api_path(row.kind, "-".join(frozen.get("pair", ())) or row.uid),
        "html_url": page_path(row.kind, row.language, row.slug),
    }
    return {**address, **frozen}


def having(kind: str, language: str, facet: str, *values: str, size: int, ordering: str = "-date") -> Asked:
    """Records with a facet. Articles in the page's language alone, facts in the nearest there is."""
    languages = Preference((language,), original=kind != "article")
    return Asked(reading.select(kind, languages, having=(Having(facet, values),)), ordering, size)
