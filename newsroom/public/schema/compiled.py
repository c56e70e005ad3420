"""What a dossier is compiled to when it is read (`newsroom.public.dossier`). Nothing here is ever frozen."""

from typing import TypedDict

from newsroom.public.schema.agreement import Registered
from newsroom.public.schema.article import Article
from newsroom.public.schema.dossier import Figure
from newsroom.public.schema.event import Participant, SeriesPlace
from newsroom.public.schema.parts import ClaimRow, DisputeRow, Fuzzy, QuoteRow, Ref, SourceUse
from newsroom.public.schema.reference import TitleRow


class ShownRecord(TypedDict):
    id: str
    type: str
    url: str
    html_url: str
    title: str


class BriefEvent(ShownRecord):
    """An event told a second time: the timeline says the rest. `sources_differ` speaks of its date."""

    language: str
    dir: str
    kind: str
    visit_type: str | None
    date: Fuzzy
    status: str
    collective: bool
    places: list[Ref]
    participants: list[Participant]
    sources_differ: bool


class TimelineRow(BriefEvent):
    edition: int
    summary: str
    date_note: str
    bounds: dict[str, Fuzzy | None]
    duration_days: int | None
    status_as_of: str | None
    host_country: Ref
    visiting_country: Ref
    series: SeriesPlace | None
    agreements: list[Ref]
    part_of: Ref
    topics: list[Ref]
    sources: list[SourceUse]


# "from" is a word of Python.
VisitsOneWay = TypedDict("VisitsOneWay", {"from": Ref, "to": Ref, "results": list[BriefEvent]})


class Round(TypedDict):
    """`days_since_previous` is null unless both are known to the day."""

    ordinal: int
    event: BriefEvent
    leads: list[Participant]
    days_since_previous: int | None
    numbers_missing: int


class Rounds(TypedDict):
    series: Ref
    body: Ref
    results: list[Round]


class RegisteredAgreement(ShownRecord, Registered):
    language: str
    dir: str
    edition: int
    sources: list[SourceUse]


class JointBody(TypedDict):
    body: Ref
    agreement: ShownRecord


class Holder(TypedDict):
    person: Ref
    start: Fuzzy | None
    end: Fuzzy | None
    acting: bool
    attested: list[Fuzzy]
    sources: list[SourceUse]


class HeldBy(TypedDict):
    """coverage: covered by a tenure, or attested only."""

    person: Ref
    coverage: str
    acting: bool


class OfficeHeld(TypedDict):
    """A post with all its known holders, and who held it on a day."""

    post: Ref
    kind: str
    title: str
    titles: list[TitleRow]
    country: Ref
    organisation: Ref
    holders: list[Holder]
    on: str
    held_by: HeldBy | None


class ForumMember(TypedDict):
    country: str
    status: str
    start: Fuzzy | None
    end: Fuzzy | None
    role: str
    note: str


class Forum(TypedDict):
    organisation: Ref
    members: list[ForumMember]
    sources: list[SourceUse]
    source_count: int


class Sector(TypedDict):
    topic: Ref
    sources: list[SourceUse]


class ToldClaim(ClaimRow):
    record: Ref


class ToldDispute(DisputeRow):
    record: Ref


class ToldQuote(QuoteRow):
    record: Ref


class Latest(TypedDict):
    articles: list[Article]


class Counts(TypedDict):
    events: int
    visits: int
    agreements: int
    agreements_signed: int
    bodies: int
    rounds: int
    disputes_open: int


class Sections(TypedDict):
    """Beside the record itself. `planned` is what is still to come; `heads` and `missions` are posts told again."""

    as_of: str
    timeline: list[TimelineRow]
    planned: list[TimelineRow]
    visits: list[VisitsOneWay]
    rounds: list[Rounds]
    agreements: list[RegisteredAgreement]
    bodies: list[JointBody]
    posts: list[OfficeHeld]
    heads: list[OfficeHeld]
    missions: list[OfficeHeld]
    trade: list[Figure]
    forums: list[Forum]
    claims: list[ToldClaim]
    disputes: list[ToldDispute]
    quotes: list[ToldQuote]
    sectors: list[Sector]
    latest: Latest
    counts: Counts
