from typing import TypedDict

from newsroom.public.schema.parts import CapacityThen, Facts, Fuzzy, Office, Ref


class Participant(TypedDict):
    """`actor` is the person, organisation or country; null where only the post is known ("holder not named").
    `name` is the name borne that day where it differs from today's."""

    actor: Ref
    name: str | None
    post_at_the_time: Office | None
    holder_named: bool
    role: str
    side: Ref
    capacity: CapacityThen | None
    note: str


class SeriesPlace(TypedDict):
    series: Ref
    ordinal: int | None
    body: Ref


class Event(Facts):
    """kind: the event types of the vocabulary `event_types`; status: planned, confirmed, held, cancelled ..."""

    kind: str
    visit_type: str | None
    title: str
    summary: str
    date: Fuzzy
    date_note: str
    duration_days: int | None
    bounds: dict[str, Fuzzy | None]
    status: str
    status_as_of: str | None
    format: str | None
    collective: bool
    places: list[Ref]
    host_country: Ref
    visiting_country: Ref
    series: SeriesPlace | None
    participants: list[Participant]
    countries: list[Ref]
    agreements: list[Ref]
    part_of: Ref
    topics: list[Ref]
