"""Items for the door, and a clock that stands until it is moved."""

import datetime as dt
from hashlib import sha256

from newsroom.desk.publish import Item, publish
from newsroom.public.models import Edition

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
MICROSECOND = dt.timedelta(microseconds=1)
UID = "0" * 25 + "1"
OTHER = "0" * 25 + "2"


class Clock:
    def __init__(self, now: dt.datetime = NOON):
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, by: dt.timedelta) -> dt.datetime:
        self.now += by
        return self.now


def item(uid: str = UID, language: str = "en", text: str = "Title", **fields) -> Item:
    return Item(
        **{
            "uid": uid,
            "kind": "article",
            "language": language,
            "title": text,
            "payload": f'{{"headline":"{text}"}}'.encode(),
            "summary": f'{{"headline":"{text}"}}'.encode(),
            "card": f'{{"label":"{text}"}}'.encode(),
            "digest": sha256(text.encode()).hexdigest(),
            "original_language": "en",
            "slug": f"slug-{uid[-3:]}",
            "sort_name": text.casefold(),
            "facets": [("topic", "t1")],
            "search": [text],
            **fields,
        }
    )


def published(*items: Item, clock: Clock, **options) -> list[Edition]:
    return publish(items=items, by=None, clock=clock, **options)


def chain(uid: str = UID, language: str = "en") -> list[tuple]:
    """(number, title or state, from, until) of every edition, with moments as hours after noon."""
    rows = Edition.objects.filter(uid=uid, language=language).order_by("live_from")
    return [(row.number, shown(row), hours(row.live_from), hours(row.live_until)) for row in rows]


def shown(row: Edition) -> str:
    return row.title if row.state == Edition.State.LIVE else row.action


def hours(moment: dt.datetime | None) -> int | None:
    """Whole hours after noon; the microsecond that the door adds is not counted."""
    return moment and (moment - NOON) // HOUR


def current(moment: dt.datetime, uid: str = UID, language: str = "en") -> str | None:
    rows = Edition.objects.filter(uid=uid, language=language, live_from__lte=moment).exclude(live_until__lte=moment)
    return shown(rows.get()) if rows else None
