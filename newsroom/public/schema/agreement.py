from typing import TypedDict

from newsroom.public.schema.parts import CapacityThen, Facts, Fuzzy, Office, Ref, SourceUse


class Party(TypedDict):
    actor: Ref
    kind: str


class Signatory(TypedDict):
    actor: Ref
    post_at_the_time: Office | None
    capacity: CapacityThen | None
    for_party: Ref


class Act(TypedDict):
    key: str
    stage: str
    party: Ref
    date: Fuzzy | None
    event: Ref
    place: Ref
    note: str
    sources: list[SourceUse]


class Registered(TypedDict):
    """
    What a register tells, too. `status` is the furthest stage reached by all its parties, computed when composed (null:
    no act is known).
    """

    kind: str
    official_title: str
    subject: str
    binding: str
    laterality: str
    parties: list[Party]
    signatories: list[Signatory]
    lifecycle: list[Act]
    status: str | None
    signed_on: Fuzzy | None
    in_force_on: Fuzzy | None
    creates: list[Ref]
    topics: list[Ref]


class Agreement(Registered, Facts):
    """`title` is the official title or the descriptive."""

    title: str
    descriptive_title: str
    depositary: Ref
    registration: str
    duration_years: int | None
    tacit_renewal: bool | None
    authentic_languages: list[str]
    text_url: str | None
