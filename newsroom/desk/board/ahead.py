"""What has a date or waits for the whole desk: publications to come, releases due, disputes open, events planned."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from newsroom.desk.models import Release
from newsroom.public.models import Edition
from relations.models import Dispute, Event
from relations.values.fuzzy import FuzzyDate

SOON = dt.timedelta(days=2)
READ = 24


@dataclass(frozen=True)
class Ahead:
    """`uid` is empty for a release. `word` is an edition's state, a release's name, a dispute's kind, an event's date."""

    what: str
    pk: int
    uid: str
    # Of an edition the language, of a release the time zone, of an event its occurrence.
    about: str
    word: str
    moment: dt.datetime | None


def ahead(now: dt.datetime) -> dict[str, list[Ahead]]:
    """The next few of each, in one query; editions and releases by moment, disputes latest first, events by date."""
    no_moment = Cast(Value(None), DateTimeField())
    none = Value("", CharField())
    editions = part("edition", to_come(now), "uid", "language", "state", "live_from")
    releases = part("release", due_soon(now), none, "zone", "name", "moment")
    disputes = part("dispute", Dispute.objects.open().order_by("-pk"), "record__uid", none, "kind", no_moment)
    events = part("event", planned(now.date()), "uid", "occurrence", "date", no_moment)
    found = defaultdict(list)
    for row in editions.union(releases, disputes, events, all=True).order_by():
        found[row[0]].append(Ahead(*row))
    # A union has no order.
    return {what: sorted(found[what], key=order) for what, order in ORDER.items()}


def by_moment(one: Ahead):
    return one.moment, one.pk


def by_day(one: Ahead):
    return FuzzyDate.parse(one.word).lower or dt.date.max, one.pk


ORDER = {"edition": by_moment, "release": by_moment, "dispute": lambda one: -one.pk, "event": by_day}


def to_come(now: dt.datetime):
    return Edition.objects.filter(live_from__gt=now).order_by("live_from", "pk")


def due_soon(now: dt.datetime):
    """Releases whose moment has passed or comes within two days, and that nobody has released."""
    return Release.objects.filter(released_at=None, moment__lte=now + SOON).order_by("moment", "pk")


def planned(today: dt.date):
    ahead = Q(date_upper__gte=today) | Q(date_upper=None)
    return Event.objects.planned().filter(ahead).order_by(F("date_lower").asc(nulls_last=True), "pk")


def part(what: str, rows, uid, about, word, moment):
    # SQLite takes no LIMIT in a part of a union, but in a subquery of it. Translated models' own managers shuffle columns.
    first = QuerySet(rows.model).filter(pk__in=rows.values("pk")[:READ]).order_by()
    return first.values_list(Value(what, CharField()), "pk", uid, about, word, moment)
