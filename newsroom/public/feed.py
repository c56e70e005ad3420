"""The change feed: every publication in one order, which is the order in which they became public."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from newsroom.public.models import Change, Edition, Head


@dataclass(frozen=True)
class FeedPage:
    """`complete_until`: nothing up to that moment is missing; None while there is more to ask for.

    `caught_up`: nor has anything come due since. `checkpoint`: what to ask for next.
    """

    rows: list[Change]
    complete_until: dt.datetime | None
    caught_up: bool
    checkpoint: int


def feed(since: int, limit: int, *, compact: bool = False, clock: Callable[[], dt.datetime] = timezone.now) -> FeedPage:
    """At most `limit` changes after the number `since`, with their editions, less the words.

    `compact` hides those that a later change of the same record and language has overtaken: who begins needs no other.

    The order of the reads is what makes the answer true: the clock, then how far the feed has come, then what came due
    between the two, then the rows up to there. No transaction is needed, and on SQLite one would hold up the writers.
    """
    now = clock()
    head = Head.objects.get()
    due = Edition.objects.filter(live_from__gt=head.until, live_from__lte=now).exists()
    rows = list(changes().filter(seq__gt=since, seq__lte=head.last_seq)[:limit])
    checkpoint = rows[-1].seq if rows else since
    reached = checkpoint == head.last_seq
    if compact:
        rows = [row for row in rows if is_last(row.edition, head.until)]
    return FeedPage(rows, head.until if reached else None, reached and not due, checkpoint)


def is_last(edition: Edition, until: dt.datetime) -> bool:
    """Editions follow each other without a gap, so one that has ended by then has a successor in the feed."""
    return edition.live_until is None or edition.live_until > until


def changes():
    words = ("edition__payload", "edition__summary", "edition__card")
    return Change.objects.select_related("edition").defer(*words).order_by("seq")
