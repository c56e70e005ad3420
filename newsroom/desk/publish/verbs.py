"""Each verb opens the door, does one thing and logs it. Moves that also change a working text compose their own."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.utils import timezone

from newsroom.desk.erasure import erase_working
from newsroom.desk.models import Decision, Verb
from newsroom.desk.publish.chain import Pending
from newsroom.desk.publish.door import door
from newsroom.desk.publish.item import Item
from newsroom.desk.publish.timeline import Words, in_language
from newsroom.public.models import Edition
from relations.models import Record

type Clock = Callable[[], dt.datetime]


def publish(
    *,
    items: Iterable[Item],
    by,
    at: dt.datetime | None = None,
    pending: str = Pending.REFUSE,
    advance: bool = False,
    note: str = "",
    clock: Clock = timezone.now,
) -> list[Edition]:
    with door(clock=clock) as held:
        editions = held.insert_many(items, at=at, pending=pending, advance=advance, note=note)
        log_decisions(editions, Verb.PUBLISH, by=by, at=held.moment, reason=note)
    return editions


def correct(
    *,
    items: Iterable[Item],
    by,
    note: str,
    at: dt.datetime | None = None,
    pending: str = Pending.REFUSE,
    clock: Clock = timezone.now,
) -> list[Edition]:
    """Publish in place of what is public, with a dated note that readers see."""
    with door(clock=clock) as held:
        action = Edition.Action.CORRECTED
        editions = held.insert_many(items, at=at, pending=pending, note=note, action=action)
        log_decisions(editions, Verb.CORRECT, by=by, at=held.moment, reason=note)
    return editions


def withdraw(
    *,
    uids: Iterable[str],
    by,
    reason: Words,
    replaced_by: str = "",
    at: dt.datetime | None = None,
    clock: Clock = timezone.now,
) -> list[Edition]:
    """Take records back in every language, with a public reason; at a moment ahead they expire."""
    with door(clock=clock) as held:
        editions = held.withdraw(*uids, reason=reason, replaced_by=replaced_by, at=at)
        log_decisions(editions, Verb.WITHDRAW, by=by, at=held.moment, reason=reason)
    return editions


def erase(*, uid: str, by, reason: Words, clock: Clock = timezone.now) -> list[Edition]:
    """Withdraw a record and blank its words wherever they are kept, on both sides."""
    with door(clock=clock) as held:
        editions = held.erase(uid, reason=reason)
        erase_working(uid)
        # What was never public has no edition, but its erasure is logged all the same.
        log_decisions(editions or [Edition(uid=uid)], Verb.ERASE, by=by, at=held.moment, reason=reason)
    return editions


def cancel(*, edition: Edition, by, clock: Clock = timezone.now) -> list[Edition]:
    """Undo a publication, or an expiry, that has not come due."""
    with door(clock=clock) as held:
        editions = held.cancel(edition)
        log_decisions(editions, Verb.CANCEL, by=by, at=held.moment)
    return editions


def sweep(*, clock: Clock = timezone.now) -> int:
    """Bring the change feed up to the present; how many publications came due since it was last brought there."""
    with door(clock=clock) as held:
        return held.due


def log_decisions(editions: list[Edition], verb: str, *, by, at: dt.datetime, reason: Words = "") -> None:
    """`by` None is the operator of the machine."""
    labels = {record.uid: str(record) for record in Record.objects.filter(uid__in={e.uid for e in editions})}
    Decision.objects.bulk_create(
        Decision(
            uid=edition.uid,
            record_label=labels.get(edition.uid, edition.uid),
            language=edition.language,
            verb=verb,
            digest=edition.digest,
            reason=reason and in_language(reason, edition.language),
            by=by,
            by_label=by.get_username() if by else "manage.py",
            at=at,
        )
        for edition in editions
    )
