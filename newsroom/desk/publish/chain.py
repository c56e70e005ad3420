"""The editions of a record in one language, each until the next: the one in force and those to come."""

import datetime as dt
from bisect import insort
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import zip_longest

from newsroom.desk.publish.refusals import PendingEdition, SameMoment
from newsroom.public.models import Edition

# By what an edition may still change while it waits; one that is in force changes by its end alone.
MOVABLE = ("number", "live_until", "first_published_at", "sort_date")


class Pending(StrEnum):
    """What a publication does to texts that already wait in its language."""

    REFUSE = "refuse"
    CANCEL = "cancel"
    # They follow at their moments, and may bring back an older text.
    KEEP = "keep"


class Chain:
    def __init__(self, moment: dt.datetime, rows: Sequence[Edition] = ()):
        """`rows`: what is stored and has not ended by the moment, in order."""
        self.in_force = next((row for row in rows if row.live_from <= moment), None)
        self.coming = [row for row in rows if row.live_from > moment]
        self.dropped: list[Edition] = []
        self.stored = {row.pk: values(row) for row in rows}

    @property
    def rows(self) -> list[Edition]:
        return [self.in_force, *self.coming] if self.in_force else self.coming

    @property
    def expires(self) -> bool:
        return any(map(is_withdrawn, self.coming))

    def before(self, moment: dt.datetime) -> Edition | None:
        """What is in force until another edition takes its place at that moment."""
        return next((row for row in reversed(self.rows) if row.live_from < moment), None)

    def make_way(self, pending: str) -> None:
        """Settle what happens to texts that wait. An expiry stays in any case."""
        waiting = [row for row in self.coming if row.pk and not is_withdrawn(row)]
        if waiting and Pending(pending) == Pending.REFUSE:
            first = waiting[0]
            raise PendingEdition(title=first.title, language=first.language, moment=first.live_from)
        if Pending(pending) == Pending.CANCEL:
            self.drop(waiting)

    def add(self, edition: Edition) -> None:
        if edition.live_from in map(live_from, self.rows):
            raise SameMoment(title=edition.title, language=edition.language, moment=edition.live_from)
        insort(self.coming, edition, key=live_from)

    def drop(self, editions: Iterable[Edition]) -> None:
        for edition in editions:
            self.coming.remove(edition)
            self.dropped.append(edition)

    def move(self, edition: Edition, moment: dt.datetime) -> None:
        """To another place in the order; `edition` may be another copy of the row."""
        row = self.coming.pop(self.coming.index(edition))
        row.live_from = moment
        self.add(row)

    def settle(self) -> None:
        """Ends that meet beginnings, numbers without a gap, and no expiry of what is not public."""
        expiries = [row for row in self.coming if row.action == Edition.Action.WITHDRAWN]
        self.drop([row for row in expiries if is_withdrawn(self.before(row.live_from))])
        for row, following in zip_longest(self.rows, self.rows[1:]):
            row.live_until = following and following.live_from
        number = self.in_force.number if self.in_force else 0
        since = self.in_force.first_published_at if self.in_force else min(map(live_from, self.coming), default=None)
        for row in self.coming:
            row.number = number = number + 1
            row.first_published_at = since

    def moves(self) -> dict[Edition, dict]:
        """What changes in stored editions, in an order in which no two ever have the same number."""
        changed = [row for row in self.rows if row.pk and values(row) != self.stored[row.pk]]
        up = [row for row in changed if row.number > self.stored[row.pk][0]]
        rest = [row for row in changed if row not in up]
        return {row: self._difference(row) for row in (*reversed(up), *rest)}

    def _difference(self, row: Edition) -> dict:
        pairs = zip(MOVABLE, self.stored[row.pk], strict=True)
        return {name: getattr(row, name) for name, old in pairs if getattr(row, name) != old}


def live_from(edition: Edition) -> dt.datetime:
    return edition.live_from


def is_withdrawn(edition: Edition | None) -> bool:
    """Whether nothing is to be read of it."""
    return edition is None or edition.state == Edition.State.WITHDRAWN


def values(edition: Edition) -> tuple:
    return tuple(getattr(edition, name) for name in MOVABLE)
