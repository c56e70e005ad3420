"""The editions of a record in all its languages, from a moment on."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import contextmanager

from django.db.models import Q

from newsroom.desk.publish.chain import MOVABLE, Chain, is_withdrawn, live_from
from newsroom.desk.publish.freezing import tombstone
from newsroom.desk.publish.refusals import AlreadyWithdrawn, NothingPublished, NotPending, ReasonMissing
from newsroom.public.models import Edition, Facet
from newsroom.public.search.index import drop_editions

Action = Edition.Action
# For readers: in one language, or by the language that each reads.
type Words = str | Mapping[str, str]


class Timeline:
    def __init__(self, uid: str, moment: dt.datetime):
        self.uid = uid
        self.chains: dict[str, Chain] = defaultdict(lambda: Chain(moment))

    @property
    def in_force(self) -> list[Edition]:
        return [chain.in_force for chain in self.chains.values() if chain.in_force]

    @property
    def coming(self) -> list[Edition]:
        return [row for chain in self.chains.values() for row in chain.coming]

    def publish(self, edition: Edition, pending: str) -> None:
        chain = self.chains[edition.language]
        chain.make_way(pending)
        if edition.action == Action.CORRECTED and is_withdrawn(chain.before(edition.live_from)):
            raise NothingPublished(uid=self.uid, language=edition.language)
        chain.add(edition)
        self._expire(chain, edition)
        if edition.sort_date is None:
            self._sort_by_publication()

    def withdraw(self, languages: Collection[str], **terms) -> list[Edition]:
        """`terms`: live_from, action, note, replaced_by. Nothing that would come after it stays, nor another expiry."""
        chains = [chain for language, chain in self.chains.items() if not languages or language in languages]
        for chain in chains:
            chain.drop([row for row in chain.coming if is_withdrawn(row) or row.live_from >= terms["live_from"]])
        public = [chain for chain in chains if not is_withdrawn(chain.before(terms["live_from"]))]
        if not public:
            refusal = AlreadyWithdrawn if any(chain.in_force for chain in chains) else NothingPublished
            raise refusal(uid=self.uid, language=", ".join(languages or self.chains))
        return [self._end(chain, chain.before(terms["live_from"]), **terms) for chain in public]

    def erase(self, **terms) -> list[Edition]:
        for chain in self.chains.values():
            chain.drop(list(chain.coming))
        known = [chain for chain in self.chains.values() if chain.in_force and chain.in_force.action != Action.ERASED]
        return [self._end(chain, chain.in_force, **terms) for chain in known]

    def cancel(self, edition: Edition) -> None:
        if edition not in self.coming:
            raise NotPending
        sorted_by_publication = {row.sort_date for row in self.coming} == {self._first_publication}
        for chain in self.chains.values():
            chain.drop([row for row in chain.coming if row == edition or is_withdrawn(edition) and is_withdrawn(row)])
        if sorted_by_publication:
            self._sort_by_publication()

    def reschedule(self, edition: Edition, moment: dt.datetime) -> list[Edition]:
        """Answers the rows that move: one, or an expiry in every language."""
        if edition not in self.coming:
            raise NotPending
        sorted_by_publication = {row.sort_date for row in self.coming} == {self._first_publication}
        rows = [
            (chain, row)
            for chain in self.chains.values()
            for row in chain.coming
            if row == edition or is_withdrawn(edition) and is_withdrawn(row)
        ]
        for chain, row in rows:
            chain.move(row, moment)
            if row.action == Action.CORRECTED and is_withdrawn(chain.before(moment)):
                raise NothingPublished(uid=self.uid, language=row.language)
            if not is_withdrawn(row):
                self._expire(chain, row)
        if sorted_by_publication:
            self._sort_by_publication()
        return [row for _, row in rows if row not in self.dropped]

    @property
    def dropped(self) -> list[Edition]:
        return [row for chain in self.chains.values() for row in chain.dropped]

    def _end(self, chain: Chain, last: Edition, **terms) -> Edition:
        end = tombstone(last, **{**terms, "note": in_language(terms["note"], last.language)})
        chain.add(end)
        return end

    def _expire(self, chain: Chain, edition: Edition) -> None:
        """An expiry is of the whole record, so a language that joins later has it too."""
        expiry = next((row for row in self.coming if is_withdrawn(row)), None)
        if expiry and expiry.live_from > edition.live_from and not chain.expires:
            terms = {name: getattr(expiry, name) for name in ("live_from", "action", "note", "replaced_by")}
            self._end(chain, edition, **terms)

    @property
    def _first_publication(self) -> dt.datetime | None:
        return min([row.sort_date for row in self.in_force] or map(live_from, self.coming), default=None)

    def _sort_by_publication(self) -> None:
        """One sort date for the record, in whatever language it goes out first."""
        first = self._first_publication
        for row in self.coming:
            row.sort_date = first


def in_language(words: Words, language: str) -> str:
    found = words if isinstance(words, str) else words.get(language, "")
    require_reason(found)
    return found


def require_reason(words: Words) -> None:
    """What is said in each language is asked for as each is told."""
    if isinstance(words, str) and not words.strip():
        raise ReasonMissing


def load_timelines(uids: Iterable[str], moment: dt.datetime) -> dict[str, Timeline]:
    """What is in force of each record and what waits, without the words."""
    lasting = Q(live_until=None) | Q(live_until__gt=moment)
    timelines = {uid: Timeline(uid, moment) for uid in dict.fromkeys(uids)}
    # What lasts is never retired; saying so lets the small index serve.
    rows = Edition.unguarded.filter(lasting, retired=False, uid__in=timelines).defer("payload", "summary", "card")
    chains = defaultdict(list)
    for row in rows.order_by("live_from", "id"):
        chains[row.uid, row.language].append(row)
    for (uid, language), found in chains.items():
        timelines[uid].chains[language] = Chain(moment, found)
    return timelines


def store_timelines(timelines: Iterable[Timeline]) -> None:
    """Unique numbers and ends without overlap hold after every statement, so their order matters."""
    chains = [chain for timeline in timelines for chain in timeline.chains.values()]
    for chain in chains:
        chain.settle()
    delete_editions([row.pk for chain in chains for row in chain.dropped if row.pk])
    for chain in chains:
        for row, change in chain.moves().items():
            move_edition(row, change)
    Edition.unguarded.bulk_create(row for chain in chains for row in chain.coming if not row.pk)


@contextmanager
def parked(rows: list[Edition]):
    """Out of the way of their neighbours, which settle meanwhile, and back at their new moment."""
    for row in rows:
        terms = {"uid": f"moving-{row.pk}", "live_from": row.live_from, "live_until": None}
        Edition.unguarded.filter(pk=row.pk).update(**terms)
    yield
    for row in rows:
        terms = {name: getattr(row, name) for name in ("uid", *MOVABLE)}
        Edition.unguarded.filter(pk=row.pk).update(**terms)


def delete_editions(pks: list[int]) -> None:
    if pks:
        drop_editions(pks)
        Edition.unguarded.filter(pk__in=pks).delete()


def move_edition(row: Edition, change: dict) -> None:
    Edition.unguarded.filter(pk=row.pk).update(**change)
    if "sort_date" in change:
        Facet.objects.filter(edition=row.pk).update(sort_date=row.sort_date)
