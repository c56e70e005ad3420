"""What partners are told of a publication, in its own transaction."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from newsroom.partners.webhooks import outbox
from newsroom.partners.webhooks.messages import Event
from newsroom.public import reading
from newsroom.public.addresses import api_path
from newsroom.public.models import Change
from newsroom.public.reading import Having


def announce_changes(changes: Sequence[Change], until: dt.datetime) -> None:
    if changes:
        outbox.announce([event_of(change) for change in changes], partial(involving, until))


def event_of(change: Change) -> Event:
    edition = change.edition
    path = api_path(edition.kind, edition.uid)
    return Event(
        change.seq, change.at, edition.action, edition.kind, edition.uid, edition.language, edition.number, path
    )


def involving(until: dt.datetime, uids: set[str], countries: Sequence[str]) -> set[str]:
    """As the change feed narrows by country."""
    return reading.having_facet(uids, Having("country", tuple(countries), records=True), until)
