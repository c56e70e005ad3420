"""The one place that asks for editions. Everything read here is public at the moment asked about."""

from newsroom.public.reading.arms import Cursor
from newsroom.public.reading.cards import CardRow, Cards, cards
from newsroom.public.reading.census import Present, Stretch, stretch, stretches
from newsroom.public.reading.days import Days
from newsroom.public.reading.files import file_is_public, rights_run
from newsroom.public.reading.lists import Asked, Named, Page, Selection, count, everything, page, pages, select
from newsroom.public.reading.moments import Moment, current, instant, moment
from newsroom.public.reading.narrowing import Between, Having, narrowed
from newsroom.public.reading.preference import Preference
from newsroom.public.reading.recent import ENOUGH, Correction, Lately, News, corrections, lately
from newsroom.public.reading.records import (
    Past,
    Status,
    by_language,
    by_slug,
    edition,
    editions,
    get,
    having_facet,
    numbered,
    owner,
    owner_by_facet,
    records,
    status,
    translations,
)
from newsroom.public.reading.rows import Row, nearest
from newsroom.public.reading.tallies import Tallied, tallied

__all__ = [
    "ENOUGH",
    "Asked",
    "Between",
    "CardRow",
    "Cards",
    "Correction",
    "Cursor",
    "Days",
    "Having",
    "Lately",
    "Moment",
    "Named",
    "News",
    "Page",
    "Past",
    "Preference",
    "Present",
    "Row",
    "Selection",
    "Status",
    "Stretch",
    "Tallied",
    "by_language",
    "by_slug",
    "cards",
    "corrections",
    "count",
    "current",
    "edition",
    "editions",
    "everything",
    "file_is_public",
    "get",
    "having_facet",
    "instant",
    "lately",
    "moment",
    "narrowed",
    "nearest",
    "numbered",
    "owner",
    "owner_by_facet",
    "page",
    "pages",
    "records",
    "rights_run",
    "select",
    "status",
    "stretch",
    "stretches",
    "tallied",
    "translations",
]
