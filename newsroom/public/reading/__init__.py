"""The one place that asks for editions. Everything read here is public at the moment asked about."""

from newsroom.public.reading.arms import Cursor
from newsroom.public.reading.cards import CardRow, Cards, cards
from newsroom.public.reading.files import file_is_public, rights_run
from newsroom.public.reading.lists import Asked, Page, Selection, count, everything, page, pages, select
from newsroom.public.reading.moments import Moment, current, instant, moment
from newsroom.public.reading.narrowing import Between, Having, narrowed
from newsroom.public.reading.preference import Preference
from newsroom.public.reading.records import (
    Past,
    Status,
    by_language,
    by_slug,
    edition,
    editions,
    get,
    having_facet,
    owner,
    owner_by_facet,
    records,
    status,
    translations,
)
from newsroom.public.reading.rows import Row, nearest
from newsroom.public.reading.tallies import Tallied, tallied

__all__ = [
    "Asked",
    "Between",
    "CardRow",
    "Cards",
    "Cursor",
    "Having",
    "Moment",
    "Page",
    "Past",
    "Preference",
    "Row",
    "Selection",
    "Status",
    "Tallied",
    "by_language",
    "by_slug",
    "cards",
    "count",
    "current",
    "edition",
    "editions",
    "everything",
    "file_is_public",
    "get",
    "having_facet",
    "instant",
    "moment",
    "narrowed",
    "nearest",
    "owner",
    "owner_by_facet",
    "page",
    "pages",
    "records",
    "rights_run",
    "select",
    "status",
    "tallied",
    "translations",
]
