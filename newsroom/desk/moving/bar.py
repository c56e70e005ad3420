"""The bar above the form of a record: how each language stands, and the moves that this person may make."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from newsroom.desk.editing import change_url, field_label
from newsroom.desk.models import Stage, Version
from newsroom.desk.moving.offers import Offer, WhyNot, applies, offers
from newsroom.desk.moving.presses import PRESSES, Press
from newsroom.desk.moving.states import TextState, states_of
from relations.models import Record

# Of the whole record, and so offered once rather than in each language.
OF_RECORD = ("withdraw", "erase")
# What is pressed together in all languages that can.
TOGETHER = ("submit", "approve", "publish", "check_translation")


@dataclass(frozen=True)
class Link:
    """A move that leads to its page; `count` texts make it together."""

    press: Press
    url: str
    count: int = 1


@dataclass(frozen=True)
class Denied:
    press: Press
    why: str


@dataclass(frozen=True)
class BarText:
    state: TextState
    links: list[Link]
    denied: list[Denied]
    stale: list[str]


@dataclass(frozen=True)
class Bar:
    texts: list[BarText]
    together: list[Link]
    of_record: list[Link]
    denied: list[Denied]
    # The page with all the texts and all that they can do.
    url: str
    proof: str


def bar_of(record: Record, by) -> Bar:
    """For six queries at most, whatever the languages."""
    base = getattr(record, "record_ptr", record)
    versions = list(Version.objects.filter(record=record.pk).select_related("submitted_by").defer("candidate"))
    for version in versions:
        version.record = base
    row, back = record.working_row(), change_url(record)
    states, why_not = states_of(versions), WhyNot(by, {record.pk: row})
    texts = [bar_text(state, row, why_not, back) for state in states]
    found = {offer.press.verb: offer for offer in offers(states, why_not)}
    return Bar(
        texts=texts,
        together=[link(found[verb], back) for verb in TOGETHER if verb in found and len(found[verb].able) > 1],
        of_record=[link(found[verb], back) for verb in OF_RECORD if verb in found and found[verb].able],
        denied=[
            Denied(found[verb].press, found[verb].reasons[0])
            for verb in OF_RECORD
            if verb in found and found[verb].unable
        ],
        url=move_url(versions, next=back),
        proof=reverse("admin:proof", args=[base.uid]) if any(is_taken_back(version) for version in versions) else "",
    )


def is_taken_back(version: Version) -> bool:
    return version.stage == Stage.WITHDRAWN


def bar_text(state: TextState, row: Record, why_not: WhyNot, back: str) -> BarText:
    verbs = [verb for verb in PRESSES if verb not in OF_RECORD and applies(verb, state)]
    asked = {verb: why_not(verb, state) for verb in verbs}
    return BarText(
        state,
        links=[
            Link(PRESSES[verb], move_url([state.version], verb=verb, next=back))
            for verb, why in asked.items()
            if not why
        ],
        denied=[Denied(PRESSES[verb], why) for verb, why in asked.items() if why],
        stale=[field_label(type(row), name) for name in state.version.stale_fields],
    )


def link(offer: Offer, back: str) -> Link:
    versions = [state.version for state in offer.able]
    return Link(offer.press, move_url(versions, verb=offer.press.verb, next=back), len(versions))


def move_url(versions: Iterable[Version], **query) -> str:
    """Where these texts are moved; `verb` and `next` are optional."""
    pks = ",".join(str(version.pk) for version in versions)
    return f"{reverse('admin:move')}?{urlencode({'versions': pks, **query}, safe=',/')}"
