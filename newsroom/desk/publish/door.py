"""The one way to editions. Whoever holds the door is alone in it, and all that is done through it happens or nothing.

`Head.until` is the moment up to which everything is said: an edition stands in the change feed if and only if it became
public no later. That holds because the door reads the clock only once it is alone, enters in the feed what came due by
then, and gives its own work the microsecond after.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from newsroom.desk.publish.announcing import announce_changes
from newsroom.desk.publish.chain import Pending
from newsroom.desk.publish.erasing import erase_addresses, erase_editions, erase_snapshots
from newsroom.desk.publish.freezing import edition_of, make_findable, own_addresses
from newsroom.desk.publish.item import Item
from newsroom.desk.publish.refusals import NoteMissing
from newsroom.desk.publish.timeline import Words, load_timelines, parked, require_reason, store_timelines
from newsroom.public.models import Change, Edition, Facet, Head

Action = Edition.Action
MICROSECOND = dt.timedelta(microseconds=1)
# Long enough for clocks that differ and for pages that were asked for just before.
RETIRED_AFTER = dt.timedelta(minutes=5)


@contextmanager
def door(*, clock: Callable[[], dt.datetime] = timezone.now) -> Iterator["Door"]:
    """Durable: it does not open inside another transaction. An exception undoes everything."""
    with transaction.atomic(durable=True):
        head = Head.objects.select_for_update().get()
        now = max(clock(), head.until)
        due = seal(head, now)
        retire(now - RETIRED_AFTER)
        held = Door(now + MICROSECOND, due)
        yield held
        seal(head, held.moment)


def seal(head: Head, until: dt.datetime) -> int:
    """Enter in the change feed, and in partners' outboxes, what became public by then; how much that was."""
    due = Edition.unguarded.filter(live_from__gt=head.until, live_from__lte=until).order_by("live_from", "id")
    editions = due.only("live_from", "action", "kind", "uid", "language", "number")
    changes = [Change(seq=seq, at=one.live_from, edition=one) for seq, one in enumerate(editions, head.last_seq + 1)]
    Change.objects.bulk_create(changes)
    announce_changes(changes, until)
    head.last_seq, head.until = head.last_seq + len(changes), until
    head.save()
    return len(changes)


def retire(before: dt.datetime) -> None:
    """Take what has been over for a while out of the small indexes of the present."""
    over = Edition.unguarded.filter(retired=False, live_until__lte=before).order_by()
    if pks := list(over.values_list("pk", flat=True)):
        Facet.objects.filter(edition__in=pks).update(retired=True)
        Edition.unguarded.filter(pk__in=pks).update(retired=True)


class Door:
    """Held open by `door`. `moment` is when this work becomes public, `due` how much came due before it."""

    def __init__(self, moment: dt.datetime, due: int):
        self.moment = moment
        self.due = due

    def insert(self, item: Item, **options) -> Edition:
        return self.insert_many([item], **options)[0]

    def insert_many(
        self,
        items: Iterable[Item],
        *,
        at: dt.datetime | None = None,
        pending: str = Pending.REFUSE,
        advance: bool = False,
        note: str = "",
        action: str = Action.PUBLISHED,
    ) -> list[Edition]:
        """An edition of each item, in their order, from now or from a moment ahead.

        A record withdrawn before is public again from then on. An expiry that waits stays, and covers a new language too.
        """
        items = list(items)
        if action == Action.CORRECTED and not note.strip():
            raise NoteMissing
        own_addresses(items)
        timelines = load_timelines((item.uid for item in items), self.moment)
        terms = {"live_from": self._at(at), "advance": advance, "note": note, "action": action}
        editions = [edition_of(item, **terms) for item in items]
        for edition in editions:
            timelines[edition.uid].publish(edition, pending)
        store_timelines(timelines.values())
        make_findable(list(zip(items, editions, strict=True)))
        return editions

    def withdraw(
        self,
        *uids: str,
        reason: Words,
        replaced_by: str = "",
        at: dt.datetime | None = None,
        languages: Collection[str] = (),
    ) -> list[Edition]:
        """Take records back in every language, or at once in some, with a public reason, one or one in each language. A moment ahead is an expiry."""
        require_reason(reason)
        if languages and at:
            raise ValueError("Languages are dropped at once; only a whole record expires.")
        terms = {"live_from": self._at(at), "note": reason, "replaced_by": replaced_by, "action": Action.WITHDRAWN}
        timelines = load_timelines(uids, self.moment).values()
        editions = [edition for timeline in timelines for edition in timeline.withdraw(languages, **terms)]
        store_timelines(timelines)
        return editions

    def erase(self, uid: str, *, reason: Words) -> list[Edition]:
        """Withdraw a record and blank its words in everything public; the desk's side is `erasure.erase_working`."""
        require_reason(reason)
        timeline = load_timelines([uid], self.moment)[uid]
        editions = timeline.erase(live_from=self.moment, note=reason, action=Action.ERASED)
        store_timelines([timeline])
        erase_editions(uid)
        erase_addresses(uid)
        erase_snapshots()
        return editions

    def cancel(self, edition: Edition) -> list[Edition]:
        """Undo what has not come due, an expiry in all languages. Answers what is gone."""
        timeline = load_timelines([edition.uid], self.moment)[edition.uid]
        timeline.cancel(edition)
        store_timelines([timeline])
        return [row for chain in timeline.chains.values() for row in chain.dropped]

    def reschedule(self, editions: Iterable[Edition], *, at: dt.datetime) -> list[Edition]:
        """Move what has not come due to another moment ahead, an expiry in all languages. Answers what was moved."""
        editions = list(editions)
        timelines = load_timelines((edition.uid for edition in editions), self.moment)
        moved: list[Edition] = []
        for edition in editions:
            if edition not in moved:
                moved += timelines[edition.uid].reschedule(edition, self._at(at))
        with parked(moved):
            store_timelines(timelines.values())
        return moved

    def _at(self, at: dt.datetime | None) -> dt.datetime:
        return max(at or self.moment, self.moment)
